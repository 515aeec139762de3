import { type Json, isArray, isObject } from '../json.ts';

/** Whether two values are equal: arrays by position, objects by property, in any order. */
export function deepEqual(a: Json, b: Json): boolean {
  if (isArray(a) || isArray(b)) {
    return (
      isArray(a) && isArray(b) && a.length === b.length && a.every((item, index) => deepEqual(item, b[index] ?? null))
    );
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => hasEqualProperty(b, key, a[key] ?? null));
}

function hasEqualProperty(object: Readonly<Record<string, Json>>, key: string, value: Json): boolean {
  return Object.hasOwn(object, key) && deepEqual(object[key] ?? null, value);
}
