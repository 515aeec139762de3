import { EnumerableObject, KeyValuePair } from './collections.ts';
import { DateTime } from './time.ts';
import { DecimalNumber, Floating, Integer } from './number.ts';
import { NetException, type Value } from './value.ts';

/** Base of Newtonsoft's tokens. A token knows its parent, which Path, Remove and Replace need. */
export abstract class JToken extends EnumerableObject {
  parent: JToken | undefined;
  abstract readonly tokenType: JTokenType;
  abstract children(): readonly JToken[];
  abstract clone(): JToken;
}

export const JTOKEN_TYPES = [
  'None',
  'Object',
  'Array',
  'Constructor',
  'Property',
  'Comment',
  'Integer',
  'Float',
  'String',
  'Boolean',
  'Null',
  'Undefined',
  'Date',
  'Raw',
  'Bytes',
  'Guid',
  'Uri',
  'TimeSpan',
] as const;
export type JTokenType = (typeof JTOKEN_TYPES)[number];

/** `token` itself, or a copy where it already hangs in a tree: Newtonsoft clones what has a parent. */
export function adopt<T extends JToken>(token: T, parent: JToken): T {
  const free = token.parent === undefined ? token : (token.clone() as T);
  free.parent = parent;
  return free;
}

export class JValue extends JToken {
  readonly netType = 'Newtonsoft.Json.Linq.JValue';
  value: Value;
  /** A null that was made of a string is of type String. */
  readonly isTextNull: boolean;

  constructor(value: Value, isTextNull = false) {
    super();
    this.value = value;
    this.isTextNull = isTextNull;
  }

  get tokenType(): JTokenType {
    const { value } = this;
    if (value === null) return this.isTextNull ? 'String' : 'Null';
    if (typeof value === 'string') return 'String';
    if (typeof value === 'boolean') return 'Boolean';
    if (value instanceof Integer) return 'Integer';
    if (value instanceof Floating || value instanceof DecimalNumber) return 'Float';
    if (value instanceof DateTime || value.netType === 'System.DateTimeOffset') return 'Date';
    if (value.netType === 'System.Guid') return 'Guid';
    if (value.netType === 'System.TimeSpan') return 'TimeSpan';
    return value.netType === 'System.Uri' ? 'Uri' : 'String';
  }

  get equalityKey(): string {
    const { value } = this;
    if (value instanceof Integer || value instanceof Floating) return `number:${value.value}`;
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
      return `${typeof value}:${String(value)}`;
    return 'equalityKey' in value ? `${value.netType}:${String(value.equalityKey)}` : value.netType;
  }

  override children(): readonly JToken[] {
    return [];
  }

  override items(): Iterable<Value> {
    throw new NetException('InvalidOperationException', 'Cannot access child value on Newtonsoft.Json.Linq.JValue.');
  }

  override clone(): JValue {
    return new JValue(this.value);
  }
}

export class JProperty extends JToken {
  readonly netType = 'Newtonsoft.Json.Linq.JProperty';
  readonly tokenType = 'Property';
  readonly name: string;
  #value: JToken;

  constructor(name: string, value: JToken) {
    super();
    this.name = name;
    this.#value = adopt(value, this);
  }

  get value(): JToken {
    return this.#value;
  }

  set value(token: JToken) {
    this.#value.parent = undefined;
    this.#value = adopt(token, this);
  }

  override children(): readonly JToken[] {
    return [this.#value];
  }

  override items(): Iterable<Value> {
    return [this.#value];
  }

  override clone(): JProperty {
    return new JProperty(this.name, this.#value.clone());
  }
}

export class JObject extends JToken {
  readonly netType = 'Newtonsoft.Json.Linq.JObject';
  readonly tokenType = 'Object';
  readonly properties = new Map<string, JProperty>();

  get(name: string): JToken | undefined {
    return this.properties.get(name)?.value;
  }

  set(name: string, value: JToken): void {
    const existing = this.properties.get(name);
    if (existing !== undefined) existing.value = value;
    else this.add(new JProperty(name, value));
  }

  /** Throws ArgumentException where the name is taken. */
  add(property: JProperty): void {
    if (this.properties.has(property.name)) {
      const message = `Can not add property ${property.name} to Newtonsoft.Json.Linq.JObject. Property with the same name already exists on object.`;
      throw new NetException('ArgumentException', message);
    }
    this.properties.set(property.name, adopt(property, this));
  }

  override children(): readonly JToken[] {
    return [...this.properties.values()];
  }

  override items(): Iterable<Value> {
    return [...this.properties.values()].map((property) => new KeyValuePair(property.name, property.value));
  }

  override clone(): JObject {
    const copy = new JObject();
    for (const property of this.properties.values()) copy.add(property.clone());
    return copy;
  }
}

export class JArray extends JToken {
  readonly netType = 'Newtonsoft.Json.Linq.JArray';
  readonly tokenType = 'Array';
  readonly values: JToken[] = [];

  constructor(values: readonly JToken[] = []) {
    super();
    for (const value of values) this.add(value);
  }

  add(value: JToken): void {
    this.values.push(adopt(value, this));
  }

  override children(): readonly JToken[] {
    return this.values;
  }

  override items(): Iterable<Value> {
    return this.values;
  }

  override clone(): JArray {
    return new JArray(this.values.map((value) => value.clone()));
  }
}
