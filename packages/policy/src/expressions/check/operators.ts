import { startOf } from '../parse/expressions.ts';
import { mistake, type Expression } from '../syntax.ts';
import { implicitConversion, isNumeric, isReferenceCast } from '../types/conversions.ts';
import {
  DEFAULT,
  isEnum,
  isReferenceType,
  isSame,
  isUnknown,
  isValueType,
  NULL,
  nullableOf,
  simpleName,
  substitute,
  THROW,
  UNKNOWN,
  VOID,
  type NetType,
} from '../types/net-type.ts';
import { argumentsOf, classesOf } from '../types/supertypes.ts';
import { wellKnown } from '../types/type-table.ts';
import { Integer } from '../values/number.ts';
import { valueOf, type Binder } from './binder.ts';
import type { Bound } from './bound.ts';
import { foldBinary, foldUnary, Unfolded } from './constants.ts';
import { converts } from './implicit.ts';

type Binary = Expression & { readonly kind: 'binary' };

const USER: Readonly<Record<string, string>> = {
  '+': 'op_Addition',
  '-': 'op_Subtraction',
  '*': 'op_Multiply',
  '/': 'op_Division',
  '%': 'op_Modulus',
  '==': 'op_Equality',
  '!=': 'op_Inequality',
  '<': 'op_LessThan',
  '>': 'op_GreaterThan',
  '<=': 'op_LessThanOrEqual',
  '>=': 'op_GreaterThanOrEqual',
};
const COMPARISONS = new Set(['<', '>', '<=', '>=']);
const EQUALITIES = new Set(['==', '!=']);

export function bindBinary(binder: Binder, expression: Binary): Bound {
  const { operator } = expression;
  if (operator === '??') return coalesce(binder, expression);
  const [left, right] = [binder.value(expression.left), binder.value(expression.right)];
  const type = operatorType(binder, operator, left, right);
  if (type === undefined)
    throw mistake(
      'CS0019',
      expression.at,
      `Operator '${operator}' cannot be applied to operands of type '${left.type.text}' and '${right.type.text}'`,
    );
  return fold(expression, left, right, type);
}

function fold(expression: Binary, left: Bound, right: Bound, type: NetType): Bound {
  if (
    right.constant instanceof Integer &&
    right.constant.value === 0n &&
    ['/', '%'].includes(expression.operator) &&
    isNumeric(type) &&
    !['double', 'float'].includes(simpleName(type) ?? '')
  )
    throw mistake('CS0020', expression.at, 'Division by constant zero');
  if (left.constant === undefined || right.constant === undefined) return valueOf(expression, type);
  const folded = foldBinary(expression.operator, left.constant, right.constant, expression.overflow === 'unchecked');
  if (folded instanceof Unfolded && folded.reason === 'overflow')
    throw mistake('CS0220', expression.at, 'The operation overflows at compile time in checked mode');
  return valueOf(expression, type, folded instanceof Unfolded ? undefined : folded);
}

/** The type that an operator gives; undefined where it cannot be applied. Notes the conversions of its operands. */
export function operatorType(binder: Binder, operator: string, left: Bound, right: Bound): NetType | undefined {
  const [a, b] = [left.type, right.type];
  if ([a, b].some((type) => type === VOID || type === THROW)) return undefined;
  if (isUnknown(a) || isUnknown(b))
    return COMPARISONS.has(operator) || EQUALITIES.has(operator) || operator === '&&' || operator === '||'
      ? wellKnown('bool')
      : UNKNOWN;
  if (operator === '&&' || operator === '||') {
    const bool = wellKnown('bool');
    return converts(binder, left, bool) && converts(binder, right, bool) && a !== NULL && b !== NULL ? bool : undefined;
  }
  if (operator === '+' && a.text !== 'XNamespace' && (a.text === 'string' || b.text === 'string')) {
    return [a, b].every((type) => type.kind !== 'special' || type === NULL) ? wellKnown('string') : undefined;
  }
  return (
    numericOperator(operator, left, right) ??
    booleanOperator(operator, a, b) ??
    enumOperator(operator, left, right) ??
    userOperator(binder, operator, left, right) ??
    (EQUALITIES.has(operator) ? equality(left, right) : undefined)
  );
}

function numericOperator(operator: string, left: Bound, right: Bound): NetType | undefined {
  const [a, b] = [nullableOf(left.type) ?? left.type, nullableOf(right.type) ?? right.type];
  if (!isNumeric(a) || !isNumeric(b)) return nullOperand(operator, left.type, right.type);
  const isLifted = nullableOf(left.type) !== undefined || nullableOf(right.type) !== undefined;
  const lift = (type: NetType): NetType => (isLifted ? wellKnown('Nullable`1', type) : type);
  if (operator === '<<' || operator === '>>') {
    const [value, count] = [unaryPromotion(simpleName(a)), implicitConversion(b, wellKnown('int'))];
    return value === undefined || count === undefined || !isIntegral(value) ? undefined : lift(wellKnown(value));
  }
  const promoted = promotion(left, right, simpleName(a) ?? '', simpleName(b) ?? '');
  if (promoted === undefined) return undefined;
  if (['&', '|', '^'].includes(operator) && !isIntegral(promoted)) return undefined;
  return COMPARISONS.has(operator) || EQUALITIES.has(operator) ? wellKnown('bool') : lift(wellKnown(promoted));
}

