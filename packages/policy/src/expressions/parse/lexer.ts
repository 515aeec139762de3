import { Char } from '../values/value.ts';
import { DecimalNumber, Floating, Integer, fits, parseDecimal, type NetNumber } from '../values/number.ts';
import { mistake } from '../syntax.ts';
import { readInterpolated, type HolePart } from './interpolated-string.ts';
import { readEscape } from './escapes.ts';

/** A C# token. `at` and `end` are offsets in the source. */
export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'identifier' | 'keyword' | 'operator' | 'end'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'char'; readonly value: Char }
  | { readonly kind: 'number'; readonly value: NetNumber }
  | { readonly kind: 'interpolated'; readonly parts: readonly (string | HolePart)[] }
);

const KEYWORDS = new Set(
  (
    'abstract as base bool break byte case catch char checked class const continue decimal default delegate do double ' +
    'else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is ' +
    'lock long namespace new null object operator out override params private protected public readonly ref return sbyte ' +
    'sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ' +
    'ushort using virtual void volatile while'
  ).split(' '),
);

/** Longest first, so that `??` wins over `?`. `>>` is left to the parser: it may close two type argument lists. */
const OPERATORS = (
  '<<= => ?? ?. ++ -- && || == != <= += -= *= /= %= &= |= ^= << -> :: ' +
  '( ) [ ] { } . , ; : ? + - * / % & | ^ ! ~ = < >'
).split(' ');

/** Reads the token that begins at or after `start`; white space and comments are skipped. */
export function nextToken(source: string, start: number, limit = source.length): Token {
  const at = skipTrivia(source, start, limit);
  if (at >= limit) return { kind: 'end', text: '', at, end: at };
  const rest = source.slice(at, at + 3);
  if (/^[A-Za-z_]/.test(rest) || /^@[A-Za-z_]/.test(rest)) return readWord(source, at);
  if (/^(?:\d|\.\d)/.test(rest)) return readNumber(source, at);
  if (rest.startsWith('$"') || rest === '$@"' || rest === '@$"') return readInterpolated(source, at);
  if (rest.startsWith('@"')) return readVerbatim(source, at);
  if (rest.startsWith('"')) return readString(source, at);
  if (rest.startsWith("'")) return readChar(source, at);
  const operator = OPERATORS.find((candidate) => source.startsWith(candidate, at));
  if (operator === undefined)
    throw mistake(rest.startsWith('#') ? 'CS1040' : 'CS1056', at, `Unexpected character '${rest.charAt(0)}'`);
  // `a ? .5 : b` is no conditional access.
  if (operator === '?.' && /\d/.test(source.charAt(at + 2))) return { kind: 'operator', text: '?', at, end: at + 1 };
  return { kind: 'operator', text: operator, at, end: at + operator.length };
}

function skipTrivia(source: string, start: number, limit: number): number {
  let at = start;
  for (;;) {
    while (at < limit && /\s/.test(source.charAt(at))) at += 1;
    if (source.startsWith('//', at)) {
      const end = source.indexOf('\n', at);
      at = end === -1 ? limit : end;
    } else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      if (end === -1) throw mistake('CS1035', at, 'End-of-file found, */ expected');
      at = end + 2;
    } else return Math.min(at, limit);
  }
}

function readWord(source: string, at: number): Token {
  const verbatim = source.charAt(at) === '@';
  const start = verbatim ? at + 1 : at;
  const text = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(source.slice(start))?.[0] ?? '';
  const kind = !verbatim && KEYWORDS.has(text) ? 'keyword' : 'identifier';
  return { kind, text, at, end: start + text.length };
}

function readNumber(source: string, at: number): Token {
  const rest = source.slice(at);
  const radix = /^0[xX]([0-9a-fA-F_]+)([uUlL]*)/.exec(rest) ?? /^0[bB]([01_]+)([uUlL]*)/.exec(rest);
  if (radix !== null) {
    const value = BigInt(radix[0].slice(0, 2) + (radix[1] ?? '').replaceAll('_', ''));
    return { kind: 'number', value: integer(value, radix[2] ?? '', at), at, end: at + radix[0].length };
  }
  const match = /^(\d[\d_]*)?(\.\d[\d_]*)?([eE][+-]?\d+)?([fFdDmM]|[uUlL]{1,2})?/.exec(rest);
  const [all = '', whole = '0', fraction = '', exponent = '', suffix = ''] = match ?? [];
  const text = `${whole}${fraction}${exponent}`.replaceAll('_', '');
  return { kind: 'number', value: decimalNumber(text, suffix.toLowerCase(), at), at, end: at + all.length };
}

function decimalNumber(text: string, suffix: string, at: number): NetNumber {
  if (suffix === 'm') return new DecimalNumber(parseDecimal(text));
  if (suffix === 'f') return new Floating('float', Number(text));
  if (suffix === 'd' || /[.eE]/.test(text)) return new Floating('double', Number(text));
  return integer(BigInt(text), suffix, at);
}

/** The first of int, uint, long, ulong that holds the literal and goes with its suffix. */
function integer(value: bigint, suffix: string, at: number): Integer {
  const lower = suffix.toLowerCase();
  const types = (['int', 'uint', 'long', 'ulong'] as const).filter(
    (type) => (!lower.includes('u') || type.startsWith('u')) && (!lower.includes('l') || type.endsWith('long')),
  );
  const type = types.find((candidate) => fits(candidate, value));
  if (type === undefined) throw mistake('CS1021', at, 'Integral constant is too large');
  return new Integer(type, value);
}

function readVerbatim(source: string, at: number): Token {
  const match = /^@"((?:[^"]|"")*)"/.exec(source.slice(at));
  if (match === null) throw mistake('CS1039', at, 'Unterminated string literal');
  return { kind: 'string', text: (match[1] ?? '').replaceAll('""', '"'), at, end: at + match[0].length };
}

function readString(source: string, at: number): Token {
  let text = '';
  let position = at + 1;
  for (;;) {
    const character = source.charAt(position);
    if (character === '' || character === '\n') throw mistake('CS1010', at, 'Newline in constant');
    if (character === '"') return { kind: 'string', text, at, end: position + 1 };
    const [value, next] = character === '\\' ? readEscape(source, position) : [character, position + 1];
    text += value;
    position = next;
  }
}

function readChar(source: string, at: number): Token {
  const first = source.charAt(at + 1);
  if (first === "'" || first === '' || first === '\n') throw mistake('CS1011', at, 'Empty character literal');
  const [value, next] = first === '\\' ? readEscape(source, at + 1) : [first, at + 2];
  if (source.charAt(next) !== "'" || value.length !== 1) {
    throw mistake('CS1012', at, 'Too many characters in character literal');
  }
  return { kind: 'char', value: new Char(value.charCodeAt(0)), at, end: next + 1 };
}
