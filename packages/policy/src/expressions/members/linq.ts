import {
  Grouping,
  iterate,
  NetArray,
  NetDictionary,
  NetList,
  NetSet,
  Sequence,
  toIndex,
} from '../values/collections.ts';
import { hashKey, netEquals } from '../values/equality.ts';
import { DecimalNumber, double, Floating, int, Integer, isNumber, toJsNumber } from '../values/number.ts';
import { StringComparerObject } from '../values/objects.ts';
import { argumentNull, Lambda, NetException, type Value } from '../values/value.ts';
import { JOINS } from './join.ts';
import { add, divide } from './arithmetic.ts';
import { compareValues } from './comparison.ts';
import { filter, project, flatten, unique, take, skip, whileTrue, zip } from './sequences.ts';
import {
  argument,
  indexArgument,
  lambdaArgument,
  type Invocation,
  type MemberTable,
  type Method,
} from './invocation.ts';

const noElements = (): NetException => new NetException('InvalidOperationException', 'Sequence contains no elements');
const noMatch = (): NetException =>
  new NetException('InvalidOperationException', 'Sequence contains no matching element');
const tooMany = (): NetException =>
  new NetException('InvalidOperationException', 'Sequence contains more than one element');

/** An ordered sequence remembers its keys, for ThenBy. */
class Ordered extends Sequence {
  readonly source: Value;
  readonly keys: readonly SortKey[];

  constructor(source: Value, keys: readonly SortKey[]) {
    super(() => sorted(source, keys));
    this.source = source;
    this.keys = keys;
  }
}

interface SortKey {
  readonly select: Lambda;
  readonly descending: boolean;
}

function sorted(source: Value, keys: readonly SortKey[]): readonly Value[] {
  const rows = [...iterate(source)].map((item) => ({ item, keys: keys.map((key) => key.select.invoke([item])) }));
  rows.sort((left, right) => {
    for (const [index, key] of keys.entries()) {
      const order = compareValues(left.keys[index] ?? null, right.keys[index] ?? null);
      if (order !== 0) return key.descending ? -order : order;
    }
    return 0;
  });
  return rows.map((row) => row.item);
}

function matching(source: Value, call: Invocation): Iterable<Value> {
  return call.args.length > 0 ? filter(source, lambdaArgument(call, 0)) : iterate(source);
}

function first(source: Value, call: Invocation, fallback: (() => Value) | undefined): Value {
  for (const item of matching(source, call)) return item;
  if (fallback !== undefined) return fallback();
  throw call.args.length > 0 ? noMatch() : noElements();
}

function last(source: Value, call: Invocation, fallback: (() => Value) | undefined): Value {
  const items = [...matching(source, call)];
  if (items.length > 0) return items.at(-1) ?? null;
  if (fallback !== undefined) return fallback();
  throw call.args.length > 0 ? noMatch() : noElements();
}

function single(source: Value, call: Invocation, orDefault: boolean): Value {
  const items = [...matching(source, call)];
  if (items.length > 1) throw tooMany();
  if (items.length === 0 && !orDefault) throw call.args.length > 0 ? noMatch() : noElements();
  return items[0] ?? null;
}

function values(source: Value, call: Invocation): readonly Value[] {
  return [...(call.args.length > 0 ? project(source, lambdaArgument(call, 0)) : iterate(source))];
}

function extreme(source: Value, call: Invocation, wanted: number): Value {
  const [start, ...rest] = values(source, call).filter((item) => item !== null);
  if (start === undefined) {
    if (call.mayBeNull === true) return null;
    throw noElements();
  }
  return rest.reduce<Value>((best, item) => (Math.sign(compareValues(item, best)) === wanted ? item : best), start);
}

function average(items: readonly Value[]): Value {
  const [start, ...rest] = items;
  if (start === undefined) throw noElements();
  const total = rest.reduce<Value>((sum, item) => add(sum, item), start);
  if (total instanceof DecimalNumber) return divide(total, int(items.length));
  return isNumber(total) ? double(toJsNumber(total) / items.length) : null;
}

function sum(items: readonly Value[]): Value {
  const [start, ...rest] = items.filter((item) => item !== null);
  if (start === undefined) return int(0);
  return rest.reduce<Value>((total, item) => checkedAdd(total, item), start);
}

