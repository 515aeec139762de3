import { iterate } from '../values/collections.ts';
import { netEquals } from '../values/equality.ts';
import {
  DecimalNumber,
  double,
  Floating,
  int,
  Integer,
  isIntegralType,
  isNumber,
  toJsNumber,
  type NumberType,
} from '../values/number.ts';
import { formatComposite, valueText } from '../values/text.ts';
import { argumentNull, Char, EnumValue, NetException, type Value } from '../values/value.ts';
import { compareText } from './comparison.ts';
import { changeType, parseBoolean, parseNumber, roundHalfEven, toNumber } from './conversion.ts';
import {
  argument,
  ignoresCase,
  indexArgument,
  numberArgument,
  textArgument,
  textOf,
  type Invocation,
  type StaticTable,
} from './invocation.ts';
import { convertStatics } from './static-convert.ts';

/** Runs a Parse for its TryParse: sets the out argument and says whether it worked. */
export function tryParse(call: Invocation, fallback: Value, parse: (text: string) => Value): boolean {
  const text = argument(call, 0);
  const index = call.args.length - 1;
  try {
    call.out(index, typeof text === 'string' ? parse(text) : fallback);
    return typeof text === 'string';
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    call.out(index, fallback);
    return false;
  }
}

function numberStatics(type: NumberType, low: Value, high: Value): StaticTable {
  const zero = toNumber(int(0), type, () => new NetException('InvalidCastException', ''));
  const parse = (text: string, call: Invocation): Value => {
    const style = call.args.find((value) => value instanceof EnumValue);
    if (style instanceof EnumValue && style.member === 'HexNumber' && isIntegralType(type) && /^[0-9a-f]+$/i.test(text))
      return new Integer(type, BigInt(`0x${text}`));
    return parseNumber(text, type);
  };
  return {
    properties: { MinValue: () => low, MaxValue: () => high },
    methods: {
      Parse: (call) => parse(textArgument(call, 0, 's'), call),
      TryParse: (call) => tryParse(call, zero, (text) => parse(text, call)),
    },
  };
}

const integral = (
  type: 'int' | 'long' | 'short' | 'byte' | 'uint' | 'ulong' | 'ushort' | 'sbyte',
  bits: bigint,
  signed: boolean,
): StaticTable =>
  numberStatics(
    type,
    new Integer(type, signed ? -(1n << (bits - 1n)) : 0n),
    new Integer(type, signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n),
  );

const MAX_DECIMAL = 79_228_162_514_264_337_593_543_950_335n;

const classified =
  (test: RegExp) =>
  (call: Invocation): Value => {
    const text = argument(call, 0);
    return test.test(typeof text === 'string' ? text.charAt(indexArgument(call, 1)) : textOf(text));
  };