/** `x < null` and `x + null` are allowed for numbers, and never hold. */
function nullOperand(operator: string, left: NetType, right: NetType): NetType | undefined {
  const other = left === NULL ? right : right === NULL ? left : undefined;
  if (other === undefined || !isNumeric(nullableOf(other) ?? other)) return undefined;
  if (EQUALITIES.has(operator) || COMPARISONS.has(operator)) return wellKnown('bool');
  return operator === '&&' || operator === '||' ? undefined : wellKnown('Nullable`1', nullableOf(other) ?? other);
}

function isIntegral(name: string): boolean {
  return ['int', 'uint', 'long', 'ulong'].includes(name);
}

/** C#'s binary numeric promotion. */
function promotion(left: Bound, right: Bound, a: string, b: string): string | undefined {
  const has = (name: string): boolean => a === name || b === name;
  if (has('decimal')) return has('double') || has('float') ? undefined : 'decimal';
  if (has('double')) return 'double';
  if (has('float')) return 'float';
  if (has('ulong')) {
    const [other, constant] = a === 'ulong' ? [b, right.constant] : [a, left.constant];
    const isSigned = ['sbyte', 'short', 'int', 'long'].includes(other);
    return !isSigned || (constant instanceof Integer && constant.value >= 0n) ? 'ulong' : undefined;
  }
  if (has('long')) return 'long';
  if (!has('uint')) return 'int';
  const [other, constant] = a === 'uint' ? [b, right.constant] : [a, left.constant];
  if (other === 'int' && constant instanceof Integer && constant.value >= 0n) return 'uint';
  return ['sbyte', 'short', 'int'].includes(other) ? 'long' : 'uint';
}

function booleanOperator(operator: string, left: NetType, right: NetType): NetType | undefined {
  const isBool = (type: NetType): boolean => (nullableOf(type) ?? type).text === 'bool';
  const [a, b] = [isBool(left), isBool(right)];
  if (EQUALITIES.has(operator))
    return (a && b) || (a && right === NULL) || (b && left === NULL) ? wellKnown('bool') : undefined;
  if (!['&', '|', '^'].includes(operator) || !a || !b) return undefined;
  return nullableOf(left) === undefined && nullableOf(right) === undefined
    ? wellKnown('bool')
    : wellKnown('Nullable`1', wellKnown('bool'));
}

function enumOperator(operator: string, left: Bound, right: Bound): NetType | undefined {
  const [a, b] = [nullableOf(left.type) ?? left.type, nullableOf(right.type) ?? right.type];
  if (!isEnum(a) && !isEnum(b)) return undefined;
  const isZero = ({ constant }: Bound): boolean => constant instanceof Integer && constant.value === 0n;
  const isPair =
    isSame(a, b) || (isEnum(a) ? isZero(right) : isZero(left)) || left.type === NULL || right.type === NULL;
  if (EQUALITIES.has(operator) || COMPARISONS.has(operator)) return isPair ? wellKnown('bool') : undefined;
  if (['&', '|', '^'].includes(operator)) return isSame(a, b) ? a : undefined;
  if (operator === '-' && isSame(a, b)) return wellKnown('int');
  return (operator === '+' || operator === '-') && (isNumeric(a) || isNumeric(b)) ? (isEnum(a) ? a : b) : undefined;
}

/** Operators that types define: dates, GUIDs, strings, XML names. */
function userOperator(binder: Binder, operator: string, left: Bound, right: Bound): NetType | undefined {
  const name = Object.hasOwn(USER, operator) ? USER[operator] : undefined;
  if (name === undefined) return undefined;
  const owners = [left.type, right.type].map((type) => nullableOf(type) ?? type).flatMap(classesOf);
  const isLifted = [left, right].some(({ type }) => nullableOf(type) !== undefined || type === NULL);
  const usable = owners.flatMap((owner) => {
    if (owner.kind !== 'named' || isNumeric(owner)) return [];
    const map = argumentsOf(owner);
    return owner.definition.members(name).map(({ parameters, type }) => ({
      types: parameters.map((parameter) => substitute(parameter.type, map)),
      type,
    }));
  });
  const exact = usable.find(
    ({ types }) => isSame(types[0] ?? UNKNOWN, left.type) && isSame(types[1] ?? UNKNOWN, right.type),
  );
  const found = exact ?? usable.find(({ types }) => takes(binder, left, types[0]) && takes(binder, right, types[1]));
  if (found === undefined || (left.type === NULL && right.type === NULL)) return undefined;
  for (const [index, operand] of [left, right].entries()) noteOperand(binder, operand, found.types[index]);
  const isAnswer = EQUALITIES.has(operator) || COMPARISONS.has(operator);
  return isLifted && !isAnswer && isValueType(found.type) ? wellKnown('Nullable`1', found.type) : found.type;
}

