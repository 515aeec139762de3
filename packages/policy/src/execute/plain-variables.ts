import { iterate, NetArray, NetDictionary, NetList } from '../expressions/values/collections.ts';
import { JProperty, JToken } from '../expressions/values/json.ts';
import { jsonText } from '../expressions/values/json-text.ts';
import { isNumber, toJsNumber } from '../expressions/values/number.ts';
import { valueText } from '../expressions/values/text.ts';
import type { Value } from '../expressions/values/value.ts';

/** `context.Variables` as JSON knows data; what JSON has no form for is its text. */
export function plainVariables(variables: NetDictionary): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...variables.items()].map(({ key, value }) => [valueText(key), plain(value)]));
}

function plain(value: Value): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isNumber(value)) return toJsNumber(value);
  if (value instanceof JToken && !(value instanceof JProperty)) return JSON.parse(jsonText(value, false)) as unknown;
  if (value instanceof NetArray || value instanceof NetList) return [...iterate(value)].map(plain);
  if (value instanceof NetDictionary) return plainVariables(value);
  return valueText(value);
}
