import { NetArray, NetDictionary, NetList, NetSet } from '../values/collections.ts';
import type { JToken } from '../values/json.ts';
import { JArray, JObject, JValue } from '../values/json.ts';
import type { TypeRef } from '../syntax.ts';
import { NetException, type Value } from '../values/value.ts';
import { castValue } from './conversion.ts';
import { canonicalType } from '../values/keyword-types.ts';

const LISTS = new Set(['List', 'IList', 'IEnumerable', 'ICollection', 'IReadOnlyCollection', 'IReadOnlyList']);
const DICTIONARIES = new Set(['Dictionary', 'IDictionary', 'IReadOnlyDictionary']);

/** `ToObject<T>` and `DeserializeObject<T>`: tokens into collections, dictionaries and values. */
export function fromToken(token: JToken, type: TypeRef): Value {
  const name = canonicalType(type.name);
  if (type.array) return arrayOf(token, type);
  if (name === 'object') return token instanceof JValue ? token.value : token;
  if (/^J(?:Token|Object|Array|Value|Container|Property)$/.test(name)) return castValue(token, type);
  const [first, second] = type.args;
  if (LISTS.has(name) && first !== undefined)
    return new NetList(elements(token, type).map((item) => fromToken(item, first)));
  if ((name === 'HashSet' || name === 'ISet') && first !== undefined)
    return new NetSet(elements(token, type).map((item) => fromToken(item, first)));
  if (DICTIONARIES.has(name) && first !== undefined && second !== undefined)
    return dictionaryOf(token, first, second, type);
  if (token instanceof JValue && token.value === null && type.nullable) return null;
  return castValue(token, type);
}

function elements(token: JToken, type: TypeRef): readonly JToken[] {
  if (token instanceof JArray) return token.values;
  throw new NetException(
    'JsonSerializationException',
    `Cannot deserialize the current JSON ${token instanceof JObject ? 'object (e.g. {"name":"value"})' : 'value'} into type '${type.name}' because the type requires a JSON array (e.g. [1,2,3]) to deserialize correctly.`,
  );
}

function arrayOf(token: JToken, type: TypeRef): Value {
  const [, ...ranks] = type.ranks ?? [1];
  const element = { ...type, array: ranks.length > 0, ranks, nullable: type.elementNullable ?? false };
  return new NetArray(
    elements(token, type).map((item) => fromToken(item, element)),
    ranks.length > 0 ? 'object' : canonicalType(type.name),
  );
}

function dictionaryOf(token: JToken, key: TypeRef, value: TypeRef, type: TypeRef): Value {
  if (!(token instanceof JObject))
    throw new NetException(
      'JsonSerializationException',
      `Cannot deserialize the current JSON array (e.g. [1,2,3]) into type '${type.name}' because the type requires a JSON object (e.g. {"name":"value"}) to deserialize correctly.`,
    );
  const result = new NetDictionary();
  for (const property of token.children()) {
    if (!('name' in property) || !('value' in property)) continue;
    result.set(castValue(new JValue(String(property.name)), key), fromToken(property.value as JToken, value));
  }
  return result;
}
