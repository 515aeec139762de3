import { add, bitwise, divide, multiply, negate, remainder, shift, subtract } from '../members/arithmetic.ts';
import { compareNumbers, operatorEquals } from '../values/equality.ts';
import { isNumber, Integer, wrap } from '../values/number.ts';
import { JToken } from '../values/json.ts';
import { valueText } from '../values/text.ts';
import { DateTime, DateTimeOffset, TimeSpan } from '../values/time.ts';
import type { NetObject } from '../values/value.ts';
import { Char, EnumValue, Lambda, NetException, type Value } from '../values/value.ts';
import { enumName } from '../members/enums.ts';
import { compareValues } from '../members/comparison.ts';
import { subtractFrom } from '../members/time-members.ts';
import { EnumerableObject } from '../values/collections.ts';
import { XNameObject, XNamespaceObject } from '../values/xml.ts';
import { Facade, RegexObject, StringBuilder } from '../values/objects.ts';

const isOperand = (value: Value): boolean => isNumber(value) || value instanceof Char;

/** Applies a binary operator to values that are both there; `&&`, `||` and `??` are the evaluator's own. */
export function applyBinary(operator: string, left: Value, right: Value, overflow?: 'checked'): Value {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operator, left, right);
    case '+':
      return plus(left, right, overflow);
    case '-':
      return minus(left, right, overflow);
    case '&':
    case '|':
    case '^':
      return combine(operator, left, right);
    default:
      return arithmetic(operator, left, right, overflow);
  }
}

/** `==`: by content for strings, numbers and other values; by identity for tokens, collections and objects. */
function equal(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  if (left instanceof JToken || right instanceof JToken) return left === right;
  if (comparesByIdentity(left) || comparesByIdentity(right)) return left === right;
  return operatorEquals(left, right);
}

function comparesByIdentity(value: Value): boolean {
  return (
    value instanceof EnumerableObject ||
    value instanceof Facade ||
    value instanceof StringBuilder ||
    value instanceof RegexObject ||
    value instanceof Lambda
  );
}

function compare(operator: '<' | '>' | '<=' | '>=', left: Value, right: Value): boolean {
  if (left === null || right === null) return false;
  const order =
    isOperand(left) && isOperand(right)
      ? compareNumbers(left as Integer, right as Integer)
      : compareOthers(operator, left, right);
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function compareOthers(operator: string, left: NonNullable<Value>, right: NonNullable<Value>): number {
  const ordered =
    (left instanceof DateTime && right instanceof DateTime) ||
    (left instanceof TimeSpan && right instanceof TimeSpan) ||
    (left instanceof DateTimeOffset && right instanceof DateTimeOffset);
  if (ordered) return compareValues(left, right);
  if (left instanceof DateTimeOffset && right instanceof DateTime)
    return compareValues(left, new DateTimeOffset(right.ticks, 0n));
  if (left instanceof DateTime && right instanceof DateTimeOffset)
    return compareValues(new DateTimeOffset(left.ticks, 0n), right);
  if (left instanceof EnumValue && right instanceof EnumValue) return left.number - right.number;
  throw notApplicable(operator, left, right);
}

function plus(left: Value, right: Value, overflow?: 'checked'): Value {
  if (left instanceof XNamespaceObject && typeof right === 'string') return new XNameObject(right, left.uri);
  if (typeof left === 'string' || typeof right === 'string') return valueText(left) + valueText(right);
  if (left === null || right === null) return null;
  if (left instanceof DateTime && right instanceof TimeSpan) return new DateTime(left.ticks + right.ticks, left.kind);
  if (left instanceof DateTimeOffset && right instanceof TimeSpan)
    return new DateTimeOffset(left.ticks + right.ticks, left.offsetTicks);
  if (left instanceof TimeSpan && right instanceof TimeSpan) return new TimeSpan(left.ticks + right.ticks);
  if (left instanceof XNamespaceObject && typeof right === 'string') return new XNameObject(right, left.uri);
  if (left instanceof EnumValue && right instanceof Integer) return shifted(left, Number(right.value));
  if (left instanceof Integer && right instanceof EnumValue) return shifted(right, Number(left.value));
  if (!isOperand(left) || !isOperand(right)) throw notApplicable('+', left, right);
  return add(left, right, overflow);
}

function minus(left: Value, right: Value, overflow?: 'checked'): Value {
  if (left === null || right === null) return null;
  if (left instanceof DateTime && (right instanceof DateTime || right instanceof TimeSpan))
    return subtractFrom(left, right);
  if (left instanceof DateTimeOffset && right instanceof DateTimeOffset)
    return new TimeSpan(left.utcTicks - right.utcTicks);
  if (left instanceof DateTimeOffset && right instanceof TimeSpan)
    return new DateTimeOffset(left.ticks - right.ticks, left.offsetTicks);
  if (left instanceof TimeSpan && right instanceof TimeSpan) return new TimeSpan(left.ticks - right.ticks);
  if (left instanceof EnumValue && right instanceof EnumValue)
    return new Integer('int', BigInt(left.number - right.number));
  if (left instanceof EnumValue && right instanceof Integer) return shifted(left, -Number(right.value));
  if (!isOperand(left) || !isOperand(right)) throw notApplicable('-', left, right);
  return subtract(left, right, overflow);
}

function shifted(value: EnumValue, by: number): EnumValue {
  const number = value.number + by;
  return new EnumValue(value.type, enumName(value.type, number), number);
}

function combine(operator: '&' | '|' | '^', left: Value, right: Value): Value {
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return operator === '&' ? left && right : operator === '|' ? left || right : left !== right;
  }
  if (left instanceof EnumValue && right instanceof EnumValue) {
    const number =
      operator === '&'
        ? left.number & right.number
        : operator === '|'
          ? left.number | right.number
          : left.number ^ right.number;
    return new EnumValue(left.type, enumName(left.type, number), number);
  }
  if (left === null || right === null) {
    // Of `bool?`, one operand may decide alone.
    const known = left ?? right;
    if (operator === '&' && known === false) return false;
    return operator === '|' && known === true ? true : null;
  }
  return bitwise(left, right, operator);
}

