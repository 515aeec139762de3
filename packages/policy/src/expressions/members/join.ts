import { Grouping, iterate, NetList, Sequence } from '../values/collections.ts';
import { hashKey } from '../values/equality.ts';
import { NetException, type Value } from '../values/value.ts';
import { argument, lambdaArgument, type Invocation, type Method } from './invocation.ts';
import { compareValues } from './comparison.ts';

function groups(items: Iterable<Value>, key: (item: Value) => Value): ReadonlyMap<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const item of items) {
    const value = key(item);
    if (value === null) continue;
    const id = hashKey(value);
    found.set(id, [...(found.get(id) ?? []), item]);
  }
  return found;
}

function joined(
  self: Value,
  call: Invocation,
  pair: (outer: Value, inner: readonly Value[]) => Iterable<Value>,
): Sequence {
  const [outerKey, innerKey] = [lambdaArgument(call, 1), lambdaArgument(call, 2)];
  return new Sequence(() => {
    const inner = groups(iterate(argument(call, 0)), (item) => innerKey.invoke([item]));
    return [...iterate(self)].flatMap((outer) => {
      const key = outerKey.invoke([outer]);
      return [...pair(outer, key === null ? [] : (inner.get(hashKey(key)) ?? []))];
    });
  });
}

function* chunks(self: Value, size: number): Iterable<Value> {
  const items = [...iterate(self)];
  for (let at = 0; at < items.length; at += size) yield new NetList(items.slice(at, at + size));
}

/** LINQ's methods that bring two sequences together, and those of .NET 6 and later. */
export const JOINS: Readonly<Record<string, Method>> = {
  Join: (self, call) =>
    joined(self, call, (outer, inner) => inner.map((item) => lambdaArgument(call, 3).invoke([outer, item]))),
  GroupJoin: (self, call) =>
    joined(self, call, (outer, inner) => [lambdaArgument(call, 3).invoke([outer, new NetList([...inner])])]),
  ToLookup: (self, call) => {
    const key = lambdaArgument(call, 0);
    const select = call.args.length > 1 ? lambdaArgument(call, 1) : undefined;
    const found = new Map<string, Grouping>();
    for (const item of iterate(self)) {
      const value = key.invoke([item]);
      const id = value === null ? 'null' : hashKey(value);
      const group = found.get(id) ?? new Grouping(value, []);
      group.values.push(select === undefined ? item : select.invoke([item]));
      found.set(id, group);
    }
    return new Lookup(found);
  },
  TakeLast: (self, call) => new Sequence(() => [...iterate(self)].slice(-Number(count(call)))),
  SkipLast: (self, call) => new Sequence(() => [...iterate(self)].slice(0, -Number(count(call)) || undefined)),
  Chunk: (self, call) => new Sequence(() => chunks(self, Number(count(call)))),
  DistinctBy: (self, call) =>
    new Sequence(() =>
      [...groups(iterate(self), (item) => lambdaArgument(call, 0).invoke([item])).values()].map(
        ([first = null]) => first,
      ),
    ),
  MaxBy: (self, call) => extreme(self, call, 1),
  MinBy: (self, call) => extreme(self, call, -1),
  Order: (self) => new Sequence(() => [...iterate(self)].sort(compareValues)),
  OrderDescending: (self) => new Sequence(() => [...iterate(self)].sort((a, b) => compareValues(b, a))),
};

function count(call: Invocation): bigint {
  const value = argument(call, 0);
  if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'bigint')
    return value.value;
  throw new NetException('ArgumentNullException', "Value cannot be null. (Parameter 'count')");
}

function extreme(self: Value, call: Invocation, wanted: number): Value {
  const key = lambdaArgument(call, 0);
  const rows = [...iterate(self)].map((item) => ({ item, key: key.invoke([item]) }));
  const [start, ...rest] = rows;
  if (start === undefined) throw new NetException('InvalidOperationException', 'Sequence contains no elements');
  return rest.reduce((best, row) => (Math.sign(compareValues(row.key, best.key)) === wanted ? row : best), start).item;
}

/** `ILookup<K, V>`: a key that is not there gives an empty sequence. */
export class Lookup extends Sequence {
  readonly #groups: ReadonlyMap<string, Grouping>;

  constructor(found: ReadonlyMap<string, Grouping>) {
    super(() => found.values());
    this.#groups = found;
  }

  get size(): number {
    return this.#groups.size;
  }

  group(key: Value): Value {
    return this.#groups.get(key === null ? 'null' : hashKey(key)) ?? new NetList();
  }
}
