import { iterate, Sequence } from '../values/collections.ts';
import { int, Integer } from '../values/number.ts';
import { JArray, JObject, JProperty, JToken, JTOKEN_TYPES, JValue } from '../values/json.ts';
import { jsonText } from '../values/json-text.ts';
import { valueText } from '../values/text.ts';
import { argumentNull, EnumValue, NetException, type Value } from '../values/value.ts';
import { castValue } from './conversion.ts';
import { toToken } from './to-token.ts';
import { fromToken } from './from-token.ts';
import { argument, ignoresCase, indexArgument, tableFor, textArgument, type Invocation } from './invocation.ts';
import { selectTokens } from './json-path.ts';

/** A member of the enumeration JTokenType. */
export function tokenTypeOf(token: JToken): EnumValue {
  return new EnumValue('JTokenType', token.tokenType, JTOKEN_TYPES.indexOf(token.tokenType));
}

/** Members of every token; Newtonsoft's LINQ extensions (Values, Children) stand here too. */
export const TOKEN = tableFor((value): value is JToken => value instanceof JToken, {
  properties: {
    Type: tokenTypeOf,
    Parent: (self) => self.parent ?? null,
    Root: rootOf,
    Path: pathOf,
    HasValues: (self) => self.children().length > 0,
    First: (self) => self.children()[0] ?? null,
    Last: (self) => self.children().at(-1) ?? null,
    Next: (self) => sibling(self, 1),
    Previous: (self) => sibling(self, -1),
    Count: (self) => int(self.children().length),
  },
  methods: {
    ToString: (self, call) => tokenText(self, argument(call, 0)),
    Value: tokenValue,
    Values: (self, call) =>
      new Sequence(() =>
        [...values(self)].map((child) => (call.typeArgs[0] === undefined ? child : castValue(child, call.typeArgs[0]))),
      ),
    ToObject: (self, call) => toObject(self, call),
    Children: (self) => new Sequence(() => self.children()),
    SelectToken: (self, call) => selectTokens(self, textArgument(call, 0, 'path'))[0] ?? missing(call),
    SelectTokens: (self, call) => new Sequence(() => selectTokens(self, textArgument(call, 0, 'path'))),
    Remove: removeToken,
    Replace: (self, call) => replaceToken(self, toToken(argument(call, 0))),
    DeepClone: (self) => self.clone(),
    Descendants: (self) => new Sequence(() => descendants(self)),
  },
});

function tokenText(self: JToken, format: Value): string {
  if (!(format instanceof EnumValue)) return valueText(self);
  return jsonText(self, format.member === 'Indented');
}

function* values(self: JToken): Iterable<JToken> {
  for (const child of self.children()) yield child instanceof JProperty ? child.value : child;
}

function* descendants(self: JToken): Iterable<JToken> {
  for (const child of self.children()) {
    yield child;
    yield* descendants(child);
  }
}

function missing(call: Invocation): null {
  if (argument(call, 1) === true)
    throw new NetException('JsonException', `Path '${textArgument(call, 0)}' does not exist.`);
  return null;
}

/** `token.Value<T>("key")` and `token.Value<T>()`. */
function tokenValue(self: JToken, call: Invocation): Value {
  const key = argument(call, 0);
  const found = key === null ? self : childOf(self, key);
  const [type] = call.typeArgs;
  if (found === null || type === undefined) return found;
  return castValue(found, { ...type, nullable: true });
}

/** `token["key"]`, `token[0]`; null where there is no such child. */
export function childOf(self: JToken, key: Value): Value {
  if (self instanceof JObject && typeof key === 'string') return self.get(key) ?? null;
  if (self instanceof JArray && key instanceof Integer) {
    const found = self.values[Number(key.value)];
    if (found === undefined)
      throw new NetException(
        'ArgumentOutOfRangeException',
        "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
      );
    return found;
  }
  if (self instanceof JProperty)
    throw new NetException('InvalidOperationException', 'Cannot access child value on Newtonsoft.Json.Linq.JProperty.');
  if (self instanceof JValue)
    throw new NetException('InvalidOperationException', 'Cannot access child value on Newtonsoft.Json.Linq.JValue.');
  const kind =
    self instanceof JObject ? 'JObject values with invalid key value' : 'JArray values with invalid key value';
  throw new NetException(
    'ArgumentException',
    `Accessed ${kind}: ${typeof key === 'string' ? `"${key}"` : valueText(key)}.`,
  );
}

function toObject(self: JToken, call: Invocation): Value {
  const [type] = call.typeArgs;
  if (type === undefined) return self;
  return fromToken(self, type);
}

function rootOf(self: JToken): JToken {
  let root = self;
  while (root.parent !== undefined) root = root.parent;
  return root;
}

