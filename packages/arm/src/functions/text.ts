import type { Json } from '../json.ts';

/** A value as `string()`, `format()` and `join()` write it: JSON for arrays and objects, `True` for booleans. */
export function toText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

/** A value as `format()` writes it: like `toText`, but arrays and objects with single quotes. */
export function toFormatText(value: Json): string {
  if (typeof value !== 'object' || value === null) return toText(value);
  return toText(value).replaceAll(
    /"(?:[^"\\]|\\.)*"/g,
    (quoted) => `'${(JSON.parse(quoted) as string).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  );
}

/** Order of strings as .NET's `OrdinalIgnoreCase`: by code unit of the upper-case form. */
export function compareIgnoreCase(a: string, b: string): number {
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  if (upperA === upperB) return 0;
  return upperA < upperB ? -1 : 1;
}
