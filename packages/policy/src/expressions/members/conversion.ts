import type { TypeRef } from '../syntax.ts';
import {
  EnumerableObject,
  NetArray,
  NetDictionary,
  NetSet,
  netTypeName,
  RecordObject,
  Sequence,
} from '../values/collections.ts';
import {
  checkedInteger,
  fits,
  type IntegralType,
  decimalOf,
  DecimalNumber,
  Floating,
  Integer,
  isIntegralType,
  isNumber,
  parseDecimal,
  toJsNumber,
  wrap,
  type NetNumber,
  type NumberType,
} from '../values/number.ts';
import { DateTime, DateTimeOffset, parseDateTime, parseTimeSpan, TimeSpan } from '../values/time.ts';
import { Char, EnumValue, ExceptionObject, Lambda, NetException, type Value } from '../values/value.ts';
import { Facade, Guid, parseGuid, UriObject } from '../values/objects.ts';
import { JProperty, JToken, JValue } from '../values/json.ts';
import { canonicalType, netShortName } from '../values/keyword-types.ts';
import { valueText } from '../values/text.ts';
import { isExceptionOf } from './exceptions.ts';
import { fullNetName } from './net-names.ts';
import { ENUMS, enumName } from './enums.ts';
import {
  XAttribute,
  XContainer,
  XElement,
  XLeaf,
  XNameObject,
  XNamespaceObject,
  XNode,
  XObject,
} from '../values/xml.ts';

export function isNumberType(name: string): name is NumberType {
  return isIntegralType(name) || name === 'float' || name === 'double' || name === 'decimal';
}

/** `(T)value`. Unboxing must name the very type unless the value is a number, which C# converts. */
export function castValue(value: Value, type: TypeRef, overflow?: 'checked'): Value {
  const name = type.array ? 'array' : canonicalType(type.name);
  if (name === 'dynamic') return value;
  if (type.name === 'Nullable' && type.args[0] !== undefined)
    return value === null ? null : castValue(value, type.args[0]);
  if (value === null || (value instanceof JValue && value.value === null)) return castNull(value, type, name);
  if (value instanceof JToken && !isTypeName(value, name, type)) return castToken(value, name, type);
  if ((value instanceof XElement || value instanceof XAttribute) && !isTypeName(value, name, type))
    return name === 'string' || isValueType(name) ? castXml(value, name) : raise(invalidCast(value, type));
  if (isNumberType(name)) return castNumber(value, name, overflow);
  if (name === 'char' && isNumber(value))
    return new Char(Number((convertNumber(value, 'ushort', overflow) as Integer).value));
  if (value instanceof Integer && Object.hasOwn(ENUMS, name))
    return new EnumValue(name, enumName(name, Number(value.value)), Number(value.value));
  if (name === 'XName' && typeof value === 'string') return XNameObject.parse(value);
  if (name === 'XNamespace' && typeof value === 'string') return new XNamespaceObject(value);
  if (name === 'DateTimeOffset' && value instanceof DateTime) return new DateTimeOffset(value.ticks, 0n);
  if (/^J(?:Token|Value)$/.test(name) && !(value instanceof JToken)) return new JValue(value);
  if (isTypeName(value, name, type)) return value;
  throw invalidCast(value, type);
}

function castNull(value: Value, type: TypeRef, name: string): Value {
  if (value instanceof JToken && /^J|^object$/.test(name)) return value;
  if (type.nullable || !isValueType(name)) return null;
  if (value instanceof JValue) {
    throw new NetException('ArgumentException', `Can not convert Null to ${netShortName(name)}.`);
  }
  throw new NetException('NullReferenceException', 'Object reference not set to an instance of an object.');
}

/** Whether null is no value of the type. */
export function isValueType(name: string): boolean {
  return (
    isNumberType(name) ||
    ['bool', 'char', 'DateTime', 'DateTimeOffset', 'TimeSpan', 'Guid', 'KeyValuePair'].includes(name)
  );
}

export function invalidCast(value: NonNullable<Value>, type: TypeRef): NetException {
  const message = `Unable to cast object of type '${netTypeName(value)}' to type '${fullNetName(canonicalType(type.name))}${type.array ? '[]' : ''}'.`;
  return new NetException('InvalidCastException', message);
}

function castNumber(value: NonNullable<Value>, name: NumberType, overflow?: 'checked'): Value {
  if (value instanceof Char) return castNumber(new Integer('int', BigInt(value.code)), name, overflow);
  if (value instanceof EnumValue) return castNumber(new Integer('int', BigInt(value.number)), name, overflow);
  if (!isNumber(value))
    throw new NetException(
      'InvalidCastException',
      `Unable to cast object of type '${netTypeName(value)}' to type 'System.${netShortName(name)}'.`,
    );
  return convertNumber(value, name, overflow);
}

