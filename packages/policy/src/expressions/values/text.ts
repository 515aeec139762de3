import { formatDate, formatTimeSpan } from './date-format.ts';
import {
  DecimalNumber,
  decimalText,
  Floating,
  Integer,
  isNumber,
  toJsNumber,
  type Decimal,
  type NetNumber,
} from './number.ts';
import { Char, EnumValue, ExceptionObject, NetException, type Value } from './value.ts';
import {
  EncodingObject,
  Facade,
  Guid,
  MatchObject,
  RegexObject,
  StringBuilder,
  TypeObject,
  UriObject,
} from './objects.ts';
import { DateTime, DateTimeOffset, TimeSpan } from './time.ts';
import { KeyValuePair, netTypeName, RecordObject } from './collections.ts';
import { JToken, JValue } from './json.ts';
import { XAttribute, XDeclaration, XNameObject, XNamespaceObject, XNode } from './xml.ts';
import { xmlText } from './xml-text.ts';
import { IpAddressObject } from './ip-address.ts';
import { StringWriterObject } from './string-io.ts';
import { jsonText } from './json-text.ts';

/** `ToString()`, invariant culture; the empty string for null, as concatenation and interpolation want it. */
export function valueText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isNumber(value)) return numberText(value);
  if (value instanceof Char) return value.text;
  if (value instanceof EnumValue) return value.member;
  if (value instanceof DateTime) return formatDate(value.ticks, 'G', value.kind, 0n);
  if (value instanceof DateTimeOffset)
    return formatDate(value.ticks, 'MM/dd/yyyy HH:mm:ss zzz', 'Local', value.offsetTicks);
  if (value instanceof TimeSpan) return formatTimeSpan(value.ticks);
  if (value instanceof JValue) return valueText(value.value);
  if (value instanceof JToken) return jsonText(value, true);
  return objectText(value);
}

function objectText(value: Exclude<Value, null | string | boolean>): string {
  if (value instanceof Guid || value instanceof StringBuilder || value instanceof MatchObject) return value.text;
  if (value instanceof UriObject) return value.url.href;
  if (value instanceof Facade) return value.text;
  if (value instanceof TypeObject) return value.fullName;
  if (value instanceof RegexObject) return value.pattern.source;
  if (value instanceof EncodingObject) return `System.Text.${value.encoding.toUpperCase()}Encoding`;
  if (value instanceof KeyValuePair) return `[${valueText(value.key)}, ${valueText(value.value)}]`;
  if (value instanceof ExceptionObject) return `System.${value.netType}: ${value.exception.message}`;
  if (value instanceof RecordObject) {
    const members = [...value.members];
    if (value.kind === 'tuple') return `(${members.map(([, member]) => valueText(member)).join(', ')})`;
    return `{ ${members.map(([name, member]) => `${name} = ${valueText(member)}`).join(', ')} }`;
  }
  if (value instanceof IpAddressObject || value instanceof StringWriterObject) return value.text;
  if (value instanceof XNode) return xmlText(value, true);
  if (value instanceof XNameObject || value instanceof XDeclaration) return value.text;
  if (value instanceof XNamespaceObject) return value.uri;
  if (value instanceof XAttribute) return `${value.name.local}="${value.value}"`;
  return netTypeName(value);
}

export function numberText(value: NetNumber): string {
  if (value instanceof Integer) return String(value.value);
  return value instanceof Floating ? formatDouble(value.value, value.type) : decimalText(value.value);
}

/** The shortest text that reads back as the same number; exponents from 1E+16 on and below 0.0001. */
export function formatDouble(value: number, type: 'float' | 'double' = 'double'): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0';
  if (value === 0) return '0';
  const digits = type === 'float' ? shortestFloat(value) : value;
  const [mantissa = '', exponentText = '0'] = digits.toExponential().split('e');
  const exponent = Number(exponentText);
  return exponent >= -4 && exponent <= 15 ? plain(digits) : exponential(mantissa, exponent);
}