/** `a.b[0].c`. */
function pathOf(self: JToken): string {
  const { parent } = self;
  if (parent === undefined) return '';
  const above = pathOf(parent);
  if (parent instanceof JArray) return `${above}[${parent.values.indexOf(self)}]`;
  if (!(self instanceof JProperty)) return above;
  if (/[^\p{L}\p{N}_$]/u.test(self.name)) return `${above}['${self.name}']`;
  return above === '' ? self.name : `${above}.${self.name}`;
}

function sibling(self: JToken, step: 1 | -1): Value {
  const all = self.parent?.children() ?? [];
  return all[all.indexOf(self) + step] ?? null;
}

function removeToken(self: JToken, call: Invocation): Value {
  if (self instanceof JObject && call.args.length > 0) return self.properties.delete(textArgument(call, 0));
  if (self instanceof JArray && call.args.length > 0) {
    const index = self.values.indexOf(toToken(argument(call, 0)));
    if (index !== -1) self.values.splice(index, 1);
    return index !== -1;
  }
  const { parent } = self;
  if (parent === undefined) throw new NetException('InvalidOperationException', 'The parent is missing.');
  if (parent instanceof JObject && self instanceof JProperty) parent.properties.delete(self.name);
  else if (parent instanceof JArray) parent.values.splice(parent.values.indexOf(self), 1);
  else throw new NetException('JsonException', 'Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.');
  self.parent = undefined;
  return null;
}

function replaceToken(self: JToken, value: JToken): null {
  const { parent } = self;
  if (parent === undefined) throw new NetException('InvalidOperationException', 'The parent is missing.');
  if (parent instanceof JProperty) parent.value = value;
  else if (parent instanceof JArray) setItem(parent, parent.values.indexOf(self), value);
  return null;
}

export function setItem(array: JArray, index: number, value: JToken): void {
  if (index < 0 || index >= array.values.length) {
    throw new NetException(
      'ArgumentOutOfRangeException',
      "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
    );
  }
  const token = value.parent === undefined ? value : value.clone();
  token.parent = array;
  array.values[index] = token;
}

export const JOBJECT = tableFor((value): value is JObject => value instanceof JObject, {
  methods: {
    Properties: (self) => new Sequence(() => [...self.properties.values()]),
    PropertyValues: (self) => new Sequence(() => [...self.properties.values()].map((property) => property.value)),
    Property: (self, call) => named(self, call) ?? null,
    GetValue: (self, call) => named(self, call)?.value ?? null,
    ContainsKey: (self, call) => self.properties.has(textArgument(call, 0, 'propertyName')),
    TryGetValue: (self, call) => {
      const found = self.get(textArgument(call, 0, 'propertyName'));
      call.out(1, found ?? null);
      return found !== undefined;
    },
    Add: (self, call) => {
      const value = argument(call, 0);
      if (value instanceof JProperty) self.add(value);
      else self.add(new JProperty(textArgument(call, 0, 'propertyName'), toToken(argument(call, 1))));
      return null;
    },
    RemoveAll: (self) => {
      self.properties.clear();
      return null;
    },
    Merge: (self, call) => {
      merge(self, toToken(argument(call, 0)));
      return null;
    },
  },
});

function named(self: JObject, call: Invocation): JProperty | undefined {
  const name = textArgument(call, 0, 'propertyName');
  const exact = self.properties.get(name);
  if (exact !== undefined || !ignoresCase(argument(call, 1))) return exact;
  return [...self.properties.values()].find((property) => property.name.toUpperCase() === name.toUpperCase());
}

/** JObject.Merge with default settings: objects merge, arrays are concatenated, null is merged in. */
function merge(target: JObject, source: JToken): void {
  if (!(source instanceof JObject)) throw argumentNull('content');
  for (const property of source.properties.values()) {
    const existing = target.get(property.name);
    if (existing instanceof JObject && property.value instanceof JObject) merge(existing, property.value);
    else if (existing instanceof JArray && property.value instanceof JArray)
      for (const item of property.value.values) existing.add(item);
    else target.set(property.name, property.value.clone());
  }
}

export const JARRAY = tableFor((value): value is JArray => value instanceof JArray, {
  methods: {
    Add: (self, call) => {
      self.add(toToken(argument(call, 0)));
      return null;
    },
    Insert: (self, call) => {
      const token = toToken(argument(call, 1));
      token.parent = self;
      self.values.splice(indexArgument(call, 0), 0, token);
      return null;
    },
    RemoveAt: (self, call) => {
      self.values.splice(indexArgument(call, 0), 1);
      return null;
    },
    Clear: (self) => {
      self.values.splice(0);
      return null;
    },
    Merge: (self, call) => {
      for (const item of iterate(argument(call, 0))) self.add(toToken(item).clone());
      return null;
    },
  },
});

export const JPROPERTY = tableFor((value): value is JProperty => value instanceof JProperty, {
  properties: { Name: (self) => self.name, Value: (self) => self.value },
});

export const JVALUE = tableFor((value): value is JValue => value instanceof JValue, {
  properties: { Value: (self) => self.value },
});
