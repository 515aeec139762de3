import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { Symbolic, type Value, isKnown, isValueArray, isValueObject } from '../expression/value.ts';
import { type Json, findKey, isArray } from '../json.ts';
import { argumentError, arrayAt, integerAt, stringAt } from './arguments.ts';
import { deepEqual } from './compare.ts';
import { type FunctionTable, pure, structural } from './registry.ts';
import { toText } from './text.ts';

/** Functions over arrays, and those that take a string as well as an array. */
export const arrayFunctions: FunctionTable = {
  array: structural(1, 1, ([value = null]) =>
    value instanceof Symbolic ? undefined : isValueArray(value) ? value : [value],
  ),
  createArray: structural(0, Infinity, (args) => args),
  concat: structural(0, Infinity, concat),
  contains: structural(2, 2, contains),
  empty: structural(1, 1, empty),
  first: structural(1, 1, (args, call) => atEnd(args, call, 0)),
  last: structural(1, 1, (args, call) => atEnd(args, call, -1)),
  flatten: structural(1, 1, flatten),
  indexOf: pure(2, 2, (args, call) => findIndex(args, call, 'first')),
  lastIndexOf: pure(2, 2, (args, call) => findIndex(args, call, 'last')),
  length: structural(1, 1, length),
  range: pure(2, 2, range),
  skip: structural(2, 2, (args, call) => slice(args, call, (count) => [Math.max(count, 0), undefined])),
  take: structural(2, 2, (args, call) => slice(args, call, (count) => [0, Math.max(count, 0)])),
  tryIndexFromEnd: structural(2, Infinity, (args, call) => fromEnd(args, call, () => null)),
  indexFromEnd: structural(2, 2, (args, call) =>
    fromEnd(args, call, (index) => {
      throw new ExpressionError(
        `The language expression property array index '${String(index)}' from the end is out of bounds.`,
      );
    }),
  ),
};

function concat(args: readonly Value[], call: FunctionCall): Value | undefined {
  if (args.length > 0 && args.every(isValueArray)) return args.flat();
  if (!args.every(isKnown)) return undefined;
  const wrong = args.findIndex((argument) => typeof argument === 'object');
  if (wrong !== -1) throw argumentError(call, wrong, isArray(args[0]) ? 'Array' : 'String', args[wrong]);
  return args.map(toText).join('');
}

function contains(args: readonly Value[], call: FunctionCall): boolean | undefined {
  const [container = null, item = null] = args;
  if (container instanceof Symbolic || !isKnown(item)) return undefined;
  if (isValueObject(container)) return findKey(container, toText(item)) !== undefined;
  if (isValueArray(container)) return container.some((candidate) => isKnown(candidate) && deepEqual(candidate, item));
  if (typeof container === 'string') return container.includes(toText(item));
  throw argumentError(call, 0, 'Array, Object or String', container);
}

function empty(args: readonly Value[], call: FunctionCall): boolean | undefined {
  const value = args[0] ?? null;
  if (value instanceof Symbolic) return undefined;
  if (value === null || value === '') return true;
  if (isValueArray(value)) return value.length === 0;
  if (isValueObject(value)) return Object.keys(value).length === 0;
  if (typeof value === 'string') return false;
  throw argumentError(call, 0, 'Array, Object or String', value);
}

function atEnd(args: readonly Value[], call: FunctionCall, index: 0 | -1): Value | undefined {
  const value = args[0] ?? null;
  if (value instanceof Symbolic) return undefined;
  if (typeof value === 'string') return value.at(index) ?? '';
  if (isValueArray(value)) return value.at(index) ?? null;
  throw argumentError(call, 0, 'Array or String', value);
}

function flatten(args: readonly Value[], call: FunctionCall): readonly Value[] | undefined {
  if (args[0] instanceof Symbolic) return undefined;
  const outer = arrayAt(args, 0, call);
  if (outer.some((item) => item instanceof Symbolic)) return undefined;
  return outer.flatMap((item) => {
    if (!isValueArray(item)) throw argumentError(call, 0, 'Array of Arrays', item);
    return item;
  });
}

function findIndex(args: readonly Json[], call: FunctionCall, which: 'first' | 'last'): number {
  const [container = null, item = null] = args;
  if (isArray(container)) {
    const matches = (candidate: Json): boolean => deepEqual(candidate, item);
    return which === 'first' ? container.findIndex(matches) : container.findLastIndex(matches);
  }
  const text = stringAt(args, 0, call).toLowerCase();
  const searched = stringAt(args, 1, call).toLowerCase();
  return which === 'first' ? text.indexOf(searched) : text.lastIndexOf(searched);
}

function length(args: readonly Value[], call: FunctionCall): number | undefined {
  const value = args[0] ?? null;
  if (value instanceof Symbolic) return undefined;
  if (typeof value === 'string' || isValueArray(value)) return value.length;
  if (isValueObject(value)) return Object.keys(value).length;
  throw argumentError(call, 0, 'Array, Object or String', value);
}

function range(args: readonly Json[], call: FunctionCall): readonly number[] {
  const start = integerAt(args, 0, call);
  const count = integerAt(args, 1, call);
  if (count < 0 || count > 10_000 || start + count > 2_147_483_647) {
    throw new ExpressionError(
      `The template language function 'range' is not valid: the count '${String(count)}' must be from 0 to 10000 and the last number below 2147483647.`,
    );
  }
  return Array.from({ length: count }, (_, index) => start + index);
}

function slice(
  args: readonly Value[],
  call: FunctionCall,
  bounds: (count: number) => readonly [number, number | undefined],
): Value | undefined {
  const [value = null, count = null] = args;
  if (value instanceof Symbolic || count instanceof Symbolic) return undefined;
  const [from, to] = bounds(integerAt(args, 1, call));
  if (typeof value === 'string' || isValueArray(value)) return value.slice(from, to);
  throw argumentError(call, 0, 'Array or String', value);
}

/** The element counted from the end, 1 being the last one. */
function fromEnd(args: readonly Value[], call: FunctionCall, missing: (index: number) => Value): Value | undefined {
  const [value = null, position = null] = args;
  if (value instanceof Symbolic || position instanceof Symbolic) return undefined;
  if (!isValueArray(value)) throw argumentError(call, 0, 'Array', value);
  const index = integerAt(args, 1, call);
  const found = index < 1 ? undefined : value.at(-index);
  return found === undefined ? missing(index) : found;
}