function takes(binder: Binder, operand: Bound, type: NetType | undefined): boolean {
  if (type === undefined) return false;
  if (operand.type === NULL || operand.type === DEFAULT) return true;
  const inner = nullableOf(operand.type);
  return converts(binder, inner === undefined ? operand : { ...operand, type: inner }, type);
}

function noteOperand(binder: Binder, operand: Bound, type: NetType | undefined): void {
  if (type === undefined || operand.type === NULL || isSame(nullableOf(operand.type) ?? operand.type, type)) return;
  if (operand.type.text === 'string' && type.text === 'string') return;
  if (isReferenceType(type) && isReferenceType(operand.type) && implicitConversion(operand.type, type) === 'reference')
    return;
  binder.noteConversion(operand.expression, type);
}

/** `==` of references; also of anything with null. */
function equality(left: Bound, right: Bound): NetType | undefined {
  const [a, b] = [left.type, right.type];
  const bool = wellKnown('bool');
  const isNullable = (type: NetType): boolean => isReferenceType(type) || nullableOf(type) !== undefined;
  if (a === NULL || a === DEFAULT) return b === NULL || isNullable(b) || isValueType(b) ? bool : undefined;
  if (b === NULL || b === DEFAULT) return isNullable(a) || isValueType(a) ? bool : undefined;
  if (a.kind === 'named' && b.kind === 'named' && a.definition.name === 'ValueTuple' && a.definition === b.definition)
    return bool;
  if (a.kind === 'special' || b.kind === 'special') return undefined;
  if (!isReferenceType(a) || !isReferenceType(b)) return undefined;
  return isReferenceCast(a, b) ? bool : undefined;
}

function coalesce(binder: Binder, expression: Binary): Bound {
  const [left, right] = [binder.value(expression.left), binder.value(expression.right)];
  const type = coalescedType(binder, left, right);
  if (type === undefined)
    throw mistake(
      'CS0019',
      expression.at,
      `Operator '??' cannot be applied to operands of type '${left.type.text}' and '${right.type.text}'`,
    );
  if (
    !isUnknown(left.type) &&
    left.type !== NULL &&
    !isSame(nullableOf(left.type) ?? left.type, type) &&
    !isSame(left.type, type)
  )
    binder.noteConversion(left.expression, type);
  binder.coerce(right, type);
  return valueOf(expression, type);
}

function coalescedType(binder: Binder, left: Bound, right: Bound): NetType | undefined {
  const { type } = left;
  if (isUnknown(type)) return UNKNOWN;
  if (type === NULL) return right.type.kind === 'special' && !isUnknown(right.type) ? undefined : right.type;
  const inner = nullableOf(type);
  if (type.kind === 'special' || (isValueType(type) && inner === undefined)) return undefined;
  if (inner !== undefined && converts(binder, right, inner)) return inner;
  if (converts(binder, right, type)) return type;
  return right.type.kind !== 'special' && implicitConversion(inner ?? type, right.type) !== undefined
    ? right.type
    : undefined;
}

const PROMOTED: Readonly<Record<string, string>> = {
  sbyte: 'int',
  byte: 'int',
  short: 'int',
  ushort: 'int',
  char: 'int',
};

function unaryPromotion(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (PROMOTED[name] ?? name);
}

export function bindUnary(binder: Binder, expression: Expression & { readonly kind: 'unary' }): Bound {
  const operand = binder.value(expression.operand);
  const type = unaryType(expression.operator, operand.type);
  if (type === undefined)
    throw mistake(
      'CS0023',
      startOf(expression),
      `Operator '${expression.operator}' cannot be applied to operand of type '${operand.type.text}'`,
    );
  if (operand.constant === undefined) return valueOf(expression, type);
  const folded = foldUnary(expression.operator, operand.constant);
  if (folded instanceof Unfolded && folded.reason === 'overflow' && expression.overflow !== 'unchecked')
    throw mistake('CS0220', startOf(expression), 'The operation overflows at compile time in checked mode');
  return valueOf(expression, type, folded instanceof Unfolded ? undefined : folded);
}

function unaryType(operator: string, type: NetType): NetType | undefined {
  if (isUnknown(type)) return operator === '!' ? wellKnown('bool') : UNKNOWN;
  const plain = nullableOf(type) ?? type;
  const lift = (result: NetType): NetType => (plain === type ? result : wellKnown('Nullable`1', result));
  if (operator === '!') return plain.text === 'bool' ? type : undefined;
  if (operator === '~' && isEnum(plain)) return type;
  const name = unaryPromotion(simpleName(plain));
  if (plain.text === 'TimeSpan' && operator !== '~') return type;
  if (name === undefined || !isNumeric(plain)) return undefined;
  if (operator === '~') return isIntegral(name) ? lift(wellKnown(name)) : undefined;
  if (operator === '-' && name === 'ulong') return undefined;
  return lift(wellKnown(operator === '-' && name === 'uint' ? 'long' : name));
}