/** C#'s explicit conversion between numbers: whole numbers wrap, fractions are cut. */
export function convertNumber(value: NetNumber, name: NumberType, overflow?: 'checked'): NetNumber {
  if (name === 'decimal') {
    if (value instanceof DecimalNumber) return value;
    return new DecimalNumber(decimalOf(value.value));
  }
  if (name === 'double' || name === 'float') return new Floating(name, toJsNumber(value));
  if (overflow === 'checked') return checkedConversion(value, name);
  if (value instanceof Integer) return wrap(name, value.value);
  if (value instanceof DecimalNumber)
    return checkedInteger(name, value.value.unscaled / 10n ** BigInt(value.value.scale));
  return wrap(name, Number.isFinite(value.value) ? BigInt(Math.trunc(value.value)) : -(2n ** 63n));
}

/** A conversion inside of `checked`. */
function checkedConversion(value: NetNumber, name: IntegralType): Integer {
  const whole = value instanceof Integer ? value.value : BigInt(Math.trunc(toJsNumber(value)) || 0);
  if (Number.isFinite(toJsNumber(value)) && fits(name, whole)) return new Integer(name, whole);
  throw new NetException('OverflowException', 'Arithmetic operation resulted in an overflow.');
}

/** The explicit conversions of XElement and XAttribute read their text. */
function castXml(value: XElement | XAttribute, name: string): Value {
  const text = value instanceof XElement ? value.text : value.value;
  if (name === 'string') return text;
  if (name === 'bool') {
    const word = text.trim().toLowerCase();
    if (word === '1' || word === 'true') return true;
    if (word === '0' || word === 'false') return false;
    throw new NetException(
      'FormatException',
      `The string '${text.trim().toLowerCase()}' is not a valid Boolean value.`,
    );
  }
  return changeType(text, name, () => new NetException('FormatException', FORMAT));
}

/** Newtonsoft's explicit conversions: of values only, and of a property through its value. */
function castToken(token: JToken, name: string, type: TypeRef): Value {
  if (token instanceof JProperty) return castValue(token.value, type);
  if (!(token instanceof JValue) || name.startsWith('J')) {
    if (name.startsWith('J')) throw invalidCast(token, type);
    throw new NetException('ArgumentException', `Can not convert ${token.tokenType} to ${netShortName(name)}.`);
  }
  const { value } = token;
  if (name === 'string') return valueText(value);
  if (value === null) return null;
  return changeType(
    value,
    name,
    () => new NetException('ArgumentException', `Can not convert ${token.tokenType} to ${netShortName(name)}.`),
  );
}

/** Convert.ChangeType: parses text, rounds fractions to even. */
export function changeType(value: NonNullable<Value>, name: string, refuse: () => NetException): Value {
  if (isNumberType(name)) return toNumber(value, name, refuse);
  switch (name) {
    case 'bool':
      if (typeof value === 'string') return parseBoolean(value);
      return isNumber(value) ? toJsNumber(value) !== 0 : typeof value === 'boolean' ? value : raise(refuse());
    case 'DateTime':
      return typeof value === 'string' ? parseDateTime(value) : value instanceof DateTime ? value : raise(refuse());
    case 'DateTimeOffset': {
      const date = typeof value === 'string' ? parseDateTime(value) : value;
      return date instanceof DateTime
        ? new DateTimeOffset(date.ticks, 0n)
        : date instanceof DateTimeOffset
          ? date
          : raise(refuse());
    }
    case 'TimeSpan':
      return typeof value === 'string' ? parseTimeSpan(value) : value instanceof TimeSpan ? value : raise(refuse());
    case 'Guid':
      return value instanceof Guid
        ? value
        : (parseGuid(valueText(value)) ?? raise(new NetException('FormatException', 'Unrecognized Guid format.')));
    case 'Uri':
      return value instanceof UriObject ? value : new UriObject(valueText(value));
    case 'char':
      return value instanceof Char
        ? value
        : typeof value === 'string' && value.length === 1
          ? new Char(value.charCodeAt(0))
          : raise(refuse());
    case 'object':
      return value;
    case 'string':
      return valueText(value);
    default:
      throw refuse();
  }
}

function raise(error: NetException): never {
  throw error;
}

