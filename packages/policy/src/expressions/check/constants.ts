import { add, bitwise, divide, multiply, negate, remainder, shift, subtract } from '../members/arithmetic.ts';
import { convertNumber } from '../members/conversion.ts';
import { staticsOf } from '../members/statics.ts';
import { compareNumbers } from '../values/equality.ts';
import { fits, Floating, Integer, isIntegralType, isNumber, type NumberType } from '../values/number.ts';
import { Char, NetException, type Value } from '../values/value.ts';
import { simpleName, type NetType } from '../types/net-type.ts';
import type { Member } from '../types/type-definition.ts';

/** Why a constant expression has no value. */
export class Unfolded {
  readonly reason: 'overflow' | 'zero';

  constructor(reason: 'overflow' | 'zero') {
    this.reason = reason;
  }
}

const OVERFLOW = new Unfolded('overflow');
const ZERO = new Unfolded('zero');

const ARITHMETIC: Readonly<Record<string, (left: Value, right: Value, overflow?: 'checked') => Value>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '&': (left, right) => bitwise(left, right, '&'),
  '|': (left, right) => bitwise(left, right, '|'),
  '^': (left, right) => bitwise(left, right, '^'),
  '<<': (left, right) => shift(left, right, '<<'),
  '>>': (left, right) => shift(left, right, '>>'),
};

const isOperand = (value: Value): boolean => isNumber(value) || value instanceof Char;

/** The value of an operator on two constants; arithmetic of constants is checked. */
export function foldBinary(
  operator: string,
  left: Value,
  right: Value,
  unchecked: boolean,
): Value | Unfolded | undefined {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return undefined;
  if (typeof left === 'boolean' && typeof right === 'boolean') return foldBooleans(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string')
    return operator === '==' ? left === right : operator === '!=' ? left !== right : undefined;
  if (!isOperand(left) || !isOperand(right)) return undefined;
  const compared = foldComparison(operator, left, right);
  if (compared !== undefined) return compared;
  const apply = Object.hasOwn(ARITHMETIC, operator) ? ARITHMETIC[operator] : undefined;
  return apply === undefined ? undefined : attempt(() => apply(left, right, unchecked ? undefined : 'checked'));
}

function attempt(compute: () => Value): Value | Unfolded | undefined {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    return error.netType === 'DivideByZeroException'
      ? ZERO
      : error.netType === 'OverflowException'
        ? OVERFLOW
        : undefined;
  }
}

function foldBooleans(operator: string, left: boolean, right: boolean): boolean | undefined {
  if (operator === '&&' || operator === '&') return left && right;
  if (operator === '||' || operator === '|') return left || right;
  if (operator === '==') return left === right;
  return operator === '!=' || operator === '^' ? left !== right : undefined;
}

function foldComparison(operator: string, left: Value, right: Value): boolean | undefined {
  const order = compareNumbers(left as Integer, right as Integer);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return undefined;
  }
}

export function foldUnary(operator: string, value: Value): Value | Unfolded | undefined {
  if (operator === '!') return typeof value === 'boolean' ? !value : undefined;
  if (!isOperand(value)) return undefined;
  if (operator === '-')
    return value instanceof Integer && value.type === 'ulong' ? undefined : attempt(() => negate(value, 'checked'));
  if (operator === '~') return undefined;
  return isNumber(value) ? value : undefined;
}

/** A constant as another type; `overflow` where it does not fit. */
export function castConstant(value: Value, type: NetType, checked = true): Value | Unfolded | undefined {
  const name = simpleName(type);
  if (name === undefined) return undefined;
  if (name === 'char')
    return value instanceof Integer && fits('ushort', value.value)
      ? new Char(Number(value.value))
      : value instanceof Char
        ? value
        : undefined;
  const number = value instanceof Char ? new Integer('int', BigInt(value.code)) : value;
  if (!isNumber(number))
    return name === 'string' && typeof value === 'string'
      ? value
      : name === 'bool' && typeof value === 'boolean'
        ? value
        : undefined;
  if (isIntegralType(name)) {
    const whole =
      number instanceof Integer
        ? number.value
        : number instanceof Floating && Number.isFinite(number.value)
          ? BigInt(Math.trunc(number.value))
          : undefined;
    if (whole === undefined) return undefined;
    if (checked && !fits(name, whole)) return OVERFLOW;
  }
  return isIntegralType(name) || ['float', 'double', 'decimal'].includes(name)
    ? attempt(() => convertNumber(number, name as NumberType))
    : undefined;
}

/** The value of `int.MaxValue` and the like. */
export function memberConstant(member: Member): Value | undefined {
  const read = staticsOf(member.owner.name)?.properties?.[member.name];
  if (read === undefined || member.owner.kind === 'enum') return undefined;
  const value = read({ now: () => 0, newGuid: () => '', random: () => 0 });
  return isNumber(value) || typeof value === 'string' ? value : undefined;
}
