import { LosslessNumber } from './json.ts';

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const INT32 = { min: 0n, max: 2n ** 31n - 1n };
/** The largest number that .NET's `decimal` holds, which the importer reads limits into. Assumption: OpenAPI.NET's model. */
const DECIMAL_MAX = 79228162514264337593543950335n;

/** A number of a document from its JSON text; kept as digits where JavaScript would print it otherwise. */
export function numberOf(text: string): number | LosslessNumber {
  const value = Number(text);
  return String(value) === text ? value : new LosslessNumber(text);
}

/** The text of a number as the document has it. */
export function digitsOf(value: number | LosslessNumber): string {
  return value instanceof LosslessNumber ? value.digits : String(value);
}

/** The exact value as a fraction of a power of ten; undefined beyond 400 digits, which no limit means. */
function exact(text: string): { readonly digits: bigint; readonly exponent: number } | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const exponent = Number(power) - fraction.length;
  if (Math.abs(exponent) > 400 || whole.length > 400) return undefined;
  return { digits: BigInt(sign + whole + fraction), exponent };
}

/** Which of two numbers is larger, without rounding: negative, 0 or positive. */
export function compareNumbers(left: number | LosslessNumber, right: number | LosslessNumber): number {
  const [a, b] = [exact(digitsOf(left)), exact(digitsOf(right))];
  if (a === undefined || b === undefined) return Number(digitsOf(left)) - Number(digitsOf(right));
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - exponent) - b.digits * 10n ** BigInt(b.exponent - exponent);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The whole number that a number is, whichever way it is written; undefined where it has a fraction. */
export function wholeNumber(value: number | LosslessNumber): bigint | undefined {
  const parts = exact(digitsOf(value));
  if (parts === undefined) return undefined;
  if (parts.exponent >= 0) return parts.digits * 10n ** BigInt(parts.exponent);
  const divisor = 10n ** BigInt(-parts.exponent);
  return parts.digits % divisor === 0n ? parts.digits / divisor : undefined;
}

/** A limit brought into int64; undefined where it is within. */
export function clampToInt64(value: number | LosslessNumber): number | LosslessNumber | undefined {
  const whole = wholeNumber(value);
  if (whole === undefined || (whole >= INT64.min && whole <= INT64.max)) return undefined;
  return new LosslessNumber(String(whole < 0n ? INT64.min : INT64.max));
}

/** Whether the importer's `decimal` can hold a number. */
export function fitsDecimal(value: number | LosslessNumber): boolean {
  const parts = exact(digitsOf(value));
  if (parts === undefined) return false;
  const whole =
    parts.exponent >= 0 ? parts.digits * 10n ** BigInt(parts.exponent) : parts.digits / 10n ** BigInt(-parts.exponent);
  return (whole < 0n ? -whole : whole) <= DECIMAL_MAX;
}

/** A count (`maxLength`, `minItems` …) as the importer's int32 reads it; undefined where it is no count at all. */
export function countOf(value: number | LosslessNumber): number | undefined {
  const whole = wholeNumber(value);
  if (whole === undefined || whole < INT32.min) return undefined;
  return Number(whole > INT32.max ? INT32.max : whole);
}
