import { startOf } from '../parse/expressions.ts';
import { mistake, type Expression, type Pattern } from '../syntax.ts';
import { isUnknown, isValueType, NULL, nullableOf, UNKNOWN, type NetType } from '../types/net-type.ts';
import type { Binder } from './binder.ts';
import { typeNamed, type Bound } from './bound.ts';
import { canBe } from './expressions.ts';
import { converts } from './implicit.ts';
import { keyOf, resolveType } from './resolve-type.ts';

/** Checks `x is …` or `case …:` and declares what it names. */
export function bindPattern(binder: Binder, pattern: Pattern, operand: Bound): void {
  if (operand.type === NULL && pattern.kind !== 'constant')
    throw mistake(
      'CS8117',
      startOf(operand.expression),
      "Invalid operand for pattern match; value required, but found '<null>'.",
    );
  if (pattern.kind === 'var') declare(binder, pattern.name, operand.type, pattern.at);
  else if (pattern.kind === 'constant') constant(binder, pattern.value, operand);
  else typePattern(binder, pattern, operand);
}

function declare(binder: Binder, name: string, type: NetType, at: number): void {
  if (name !== '_') binder.locals.declare({ name, type, kind: 'local' }, at);
}

function typePattern(binder: Binder, pattern: Pattern & { readonly kind: 'type' }, operand: Bound): void {
  const { type: reference } = pattern;
  const isPlain = reference.args.length === 0 && !reference.array && !reference.nullable && pattern.name === undefined;
  // A name alone may be a constant: `case limit:`.
  if (isPlain && reference.namespace === undefined && keyOf(reference.name, 0) === undefined) {
    const local = binder.locals.find(reference.name, reference.at);
    if (local !== undefined) {
      if (local.constant === undefined && local.kind !== 'constant')
        throw mistake('CS0150', reference.at, 'A constant value is expected');
      return;
    }
  }
  const type = resolveType(reference);
  if (nullableOf(type) !== undefined && pattern.name !== undefined)
    throw mistake(
      'CS8116',
      reference.at,
      `It is not legal to use nullable type '${type.text}' in a pattern; use the underlying type '${nullableOf(type)?.text ?? ''}' instead.`,
    );
  if (!canBe(operand.type, type) && !isUnboxing(operand.type, type) && pattern.name !== undefined)
    throw mistake(
      'CS8121',
      reference.at,
      `An expression of type '${operand.type.text}' cannot be handled by a pattern of type '${type.text}'.`,
    );
  if (pattern.name !== undefined) declare(binder, pattern.name, type, pattern.at);
}

function isUnboxing(from: NetType, to: NetType): boolean {
  const inner = nullableOf(from);
  return inner !== undefined && isValueType(to) && inner.text === to.text;
}

function constant(binder: Binder, expression: Expression, operand: Bound): void {
  const bound = binder.bind(expression);
  if (typeNamed(bound) !== undefined || bound.type === UNKNOWN) return;
  const { type } = operand;
  if (bound.type === NULL) {
    if (isValueType(type) && nullableOf(type) === undefined)
      throw mistake(
        'CS0037',
        startOf(expression),
        `Cannot convert null to '${type.text}' because it is a non-nullable value type`,
      );
    return;
  }
  const isEnumMember = bound.type.kind === 'named' && bound.type.definition.kind === 'enum';
  if (bound.constant === undefined && !isEnumMember)
    throw mistake('CS0150', startOf(expression), 'A constant value is expected');
  if (isUnknown(type) || type.text === 'object') return;
  const target = nullableOf(type) ?? type;
  if (!converts(binder, bound, target) && !canBe(type, bound.type)) binder.coerce(bound, target);
  else if (converts(binder, bound, target)) binder.coerce(bound, target);
}
