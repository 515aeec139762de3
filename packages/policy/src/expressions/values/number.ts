import { KEYWORD_TYPES } from './keyword-types.ts';
import { NetException, NetObject } from './value.ts';

export type IntegralType = 'sbyte' | 'byte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong';
export type NumberType = IntegralType | 'float' | 'double' | 'decimal';

const BITS: Readonly<Record<IntegralType, readonly [bits: number, signed: boolean]>> = {
  sbyte: [8, true],
  byte: [8, false],
  short: [16, true],
  ushort: [16, false],
  int: [32, true],
  uint: [32, false],
  long: [64, true],
  ulong: [64, false],
};

/** `unscaled / 10^scale`, as System.Decimal keeps it: trailing zeros are part of the value's text. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** A whole number of a .NET integral type. */
export class Integer extends NetObject {
  readonly type: IntegralType;
  readonly value: bigint;

  constructor(type: IntegralType, value: bigint) {
    super();
    this.type = type;
    this.value = value;
  }

  get netType(): string {
    return `System.${KEYWORD_TYPES[this.type]}`;
  }
}

/** A `double` or `float`. */
export class Floating extends NetObject {
  readonly type: 'float' | 'double';
  readonly value: number;

  constructor(type: 'float' | 'double', value: number) {
    super();
    this.type = type;
    this.value = type === 'float' ? Math.fround(value) : value;
  }

  get netType(): string {
    return `System.${KEYWORD_TYPES[this.type]}`;
  }
}

/** A `decimal`. */
export class DecimalNumber extends NetObject {
  readonly netType = 'System.Decimal';
  readonly type = 'decimal';
  readonly value: Decimal;

  constructor(value: Decimal) {
    super();
    this.value = value;
  }
}

export type NetNumber = Integer | Floating | DecimalNumber;

export function isNumber(value: unknown): value is NetNumber {
  return value instanceof Integer || value instanceof Floating || value instanceof DecimalNumber;
}

export function isIntegralType(type: string): type is IntegralType {
  return Object.hasOwn(BITS, type);
}

export function int(value: number | bigint): Integer {
  return new Integer('int', BigInt(value));
}

export function long(value: number | bigint): Integer {
  return new Integer('long', BigInt(value));
}

export function double(value: number): Floating {
  return new Floating('double', value);
}

/** Whether `value` lies in the range of `type`. */
export function fits(type: IntegralType, value: bigint): boolean {
  const [bits, signed] = BITS[type];
  return (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value;
}

/** Wraps around as C# does outside of `checked`. */
export function wrap(type: IntegralType, value: bigint): Integer {
  const [bits, signed] = BITS[type];
  return new Integer(type, signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value));
}

/** `type` holding `value`, or OverflowException. */
export function checkedInteger(type: IntegralType, value: bigint): Integer {
  if (fits(type, value)) return new Integer(type, value);
  const message = `Value was either too large or too small for ${article(type)}.`;
  throw new NetException('OverflowException', message);
}

function article(type: IntegralType): string {
  if (type === 'byte') return 'an unsigned byte';
  if (type === 'sbyte') return 'a signed byte';
  return `${type.startsWith('u') ? 'a' : 'an'} ${KEYWORD_TYPES[type]}`;
}

/** The number as JavaScript's, with whatever precision that costs. */
export function toJsNumber(number: NetNumber): number {
  if (number instanceof Floating) return number.value;
  if (number instanceof Integer) return Number(number.value);
  return Number(decimalText(number.value));
}

export function parseDecimal(text: string): Decimal {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) throw new NetException('FormatException', 'Input string was not in a correct format.');
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const scale = fraction.length - Number(exponent);
  const unscaled = sign === '-' ? -digits : digits;
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * 10n ** BigInt(-scale), scale: 0 };
}

export function decimalOf(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { unscaled: value, scale: 0 };
  return parseDecimal(String(Number(value.toPrecision(15))));
}

/** Invariant text, trailing zeros kept. */
export function decimalText({ unscaled, scale }: Decimal): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Both at the larger scale, so that they can be added or compared. */
export function alignDecimals(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [
    left.unscaled * 10n ** BigInt(scale - left.scale),
    right.unscaled * 10n ** BigInt(scale - right.scale),
    scale,
  ];
}
