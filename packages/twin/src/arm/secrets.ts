import type { Json, JsonObject } from '../kernel/store.ts';
import { isObject } from './json.ts';

/** Properties without their write-only values, and those values by the path they stood at. */
export interface Split {
  readonly properties: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Takes the values at `paths` out of `properties`. A path is `administratorLoginPassword`, `storageProfile.key`, or
 * `configuration.secrets[*].value` for every item of an array.
 */
export function splitSecrets(properties: JsonObject, paths: readonly string[]): Split {
  const secrets: Record<string, string> = {};
  let rest: Json = properties;
  for (const path of paths) rest = take(rest, path.replaceAll(/\[\*?\]/g, '.*').split('.'), '', secrets);
  return { properties: rest as JsonObject, secrets };
}

function take(value: Json, path: readonly string[], at: string, secrets: Record<string, string>): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (head === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((item: Json, index) => take(item, rest, `${at}[${index}]`, secrets));
  }
  if (!isObject(value) || !(head in value)) return value;
  const where = at === '' ? head : `${at}.${head}`;
  const inner = value[head] ?? null;
  if (rest.length > 0) return { ...value, [head]: take(inner, rest, where, secrets) };
  if (inner !== null) secrets[where] = typeof inner === 'string' ? inner : JSON.stringify(inner);
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== head));
}
