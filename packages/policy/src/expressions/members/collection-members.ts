import {
  Grouping,
  iterate,
  KeyValuePair,
  NetArray,
  NetDictionary,
  NetList,
  NetQueue,
  NetSet,
  RecordObject,
  toIndex,
} from '../values/collections.ts';
import { netEquals } from '../values/equality.ts';
import { int, Integer, DecimalNumber, Floating, isNumber } from '../values/number.ts';
import { valueText } from '../values/text.ts';
import { argumentNull, Lambda, NetException, type Value } from '../values/value.ts';
import type { TypeRef } from '../syntax.ts';
import { castValue, invalidCast, isOfType } from './conversion.ts';
import { compareValues } from './comparison.ts';
import { argument, indexArgument, lambdaArgument, tableFor, type Invocation } from './invocation.ts';

const INDEX_MESSAGE =
  "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')";

export const LIST = tableFor((value): value is NetList => value instanceof NetList, {
  properties: { Count: (self) => int(self.values.length), Capacity: (self) => int(self.values.length) },
  methods: {
    Add: (self, call) => quietly(() => self.values.push(argument(call, 0))),
    AddRange: (self, call) => quietly(() => self.values.push(...iterate(argument(call, 0)))),
    Clear: (self) => quietly(() => self.values.splice(0)),
    Insert: (self, call) => quietly(() => self.values.splice(checkedIndex(self.values, call, 1), 0, argument(call, 1))),
    InsertRange: (self, call) =>
      quietly(() => self.values.splice(checkedIndex(self.values, call, 1), 0, ...iterate(argument(call, 1)))),
    Remove: (self, call) => {
      const index = self.values.findIndex((item) => netEquals(item, argument(call, 0)));
      if (index !== -1) self.values.splice(index, 1);
      return index !== -1;
    },
    RemoveAt: (self, call) => quietly(() => self.values.splice(checkedIndex(self.values, call, 0), 1)),
    RemoveRange: (self, call) =>
      quietly(() => self.values.splice(checkedIndex(self.values, call, 1), indexArgument(call, 1))),
    RemoveAll: (self, call) => {
      const test = lambdaArgument(call, 0);
      const kept = self.values.filter((item) => test.invoke([item]) !== true);
      const removed = self.values.length - kept.length;
      self.values.splice(0, self.values.length, ...kept);
      return int(removed);
    },
    IndexOf: (self, call) => int(self.values.findIndex((item) => netEquals(item, argument(call, 0)))),
    LastIndexOf: (self, call) => int(self.values.findLastIndex((item) => netEquals(item, argument(call, 0)))),
    Exists: (self, call) => self.values.some((item) => lambdaArgument(call, 0).invoke([item]) === true),
    TrueForAll: (self, call) => self.values.every((item) => lambdaArgument(call, 0).invoke([item]) === true),
    Find: (self, call) => self.values.find((item) => lambdaArgument(call, 0).invoke([item]) === true) ?? null,
    FindIndex: (self, call) => int(self.values.findIndex((item) => lambdaArgument(call, 0).invoke([item]) === true)),
    FindAll: (self, call) => new NetList(self.values.filter((item) => lambdaArgument(call, 0).invoke([item]) === true)),
    ForEach: (self, call) => {
      for (const item of self.items()) lambdaArgument(call, 0).invoke([item]);
      return null;
    },
    GetRange: (self, call) =>
      new NetList(self.values.slice(indexArgument(call, 0), indexArgument(call, 0) + indexArgument(call, 1))),
    ConvertAll: (self, call) => new NetList(self.values.map((item) => lambdaArgument(call, 0).invoke([item]))),
    Reverse: (self) => quietly(() => self.values.reverse()),
    Sort: (self, call) => {
      const comparison = argument(call, 0);
      self.values.sort((left, right) =>
        comparison instanceof Lambda ? toIndex(comparison.invoke([left, right])) : compareValues(left, right),
      );
      return null;
    },
    AsReadOnly: (self) => self,
  },
});

/** Runs a method that has no result. */
function quietly(run: () => unknown): null {
  run();
  return null;
}

