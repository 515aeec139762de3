import { Char, EnumValue, NetException, NetObject, nullReference, type Value } from './value.ts';
import { isNumber, Integer, Floating } from './number.ts';
import { hashKey } from './equality.ts';
import { netShortName } from './keyword-types.ts';

/** `System.Int32` of `int`. */
function netNameOf(name: string): string {
  const array = name.indexOf('[');
  if (array !== -1) return `${netNameOf(name.slice(0, array))}${name.slice(array)}`;
  return `System.${netShortName(name)}`;
}

/** Anything that `foreach` and LINQ can walk. */
export abstract class EnumerableObject extends NetObject {
  abstract items(): Iterable<Value>;
}

/** `T[]`: fixed in length. Bytes are an array of integers of type `byte`. */
export class NetArray extends EnumerableObject {
  readonly values: Value[];
  /** C#'s name of the element type, `object` where unknown. */
  readonly element: string;
  /** The number of dimensions; of several, the elements are arrays of one dimension less. */
  readonly rank: number;

  constructor(values: Value[], element = 'object', rank = 1) {
    super();
    this.values = values;
    this.element = element === 'unknown' ? 'object' : element;
    this.rank = rank;
  }

  get netType(): string {
    return `${netNameOf(this.element)}[${','.repeat(this.rank - 1)}]`;
  }

  override *items(): Iterable<Value> {
    if (this.rank === 1) yield* this.values;
    else for (const row of this.values) if (row instanceof NetArray) yield* row.items();
  }
}

/** `List<T>`, and what behaves like one. */
export class NetList extends EnumerableObject {
  readonly netType = 'System.Collections.Generic.List';
  readonly values: Value[];

  constructor(values: Value[] = []) {
    super();
    this.values = values;
  }

  override *items(): Iterable<Value> {
    const { length } = this.values;
    for (const value of this.values) {
      yield value;
      if (this.values.length !== length) {
        throw new NetException(
          'InvalidOperationException',
          'Collection was modified; enumeration operation may not execute.',
        );
      }
    }
  }
}

/** A deferred LINQ query: walked anew each time. */
export class Sequence extends EnumerableObject {
  readonly netType = 'System.Linq.Enumerable';
  readonly #walk: () => Iterable<Value>;

  constructor(walk: () => Iterable<Value>) {
    super();
    this.#walk = walk;
  }

  override items(): Iterable<Value> {
    return this.#walk();
  }
}

/** One group of `GroupBy`. */
export class Grouping extends EnumerableObject {
  readonly netType = 'System.Linq.Grouping';
  readonly key: Value;
  readonly values: Value[];

  constructor(key: Value, values: Value[]) {
    super();
    this.key = key;
    this.values = values;
  }

  override items(): Iterable<Value> {
    return this.values;
  }
}

export class KeyValuePair extends NetObject {
  readonly netType = 'System.Collections.Generic.KeyValuePair';
  readonly key: Value;
  readonly value: Value;

  constructor(key: Value, value: Value) {
    super();
    this.key = key;
    this.value = value;
  }
}

/** `Dictionary<K, V>` and the read-only dictionaries of `context`. */
export class NetDictionary extends EnumerableObject {
  readonly netType = 'System.Collections.Generic.Dictionary';
  readonly ignoreCase: boolean;
  readonly readOnly: boolean;
  /** How GetValueOrDefault of `context` reads an entry: header values are joined with commas. */
  readonly flavour: 'plain' | 'header' | 'variables';
  readonly #entries = new Map<string, KeyValuePair>();

  constructor(options: { ignoreCase?: boolean; readOnly?: boolean; flavour?: 'plain' | 'header' | 'variables' } = {}) {
    super();
    this.ignoreCase = options.ignoreCase ?? false;
    this.readOnly = options.readOnly ?? false;
    this.flavour = options.flavour ?? 'plain';
  }

  get(key: Value): Value | undefined {
    return this.#entries.get(hashKey(key, this.ignoreCase))?.value;
  }

  has(key: Value): boolean {
    return this.#entries.has(hashKey(key, this.ignoreCase));
  }

  set(key: Value, value: Value): void {
    this.#entries.set(hashKey(key, this.ignoreCase), new KeyValuePair(key, value));
  }

