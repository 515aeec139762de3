import { syntaxError, type KqlPosition } from './errors.ts';
import { unitOf } from './values.ts';

/** One token with its place. */
export interface Token {
  readonly kind: 'name' | 'text' | 'long' | 'real' | 'timespan' | 'sign' | 'end';
  readonly text: string;
  /** Of a literal. */
  readonly value: string | number;
  readonly position: KqlPosition;
  /** Where it begins and ends in the query. */
  readonly start: number;
  readonly end: number;
}

const SIGNS = [
  '==',
  '!=',
  '=~',
  '!~',
  '<=',
  '>=',
  '=>',
  '<|',
  '..',
  ...'| ( ) [ ] { } , ; : . = < > + - * / % ! ~'.split(' '),
];
/** Operators that are written with letters and may be followed by a tilde or preceded by an exclamation mark. */
const NEGATED = /^!(?=[a-z])/;

/** Reads a whole query into tokens; comments and white space are dropped. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(query, 0);
  while (at < query.length) {
    const token = tokenAt(query, at);
    tokens.push(token);
    at = skip(query, token.end);
  }
  tokens.push({ kind: 'end', text: '', value: '', position: positionOf(query, at), start: at, end: at });
  return tokens;
}

/** Line and column of an offset. */
export function positionOf(query: string, at: number): KqlPosition {
  const before = query.slice(0, at).split('\n');
  return { line: before.length, pos: (before.at(-1)?.length ?? 0) + 1 };
}

function skip(query: string, from: number): number {
  const blank = /(?:\s|\/\/[^\n]*)*/y;
  blank.lastIndex = from;
  blank.test(query);
  return blank.lastIndex;
}

function tokenAt(query: string, at: number): Token {
  const rest = query.slice(at);
  const position = positionOf(query, at);
  const token = (kind: Token['kind'], text: string, value: string | number = text): Token => ({
    ...{ kind, text, value, position },
    ...{ start: at, end: at + text.length },
  });
  const quoted = textAt(rest, position);
  if (quoted !== undefined) return token('text', quoted.source, quoted.value);
  const number = /^(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(rest)?.[0];
  if (number !== undefined) return numberToken(rest, number, token);
  const name = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  if (name !== undefined) return token('name', name);
  const negated = NEGATED.test(rest) ? /^![a-z_]+~?/.exec(rest)?.[0] : undefined;
  if (negated !== undefined) return token('sign', negated);
  const sign = SIGNS.find((candidate) => rest.startsWith(candidate));
  if (sign !== undefined) return token('sign', sign);
  throw syntaxError(`Query could not be parsed at '${rest[0] ?? ''}'`, position, rest[0] ?? '');
}

type MakeToken = (kind: Token['kind'], text: string, value?: string | number) => Token;

function numberToken(rest: string, number: string, token: MakeToken): Token {
  const unit = /^[a-z]+\b/.exec(rest.slice(number.length))?.[0];
  const size = unit === undefined ? undefined : unitOf(unit);
  if (unit !== undefined && size !== undefined) return token('timespan', number + unit, Number(number) * size);
  return token(/[.eE]/.test(number) && !/^0[xX]/.test(number) ? 'real' : 'long', number, Number(number));
}

interface Quoted {
  readonly source: string;
  readonly value: string;
}

/** A string literal: with escapes, verbatim (`@`), hidden from logs (`h`), or of several lines. */
function textAt(rest: string, position: KqlPosition): Quoted | undefined {
  const block = /^(?:```([\s\S]*?)```|~~~([\s\S]*?)~~~)/.exec(rest);
  if (block !== null) return { source: block[0], value: block[1] ?? block[2] ?? '' };
  const opening = /^[hH]?(@?)(["'])/.exec(rest);
  if (opening === null) return undefined;
  const [start, verbatim, quote = ''] = opening;
  const body = verbatim === '@' ? verbatimBody(quote) : escapedBody(quote);
  const found = body.exec(rest.slice(start.length));
  if (found === null) throw syntaxError(`Query could not be parsed: the text is not closed`, position, start);
  const inner = found[1] ?? '';
  return {
    source: start + found[0],
    value: verbatim === '@' ? inner.replaceAll(quote + quote, quote) : unescape(inner),
  };
}

function verbatimBody(quote: string): RegExp {
  return new RegExp(`^((?:[^${quote}]|${quote}${quote})*)${quote}(?!${quote})`);
}

function escapedBody(quote: string): RegExp {
  return new RegExp(`^((?:[^\\\\${quote}\\n]|\\\\.)*)${quote}`);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', b: '\b', f: '\f', v: '\v' };

function unescape(text: string): string {
  return text.replaceAll(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );
}