/** Static members of string, bool, char, the number types, Convert and Math. */
export const PRIMITIVE_STATICS: Readonly<Record<string, StaticTable>> = {
  string: {
    properties: { Empty: () => '' },
    methods: {
      IsNullOrEmpty: (call) => argument(call, 0) === null || argument(call, 0) === '',
      IsNullOrWhiteSpace: (call) => valueText(argument(call, 0)).trim() === '',
      Concat: (call) => members(call, 0).map(valueText).join(''),
      Join: (call) =>
        members(call, 1)
          .map(valueText)
          .join(valueText(argument(call, 0))),
      Format: (call) => formatComposite(textArgument(call, 0, 'format'), members(call, 1)),
      Equals: (call) => {
        const [left, right] = [argument(call, 0), argument(call, 1)];
        if (!ignoresCase(argument(call, 2)) || typeof left !== 'string' || typeof right !== 'string')
          return netEquals(left, right);
        return left.toUpperCase() === right.toUpperCase();
      },
      Compare: (call) => {
        const option = argument(call, 2);
        return int(
          compareText(
            valueText(argument(call, 0)),
            valueText(argument(call, 1)),
            option === true || ignoresCase(option),
          ),
        );
      },
      CompareOrdinal: (call) => {
        const [left, right] = [valueText(argument(call, 0)), valueText(argument(call, 1))];
        return int(left < right ? -1 : left > right ? 1 : 0);
      },
      Copy: (call) => textArgument(call, 0),
    },
    construct: (call) => {
      const first = argument(call, 0);
      return first instanceof Char
        ? first.text.repeat(indexArgument(call, 1))
        : [...iterate(first)].map(textOf).join('');
    },
  },
  bool: {
    properties: { TrueString: () => 'True', FalseString: () => 'False' },
    methods: {
      Parse: (call) => parseBoolean(textArgument(call, 0)),
      TryParse: (call) => tryParse(call, false, parseBoolean),
    },
  },
  char: {
    methods: {
      IsDigit: classified(/\p{Nd}/u),
      IsNumber: classified(/\p{N}/u),
      IsLetter: classified(/\p{L}/u),
      IsLetterOrDigit: classified(/[\p{L}\p{Nd}]/u),
      IsWhiteSpace: classified(/\s/),
      IsUpper: classified(/\p{Lu}/u),
      IsLower: classified(/\p{Ll}/u),
      IsPunctuation: classified(/\p{P}/u),
      ToUpper: (call) => new Char(textOf(argument(call, 0)).toUpperCase().charCodeAt(0)),
      ToLower: (call) => new Char(textOf(argument(call, 0)).toLowerCase().charCodeAt(0)),
      ToUpperInvariant: (call) => new Char(textOf(argument(call, 0)).toUpperCase().charCodeAt(0)),
      ToLowerInvariant: (call) => new Char(textOf(argument(call, 0)).toLowerCase().charCodeAt(0)),
      Parse: (call) => new Char(textArgument(call, 0).charCodeAt(0)),
    },
  },
  sbyte: integral('sbyte', 8n, true),
  byte: integral('byte', 8n, false),
  short: integral('short', 16n, true),
  ushort: integral('ushort', 16n, false),
  int: integral('int', 32n, true),
  uint: integral('uint', 32n, false),
  long: integral('long', 64n, true),
  ulong: integral('ulong', 64n, false),
  float: numberStatics(
    'float',
    new Floating('float', -3.4028234663852886e38),
    new Floating('float', 3.4028234663852886e38),
  ),
  double: {
    ...numberStatics('double', double(-Number.MAX_VALUE), double(Number.MAX_VALUE)),
    properties: {
      MinValue: () => double(-Number.MAX_VALUE),
      MaxValue: () => double(Number.MAX_VALUE),
      NaN: () => double(Number.NaN),
      PositiveInfinity: () => double(Number.POSITIVE_INFINITY),
      NegativeInfinity: () => double(Number.NEGATIVE_INFINITY),
      Epsilon: () => double(Number.MIN_VALUE),
    },
  },
  decimal: numberStatics(
    'decimal',
    new DecimalNumber({ unscaled: -MAX_DECIMAL, scale: 0 }),
    new DecimalNumber({ unscaled: MAX_DECIMAL, scale: 0 }),
  ),
  object: {
    methods: {
      Equals: (call) => netEquals(argument(call, 0), argument(call, 1)),
      ReferenceEquals: (call) => argument(call, 0) === argument(call, 1),
    },
  },
  Convert: convertStatics,
  Math: {
    properties: { PI: () => double(Math.PI), E: () => double(Math.E) },
    methods: {
      Abs: (call) => keepType(call, Math.abs),
      Ceiling: (call) => fraction(call, Math.ceil),
      Floor: (call) => fraction(call, Math.floor),
      Truncate: (call) => fraction(call, Math.trunc),
      Round: round,
      Max: (call) => pick(call, (left, right) => left >= right),
      Min: (call) => pick(call, (left, right) => left <= right),
      Pow: (call) => double(numberArgument(call, 0) ** numberArgument(call, 1)),
      Sqrt: (call) => double(Math.sqrt(numberArgument(call, 0))),
      Log: (call) =>
        double(
          call.args.length > 1
            ? Math.log(numberArgument(call, 0)) / Math.log(numberArgument(call, 1))
            : Math.log(numberArgument(call, 0)),
        ),
      Log10: (call) => double(Math.log10(numberArgument(call, 0))),
      Exp: (call) => double(Math.exp(numberArgument(call, 0))),
      Sign: (call) => int(Math.sign(numberArgument(call, 0))),
    },
  },
};

