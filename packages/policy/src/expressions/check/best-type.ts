import { isSame, LAMBDA, METHOD_GROUP, type NetType } from '../types/net-type.ts';
import type { Binder } from './binder.ts';
import type { Bound } from './bound.ts';
import { converts } from './implicit.ts';

/** The type that all values convert to, among their own types; undefined where there is none. */
export function bestType(binder: Binder, values: readonly Bound[]): NetType | undefined {
  const candidates = values
    .map(({ type }) => type)
    .filter((type) => type.kind !== 'special' || type.text === 'unknown')
    .filter((type, index, all) => all.findIndex((other) => isSame(other, type)) === index);
  if (values.some(({ type }) => type === LAMBDA || type === METHOD_GROUP)) return undefined;
  const fitting = candidates.filter((candidate) => values.every((value) => converts(binder, value, candidate)));
  if (fitting.length < 2) return fitting[0];
  // Constants may fit both ways: the type that the other types convert to wins.
  const plain = fitting.filter((candidate) =>
    fitting.every(
      (other) => isSame(other, candidate) || converts(binder, { expression: NOWHERE, type: other }, candidate),
    ),
  );
  return plain.length === 1 ? plain[0] : fitting.find((type) => type.text === 'unknown');
}

const NOWHERE = { kind: 'bound', at: 0 } as const;
