import {
  alignDecimals,
  decimalOf,
  DecimalNumber,
  Floating,
  fits,
  Integer,
  isNumber,
  toJsNumber,
  wrap,
  type Decimal,
  type IntegralType,
  type NetNumber,
} from '../values/number.ts';
import { Char, NetException, type Value } from '../values/value.ts';

const DIVIDE_BY_ZERO = 'Attempted to divide by zero.';

/** The type that C# computes in: decimal, double, float, ulong, long, uint or int. */
function promote(left: NetNumber, right: NetNumber): 'decimal' | 'double' | 'float' | IntegralType {
  const types = [left.type, right.type];
  if (types.includes('decimal')) return 'decimal';
  if (types.includes('double')) return 'double';
  if (types.includes('float')) return 'float';
  if (types.includes('ulong')) return 'ulong';
  if (types.includes('long')) return 'long';
  if (!types.includes('uint')) return 'int';
  return types.some((type) => type === 'int' || type === 'short' || type === 'sbyte') ? 'long' : 'uint';
}

/** A number or character as an operand of arithmetic; anything else is no operand. */
function operand(value: Value, operator: string): NetNumber {
  if (isNumber(value)) return value;
  if (value instanceof Char) return new Integer('int', BigInt(value.code));
  throw new NetException(
    'RuntimeBinderException',
    `Operator '${operator}' cannot be applied to operands of these types`,
  );
}

function decimal(value: NetNumber): Decimal {
  if (value instanceof DecimalNumber) return value.value;
  return decimalOf(value.value);
}

interface Operations {
  readonly integral: (left: bigint, right: bigint) => bigint;
  readonly floating: (left: number, right: number) => number;
  readonly decimal: (left: Decimal, right: Decimal) => Decimal;
}

function compute(
  leftValue: Value,
  rightValue: Value,
  operator: string,
  operations: Operations,
  overflow?: 'checked',
): Value {
  const [left, right] = [operand(leftValue, operator), operand(rightValue, operator)];
  const type = promote(left, right);
  if (type === 'decimal') return new DecimalNumber(operations.decimal(decimal(left), decimal(right)));
  if (type === 'double' || type === 'float')
    return new Floating(type, operations.floating(toJsNumber(left), toJsNumber(right)));
  return fitted(type, operations.integral(integral(left), integral(right)), overflow);
}

/** Wraps around, or throws where arithmetic is checked. */
function fitted(type: IntegralType, value: bigint, overflow: 'checked' | undefined): Integer {
  if (overflow === undefined || fits(type, value)) return wrap(type, value);
  throw new NetException('OverflowException', 'Arithmetic operation resulted in an overflow.');
}

function integral(value: NetNumber): bigint {
  return value instanceof Integer ? value.value : BigInt(Math.trunc(toJsNumber(value)));
}

function notByZero(right: bigint): bigint {
  if (right === 0n) throw new NetException('DivideByZeroException', DIVIDE_BY_ZERO);
  return right;
}

/** `+` of two numbers. */
export function add(left: Value, right: Value, overflow?: 'checked'): Value {
  return compute(
    left,
    right,
    '+',
    {
      integral: (a, b) => a + b,
      floating: (a, b) => a + b,
      decimal: (a, b) => {
        const [x, y, scale] = alignDecimals(a, b);
        return { unscaled: x + y, scale };
      },
    },
    overflow,
  );
}

export function subtract(left: Value, right: Value, overflow?: 'checked'): Value {
  return compute(
    left,
    right,
    '-',
    {
      integral: (a, b) => a - b,
      floating: (a, b) => a - b,
      decimal: (a, b) => {
        const [x, y, scale] = alignDecimals(a, b);
        return { unscaled: x - y, scale };
      },
    },
    overflow,
  );
}

export function multiply(left: Value, right: Value, overflow?: 'checked'): Value {
  return compute(
    left,
    right,
    '*',
    {
      integral: (a, b) => a * b,
      floating: (a, b) => a * b,
      decimal: (a, b) => ({ unscaled: a.unscaled * b.unscaled, scale: a.scale + b.scale }),
    },
    overflow,
  );
}

/** Integers divide towards zero; dividing an integer or decimal by zero throws, a double becomes infinite. */
export function divide(left: Value, right: Value, overflow?: 'checked'): Value {
  return compute(
    left,
    right,
    '/',
    {
      integral: (a, b) => a / notByZero(b),
      floating: (a, b) => a / b,
      decimal: divideDecimals,
    },
    overflow,
  );
}

/** Twenty-eight digits, trailing zeros of the quotient cut. */
function divideDecimals(left: Decimal, right: Decimal): Decimal {
  const [x, y] = alignDecimals(left, right);
  let scale = 28;
  let quotient = (x * 10n ** BigInt(scale + 1)) / notByZero(y);
  quotient = (quotient + (quotient < 0n ? -5n : 5n)) / 10n;
  while (scale > 0 && quotient % 10n === 0n) {
    quotient /= 10n;
    scale -= 1;
  }
  while (scale > 0 && String(quotient < 0n ? -quotient : quotient).length > 29) {
    quotient = (quotient + (quotient < 0n ? -5n : 5n)) / 10n;
    scale -= 1;
  }
  return { unscaled: quotient, scale };
}

export function remainder(left: Value, right: Value, overflow?: 'checked'): Value {
  return compute(
    left,
    right,
    '%',
    {
      integral: (a, b) => a % notByZero(b),
      floating: (a, b) => a % b,
      decimal: (a, b) => {
        const [x, y, scale] = alignDecimals(a, b);
        return { unscaled: x % notByZero(y), scale };
      },
    },
    overflow,
  );
}

/** `&`, `|`, `^` of integers. */
export function bitwise(left: Value, right: Value, operator: '&' | '|' | '^'): Value {
  const apply = {
    '&': (a: bigint, b: bigint) => a & b,
    '|': (a: bigint, b: bigint) => a | b,
    '^': (a: bigint, b: bigint) => a ^ b,
  }[operator];
  const never = (): never => {
    throw new NetException(
      'RuntimeBinderException',
      `Operator '${operator}' cannot be applied to operands of these types`,
    );
  };
  return compute(left, right, operator, { integral: apply, floating: never, decimal: never });
}

/** `<<` and `>>`: the count is taken modulo the width. */
export function shift(left: Value, right: Value, operator: '<<' | '>>'): Value {
  const value = operand(left, operator);
  const type = promote(value, new Integer('int', 0n));
  const width = type === 'long' || type === 'ulong' ? 63 : 31;
  const by = BigInt(Number(integral(operand(right, operator))) & width);
  const integralType = type === 'decimal' || type === 'double' || type === 'float' ? 'int' : type;
  return wrap(integralType, operator === '<<' ? integral(value) << by : integral(value) >> by);
}

export function negate(value: Value, overflow?: 'checked'): Value {
  const number = operand(value, '-');
  if (number instanceof DecimalNumber) return new DecimalNumber({ ...number.value, unscaled: -number.value.unscaled });
  if (number instanceof Floating) return new Floating(number.type, -number.value);
  return fitted(number.type === 'uint' || number.type === 'long' ? 'long' : 'int', -number.value, overflow);
}
