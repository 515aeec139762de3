import { EnumValue, Char, type Value } from '../values/value.ts';
import { convertNumber, isNumberType } from '../members/conversion.ts';
import { toToken } from '../members/to-token.ts';
import { enumName } from '../members/enums.ts';
import { Integer, isNumber } from '../values/number.ts';
import { RecordObject, KeyValuePair } from '../values/collections.ts';
import { JValue } from '../values/json.ts';
import { DateTime, DateTimeOffset, TimeSpan } from '../values/time.ts';
import { Guid } from '../values/objects.ts';
import { XNameObject, XNamespaceObject } from '../values/xml.ts';
import { isUnknown, nullableOf, simpleName, type NetType } from '../types/net-type.ts';
import { defaultOfType } from '../members/collection-members.ts';

/** The conversions that C# makes without a cast: to a wider number, to a token, to an XML name. */
export function convertImplicitly(value: Value, to: NetType, from?: NetType): Value {
  const target = nullableOf(to) ?? to;
  if (target.kind !== 'named') return value;
  const { key, name, kind } = target.definition;
  if (name === 'JToken' || name === 'JValue')
    return isToken(from) ? value : value === null && from?.text === 'string' ? new JValue(null, true) : toToken(value);
  if (value === null) return null;
  if (isNumberType(key))
    return isNumber(value)
      ? convertNumber(value, key)
      : value instanceof Char
        ? convertNumber(new Integer('int', BigInt(value.code)), key)
        : value;
  if (kind === 'enum' && value instanceof Integer)
    return new EnumValue(name, enumName(name, Number(value.value)), Number(value.value));
  if (key === 'XName' && typeof value === 'string') return XNameObject.parse(value);
  if (key === 'XNamespace' && typeof value === 'string') return new XNamespaceObject(value);
  if (key === 'DateTimeOffset' && value instanceof DateTime) return new DateTimeOffset(value.ticks, 0n);
  if (name === 'ValueTuple' && value instanceof RecordObject) return convertTuple(value, target.args);
  return value;
}

/** A null of JToken stays null; of any other type it becomes a token of null. */
function isToken(from: NetType | undefined): boolean {
  return (
    from?.kind === 'named' &&
    /^J(?:Token|Object|Array|Value|Property|Container|Raw|Constructor)$/.test(from.definition.name)
  );
}

function convertTuple(value: RecordObject, types: readonly NetType[]): Value {
  const members = new Map<string, Value>();
  let index = 0;
  for (const [name, member] of value.members) {
    const position = /^Item(\d)$/.exec(name);
    if (position !== null) index = Number(position[1]) - 1;
    const type = types[index];
    members.set(name, type === undefined ? member : convertImplicitly(member, type));
  }
  return new RecordObject('tuple', members);
}

/** `default(T)`. */
export function defaultOfNetType(type: NetType): Value {
  if (type.kind !== 'named' || nullableOf(type) !== undefined) return null;
  const { key, name, kind } = type.definition;
  if (kind === 'enum') return new EnumValue(name, enumName(name, 0), 0);
  if (kind !== 'struct') return null;
  if (key === 'char') return new Char(0);
  if (key === 'DateTime') return new DateTime(0n, 'Unspecified');
  if (key === 'DateTimeOffset') return new DateTimeOffset(0n, 0n);
  if (key === 'TimeSpan') return new TimeSpan(0n);
  if (key === 'Guid') return new Guid('00000000-0000-0000-0000-000000000000');
  const [first, second] = type.args;
  if (name === 'KeyValuePair' && first !== undefined && second !== undefined)
    return new KeyValuePair(defaultOfNetType(first), defaultOfNetType(second));
  if (name === 'ValueTuple')
    return new RecordObject(
      'tuple',
      new Map(type.args.map((argument, index) => [`Item${index + 1}`, defaultOfNetType(argument)])),
    );
  const simple = simpleName(type);
  return simple === undefined ? null : defaultOfType(simple);
}

/** What a method gives, as its signature says: the default of a value type for nothing, a sum in its own type. */
export function asSigned(type: NetType | undefined, value: Value): Value {
  if (type === undefined || isUnknown(type)) return value;
  if (value === null) return defaultOfNetType(type);
  return isNumber(value) ? convertImplicitly(value, type) : value;
}
