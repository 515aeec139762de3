import { ExpressionError } from '../errors.ts';

/** Kinds of token in a template expression. */
export type TokenKind = 'identifier' | 'string' | 'number' | 'punctuation' | 'end';

/** One token, and where it starts. */
export interface Token {
  readonly kind: TokenKind;
  /** The decoded value: quotes removed, `''` turned into `'`. */
  readonly text: string;
  readonly position: number;
}

const IDENTIFIER = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?\d+(\.\d+)?/y;
const WHITE_SPACE = /\s*/y;
const PUNCTUATION = '().,[]';

/** Splits an expression (without its outer brackets) into tokens; the last one has the kind `end`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let position = skipSpace(source, 0); position < source.length;) {
    const { token, end } = readToken(source, position);
    tokens.push(token);
    position = skipSpace(source, end);
  }
  tokens.push({ kind: 'end', text: '', position: source.length });
  return tokens;
}

function readToken(source: string, position: number): { token: Token; end: number } {
  const character = source.charAt(position);
  if (character === "'") return readString(source, position);
  if (PUNCTUATION.includes(character)) {
    return { token: { kind: 'punctuation', text: character, position }, end: position + 1 };
  }
  const number = matchAt(NUMBER, source, position);
  if (number !== undefined) {
    if (number.includes('.')) {
      throw new ExpressionError(
        `The language expression '${source}' at position '${position}' is not valid: float point numbers are not supported.`,
      );
    }
    return { token: { kind: 'number', text: number, position }, end: position + number.length };
  }
  const identifier = matchAt(IDENTIFIER, source, position);
  if (identifier !== undefined) {
    return { token: { kind: 'identifier', text: identifier, position }, end: position + identifier.length };
  }
  throw new ExpressionError(
    `The language expression '${source}' is not valid: the string character '${character}' at position '${position}' is not expected.`,
  );
}

function readString(source: string, start: number): { token: Token; end: number } {
  let text = '';
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character !== "'") {
      text += character;
    } else if (source.charAt(index + 1) === "'") {
      text += "'";
      index += 1;
    } else {
      return { token: { kind: 'string', text, position: start }, end: index + 1 };
    }
  }
  throw new ExpressionError(
    `The language expression '${source}' is not valid: the string literal at position '${start}' is not terminated.`,
  );
}

function matchAt(pattern: RegExp, source: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0];
}

function skipSpace(source: string, position: number): number {
  return position + (matchAt(WHITE_SPACE, source, position)?.length ?? 0);
}