/** A number of the type from anything that Convert accepts: text is parsed, fractions round half to even. */
export function toNumber(value: NonNullable<Value>, name: NumberType, refuse: () => NetException): NetNumber {
  if (typeof value === 'string') return parseNumber(value, name);
  if (typeof value === 'boolean') return convertNumber(new Integer('int', value ? 1n : 0n), name);
  if (value instanceof Char) return convertNumber(new Integer('int', BigInt(value.code)), name);
  if (value instanceof EnumValue) return convertNumber(new Integer('int', BigInt(value.number)), name);
  if (!isNumber(value)) throw refuse();
  if (!isIntegralType(name)) return convertNumber(value, name);
  if (value instanceof Integer) return checkedInteger(name, value.value);
  const rounded = roundHalfEven(toJsNumber(value));
  if (!Number.isFinite(rounded))
    throw new NetException(
      'OverflowException',
      `Value was either too large or too small for an ${netShortName(name)}.`,
    );
  return checkedInteger(name, BigInt(rounded));
}

export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const difference = value - floor;
  if (difference < 0.5) return floor;
  if (difference > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

const FORMAT = 'Input string was not in a correct format.';

function notANumber(text: string): NetException {
  return new NetException('FormatException', `The input string '${text}' was not in a correct format.`);
}

/** int.Parse and its relatives: leading and trailing white space and a sign; thousands only for fractions. */
export function parseNumber(text: string, name: NumberType): NetNumber {
  const trimmed = text.trim();
  if (isIntegralType(name)) {
    if (!/^[+-]?\d+$/.test(trimmed)) throw notANumber(text);
    return checkedInteger(name, BigInt(trimmed.replace(/^\+/, '')));
  }
  const plain = trimmed.replaceAll(',', '');
  if (/^(?:NaN|-?Infinity|-?∞)$/.test(plain) && name !== 'decimal')
    return new Floating(name, Number(plain.replace('∞', 'Infinity')));
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) throw notANumber(text);
  return name === 'decimal' ? new DecimalNumber(parseDecimal(plain)) : new Floating(name, Number(plain));
}

export function parseBoolean(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  throw new NetException('FormatException', `String '${text}' was not recognized as a valid Boolean.`);
}

/** `value is T`, `value as T`, `OfType<T>`: whether the value is of the type, without any conversion. */
export function isOfType(value: Value, type: TypeRef): boolean {
  if (value === null) return false;
  return isTypeName(value, type.array ? 'array' : canonicalType(type.name), type);
}

const COLLECTIONS = new Set(['IEnumerable', 'ICollection', 'IList', 'IReadOnlyCollection', 'IReadOnlyList']);

function isTypeName(value: NonNullable<Value>, name: string, type: TypeRef): boolean {
  if (name === 'object') return true;
  if (typeof value === 'string') return name === 'string' || name === 'IEnumerable' || name === 'IComparable';
  if (typeof value === 'boolean') return name === 'bool';
  if (isNumber(value)) return value.type === name;
  if (value instanceof Char) return name === 'char';
  if (name === 'array')
    return (
      value instanceof NetArray &&
      (value.element === canonicalType(type.name) || value.element === 'object' || type.name === 'object')
    );
  if (value instanceof ExceptionObject) return isExceptionOf(value.netType, name);
  if (value instanceof JToken) return isTokenType(value, name);
  if (value instanceof XObject) return isXmlType(value, name);
  if (value instanceof Lambda) return name === 'Func' || name === 'Action' || name === 'Predicate';
  if (value instanceof NetDictionary && name === 'IDictionary') return true;
  if (value instanceof NetDictionary && name === 'IReadOnlyDictionary') return true;
  if (COLLECTIONS.has(name))
    return value instanceof EnumerableObject && (name === 'IEnumerable' || !(value instanceof Sequence));
  if (name === 'ISet') return value instanceof NetSet;
  if (value instanceof RecordObject) return name === 'Tuple' || name === 'ValueTuple';
  if (value instanceof Facade)
    return value.netType === name || value.netType === `I${name}` || `I${value.netType}` === name;
  return value.netType.split('.').at(-1) === name;
}

function isXmlType(value: XObject, name: string): boolean {
  if (name === 'XObject') return true;
  if (name === 'XNode') return value instanceof XNode;
  if (name === 'XContainer') return value instanceof XContainer;
  if (name === 'XText' && value instanceof XLeaf && value.nodeType === 'CDATA') return true;
  return value.netType.endsWith(`.${name}`);
}

function isTokenType(token: JToken, name: string): boolean {
  if (name === 'JToken' || name === 'IEnumerable') return true;
  if (name === 'JContainer') return !(token instanceof JValue);
  return token.netType.endsWith(`.${name}`);
}
