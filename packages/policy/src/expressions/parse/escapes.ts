import { mistake } from '../syntax.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '0': '\0',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The text of the escape sequence whose backslash is at `at`, and the offset after it. */
export function readEscape(source: string, at: number): readonly [text: string, next: number] {
  const simple = SIMPLE[source.charAt(at + 1)];
  if (simple !== undefined) return [simple, at + 2];
  const rest = source.slice(at, at + 10);
  const hex = /^\\u([0-9a-fA-F]{4})|^\\U([0-9a-fA-F]{8})|^\\x([0-9a-fA-F]{1,4})/.exec(rest);
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? hex?.[3] ?? '', 16);
  if (hex === null || code > 0x10ffff) throw mistake('CS1009', at, 'Unrecognized escape sequence');
  return [String.fromCodePoint(code), at + hex[0].length];
}
