import type { NetObject } from './value.ts';
import { Char, EnumValue, NetException, type Value } from './value.ts';
import {
  alignDecimals,
  DecimalNumber,
  decimalOf,
  Floating,
  Integer,
  isNumber,
  toJsNumber,
  type NetNumber,
} from './number.ts';

/** Values that compare by content: each says what it is with a key. */
export interface Keyed {
  /** Two values of one .NET type are equal if their keys are. */
  readonly equalityKey: string;
}

/** A key under which dictionaries, sets and `Distinct` keep a value. */
export function hashKey(value: Value, ignoreCase = false): string {
  if (value === null) throw new NetException('ArgumentNullException', "Value cannot be null. (Parameter 'key')");
  if (typeof value === 'string') return `s:${ignoreCase ? value.toUpperCase() : value}`;
  if (typeof value === 'boolean') return `b:${value}`;
  if (isNumber(value)) return `n:${value.netType}:${value instanceof DecimalNumber ? toJsNumber(value) : value.value}`;
  if (value instanceof Char) return `c:${value.code}`;
  if (value instanceof EnumValue) return `e:${value.type}:${value.number}`;
  if (hasKey(value)) return `k:${value.netType}:${value.equalityKey}`;
  return `o:${identity(value)}`;
}

function hasKey(value: NetObject): value is NetObject & Keyed {
  return 'equalityKey' in value;
}

const identities = new WeakMap<NetObject, number>();
let lastIdentity = 0;

function identity(value: NetObject): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(value, lastIdentity);
  return lastIdentity;
}

/** `Object.Equals`: the same type and content, or the same object. */
export function netEquals(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  return hashKey(left) === hashKey(right);
}

/** `==` of C#: numbers are promoted first, references compare by content only where their type says so. */
export function operatorEquals(left: Value, right: Value): boolean {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
  return netEquals(left, right);
}

function isNumeric(value: Value): value is NetNumber | Char {
  return isNumber(value) || value instanceof Char;
}

/** Below, equal or above 0; NaN where one of them is no number. */
export function compareNumbers(left: NetNumber | Char, right: NetNumber | Char): number {
  const a = left instanceof Char ? new Integer('int', BigInt(left.code)) : left;
  const b = right instanceof Char ? new Integer('int', BigInt(right.code)) : right;
  if (a instanceof Integer && b instanceof Integer) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (a instanceof Floating || b instanceof Floating) {
    const [x, y] = [toJsNumber(a), toJsNumber(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : x < y ? -1 : x > y ? 1 : 0;
  }
  const [x, y] = alignDecimals(
    a instanceof Integer ? decimalOf(a.value) : a.value,
    b instanceof Integer ? decimalOf(b.value) : b.value,
  );
  return x < y ? -1 : x > y ? 1 : 0;
}