  delete(key: Value): boolean {
    return this.#entries.delete(hashKey(key, this.ignoreCase));
  }

  clear(): void {
    this.#entries.clear();
  }

  get size(): number {
    return this.#entries.size;
  }

  override items(): Iterable<KeyValuePair> {
    return this.#entries.values();
  }
}

export class NetSet extends EnumerableObject {
  readonly netType = 'System.Collections.Generic.HashSet';
  readonly ignoreCase: boolean;
  readonly #values = new Map<string, Value>();

  constructor(values: Iterable<Value>, ignoreCase = false) {
    super();
    this.ignoreCase = ignoreCase;
    for (const value of values) this.add(value);
  }

  add(value: Value): boolean {
    if (this.has(value)) return false;
    this.#values.set(hashKey(value, this.ignoreCase), value);
    return true;
  }

  has(value: Value): boolean {
    return this.#values.has(hashKey(value, this.ignoreCase));
  }

  delete(value: Value): boolean {
    return this.#values.delete(hashKey(value, this.ignoreCase));
  }

  get size(): number {
    return this.#values.size;
  }

  override items(): Iterable<Value> {
    return this.#values.values();
  }
}

/** `Queue<T>` or `Stack<T>`: first out is the first of `values`. */
export class NetQueue extends EnumerableObject {
  readonly kind: 'Queue' | 'Stack';
  readonly values: Value[];

  constructor(kind: 'Queue' | 'Stack', values: Value[]) {
    super();
    this.kind = kind;
    this.values = values;
  }

  get netType(): string {
    return `System.Collections.Generic.${this.kind}`;
  }

  override items(): Iterable<Value> {
    return this.values;
  }
}

/** `Tuple`, `ValueTuple` and anonymous types: named members, equal by value. */
export class RecordObject extends NetObject {
  readonly kind: 'tuple' | 'anonymous';
  readonly members: ReadonlyMap<string, Value>;

  constructor(kind: 'tuple' | 'anonymous', members: ReadonlyMap<string, Value>) {
    super();
    this.kind = kind;
    this.members = members;
  }

  /** The elements in order, without the names that a tuple gives them. */
  get equalityKey(): string {
    const members = [...this.members].filter(([name]) => this.kind !== 'tuple' || /^Item\d$/.test(name));
    return members.map(([name, value]) => `${name}=${value === null ? 'null' : hashKey(value)}`).join(';');
  }

  get netType(): string {
    return this.kind === 'tuple' ? 'System.ValueTuple' : 'AnonymousType';
  }
}

/** The elements of `value`, as `foreach` sees them. */
export function iterate(value: Value): Iterable<Value> {
  if (value === null) throw nullReference();
  if (typeof value === 'string')
    return [...Array(value.length).keys()].map((index) => new Char(value.charCodeAt(index)));
  if (value instanceof EnumerableObject) return value.items();
  throw new NetException(
    'InvalidCastException',
    `Unable to cast object of type '${netTypeName(value)}' to type 'System.Collections.IEnumerable'.`,
  );
}

/** Full .NET name of the type of a value that is not null. */
export function netTypeName(value: NonNullable<Value>): string {
  if (typeof value === 'string') return 'System.String';
  return typeof value === 'boolean' ? 'System.Boolean' : value.netType;
}

export function toBytes(value: Value): Buffer {
  if (!(value instanceof NetArray)) throw nullReference();
  return Buffer.from(value.values.map((item) => (item instanceof Integer ? Number(item.value) : 0)));
}

export function fromBytes(bytes: Uint8Array): NetArray {
  return new NetArray(
    [...bytes].map((byte) => new Integer('byte', BigInt(byte))),
    'byte',
  );
}

/** An index or count argument. Enumerations and characters convert as C# converts them. */
export function toIndex(value: Value | undefined): number {
  if (value instanceof Integer) return Number(value.value);
  if (value instanceof Char) return value.code;
  if (value instanceof Floating) return Math.trunc(value.value);
  if (value instanceof EnumValue) return value.number;
  if (isNumber(value)) return 0;
  throw new NetException('InvalidCastException', 'Specified cast is not valid.');
}
