import {
  EnumerableObject,
  iterate,
  KeyValuePair,
  NetArray,
  NetDictionary,
  RecordObject,
} from '../values/collections.ts';
import { JArray, JObject, JToken, JValue } from '../values/json.ts';
import { Integer } from '../values/number.ts';
import { StringBuilder } from '../values/objects.ts';
import { valueText } from '../values/text.ts';
import { Char, EnumValue, type Value } from '../values/value.ts';

/** A token of any .NET value, as `JToken.FromObject` and implicit conversions make it. */
export function toToken(value: Value): JToken {
  if (value === null) return new JValue(null);
  if (value instanceof JToken) return value;
  if (value instanceof NetDictionary) {
    const object = new JObject();
    for (const entry of value.items()) object.set(valueText(entry.key), toToken(entry.value));
    return object;
  }
  if (value instanceof RecordObject) {
    const object = new JObject();
    for (const [name, member] of value.members) object.set(name, toToken(member));
    return object;
  }
  if (value instanceof KeyValuePair)
    return toToken(
      new RecordObject(
        'anonymous',
        new Map([
          ['Key', value.key],
          ['Value', value.value],
        ]),
      ),
    );
  if (value instanceof NetArray && value.element === 'byte')
    return new JValue(
      Buffer.from(value.values.map((item) => (item instanceof Integer ? Number(item.value) : 0))).toString('base64'),
    );
  if (value instanceof EnumerableObject) return new JArray([...iterate(value)].map(toToken));
  if (value instanceof Char || value instanceof StringBuilder) return new JValue(valueText(value));
  if (value instanceof EnumValue) return new JValue(new Integer('long', BigInt(value.number)));
  return new JValue(value instanceof Integer ? new Integer('long', value.value) : value);
}
