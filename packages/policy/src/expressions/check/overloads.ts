import type { ExpressionError } from '../syntax.ts';
import { mistake } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';
import type { Found } from '../types/lookup.ts';
import type { Member } from '../types/type-definition.ts';
import type { Binder } from './binder.ts';
import type { Bound, MethodGroup } from './bound.ts';
import { betterCandidate } from './better.ts';
import { tryCandidate, type Candidate, type CandidateFailure } from './candidates.ts';

/** An argument of a call. */
export interface Arg {
  readonly bound: Bound;
  readonly mode: 'value' | 'out';
  readonly name?: string;
  readonly nameAt?: number;
  /** `out var x`: its type follows from the parameter. */
  readonly declares?: boolean;
  readonly at: number;
}

/** The method that a call means. */
export interface Resolved {
  readonly member: Member;
  readonly type: NetType;
  /** The parameter of each argument, and its type. */
  readonly targets: readonly { readonly index: number; readonly type: NetType }[];
  readonly isExtension: boolean;
  readonly typeArguments: ReadonlyMap<string, NetType>;
}

/** Picks the method by C#'s overload resolution, or says why none fits. */
export function resolveOverload(
  binder: Binder,
  group: MethodGroup,
  args: readonly Arg[],
): Resolved | { readonly error: ExpressionError } {
  const failures: CandidateFailure[] = [];
  for (const level of group.levels) {
    const found = pick(binder, group, level, args, failures);
    if (found !== undefined) return found;
  }
  if (group.receiver !== undefined && group.extensions.length > 0) {
    const receiver: Arg = { bound: group.receiver, mode: 'value', at: group.at };
    const level = group.extensions.map((member) => ({ member, map: new Map() }));
    const found = pick(binder, group, level, [receiver, ...args], failures, true);
    if (found !== undefined) return found;
  }
  return { error: failureError(group, args, failures) };
}

function pick(
  binder: Binder,
  group: MethodGroup,
  level: readonly Found[],
  args: readonly Arg[],
  failures: CandidateFailure[],
  isExtension = false,
): Resolved | { readonly error: ExpressionError } | undefined {
  const candidates: Candidate[] = [];
  for (const found of level) {
    for (const expanded of found.member.parameters.at(-1)?.mode === 'params' ? [false, true] : [false]) {
      const tried = tryCandidate(binder, found, args, { typeArguments: group.typeArguments, expanded, isExtension });
      if ('failure' in tried) failures.push(tried);
      else candidates.push(tried);
    }
  }
  if (candidates.length === 0) return undefined;
  const best = candidates.filter((one) =>
    candidates.every((other) => other === one || betterCandidate(binder, one, other, args)),
  );
  const [winner] = best;
  if (winner !== undefined) return resolvedOf(winner, isExtension);
  const undecided = candidates.filter(
    (one) => !candidates.some((other) => other !== one && betterCandidate(binder, other, one, args)),
  );
  const [first, second] = undecided.length > 1 ? undecided : candidates;
  if (first === undefined || second === undefined || args.some(({ bound }) => bound.type.text === 'unknown')) {
    return first === undefined ? undefined : resolvedOf(first, isExtension);
  }
  if (signature(first) === signature(second)) return resolvedOf(first, isExtension);
  return {
    error: mistake(
      'CS0121',
      group.at,
      `The call is ambiguous between the following methods or properties: '${signature(first)}' and '${signature(second)}'`,
    ),
  };
}

function resolvedOf(candidate: Candidate, isExtension: boolean): Resolved {
  return {
    member: candidate.found.member,
    type: candidate.type,
    targets: candidate.targets,
    isExtension,
    typeArguments: candidate.typeArguments,
  };
}

export function signature({ found: { member } }: { readonly found: Found }): string {
  return `${member.owner.name}.${member.name}(${member.parameters.map(({ type }) => type.text).join(', ')})`;
}

/** The most telling of the reasons why no method fits: one about a value beats one about the number of arguments. */
function failureError(
  group: MethodGroup,
  args: readonly Arg[],
  failures: readonly CandidateFailure[],
): ExpressionError {
  const rank = { argument: 1, inference: 2, type: 3, name: 4, missing: 5, count: 6 };
  const [best] = [...failures].sort((a, b) => rank[a.failure] - rank[b.failure] || b.matched - a.matched);
  if (best === undefined || (best.failure === 'missing' && failures.filter(({ expanded }) => !expanded).length > 1))
    return countError(group, args);
  return best.failure === 'count' ? countError(group, args) : best.error;
}

function countError(group: MethodGroup, args: readonly Arg[]): ExpressionError {
  if (group.name === 'new')
    return mistake(
      'CS1729',
      group.at,
      `'${group.owner.text}' does not contain a constructor that takes ${args.length} arguments`,
    );
  return mistake('CS1501', group.at, `No overload for method '${group.name}' takes ${args.length} arguments`);
}
