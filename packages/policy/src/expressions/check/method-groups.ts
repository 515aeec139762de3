import { invokeOf } from '../types/inference.ts';
import { isDelegate, isSame, VOID, type NetType } from '../types/net-type.ts';
import { isSubtype } from '../types/supertypes.ts';
import type { Binder } from './binder.ts';
import { groupOf, type Bound } from './bound.ts';
import { resolveOverload } from './overloads.ts';

const NOWHERE = { kind: 'bound', at: 0 } as const;

/** What the method that fits these parameters returns, or undefined where none fits. */
export function groupReturns(binder: Binder, bound: Bound, parameters: readonly NetType[]): NetType | undefined {
  const group = groupOf(bound);
  if (group === undefined) return undefined;
  const args = parameters.map((type) => ({
    bound: { expression: NOWHERE, type },
    mode: 'value' as const,
    at: group.at,
  }));
  const resolved = binder.try(() => resolveOverload(binder, group, args));
  return 'error' in resolved ? undefined : resolved.type;
}

export function groupConverts(binder: Binder, bound: Bound, target: NetType): boolean {
  if (!isDelegate(target)) return false;
  const { parameters, result } = invokeOf(target);
  const returned = groupReturns(binder, bound, parameters);
  if (returned === undefined) return false;
  return result === VOID || isSame(returned, result) || (returned.kind !== 'special' && isSubtype(returned, result));
}

/** The evaluator passes as many arguments as the delegate has parameters. */
export function commitGroup(binder: Binder, bound: Bound, target: NetType): void {
  if (!binder.isTrying) binder.notes.conversions.set(bound.expression, target);
}
