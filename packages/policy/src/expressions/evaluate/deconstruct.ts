import type { Expression } from '../syntax.ts';
import { KeyValuePair, RecordObject } from '../values/collections.ts';
import { NetException, nullReference, type Value } from '../values/value.ts';
import { convertImplicitly } from './convert.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';

/** `(a, b) = value`, `var (a, b) = value`. */
export function assignParts(
  evaluator: Evaluator,
  target: Expression & { readonly kind: 'tuple' },
  value: Value,
  scope: Scope,
): void {
  const parts = partsOf(value);
  for (const [index, item] of target.items.entries()) assign(evaluator, item.value, parts[index] ?? null, scope);
}

function assign(evaluator: Evaluator, target: Expression, value: Value, scope: Scope): void {
  if (target.kind === 'declaration') {
    const type = evaluator.notes.variables.get(target);
    scope.declare(target.name, type === undefined ? value : convertImplicitly(value, type));
    return;
  }
  if (target.kind === 'tuple') {
    assignParts(evaluator, target, value, scope);
    return;
  }
  if (target.kind === 'name' && target.name === '_' && !scope.has('_')) return;
  const type = evaluator.typeOf(target);
  evaluator.store(target, type === undefined ? value : convertImplicitly(value, type), scope);
}

function partsOf(value: Value): readonly Value[] {
  if (value === null) throw nullReference();
  if (value instanceof KeyValuePair) return [value.key, value.value];
  if (value instanceof RecordObject)
    return Array.from({ length: value.members.size }, (_, index) => value.members.get(`Item${index + 1}`)).filter(
      (part) => part !== undefined,
    );
  throw new NetException('RuntimeBinderException', 'The value cannot be taken apart');
}