function checkedAdd(left: Value, right: Value): Value {
  const result = add(left, right);
  if (
    left instanceof Integer &&
    right instanceof Integer &&
    result instanceof Integer &&
    result.value !== left.value + right.value
  ) {
    throw new NetException('OverflowException', 'Arithmetic operation resulted in an overflow.');
  }
  return result;
}

function aggregate(source: Value, call: Invocation): Value {
  const seeded = !(argument(call, 0) instanceof Lambda);
  const step = lambdaArgument(call, seeded ? 1 : 0);
  const items = [...iterate(source)];
  const [start, ...rest] = seeded ? [argument(call, 0), ...items] : items;
  if (start === undefined) throw noElements();
  const total = rest.reduce<Value>((state, item) => step.invoke([state, item]), start);
  const finish = argument(call, seeded ? 2 : 1);
  return finish instanceof Lambda ? finish.invoke([total]) : total;
}

function groupBy(source: Value, call: Invocation): Value {
  const key = lambdaArgument(call, 0);
  const element = argument(call, 1);
  return new Sequence(() => {
    const groups = new Map<string, Grouping>();
    for (const item of iterate(source)) {
      const value = key.invoke([item]);
      const id = value === null ? 'null' : hashKey(value, comparerIgnoresCase(call));
      const group = groups.get(id) ?? new Grouping(value, []);
      group.values.push(element instanceof Lambda && element.arity === 1 ? element.invoke([item]) : item);
      groups.set(id, group);
    }
    return groups.values();
  });
}

function toDictionary(source: Value, call: Invocation): Value {
  const key = lambdaArgument(call, 0);
  const value = argument(call, 1);
  const result = new NetDictionary({ ignoreCase: comparerIgnoresCase(call) });
  for (const item of iterate(source)) {
    const id = key.invoke([item]);
    if (id === null) throw argumentNull('key');
    if (result.has(id))
      throw new NetException('ArgumentException', 'An item with the same key has already been added.');
    result.set(id, value instanceof Lambda ? value.invoke([item]) : item);
  }
  return result;
}

function comparerIgnoresCase(call: Invocation): boolean {
  return call.args.some((value) => value instanceof StringComparerObject && value.ignoreCase);
}

function contains(items: Iterable<Value>, value: Value, ignoreCase: boolean): boolean {
  for (const item of items) {
    if (
      ignoreCase && typeof item === 'string' && typeof value === 'string'
        ? item.toUpperCase() === value.toUpperCase()
        : netEquals(item, value)
    )
      return true;
  }
  return false;
}

function elementAt(source: Value, index: number): Value | undefined {
  return index < 0 ? undefined : [...iterate(source)][index];
}

function ofType(source: Value, call: Invocation, cast: boolean): Iterable<Value> {
  const wanted = call.typeArgs[0]?.name ?? 'object';
  const items = [...iterate(source)];
  return cast ? items : items.filter((item) => item !== null && isOfType(item, wanted));
}

function isOfType(value: NonNullable<Value>, type: string): boolean {
  const name =
    typeof value === 'string'
      ? 'string'
      : typeof value === 'boolean'
        ? 'bool'
        : isNumber(value)
          ? value.type
          : (value.netType.split('.').at(-1) ?? '');
  return type === 'object' || name === type || (type === 'JToken' && name.startsWith('J'));
}

const lazy =
  (walk: (self: Value, call: Invocation) => Iterable<Value>): Method =>
  (self, call) =>
    new Sequence(() => walk(self, call));

