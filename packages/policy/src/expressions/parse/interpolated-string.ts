import { ExpressionError, mistake } from '../syntax.ts';
import { readEscape } from './escapes.ts';
import { nextToken, type Token } from './lexer.ts';

/** `{value,alignment:format}` of an interpolated string; offsets are those of the value's source. */
export interface HolePart {
  readonly start: number;
  readonly end: number;
  readonly alignment?: number;
  readonly format?: string;
}

/** Reads `$"…"`, `$@"…"` or `@$"…"` that begins at `at`. */
export function readInterpolated(source: string, at: number): Token {
  const verbatim = source.charAt(at + 1) !== '"';
  const parts: (string | HolePart)[] = [];
  let text = '';
  let position = at + (verbatim ? 3 : 2);
  for (;;) {
    const character = source.charAt(position);
    const pair = source.slice(position, position + 2);
    if (character === '' || (character === '\n' && !verbatim)) throw mistake('CS1010', at, 'Newline in constant');
    if (pair === '{{' || pair === '}}' || (verbatim && pair === '""')) {
      text += character;
      position += 2;
    } else if (character === '"') {
      return { kind: 'interpolated', parts: text === '' ? parts : [...parts, text], at, end: position + 1 };
    } else if (character === '{') {
      if (text !== '') parts.push(text);
      text = '';
      const [hole, next] = readHole(source, position);
      parts.push(hole);
      position = next;
    } else if (character === '}') {
      throw mistake('CS8086', position, "A '}' character must be escaped (by doubling) in an interpolated string");
    } else {
      const [value, next] = character === '\\' && !verbatim ? readEscape(source, position) : [character, position + 1];
      text += value;
      position = next;
    }
  }
}

/** Reads from the opening brace at `at` to behind the closing one. */
function readHole(source: string, at: number): readonly [HolePart, number] {
  const start = at + 1;
  const stop = endOfValue(source, start);
  const alignment = stop.text === ',' ? /^,\s*(-?\d+)\s*/.exec(source.slice(stop.at)) : null;
  let position = stop.at + (alignment?.[0].length ?? 0);
  let format: string | undefined;
  if (source.charAt(position) === ':') {
    const close = source.indexOf('}', position);
    format = source.slice(position + 1, close === -1 ? source.length : close);
    position = close === -1 ? source.length : close;
  }
  if (source.charAt(position) !== '}') throw new ExpressionError(at, 'Unterminated interpolation: } expected');
  if (source.slice(start, stop.at).trim() === '') throw mistake('CS1733', start, 'Expected expression');
  const hole: HolePart = {
    start,
    end: stop.at,
    ...(alignment === null ? {} : { alignment: Number(alignment[1]) }),
    ...(format === undefined ? {} : { format }),
  };
  return [hole, position + 1];
}

/** The `,`, `:` or `}` outside of any bracket that ends the value of a hole. */
function endOfValue(source: string, start: number): { readonly at: number; readonly text: string } {
  let depth = 0;
  for (let token = nextToken(source, start); ; token = nextToken(source, token.end)) {
    if (token.kind === 'end') throw new ExpressionError(start, 'Unterminated interpolation: } expected');
    if (token.kind !== 'operator') continue;
    if (depth === 0 && (token.text === '}' || token.text === ',' || token.text === ':')) return token;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
  }
}

/** Offset behind the bracket that closes the one at `open`: strings, characters and comments are skipped. */
export function closingBracket(source: string, open: number): number {
  let depth = 0;
  for (let token = nextToken(source, open); ; token = nextToken(source, token.end)) {
    if (token.kind === 'end')
      throw new ExpressionError(open, 'The expression has no end: a closing bracket is missing');
    if (token.kind !== 'operator') continue;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0) return token.end;
  }
}
