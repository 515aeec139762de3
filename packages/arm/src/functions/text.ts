import type { Json } from '../json.ts';

/** A value as `string()`, `format()` and `join()` write it: JSON for arrays and objects, `True` for booleans. */
export function toText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

/** Order of strings by UTF-16 code unit: the same on every machine. */
export function compareOrdinal(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