/** `System.Linq.Enumerable`'s extension methods, for strings and all collections. */
export const LINQ: MemberTable = {
  properties: {},
  methods: {
    Where: lazy((self, call) => filter(self, lambdaArgument(call, 0))),
    Select: lazy((self, call) => project(self, lambdaArgument(call, 0))),
    SelectMany: lazy(flatten),
    Distinct: lazy((self, call) => unique(iterate(self), comparerIgnoresCase(call))),
    Take: lazy((self, call) => take(self, indexArgument(call, 0))),
    Skip: lazy((self, call) => skip(self, indexArgument(call, 0))),
    TakeWhile: lazy((self, call) => whileTrue(self, lambdaArgument(call, 0), true)),
    SkipWhile: lazy((self, call) => whileTrue(self, lambdaArgument(call, 0), false)),
    Concat: lazy((self, call) => [...iterate(self), ...iterate(argument(call, 0))]),
    Append: lazy((self, call) => [...iterate(self), argument(call, 0)]),
    Prepend: lazy((self, call) => [argument(call, 0), ...iterate(self)]),
    Union: lazy((self, call) => unique([...iterate(self), ...iterate(argument(call, 0))], comparerIgnoresCase(call))),
    Intersect: lazy((self, call) => {
      const other = [...iterate(argument(call, 0))];
      return unique(
        [...iterate(self)].filter((item) => contains(other, item, comparerIgnoresCase(call))),
        comparerIgnoresCase(call),
      );
    }),
    Except: lazy((self, call) => {
      const other = [...iterate(argument(call, 0))];
      return unique(
        [...iterate(self)].filter((item) => !contains(other, item, comparerIgnoresCase(call))),
        comparerIgnoresCase(call),
      );
    }),
    Reverse: lazy((self) => [...iterate(self)].reverse()),
    Zip: lazy((self, call) => zip(self, argument(call, 0), lambdaArgument(call, 1))),
    DefaultIfEmpty: lazy((self, call) => {
      const items = [...iterate(self)];
      return items.length > 0 ? items : [argument(call, 0)];
    }),
    OfType: lazy((self, call) => ofType(self, call, false)),
    Cast: lazy((self, call) => ofType(self, call, true)),
    AsEnumerable: (self) => self,
    ...JOINS,
    GroupBy: groupBy,
    OrderBy: (self, call) => new Ordered(self, [{ select: lambdaArgument(call, 0), descending: false }]),
    OrderByDescending: (self, call) => new Ordered(self, [{ select: lambdaArgument(call, 0), descending: true }]),
    ThenBy: (self, call) => thenBy(self, lambdaArgument(call, 0), false),
    ThenByDescending: (self, call) => thenBy(self, lambdaArgument(call, 0), true),
    Any: (self, call) => matching(self, call)[Symbol.iterator]().next().done !== true,
    All: (self, call) => {
      const test = lambdaArgument(call, 0);
      for (const item of iterate(self)) if (test.invoke([item]) !== true) return false;
      return true;
    },
    Contains: (self, call) => contains(iterate(self), argument(call, 0), comparerIgnoresCase(call)),
    Count: (self, call) => int([...matching(self, call)].length),
    LongCount: (self, call) => new Integer('long', BigInt([...matching(self, call)].length)),
    First: (self, call) => first(self, call, undefined),
    FirstOrDefault: (self, call) => first(self, call, () => null),
    Last: (self, call) => last(self, call, undefined),
    LastOrDefault: (self, call) => last(self, call, () => null),
    Single: (self, call) => single(self, call, false),
    SingleOrDefault: (self, call) => single(self, call, true),
    ElementAt: (self, call) => {
      const item = elementAt(self, toIndex(argument(call, 0)));
      if (item === undefined)
        throw new NetException(
          'ArgumentOutOfRangeException',
          "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
        );
      return item;
    },
    ElementAtOrDefault: (self, call) => elementAt(self, toIndex(argument(call, 0))) ?? null,
    Sum: (self, call) => sum(values(self, call)),
    Average: (self, call) => average(values(self, call)),
    Min: (self, call) => extreme(self, call, -1),
    Max: (self, call) => extreme(self, call, 1),
    Aggregate: aggregate,
    ToList: (self) => new NetList([...iterate(self)]),
    ToArray: (self) => {
      const items = [...iterate(self)];
      return new NetArray(items, elementType(items));
    },
    ToHashSet: (self, call) => new NetSet(iterate(self), comparerIgnoresCase(call)),
    ToDictionary: toDictionary,
    SequenceEqual: (self, call) => {
      const [left, right] = [[...iterate(self)], [...iterate(argument(call, 0))]];
      return left.length === right.length && left.every((item, index) => netEquals(item, right[index] ?? null));
    },
  },
};

function thenBy(self: Value, select: Lambda, descending: boolean): Value {
  if (!(self instanceof Ordered)) throw new NetException('InvalidCastException', 'Specified cast is not valid.');
  return new Ordered(self.source, [...self.keys, { select, descending }]);
}

/** The element type that can be told from the elements themselves. */
export function elementType(items: readonly Value[]): string {
  const types = new Set(
    items.map((item) =>
      typeof item === 'string'
        ? 'string'
        : typeof item === 'boolean'
          ? 'bool'
          : item instanceof Integer || item instanceof Floating
            ? item.type
            : 'object',
    ),
  );
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : 'object';
}