/** The values of a params array: listed, or handed over as one array or sequence. */
function members(call: Invocation, from: number): readonly Value[] {
  const rest = call.args.slice(from);
  const [only] = rest;
  if (
    rest.length === 1 &&
    only !== undefined &&
    only !== null &&
    typeof only === 'object' &&
    'items' in only &&
    !only.netType.includes('Linq.J')
  )
    return [...iterate(only)];
  if (rest.length === 0 && from > 0 && call.args.length === 0) throw argumentNull('values');
  return rest;
}

function numeric(call: Invocation) {
  const value = argument(call, 0);
  if (!isNumber(value)) throw new NetException('InvalidCastException', 'Specified cast is not valid.');
  return value;
}

function keepType(call: Invocation, apply: (value: number) => number): Value {
  const value = numeric(call);
  if (value instanceof Integer) return new Integer(value.type, value.value < 0n ? -value.value : value.value);
  if (value instanceof Floating) return new Floating(value.type, apply(value.value));
  return new DecimalNumber({
    ...value.value,
    unscaled: value.value.unscaled < 0n ? -value.value.unscaled : value.value.unscaled,
  });
}

/** Decimals stay decimals, everything else becomes a double. */
function fraction(call: Invocation, apply: (value: number) => number): Value {
  const value = numeric(call);
  const result = apply(toJsNumber(value));
  return value instanceof DecimalNumber ? new DecimalNumber({ unscaled: BigInt(result), scale: 0 }) : double(result);
}

function round(call: Invocation): Value {
  const value = numeric(call);
  const away = call.args.some((item) => item instanceof EnumValue && item.member === 'AwayFromZero');
  const second = argument(call, 1);
  const digits = second instanceof Integer ? Number(second.value) : 0;
  if (value instanceof DecimalNumber) return roundDecimal(value, digits, away);
  const factor = 10 ** digits;
  const scaled = toJsNumber(value) * factor;
  const rounded = away ? Math.sign(scaled) * Math.round(Math.abs(scaled)) : roundHalfEven(scaled);
  return double(rounded / factor);
}

function roundDecimal({ value }: DecimalNumber, digits: number, away: boolean): DecimalNumber {
  if (value.scale <= digits) return new DecimalNumber(value);
  const unit = 10n ** BigInt(value.scale - digits);
  const size = value.unscaled < 0n ? -value.unscaled : value.unscaled;
  const [whole, rest] = [size / unit, (size % unit) * 2n];
  const up = rest > unit || (rest === unit && (away || whole % 2n === 1n));
  const result = up ? whole + 1n : whole;
  return new DecimalNumber({ unscaled: value.unscaled < 0n ? -result : result, scale: digits });
}

function pick(call: Invocation, prefersLeft: (left: number, right: number) => boolean): Value {
  const [left, right] = [argument(call, 0), argument(call, 1)];
  if (!isNumber(left) || !isNumber(right))
    throw new NetException('InvalidCastException', 'Specified cast is not valid.');
  const chosen = prefersLeft(toJsNumber(left), toJsNumber(right)) ? left : right;
  const wider =
    [left, right].find((value) => value instanceof DecimalNumber) ??
    [left, right].find((value) => value instanceof Floating) ??
    [left, right].find((value) => value.type === 'long');
  return wider === undefined
    ? chosen
    : changeType(chosen, wider.type, () => new NetException('InvalidCastException', ''));
}
