import type { Json, JsonObject } from '../../kernel/store.ts';
import { isObject, jsonEquals } from '../json.ts';
import { normaliseLocation } from '../locations.ts';

/** One property's change, as what-if writes it. */
export interface Delta {
  readonly path: string;
  readonly propertyChangeType: 'Create' | 'Delete' | 'Modify' | 'Array';
  readonly before: Json;
  readonly after: Json;
  readonly children: readonly Delta[] | null;
}

/**
 * What differs between a resource as it is and as a template would make it. Members that only the resource has are
 * defaults and read-only values, not changes; tags are the exception. An expression that what-if cannot evaluate is
 * always shown as a change (facts/azure.md section 4).
 */
export function compareResources(before: JsonObject, after: JsonObject): readonly Delta[] {
  return Object.entries(after).flatMap(([key, value]) =>
    compare(key, member(before, key), value, key.toLowerCase() === 'tags'),
  );
}

function compare(path: string, before: Json | undefined, after: Json, deletes = false): readonly Delta[] {
  if (before === undefined || before === null) return isNothing(after) ? [] : [delta(path, 'Create', null, after)];
  if (isObject(before) && isObject(after)) return compareMembers(path, before, after, deletes);
  if (Array.isArray(before) && Array.isArray(after)) return compareArrays(path, before, after);
  return sameValue(before, after) ? [] : [delta(path, 'Modify', before, after)];
}

function compareMembers(path: string, before: JsonObject, after: JsonObject, deletes: boolean): readonly Delta[] {
  const kept = Object.entries(after).flatMap(([key, value]) => compare(`${path}.${key}`, member(before, key), value));
  if (!deletes) return kept;
  const gone = Object.entries(before).filter(([key]) => member(after, key) === undefined);
  return [...kept, ...gone.map(([key, value]) => delta(`${path}.${key}`, 'Delete', value, null))];
}

/** Elements belong together by their name where they have one, else by their place. */
function compareArrays(path: string, before: readonly Json[], after: readonly Json[]): readonly Delta[] {
  const left = [...before];
  const children = after.flatMap((item, index): readonly Delta[] => {
    const partner = left.findIndex((candidate) => belongTogether(candidate, item));
    const [found] = partner === -1 ? [] : left.splice(partner, 1);
    if (found === undefined) return [delta(String(index), 'Create', null, item)];
    return compare(String(index), found, item);
  });
  const gone = left.map((item) => delta(String(before.indexOf(item)), 'Delete', item, null));
  const all = [...children, ...gone];
  return all.length === 0 ? [] : [{ path, propertyChangeType: 'Array', before: null, after: null, children: all }];
}

function belongTogether(a: Json, b: Json): boolean {
  for (const key of ['name', 'id']) {
    const [left, right] = [isObject(a) ? member(a, key) : undefined, isObject(b) ? member(b, key) : undefined];
    if (left !== undefined && right !== undefined) return sameValue(left, right);
  }
  return isObject(a) && isObject(b) ? true : sameValue(a, b);
}

/** Equal as Azure sees it: ids and enumerations in any case, `Sweden Central` and `swedencentral`. */
function sameValue(a: Json, b: Json): boolean {
  if (typeof a === 'string' && typeof b === 'string') return normaliseLocation(a) === normaliseLocation(b);
  return jsonEquals(a, b);
}

function member(object: JsonObject, key: string): Json | undefined {
  if (key in object) return object[key];
  const found = Object.keys(object).find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : object[found];
}

function isNothing(value: Json): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every((inner) => isNothing(inner));
}

function delta(path: string, propertyChangeType: Delta['propertyChangeType'], before: Json, after: Json): Delta {
  return { path, propertyChangeType, before, after, children: null };
}
