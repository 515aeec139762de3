import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { Symbolic, type Value, type ValueObject, isKnown, isValueArray, isValueObject } from '../expression/value.ts';
import { type Json, findKey, isArray, setOwn } from '../json.ts';
import { argumentError, arrayAt, objectAt, stringAt } from './arguments.ts';
import { deepEqual } from './compare.ts';
import { type FunctionTable, pure, structural } from './registry.ts';
import { compareIgnoreCase } from './text.ts';

/** Functions over objects, and set operations over objects and arrays. */
export const objectFunctions: FunctionTable = {
  createObject: structural(0, Infinity, createObject),
  coalesce: structural(1, Infinity, coalesce),
  equals: structural(2, 2, equals),
  greater: pure(2, 2, (args, call) => order(args, call) > 0),
  greaterOrEquals: pure(2, 2, (args, call) => order(args, call) >= 0),
  less: pure(2, 2, (args, call) => order(args, call) < 0),
  lessOrEquals: pure(2, 2, (args, call) => order(args, call) <= 0),
  intersection: pure(2, Infinity, intersection),
  union: structural(2, Infinity, union),
  items: structural(1, 1, items),
  objectKeys: structural(1, 1, ([value = null], call) => {
    if (value instanceof Symbolic) return undefined;
    if (!isValueObject(value)) throw argumentError(call, 0, 'Object', value);
    return Object.keys(value).sort(compareIgnoreCase);
  }),
  shallowMerge: structural(1, 1, shallowMerge),
  tryGet: structural(2, Infinity, tryGet),
};

/** The first argument that is not null; a symbolic one before it leaves the question open. */
function coalesce(args: readonly Value[]): Value | undefined {
  const decided = args.find((item) => item !== null);
  return decided instanceof Symbolic ? undefined : (decided ?? null);
}

function createObject(args: readonly Value[], call: FunctionCall): ValueObject | undefined {
  if (args.length % 2 !== 0) {
    throw new ExpressionError(
      `Unable to evaluate template language function 'createObject': function requires an even number of arguments.`,
    );
  }
  const result: Record<string, Value> = {};
  for (let index = 0; index < args.length; index += 2) {
    if (args[index] instanceof Symbolic) return undefined;
    setOwn(result, stringAt(args, index, call), args[index + 1] ?? null);
  }
  return result;
}

function order(args: readonly Json[], call: FunctionCall): number {
  const [a = null, b = null] = args;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareIgnoreCase(a, b);
  throw argumentError(
    call,
    typeof a === 'number' || typeof a === 'string' ? 1 : 0,
    'Integer or String',
    typeof a === 'number' || typeof a === 'string' ? b : a,
  );
}

function intersection(args: readonly Json[], call: FunctionCall): Json {
  if (args.every(isArray)) {
    return distinct(args[0] ?? []).filter((item) =>
      args.every((array) => array.some((other) => deepEqual(item, other))),
    );
  }
  const objects = args.map((_, index) => objectAt(args, index, call));
  const shared = Object.entries(objects[0] ?? {}).filter(([key, value]) =>
    objects.every((object) => {
      const found = findKey(object, key);
      return found !== undefined && deepEqual(object[found] ?? null, value);
    }),
  );
  return Object.fromEntries(shared);
}

/** Arrays: all distinct elements. Objects: merged property by property, nested objects too; the last value wins. */
function union(args: readonly Value[], call: FunctionCall): Value | undefined {
  if (args.every(isValueArray)) {
    const flat = args.flat();
    return flat.every(isKnown) ? distinct(flat) : undefined;
  }
  if (args.some((argument) => argument instanceof Symbolic)) return undefined;
  return args.map((_, index) => valueObjectAt(args, index, call)).reduce(mergeDeep);
}

function valueObjectAt(args: readonly Value[], index: number, call: FunctionCall): ValueObject {
  const value = args[index];
  if (!isValueObject(value)) throw argumentError(call, index, 'Object', value);
  return value;
}

/** A null never replaces a value; the later spelling of a name wins. */
function mergeDeep(into: ValueObject, from: ValueObject): ValueObject {
  const merged: Record<string, Value> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const name = findKey(merged, key);
    const present = name === undefined ? undefined : merged[name];
    if (value === null && present !== undefined) continue;
    if (name !== undefined && name !== key) Reflect.deleteProperty(merged, name);
    setOwn(merged, key, isValueObject(present) && isValueObject(value) ? mergeDeep(present, value) : value);
  }
  return merged;
}

/** Values of different kinds differ even if a part of one of them is not known yet. */
function equals(args: readonly Value[]): boolean | undefined {
  const [a = null, b = null] = args;
  if (isKnown(a) && isKnown(b)) return deepEqual(a, b);
  if (a instanceof Symbolic || b instanceof Symbolic) return undefined;
  return isValueArray(a) === isValueArray(b) && isValueObject(a) === isValueObject(b) ? undefined : false;
}

function distinct(values: readonly Json[]): readonly Json[] {
  return values.filter((value, index) => values.findIndex((other) => deepEqual(value, other)) === index);
}

function items(args: readonly Value[], call: FunctionCall): readonly ValueObject[] | undefined {
  const value = args[0] ?? null;
  if (value instanceof Symbolic) return undefined;
  if (!isValueObject(value)) throw argumentError(call, 0, 'Object', value);
  return Object.keys(value)
    .sort(compareIgnoreCase)
    .map((key) => ({ key, value: value[key] ?? null }));
}

function shallowMerge(args: readonly Value[], call: FunctionCall): ValueObject | undefined {
  if (args[0] instanceof Symbolic) return undefined;
  const merged: Record<string, Value> = {};
  for (const item of arrayAt(args, 0, call)) {
    if (item instanceof Symbolic) return undefined;
    if (!isValueObject(item)) throw argumentError(call, 0, 'Array of Objects', item);
    for (const [key, value] of Object.entries(item)) setOwn(merged, findKey(merged, key) ?? key, value);
  }
  return merged;
}

/** Walks down the given properties and indexes; null as soon as one is missing. */
function tryGet(args: readonly Value[]): Value | undefined {
  let value: Value = args[0] ?? null;
  if (value instanceof Symbolic) return undefined;
  for (const key of args.slice(1)) {
    if (value instanceof Symbolic) value = value.access(key);
    else if (key instanceof Symbolic) return undefined;
    else value = child(value, key);
    if (value === null) return null;
  }
  return value;
}

function child(value: Value, key: Value): Value {
  if (isValueArray(value) && typeof key === 'number') return value[key] ?? null;
  if (!isValueObject(value) || typeof key !== 'string') return null;
  const found = findKey(value, key);
  return found === undefined ? null : (value[found] ?? null);
}