function checkedIndex(values: readonly Value[], call: Invocation, slack: 0 | 1): number {
  const index = indexArgument(call, 0);
  if (index < 0 || index >= values.length + slack) throw new NetException('ArgumentOutOfRangeException', INDEX_MESSAGE);
  return index;
}

export const ARRAY = tableFor((value): value is NetArray => value instanceof NetArray, {
  properties: {
    Length: (self) => int([...self.items()].length),
    LongLength: (self) => new Integer('long', BigInt([...self.items()].length)),
    Rank: () => int(1),
  },
  methods: {
    GetValue: (self, call) => self.values[indexArgument(call, 0)] ?? null,
    SetValue: (self, call) => quietly(() => (self.values[indexArgument(call, 1)] = argument(call, 0))),
    Clone: (self) => new NetArray([...self.values], self.element),
  },
});

export const DICTIONARY = tableFor((value): value is NetDictionary => value instanceof NetDictionary, {
  properties: {
    Count: (self) => int(self.size),
    Keys: (self) => new NetList([...self.items()].map((entry) => entry.key)),
    Values: (self) => new NetList([...self.items()].map((entry) => entry.value)),
  },
  methods: {
    ContainsKey: (self, call) => self.has(argument(call, 0)),
    ContainsValue: (self, call) => [...self.items()].some((entry) => netEquals(entry.value, argument(call, 0))),
    TryGetValue: (self, call) => {
      const found = self.get(argument(call, 0));
      call.out(1, found ?? null);
      return found !== undefined;
    },
    GetValueOrDefault: valueOrDefault,
    Add: (self, call) => {
      writable(self);
      const key = argument(call, 0);
      if (key === null) throw argumentNull('key');
      if (self.has(key))
        throw new NetException(
          'ArgumentException',
          `An item with the same key has already been added. Key: ${valueText(key)}`,
        );
      self.set(key, argument(call, 1));
      return null;
    },
    TryAdd: (self, call) => {
      writable(self);
      if (self.has(argument(call, 0))) return false;
      self.set(argument(call, 0), argument(call, 1));
      return true;
    },
    Remove: (self, call) => {
      writable(self);
      return self.delete(argument(call, 0));
    },
    Clear: (self) => {
      writable(self);
      self.clear();
      return null;
    },
    // An extension of API Management's own for what `Body.AsFormUrlEncodedContent()` gives.
    ToFormUrlEncodedContent: (self) =>
      [...self.items()]
        .flatMap(({ key, value }) =>
          [...iterate(value)].map((each): [string, string] => [valueText(key), valueText(each)]),
        )
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`.replaceAll('%20', '+'))
        .join('&'),
  },
});

/** Throws where the dictionary belongs to `context`, which is read-only. */
export function writable(dictionary: NetDictionary): void {
  if (dictionary.readOnly) throw new NetException('NotSupportedException', 'Collection is read-only.');
}

/** `context`'s own: headers and claims are joined with commas, a variable of another type throws. */
function valueOrDefault(self: NetDictionary, call: Invocation): Value {
  const found = self.get(argument(call, 0));
  const fallback = argument(call, 1);
  // .NET's own extension, where the default is an array: the values as they are.
  if (self.flavour === 'header' && fallback instanceof NetArray) return found ?? fallback;
  if (self.flavour === 'header') return found instanceof NetArray ? found.values.map(valueText).join(',') : fallback;
  const [type] = call.typeArgs;
  if (found === undefined) {
    if (call.args.length > 1 || type === undefined) return fallback;
    return defaultOfType(type.nullable ? 'object' : type.name);
  }
  if (self.flavour !== 'variables') return found;
  if (type !== undefined) return unbox(found, type);
  return sameType(found, fallback) ? found : castMismatch(found, fallback);
}

/** A variable is a boxed value: it must be of the very type, numbers too. */
function unbox(found: Value, type: TypeRef): Value {
  const isNumberOfOther = isNumber(found) && !isOfType(found, { ...type, nullable: false });
  if (isNumberOfOther) throw invalidCast(found, type);
  return castValue(found, type);
}

/** Without a type argument the type is that of the default value given. */
function sameType(found: Value, fallback: Value): boolean {
  if (found === null || fallback === null) return true;
  if (typeof found === 'string' || typeof fallback === 'string') return typeof found === typeof fallback;
  if (typeof found === 'boolean' || typeof fallback === 'boolean') return typeof found === typeof fallback;
  return found.netType === fallback.netType;
}

function castMismatch(found: Value, fallback: Value): never {
  const name = (value: Value): string =>
    typeof value === 'string'
      ? 'System.String'
      : typeof value === 'boolean'
        ? 'System.Boolean'
        : (value?.netType ?? 'null');
  throw new NetException(
    'InvalidCastException',
    `Unable to cast object of type '${name(found)}' to type '${name(fallback)}'.`,
  );
}

/** `default(T)` for a type by name. */
export function defaultOfType(name: string): Value {
  switch (name) {
    case 'bool':
    case 'Boolean':
      return false;
    case 'double':
    case 'float':
      return new Floating(name, 0);
    case 'decimal':
      return new DecimalNumber({ unscaled: 0n, scale: 0 });
    case 'int':
    case 'Int32':
      return int(0);
    case 'long':
    case 'Int64':
      return new Integer('long', 0n);
    default:
      return null;
  }
}

export const SET = tableFor((value): value is NetSet => value instanceof NetSet, {
  properties: { Count: (self) => int(self.size) },
  methods: {
    Add: (self, call) => self.add(argument(call, 0)),
    Contains: (self, call) => self.has(argument(call, 0)),
    Remove: (self, call) => self.delete(argument(call, 0)),
    UnionWith: (self, call) => {
      for (const item of iterate(argument(call, 0))) self.add(item);
      return null;
    },
    Overlaps: (self, call) => [...iterate(argument(call, 0))].some((item) => self.has(item)),
    IsSubsetOf: (self, call) => {
      const other = new NetSet(iterate(argument(call, 0)), self.ignoreCase);
      return [...self.items()].every((item) => other.has(item));
    },
    IsSupersetOf: (self, call) => [...iterate(argument(call, 0))].every((item) => self.has(item)),
    SetEquals: (self, call) => {
      const other = new NetSet(iterate(argument(call, 0)), self.ignoreCase);
      return other.size === self.size && [...other.items()].every((item) => self.has(item));
    },
  },
});

export const QUEUE = tableFor((value): value is NetQueue => value instanceof NetQueue, {
  properties: { Count: (self) => int(self.values.length) },
  methods: {
    Enqueue: (self, call) => quietly(() => self.values.push(argument(call, 0))),
    Push: (self, call) => quietly(() => self.values.unshift(argument(call, 0))),
    Dequeue: takeFirst,
    Pop: takeFirst,
    Peek: (self) => {
      if (self.values.length === 0) throw new NetException('InvalidOperationException', `${self.kind} empty.`);
      return self.values[0] ?? null;
    },
    Clear: (self) => quietly(() => self.values.splice(0)),
  },
});

function takeFirst(self: NetQueue): Value {
  if (self.values.length === 0) throw new NetException('InvalidOperationException', `${self.kind} empty.`);
  return self.values.shift() ?? null;
}

export const PAIR = tableFor((value): value is KeyValuePair => value instanceof KeyValuePair, {
  properties: { Key: (self) => self.key, Value: (self) => self.value },
});

export const GROUPING = tableFor((value): value is Grouping => value instanceof Grouping, {
  properties: { Key: (self) => self.key },
});

export const RECORD = tableFor((value): value is RecordObject => value instanceof RecordObject, {});

/** `list[0]`, `dictionary["a"]`: one place for all indexers of collections. */
export function indexCollection(self: NetArray | NetList | NetDictionary, key: Value): Value {
  if (self instanceof NetDictionary) {
    const found = self.get(key);
    if (found === undefined)
      throw new NetException(
        'KeyNotFoundException',
        `The given key '${valueText(key)}' was not present in the dictionary.`,
      );
    return found;
  }
  const index = toIndex(key);
  const found = self.values[index];
  if (index >= 0 && index < self.values.length) return found ?? null;
  if (self instanceof NetArray)
    throw new NetException('IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  throw new NetException('ArgumentOutOfRangeException', INDEX_MESSAGE);
}