function shortestFloat(value: number): number {
  for (let precision = 1; precision <= 9; precision += 1) {
    const candidate = Number(value.toPrecision(precision));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

function exponential(mantissa: string, exponent: number): string {
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}E${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** `ToString(format)` and the format of `{0:format}`. */
export function formatValue(value: Value, format: string | undefined): string {
  if (format === undefined || format === '') return valueText(value);
  if (isNumber(value)) return formatNumber(value, format);
  if (value instanceof DateTime) return formatDate(value.ticks, format, value.kind, 0n);
  if (value instanceof DateTimeOffset) return formatDate(value.ticks, format, 'Local', value.offsetTicks);
  if (value instanceof TimeSpan) return formatTimeSpan(value.ticks, format);
  if (value instanceof Guid) return formatGuid(value, format);
  if (value instanceof JValue) return formatValue(value.value, format);
  if (value instanceof EnumValue) return /^d$/i.test(format) ? String(value.number) : value.member;
  return valueText(value);
}

function formatGuid(guid: Guid, format: string): string {
  switch (format.toUpperCase()) {
    case 'N':
      return guid.text.replaceAll('-', '');
    case 'D':
      return guid.text;
    case 'B':
      return `{${guid.text}}`;
    case 'P':
      return `(${guid.text})`;
    default:
      throw new NetException(
        'FormatException',
        'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
      );
  }
}

/** Standard numeric formats D, F, N, X, P, G, E, C, R and custom ones of `0`, `#`, `,` and `.`. */
export function formatNumber(value: NetNumber, format: string): string {
  const standard = /^([a-zA-Z])(\d{0,2})$/.exec(format);
  if (standard === null) return customNumber(toJsNumber(value), format);
  const [, letter = '', digitsText = ''] = standard;
  const digits = digitsText === '' ? undefined : Number(digitsText);
  const number = toJsNumber(value);
  switch (letter.toUpperCase()) {
    case 'D':
      if (!(value instanceof Integer)) throw new NetException('FormatException', 'Format specifier was invalid.');
      return (
        (value.value < 0n ? '-' : '') + String(value.value < 0n ? -value.value : value.value).padStart(digits ?? 0, '0')
      );
    case 'X': {
      if (!(value instanceof Integer)) throw new NetException('FormatException', 'Format specifier was invalid.');
      const hex = BigInt.asUintN(value.type.endsWith('long') ? 64 : 32, value.value)
        .toString(16)
        .padStart(digits ?? 0, '0');
      return letter === 'X' ? hex.toUpperCase() : hex;
    }
    case 'F':
      return value instanceof DecimalNumber ? fixedDecimal(value.value, digits ?? 2) : fixed(number, digits ?? 2);
    case 'N':
      return grouped(
        value instanceof DecimalNumber ? fixedDecimal(value.value, digits ?? 2) : fixed(number, digits ?? 2),
      );
    case 'C':
      return number < 0 ? `(¤${grouped(fixed(-number, digits ?? 2))})` : `¤${grouped(fixed(number, digits ?? 2))}`;
    case 'P':
      return `${grouped(fixed(number * 100, digits ?? 2))} %`;
    case 'E': {
      const [mantissa = '', exponent = '0'] = number.toExponential(digits ?? 6).split('e');
      const sign = exponent.startsWith('-') ? '-' : '+';
      return `${mantissa}${letter}${sign}${exponent.slice(1).padStart(3, '0')}`;
    }
    case 'G':
      return digits === undefined || digits === 0
        ? numberText(value)
        : formatDouble(Number(number.toPrecision(digits)));
    case 'R':
      return numberText(value);
    default:
      throw new NetException('FormatException', 'Format specifier was invalid.');
  }
}

/** Fixed digits of the exact binary value; what lies exactly between two goes to the even one, as IEEE has it. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatDouble(value);
  const size = Math.abs(value);
  let text =
    size < 1e21 ? size.toFixed(digits) : BigInt(size).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const rest = size < 1e21 ? size.toFixed(100).split('.')[1]?.slice(digits) : undefined;
  // toFixed rounds a tie up: an odd last digit must step back.
  if (rest !== undefined && /^50*$/.test(rest) && /[13579]$/.test(text))
    text = text.slice(0, -1) + String(Number(text.at(-1)) - 1);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Fixed digits of a decimal: half away from zero. */
function fixedDecimal({ unscaled, scale }: Decimal, digits: number): string {
  const size = unscaled < 0n ? -unscaled : unscaled;
  const shifted =
    scale <= digits
      ? size * 10n ** BigInt(digits - scale)
      : (size * 2n + 10n ** BigInt(scale - digits)) / (2n * 10n ** BigInt(scale - digits));
  const text = decimalText({ unscaled: shifted, scale: digits });
  return unscaled < 0n && shifted !== 0n ? `-${text}` : text;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

function customNumber(value: number, format: string): string {
  const [positive = '', negative, zero] = format.split(';');
  if (value === 0 && zero !== undefined) return zero;
  if (value < 0 && negative !== undefined) return customNumber(-value, negative);
  const match = /^((?:'[^']*'|[^0#.,%])*)([0#,]*)(?:\.([0#]+))?(%?)((?:'[^']*'|.)*)$/s.exec(positive);
  if (match === null) return positive;
  const [, prefix = '', whole = '', fraction = '', percent = '', suffix = ''] = match;
  const minimum = whole.replaceAll(/[^0]/g, '').length;
  const required = fraction.lastIndexOf('0') + 1;
  const [digits = '0', tail = ''] = fixed(Math.abs(percent === '' ? value : value * 100), fraction.length).split('.');
  const trimmed = tail.slice(0, required) + tail.slice(required).replace(/0+$/, '');
  const integral = (digits === '0' && minimum === 0 ? '' : digits).padStart(minimum, '0');
  const number = `${whole.includes(',') ? grouped(integral) : integral}${trimmed === '' ? '' : `.${trimmed}`}`;
  const sign = value < 0 && /[1-9]/.test(number) ? '-' : '';
  return `${sign}${prefix.replaceAll("'", '')}${number}${percent}${suffix.replaceAll("'", '')}`;
}

/** `String.Format`: `{index,alignment:format}`. */
export function formatComposite(format: string, args: readonly Value[]): string {
  return format.replaceAll(
    /\{\{|\}\}|\{(\d+)(?:,\s*(-?\d+)\s*)?(?::([^{}]*))?\}|[{}]/g,
    (whole, index: string | undefined, alignment: string | undefined, spec: string | undefined) => {
      if (whole === '{{' || whole === '}}') return whole.charAt(0);
      if (index === undefined) throw new NetException('FormatException', 'Input string was not in a correct format.');
      if (Number(index) >= args.length) {
        throw new NetException(
          'FormatException',
          'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
        );
      }
      return align(formatValue(args[Number(index)] ?? null, spec), Number(alignment ?? 0));
    },
  );
}

/** Pads to the left for a positive alignment, to the right for a negative one. */
export function align(text: string, alignment: number): string {
  return alignment >= 0 ? text.padStart(alignment) : text.padEnd(-alignment);
}