function arithmetic(operator: string, left: Value, right: Value, overflow?: 'checked'): Value {
  if (left === null || right === null) return null;
  if (!isOperand(left) || !isOperand(right)) throw notApplicable(operator, left, right);
  if (operator === '*') return multiply(left, right, overflow);
  if (operator === '/') return divide(left, right, overflow);
  if (operator === '%') return remainder(left, right, overflow);
  if (operator === '<<' || operator === '>>') return shift(left, right, operator);
  throw notApplicable(operator, left, right);
}

/** `-x`, `+x`, `!x`, `~x`. */
export function applyUnary(operator: string, value: Value, overflow?: 'checked'): Value {
  if (operator === '!') {
    if (typeof value === 'boolean') return !value;
    if (value === null) return null;
    throw notApplicable('!', value, value);
  }
  if (value === null) return null;
  if (value instanceof TimeSpan) return operator === '-' ? new TimeSpan(-value.ticks) : value;
  if (!isOperand(value)) throw notApplicable(operator, value, value);
  if (operator === '-') return negate(value, overflow);
  if (operator === '~') return complement(value);
  return value instanceof Char ? new Integer('int', BigInt(value.code)) : value;
}

/** `~x` keeps unsigned types. */
function complement(value: Value): Value {
  const number = value instanceof Char ? new Integer('int', BigInt(value.code)) : value;
  if (!(number instanceof Integer)) throw notApplicable('~', value, value);
  const type = ['uint', 'long', 'ulong'].includes(number.type) ? number.type : 'int';
  return wrap(type, ~number.value);
}

/** The compiler's refusal, which this engine can only give when it gets there. */
export function notApplicable(operator: string, left: Value, right: Value): NetException {
  const name = (value: Value): string =>
    value === null
      ? '<null>'
      : typeof value === 'string'
        ? 'string'
        : typeof value === 'boolean'
          ? 'bool'
          : isNumber(value)
            ? value.type
            : shortName(value);
  const operands =
    left === right ? `operand of type '${name(left)}'` : `operands of type '${name(left)}' and '${name(right)}'`;
  return new NetException('RuntimeBinderException', `Operator '${operator}' cannot be applied to ${operands}`);
}

function shortName(value: NetObject): string {
  return value.netType.split('.').at(-1) ?? value.netType;
}
