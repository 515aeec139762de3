/** Any value of a JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, Json>>;

/** Whether `value` is a JSON object: neither null nor an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is an array; unlike `Array.isArray` it keeps the readonly element type. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The key of `object` that equals `key` exactly or, failing that, without regard to case: ARM's rule for properties. */
export function findKey(object: object, key: string): string | undefined {
  if (Object.hasOwn(object, key)) return key;
  const lower = key.toLowerCase();
  return Object.keys(object).find((candidate) => candidate.toLowerCase() === lower);
}

/** The property of `object` by name without regard to case, or undefined. */
export function getProperty<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  const found = findKey(object, key);
  return found === undefined ? undefined : object[found];
}

/** `getProperty` for a string property; undefined when it is absent or of another type. */
export function getString(object: JsonObject, key: string): string | undefined {
  const value = getProperty(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** `getProperty` for an object property; an empty object when it is absent or of another type. */
export function getObject(object: JsonObject, key: string): JsonObject {
  const value = getProperty(object, key);
  return isObject(value) ? value : {};
}

/** Adds `key` as a plain data property, even if it is called `__proto__`. */
export function setOwn<T>(object: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A copy of `object` without the named properties. */
export function omit<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...object };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
