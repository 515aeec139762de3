import { startOf } from '../parse/expressions.ts';
import { mistake, type Expression, type ExpressionError } from '../syntax.ts';
import { implicitConversion, isCastable, standardConversion } from '../types/conversions.ts';
import { invokeOf } from '../types/inference.ts';
import {
  DEFAULT,
  isDelegate,
  isEnum,
  isReferenceType,
  isUnknown,
  isValueType,
  LAMBDA,
  METHOD_GROUP,
  NULL,
  nullableOf,
  simpleName,
  THROW,
  type NetType,
} from '../types/net-type.ts';
import { fits, Floating, Integer, isIntegralType } from '../values/number.ts';
import type { Binder } from './binder.ts';
import { groupOf, type Bound } from './bound.ts';
import { lambdaConverts, commitLambda, lambdaError } from './lambdas.ts';
import { commitGroup, groupConverts } from './method-groups.ts';

/** Whether the expression converts to the type without a cast. */
export function converts(binder: Binder, bound: Bound, target: NetType): boolean {
  const { type } = bound;
  if (isUnknown(target) && !(type === LAMBDA && isDelegate(target))) return true;
  if (type === NULL) return isReferenceType(target) || nullableOf(target) !== undefined || target.kind === 'parameter';
  if (type === DEFAULT || type === THROW) return target.text !== 'void';
  if (type === LAMBDA) return isDelegate(target) && lambdaConverts(binder, bound.expression, target);
  if (type === METHOD_GROUP) return isDelegate(target) && groupConverts(binder, bound, target);
  if (constantConverts(bound, target)) return true;
  const tuple = tupleOf(bound.expression);
  if (tuple !== undefined && target.kind === 'named' && target.definition.name === 'ValueTuple')
    return tuple.items.length === target.args.length && implicitConversion(type, target) !== undefined;
  return implicitConversion(type, target) !== undefined;
}

function tupleOf(expression: Expression): (Expression & { readonly kind: 'tuple' }) | undefined {
  return expression.kind === 'tuple' ? expression : undefined;
}

/** A constant `int` fits into any integral type that can hold it; the constant 0 is of every enumeration. */
function constantConverts({ constant, type }: Bound, to: NetType): boolean {
  const target = nullableOf(to) ?? to;
  if (!(constant instanceof Integer)) return false;
  if (isEnum(target)) return constant.value === 0n;
  const [from, name] = [simpleName(type), simpleName(target)];
  if (name === undefined || !isIntegralType(name)) return false;
  if (from === 'int') return fits(name, constant.value);
  return from === 'long' && name === 'ulong' && constant.value >= 0n;
}

/** Notes what the evaluator has to convert, and binds lambdas for good. */
export function commit(binder: Binder, bound: Bound, target: NetType): void {
  const { expression, type } = bound;
  if (type === LAMBDA && isDelegate(target)) commitLambda(binder, expression, invokeOf(target));
  else if (type === METHOD_GROUP) commitGroup(binder, bound, target);
  else if (type === DEFAULT) noteDefault(binder, expression, target);
  else if (type !== NULL && type !== THROW && changesValue(type, target)) binder.noteConversion(expression, target);
}

function noteDefault(binder: Binder, expression: Expression, target: NetType): void {
  binder.noteConversion(expression, target);
  if (expression.kind === 'parenthesized') noteDefault(binder, expression.inner, target);
}

/** Whether the value at run time is another one after the conversion. */
function changesValue(from: NetType, to: NetType): boolean {
  const conversion = standardConversion(from, to);
  return conversion !== 'identity' && conversion !== 'reference' && conversion !== 'unknown';
}

/** The compiler's error for a conversion that is missing. */
export function conversionError(binder: Binder, bound: Bound, target: NetType): ExpressionError {
  const { type, expression, constant } = bound;
  const at = startOf(expression);
  if (type === LAMBDA) return lambdaError(binder, expression, target);
  if (type === METHOD_GROUP) {
    const name = groupOf(bound)?.name ?? '';
    return isDelegate(target)
      ? mistake('CS0123', at, `No overload for '${name}' matches delegate '${target.text}'`)
      : mistake(
          'CS0428',
          groupOf(bound)?.at ?? at,
          `Cannot convert method group '${name}' to non-delegate type '${target.text}'. Did you intend to invoke the method?`,
        );
  }
  if (type === NULL && (isValueType(target) || target.kind !== 'special'))
    return mistake('CS0037', at, `Cannot convert null to '${target.text}' because it is a non-nullable value type`);
  if (type === THROW) return mistake('CS8115', at, 'A throw expression is not allowed in this context.');
  const name = simpleName(nullableOf(target) ?? target);
  if (constant instanceof Floating && expression.kind === 'literal' && (name === 'float' || name === 'decimal'))
    return mistake(
      'CS0664',
      at,
      `Literal of type double cannot be implicitly converted to type '${target.text}'; use an '${name === 'float' ? 'F' : 'M'}' suffix to create a literal of this type`,
    );
  if (constant instanceof Integer && simpleName(type) === 'int' && name !== undefined && isIntegralType(name))
    return mistake('CS0031', at, `Constant value '${constant.value}' cannot be converted to a '${target.text}'`);
  return typeError(type, target, at);
}

/** CS0266 where a cast would do, CS0029 where not even that. */
export function typeError(from: NetType, to: NetType, at: number): ExpressionError {
  const text = `Cannot implicitly convert type '${from.text}' to '${to.text}'`;
  return from.kind !== 'special' && to.kind !== 'special' && isCastable(from, to)
    ? mistake('CS0266', at, `${text}. An explicit conversion exists (are you missing a cast?)`)
    : mistake('CS0029', at, text);
}
