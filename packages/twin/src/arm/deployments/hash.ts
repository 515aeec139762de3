import { createHash } from 'node:crypto';
import type { Json } from '../../kernel/store.ts';
import { isObject } from '../json.ts';

/**
 * A hash of a template that ignores white space and the order of members. It has the form of ARM's (a 64-bit number as
 * text) but not its value: ARM's function is not published.
 */
export function templateHash(template: Json): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(template)))
    .digest();
  return digest.readBigUInt64BE(0).toString();
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, sorted(member)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
