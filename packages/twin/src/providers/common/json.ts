import type { Json, JsonObject } from '../../kernel/store.ts';

/** Whether `value` is an object and not a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path (`network.publicNetworkAccess`), names compared without regard to case as Azure does. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  let current = value;
  for (const segment of path.split('.')) {
    if (!isObject(current)) return undefined;
    const wanted = segment.toLowerCase();
    const key = segment in current ? segment : Object.keys(current).find((name) => name.toLowerCase() === wanted);
    current = key === undefined ? undefined : current[key];
  }
  return current;
}

/** The text at `path`; undefined where there is none, or something else. */
export function textAt(value: Json | undefined, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at `path`. */
export function numberAt(value: Json | undefined, path: string): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** A whole number at `path`, written as one or as text: some providers take both. */
export function wholeAt(value: Json | undefined, path: string): number | undefined {
  const found = valueAt(value, path);
  if (typeof found === 'string') return /^-?\d+$/.test(found) ? Number(found) : undefined;
  return typeof found === 'number' && Number.isInteger(found) ? found : undefined;
}

/** Whether the value at `path` is `true`. */
export function isTrueAt(value: Json | undefined, path: string): boolean {
  return valueAt(value, path) === true;
}

/** The list at `path`; empty where there is none. */
export function listAt(value: Json | undefined, path: string): readonly Json[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The objects of the list at `path`. */
export function objectsAt(value: Json | undefined, path: string): readonly JsonObject[] {
  return listAt(value, path).filter(isObject);
}

/** The texts of the list at `path`. */
export function textsAt(value: Json | undefined, path: string): readonly string[] {
  return listAt(value, path).filter((item) => typeof item === 'string');
}

/** The object at `path`; empty where there is none. */
export function objectAt(value: Json | undefined, path: string): JsonObject {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
}

/** `over` laid on `base`: objects member by member, everything else replaced. An explicit null means Azure's default. */
export function merge(base: JsonObject, over: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    if (value === null) {
      merged[key] ??= null;
    } else {
      merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value;
    }
  }
  return merged;
}

/** `value` without the members at the top level that `names` lists. */
export function without(value: JsonObject, names: readonly string[]): JsonObject {
  const dropped = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !dropped.has(key.toLowerCase())));
}

/** Only the members at the top level that `names` lists. */
export function pick(value: JsonObject, names: readonly string[]): JsonObject {
  const kept = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(value).filter(([key]) => kept.has(key.toLowerCase())));
}

/** Every text anywhere below `value`, with the path of each (`a.b[0].c`). */
export function* textsBelow(
  value: Json | undefined,
  path = '',
): IterableIterator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) yield* textsBelow(item, `${path}[${index}]`);
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* textsBelow(item, path === '' ? key : `${path}.${key}`);
  }
}
