import { startOf } from '../parse/expressions.ts';
import { mistake, type Expression } from '../syntax.ts';
import { implicitConversion, isCastable, isNumeric } from '../types/conversions.ts';
import { isEnum, isUnknown, nullableOf, UNKNOWN, VOID, type NetType } from '../types/net-type.ts';
import { membersOf } from '../types/lookup.ts';
import { argumentsOf } from '../types/supertypes.ts';
import { substitute } from '../types/net-type.ts';
import { inferredType, valueOf, type Binder } from './binder.ts';
import { groupOf, type Bound } from './bound.ts';
import { typeError } from './implicit.ts';
import { operatorType } from './operators.ts';
import { resolveType } from './resolve-type.ts';

type Assign = Expression & { readonly kind: 'assign' };

/** `a = b`, `a += b`, `(a, b) = c`. */
export function bindAssignment(binder: Binder, expression: Assign): Bound {
  const { left, right, operator } = expression;
  if (left.kind === 'tuple') return deconstruct(binder, left, binder.value(right), expression);
  if (left.kind === 'name' && left.name === '_' && binder.locals.find('_', left.at) === undefined) {
    const value = binder.value(right);
    if (!binder.isTrying) binder.notes.types.set(left, UNKNOWN);
    return valueOf(expression, value.type);
  }
  const target = assignable(binder, left);
  if (operator !== '=') return compound(binder, expression, target, binder.value(right));
  const value = binder.value(right);
  binder.coerce(value, target.type);
  return valueOf(expression, target.type);
}

/** A variable, or a member or element that can be written. */
function assignable(binder: Binder, expression: Expression): Bound {
  const target = binder.value(expression);
  const at = startOf(expression);
  if (target.readOnly !== undefined) throw mistake(target.readOnly[0], at, target.readOnly[1]);
  const group = groupOf(target);
  if (group !== undefined)
    throw mistake('CS1656', at, `Cannot assign to '${group.name}' because it is a 'method group'`);
  if (target.isAssignable !== true && !isUnknown(target.type))
    throw mistake('CS0131', at, 'The left-hand side of an assignment must be a variable, property or indexer');
  return target;
}

function compound(binder: Binder, expression: Assign, target: Bound, value: Bound): Bound {
  const operator = expression.operator.slice(0, -1);
  const result = operatorType(binder, operator, target, value);
  if (result === undefined)
    throw mistake(
      'CS0019',
      expression.at,
      `Operator '${expression.operator}' cannot be applied to operands of type '${target.type.text}' and '${value.type.text}'`,
    );
  if (isUnknown(result) || isUnknown(target.type) || implicitConversion(result, target.type) !== undefined)
    return valueOf(expression, target.type);
  const narrows =
    isCastable(result, target.type) &&
    (implicitConversion(value.type, target.type) !== undefined ||
      operator.length === 2 ||
      value.constant !== undefined);
  if (!narrows) throw typeError(result, target.type, expression.at);
  return valueOf(expression, target.type);
}

export function bindIncrement(binder: Binder, expression: Expression & { readonly kind: 'increment' }): Bound {
  const target = binder.value(expression.operand);
  if (target.isAssignable !== true && !isUnknown(target.type)) {
    if (target.readOnly !== undefined && !target.readOnly[0].startsWith('CS0131'))
      throw mistake(target.readOnly[0], startOf(expression.operand), target.readOnly[1]);
    throw mistake(
      'CS1059',
      startOf(expression.operand),
      'The operand of an increment or decrement operator must be a variable, property or indexer',
    );
  }
  const plain = nullableOf(target.type) ?? target.type;
  if (!isNumeric(plain) && !isEnum(plain) && !isUnknown(plain))
    throw mistake(
      'CS0023',
      expression.at,
      `Operator '${expression.operator}' cannot be applied to operand of type '${target.type.text}'`,
    );
  return valueOf(expression, target.type);
}

/** Takes a tuple, or what has a method Deconstruct, apart. */
export function deconstruct(
  binder: Binder,
  left: Expression & { readonly kind: 'tuple' },
  value: Bound,
  expression: Expression,
): Bound {
  const parts = partsOf(value, left.items.length);
  if (parts === undefined) {
    const size =
      value.type.kind === 'named' && value.type.definition.name === 'ValueTuple' ? value.type.args.length : 0;
    throw size > 0
      ? mistake(
          'CS8132',
          startOf(expression),
          `Cannot deconstruct a tuple of '${size}' elements into '${left.items.length}' variables.`,
        )
      : mistake(
          'CS8129',
          startOf(value.expression),
          `No suitable 'Deconstruct' instance or extension method was found for type '${value.type.text}', with ${left.items.length} out parameters and a void return type.`,
        );
  }
  for (const [index, item] of left.items.entries())
    target(binder, item.value, { ...value, type: parts[index] ?? UNKNOWN });
  return valueOf(expression, value.type);
}

function target(binder: Binder, expression: Expression, part: Bound): void {
  if (expression.kind === 'tuple') {
    deconstruct(binder, expression, part, expression);
    return;
  }
  if (expression.kind === 'declaration') {
    const type = expression.type === undefined ? inferredType(part, expression.at) : resolveType(expression.type);
    if (expression.type !== undefined && !isUnknown(part.type) && implicitConversion(part.type, type) === undefined)
      throw typeError(part.type, type, startOf(part.expression));
    if (!binder.isTrying) binder.notes.variables.set(expression, type);
    if (expression.name !== '_') binder.locals.declare({ name: expression.name, type, kind: 'local' }, expression.at);
    return;
  }
  if (expression.kind === 'name' && expression.name === '_') return;
  const { type } = assignable(binder, expression);
  if (!isUnknown(part.type) && implicitConversion(part.type, type) === undefined)
    throw typeError(part.type, type, startOf(part.expression));
}

function partsOf(value: Bound, count: number): readonly NetType[] | undefined {
  const { type } = value;
  if (isUnknown(type)) return Array.from({ length: count }, () => UNKNOWN);
  if (type === VOID || type.kind !== 'named') return undefined;
  if (type.definition.name === 'ValueTuple') return type.args.length === count ? type.args : undefined;
  const method = membersOf(type, 'Deconstruct')
    .flat()
    .find(({ member }) => member.parameters.length === count);
  if (method === undefined) return undefined;
  const map = argumentsOf(type);
  return method.member.parameters.map((parameter) => substitute(parameter.type, map));
}
