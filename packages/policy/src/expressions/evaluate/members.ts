import type { Expression } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';
import { findMethod, findProperty } from '../members/registry.ts';
import { indexCollection, writable } from '../members/collection-members.ts';
import { toToken } from '../members/to-token.ts';
import { enumMember, ENUMS } from '../members/enums.ts';
import { childOf, setItem } from '../members/json-members.ts';
import { staticsOf } from '../members/statics.ts';
import { isNamespaceName, keyOf } from '../check/resolve-type.ts';
import { Lookup } from '../members/join.ts';
import { contentText, setText } from '../members/xml-members.ts';
import { XAttribute, XElement, XLeaf, XNameObject } from '../values/xml.ts';
import { NetArray, NetDictionary, NetList, netTypeName, RecordObject, toIndex } from '../values/collections.ts';
import { Facade, MatchCollection, MatchObject, StringBuilder } from '../values/objects.ts';
import { Integer, isNumber } from '../values/number.ts';
import { JArray, JObject, JProperty, JToken, JValue } from '../values/json.ts';
import { DateTime, DateTimeOffset, TimeSpan } from '../values/time.ts';
import { Char, Lambda, NetException, nullReference, type Value } from '../values/value.ts';
import { valueText } from '../values/text.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';

/** The type that `expression` names (`DateTime`, `System.DateTime`, `string`), undefined where it is a value. */
export function typeNameOf(expression: Expression, scope: Pick<Scope, 'has'>): string | undefined {
  if (expression.kind === 'type') return expression.type.name;
  if (expression.kind === 'name') {
    if (expression.name === 'context' || scope.has(expression.name)) return undefined;
    return isTypeName(expression) ? expression.name : undefined;
  }
  if (expression.kind !== 'member' || !isNamespace(expression.target, scope)) return undefined;
  return isTypeName(expression) ? expression.name : undefined;
}

function isTypeName({ name, typeArgs }: { readonly name: string; readonly typeArgs: readonly unknown[] }): boolean {
  return keyOf(name, typeArgs.length) !== undefined;
}

/** `System.Text` and the like: names without a value that only lead to a type. */
export function isNamespace(expression: Expression, scope: Pick<Scope, 'has'>): boolean {
  return namespacePath(expression, scope) !== undefined;
}

function namespacePath(expression: Expression, scope: Pick<Scope, 'has'>): string | undefined {
  if (expression.kind === 'name')
    return isNamespaceName(expression.name) && !scope.has(expression.name) ? expression.name : undefined;
  if (expression.kind !== 'member') return undefined;
  const before = namespacePath(expression.target, scope);
  const path = before === undefined ? undefined : `${before}.${expression.name}`;
  return path !== undefined && isNamespaceName(path) ? path : undefined;
}

type Target = { readonly type: string } | { readonly value: Value };

/** Reads `target.name`. */
export function readMember(evaluator: Evaluator, target: Target, name: string, type?: NetType): Value {
  if (type?.text === 'method group' && 'value' in target) return boundMethod(evaluator, target.value, name);
  return 'type' in target ? readStatic(evaluator, target.type, name) : readInstance(target.value, name);
}

function readStatic(evaluator: Evaluator, type: string, name: string): Value {
  const member = Object.hasOwn(ENUMS, type) ? enumMember(type, name) : undefined;
  if (member !== undefined) return member;
  const property = staticsOf(type)?.properties?.[name];
  if (property !== undefined) return property(evaluator.runtime);
  const method = staticsOf(type)?.methods?.[name];
  if (method !== undefined) return methodGroup((args) => method({ ...NO_ARGUMENTS, args, runtime: evaluator.runtime }));
  throw new NetException('RuntimeBinderException', `'${type}' does not contain a definition for '${name}'`);
}

/** `char.IsLetter` where a delegate is wanted. */
function methodGroup(invoke: (args: readonly Value[]) => Value): Lambda {
  return new Lambda(1, invoke);
}

/** `list.Contains` where a delegate is wanted. */
function boundMethod(evaluator: Evaluator, self: Value, name: string): Value {
  if (self === null) throw nullReference();
  const method = findMethod(self, name);
  if (method === undefined) return readInstance(self, name);
  return methodGroup((args) => method(self, { ...NO_ARGUMENTS, args, runtime: evaluator.runtime }));
}

const NO_ARGUMENTS = { typeArgs: [], named: new Map<string, Value>(), out: () => undefined };

