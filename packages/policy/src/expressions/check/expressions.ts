import { startOf } from '../parse/expressions.ts';
import { ExpressionError, mistake, type Expression } from '../syntax.ts';
import { isCastable, standardConversion } from '../types/conversions.ts';
import {
  DEFAULT,
  isReferenceType,
  isUnknown,
  isValueType,
  LAMBDA,
  named,
  NULL,
  nullableOf,
  THROW,
  UNKNOWN,
  VOID,
  type NetType,
} from '../types/net-type.ts';
import { isSubtype } from '../types/supertypes.ts';
import { definitionOf, wellKnown } from '../types/type-table.ts';
import { isNumber } from '../values/number.ts';
import { valueText } from '../values/text.ts';
import { Char, type Value } from '../values/value.ts';
import { bestType } from './best-type.ts';
import { valueOf, type Binder } from './binder.ts';
import type { Bound } from './bound.ts';
import { bindCall, bindIndex } from './calls.ts';
import { castConstant, Unfolded } from './constants.ts';
import { bindAnonymous, bindNew, bindNewArray } from './creation.ts';
import { bindAssignment, bindIncrement } from './assignment.ts';
import { typeError } from './implicit.ts';
import { bindMember, bindName } from './members.ts';
import { bindBinary, bindUnary } from './operators.ts';
import { bindPattern } from './patterns.ts';
import { resolveType } from './resolve-type.ts';

/** The type of one expression and of everything in it. */
export function bindExpression(binder: Binder, expression: Expression): Bound {
  switch (expression.kind) {
    case 'literal':
      return literal(expression, expression.value);
    case 'name':
      return bindName(binder, expression);
    case 'member':
      return bindMember(binder, expression);
    case 'call':
      return bindCall(binder, expression);
    case 'index':
      return bindIndex(binder, expression);
    case 'bound':
      return binder.conditional ?? valueOf(expression, UNKNOWN);
    case 'conditional-access':
      return conditionalAccess(binder, expression);
    case 'parenthesized':
    case 'overflow': {
      const inner = binder.value(expression.inner);
      return { ...inner, expression };
    }
    case 'unary':
      return bindUnary(binder, expression);
    case 'binary':
      return bindBinary(binder, expression);
    case 'increment':
      return bindIncrement(binder, expression);
    case 'assign':
      return bindAssignment(binder, expression);
    case 'ternary':
      return ternary(binder, expression);
    case 'cast':
      return cast(binder, expression);
    case 'as':
      return as(binder, expression);
    case 'is': {
      const operand = binder.value(expression.operand);
      bindPattern(binder, expression.pattern, operand);
      return valueOf(expression, wellKnown('bool'));
    }
    case 'lambda':
      return valueOf(expression, LAMBDA);
    case 'new':
      return bindNew(binder, expression);
    case 'new-anonymous':
      return bindAnonymous(binder, expression);
    case 'new-array':
      return bindNewArray(binder, expression);
    case 'tuple':
      return tuple(binder, expression);
    case 'interpolated':
      for (const part of expression.parts) if (typeof part !== 'string') interpolated(binder, part.value);
      return valueOf(expression, wellKnown('string'));
    case 'throw':
      exception(binder, expression.operand);
      return valueOf(expression, THROW);
    case 'default':
      return valueOf(expression, expression.type === undefined ? DEFAULT : resolveType(expression.type));
    case 'typeof':
      throw new ExpressionError(
        expression.at,
        "'typeof' is not allowed in policy expressions: the type 'Type' is not among the allowed ones",
      );
    case 'declaration':
      throw mistake('CS8185', expression.at, 'A declaration is not allowed in this context.');
    case 'type':
      return { expression, type: UNKNOWN, names: resolveType(expression.type) };
  }
}

function literal(expression: Expression, value: Value): Bound {
  if (value === null) return valueOf(expression, NULL);
  if (typeof value === 'string') return valueOf(expression, wellKnown('string'), value);
  if (typeof value === 'boolean') return valueOf(expression, wellKnown('bool'), value);
  if (isNumber(value)) return valueOf(expression, wellKnown(value.type), value);
  return valueOf(expression, value instanceof Char ? wellKnown('char') : UNKNOWN, value);
}

function interpolated(binder: Binder, expression: Expression): void {
  const value = binder.value(expression);
  if (value.type === VOID || value.type === LAMBDA)
    throw typeError(value.type, wellKnown('object'), startOf(expression));
}

/** What is thrown must be an exception. */
export function exception(binder: Binder, expression: Expression): void {
  const value = binder.value(expression);
  if (value.type === NULL || isUnknown(value.type) || isSubtype(value.type, wellKnown('Exception'))) return;
  throw mistake('CS0155', startOf(expression), 'The type caught or thrown must be derived from System.Exception');
}

function conditionalAccess(binder: Binder, expression: Expression & { readonly kind: 'conditional-access' }): Bound {
  const target = binder.value(expression.condition);
  const inner = nullableOf(target.type);
  if ((isValueType(target.type) && inner === undefined) || target.type === VOID || target.type === NULL)
    throw mistake(
      'CS0023',
      afterTarget(expression),
      `Operator '?' cannot be applied to operand of type '${target.type.text}'`,
    );
  const before = binder.conditional;
  binder.conditional = { ...target, type: inner ?? target.type };
  const then = binder.value(expression.then);
  binder.conditional = before;
  const lifted = isValueType(then.type) && nullableOf(then.type) === undefined;
  return valueOf(expression, lifted ? wellKnown('Nullable`1', then.type) : then.type);
}