function readInstance(self: Value, name: string): Value {
  if (self === null) {
    // A nullable without a value still answers this one.
    if (name === 'HasValue') return false;
    throw name === 'Value'
      ? new NetException('InvalidOperationException', 'Nullable object must have a value.')
      : nullReference();
  }
  if (self instanceof Facade) {
    const member = self.member(name);
    if (member !== undefined) return member();
  }
  if (self instanceof RecordObject && self.members.has(name)) return self.members.get(name) ?? null;
  const property = findProperty(self, name);
  if (property !== undefined) return property(self);
  // Only `dynamic` comes here: its members are the properties of the object.
  if (self instanceof JObject) return self.get(name) ?? null;
  if (isNullableValue(self) && (name === 'HasValue' || name === 'Value')) return name === 'HasValue' ? true : self;
  throw new NetException(
    'RuntimeBinderException',
    `'${netTypeName(self)}' does not contain a definition for '${name}'`,
  );
}

function isNullableValue(self: NonNullable<Value>): boolean {
  return (
    typeof self === 'boolean' ||
    isNumber(self) ||
    self instanceof Char ||
    self instanceof DateTime ||
    self instanceof DateTimeOffset ||
    self instanceof TimeSpan
  );
}

/** Reads `target[key]`. */
export function readIndex(self: Value, keys: readonly Value[]): Value {
  const key = keys[0] ?? null;
  if (self === null) throw nullReference();
  if (self instanceof NetArray && keys.length > 1) return readIndex(indexCollection(self, key), keys.slice(1));
  if (typeof self === 'string') return new Char(self.charCodeAt(stringIndex(self, key)));
  if (self instanceof JToken) return childOf(self, key);
  if (self instanceof NetArray || self instanceof NetList || self instanceof NetDictionary)
    return indexCollection(self, key);
  if (self instanceof StringBuilder) return new Char(self.text.charCodeAt(stringIndex(self.text, key)));
  if (self instanceof Lookup) return self.group(key);
  if (self instanceof MatchCollection)
    return self.named.get(valueText(key)) ?? new MatchObject('Group', undefined, 0, new Map());
  throw new NetException(
    'RuntimeBinderException',
    `Cannot apply indexing with [] to an expression of type '${netTypeName(self)}'`,
  );
}

function stringIndex(text: string, key: Value): number {
  const index = toIndex(key);
  if (index < 0 || index >= text.length)
    throw new NetException('IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  return index;
}

/** Writes `target[key] = value`. */
export function writeIndex(self: Value, keys: readonly Value[], value: Value): void {
  const key = keys[0] ?? null;
  if (self === null) throw nullReference();
  if (self instanceof NetArray && keys.length > 1) {
    writeIndex(indexCollection(self, key), keys.slice(1), value);
    return;
  }
  if (self instanceof NetDictionary) {
    writable(self);
    self.set(key, value);
  } else if (self instanceof NetArray || self instanceof NetList) {
    indexCollection(self, key);
    self.values[toIndex(key)] = value;
  } else if (self instanceof JObject && typeof key === 'string') self.set(key, toToken(value));
  else if (self instanceof JArray && key instanceof Integer) setItem(self, Number(key.value), toToken(value));
  else if (self instanceof JToken) {
    const kind = self instanceof JValue ? 'InvalidOperationException' : 'ArgumentException';
    throw new NetException(kind, `Cannot set child value on ${self.netType}.`);
  } else
    throw new NetException(
      'RuntimeBinderException',
      `Cannot apply indexing with [] to an expression of type '${netTypeName(self)}'`,
    );
}

/** Writes `target.name = value`. `context` is read-only. */
export function writeMember(self: Value, name: string, value: Value): void {
  if (self === null) throw nullReference();
  if (self instanceof JObject) self.set(name, toToken(value));
  else if (self instanceof JProperty && name === 'Value') self.value = toToken(value);
  else if (self instanceof JValue && name === 'Value') self.value = value;
  else if (self instanceof XElement && name === 'Value') setText(self, contentText(value));
  else if (self instanceof XElement && name === 'Name' && value instanceof XNameObject) self.name = value;
  else if ((self instanceof XAttribute || self instanceof XLeaf) && name === 'Value') self.value = contentText(value);
  else if (self instanceof StringBuilder && name === 'Length') self.text = self.text.slice(0, toIndex(value));
  else
    throw new NetException(
      'RuntimeBinderException',
      `Property or indexer '${netTypeName(self)}.${name}' cannot be assigned to -- it is read only`,
    );
}