/** Where the `?` stands. */
function afterTarget({ then }: Expression & { readonly kind: 'conditional-access' }): number {
  return startOf(then);
}

function ternary(binder: Binder, expression: Expression & { readonly kind: 'ternary' }): Bound {
  const condition = binder.condition(expression.condition);
  const [then, otherwise] = [binder.value(expression.then), binder.value(expression.otherwise)];
  const type = bestType(binder, [then, otherwise]);
  if (type === undefined) {
    throw mistake(
      'CS0173',
      expression.at,
      `Type of conditional expression cannot be determined because there is no implicit conversion between '${then.type.text}' and '${otherwise.type.text}'`,
    );
  }
  binder.coerce(then, type);
  binder.coerce(otherwise, type);
  const chosen = condition.constant === undefined ? undefined : condition.constant === true ? then : otherwise;
  const isConstant = then.constant !== undefined && otherwise.constant !== undefined;
  return valueOf(
    expression,
    type,
    isConstant && chosen?.constant !== undefined ? constantAs(chosen.constant, type) : undefined,
  );
}

function cast(binder: Binder, expression: Expression & { readonly kind: 'cast' }): Bound {
  const type = resolveType(expression.type);
  const operand = binder.value(expression.operand);
  if (operand.type === LAMBDA || operand.type === NULL || operand.type === DEFAULT || operand.names !== undefined) {
    if (operand.type === NULL && isValueType(type) && nullableOf(type) === undefined)
      throw mistake(
        'CS0037',
        expression.at,
        `Cannot convert null to '${type.text}' because it is a non-nullable value type`,
      );
    binder.coerce(operand, type);
    return valueOf(expression, type);
  }
  if (!isCastable(operand.type, type) && !isUnknown(type) && !isUnknown(operand.type))
    throw mistake('CS0030', expression.at, `Cannot convert type '${operand.type.text}' to '${type.text}'`);
  if (operand.constant === undefined) return valueOf(expression, type);
  const folded = castConstant(operand.constant, type, expression.overflow !== 'unchecked');
  if (folded instanceof Unfolded && folded.reason === 'overflow')
    throw mistake(
      'CS0221',
      expression.at,
      `Constant value '${constantText(operand.constant)}' cannot be converted to a '${type.text}' (use 'unchecked' syntax to override)`,
    );
  return valueOf(expression, type, folded instanceof Unfolded ? undefined : folded);
}

function constantAs(value: Value, type: NetType): Value | undefined {
  const folded = castConstant(value, type);
  return folded instanceof Unfolded ? undefined : folded;
}

function constantText(value: Value): string {
  return valueText(value);
}

function as(binder: Binder, expression: Expression & { readonly kind: 'as' }): Bound {
  const operand = binder.value(expression.operand);
  const type = resolveType(expression.type);
  if (isValueType(type) && nullableOf(type) === undefined)
    throw mistake(
      'CS0077',
      expression.at,
      `The as operator must be used with a reference type or nullable type ('${type.text}' is a non-nullable value type)`,
    );
  const fits =
    isUnknown(type) ||
    isUnknown(operand.type) ||
    operand.type === NULL ||
    standardConversion(operand.type, type) !== undefined ||
    canBe(operand.type, type);
  if (!fits)
    throw mistake(
      'CS0039',
      expression.at,
      `Cannot convert type '${operand.type.text}' to '${type.text}' via a reference conversion, boxing conversion, unboxing conversion, wrapping conversion, or null type conversion`,
    );
  return valueOf(expression, type);
}

/** Whether a value of the one type may turn out to be of the other, without any operator of theirs. */
export function canBe(from: NetType, to: NetType): boolean {
  const target = nullableOf(to) ?? to;
  if (from.kind === 'special' || target.kind === 'special') return isUnknown(from) || isUnknown(target);
  if (isSubtype(target, from) || isSubtype(from, target)) return true;
  if (isValueType(from) || isValueType(target)) return false;
  const isOpen = (type: NetType): boolean => type.kind === 'named' && type.definition.kind === 'interface';
  if (isOpen(from)) return target.text !== 'string' || isSubtype(target, from);
  return isOpen(target) && from.text !== 'string' && isReferenceType(from);
}

function tuple(binder: Binder, expression: Expression & { readonly kind: 'tuple' }): Bound {
  const items = expression.items.map(({ value }) => binder.value(value));
  const definition = definitionOf(`ValueTuple\`${items.length}`);
  if (definition === undefined)
    throw new ExpressionError(
      expression.at,
      'Tuples of more than seven elements are not supported by this engine',
      true,
    );
  if (items.some(({ type }) => type.kind === 'special')) return valueOf(expression, UNKNOWN);
  const names = expression.items.map(({ name, value }) => name ?? impliedName(value));
  return valueOf(
    expression,
    named(
      definition,
      items.map(({ type }) => type),
      names,
    ),
  );
}

function impliedName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}
