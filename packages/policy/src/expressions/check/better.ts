import { implicitConversion } from '../types/conversions.ts';
import { invokeOf } from '../types/inference.ts';
import {
  hasParameters,
  isDelegate,
  isSame,
  LAMBDA,
  nullableOf,
  simpleName,
  VOID,
  type NetType,
} from '../types/net-type.ts';
import type { Binder } from './binder.ts';
import type { Candidate } from './candidates.ts';
import { returnTypeOf } from './lambdas.ts';
import type { Arg } from './overloads.ts';

/** Whether one method is better for the arguments than another, by C#'s rules of overload resolution. */
export function betterCandidate(binder: Binder, one: Candidate, other: Candidate, args: readonly Arg[]): boolean {
  let isBetter = false;
  let isSameTypes = true;
  for (const [index, arg] of args.entries()) {
    const [mine, theirs] = [one.targets[index]?.type, other.targets[index]?.type];
    if (mine === undefined || theirs === undefined) continue;
    if (!isSame(mine, theirs)) isSameTypes = false;
    const order = compareTargets(binder, arg, mine, theirs);
    if (order < 0) return false;
    if (order > 0) isBetter = true;
  }
  if (isBetter) return true;
  if (one.usesDefaults !== other.usesDefaults) return !one.usesDefaults;
  return isSameTypes && isPreferred(one, other);
}

/** Above 0 where `mine` is the better type for the argument. */
function compareTargets(binder: Binder, arg: Arg, mine: NetType, theirs: NetType): number {
  if (isSame(mine, theirs)) return 0;
  const { type, expression } = arg.bound;
  if (type === LAMBDA) return compareDelegates(binder, expression, mine, theirs);
  if (isSame(type, mine)) return 1;
  if (isSame(type, theirs)) return -1;
  return compareTypes(mine, theirs);
}

function compareDelegates(
  binder: Binder,
  expression: Arg['bound']['expression'],
  mine: NetType,
  theirs: NetType,
): number {
  if (!isDelegate(mine) || !isDelegate(theirs)) return 0;
  const [first, second] = [invokeOf(mine), invokeOf(theirs)];
  if (first.parameters.length !== second.parameters.length) return 0;
  if (first.result === VOID || second.result === VOID)
    return first.result === second.result ? 0 : first.result === VOID ? -1 : 1;
  const returned = returnTypeOf(binder, expression, first.parameters);
  if (returned !== undefined && isSame(returned, first.result)) return isSame(returned, second.result) ? 0 : 1;
  if (returned !== undefined && isSame(returned, second.result)) return -1;
  return compareTypes(first.result, second.result);
}

const SIGNED = ['sbyte', 'short', 'int', 'long'];
const UNSIGNED = ['byte', 'ushort', 'uint', 'ulong'];

/** The type that converts to the other is better; of the integral types the signed ones are. */
function compareTypes(mine: NetType, theirs: NetType): number {
  const [there, back] = [
    implicitConversion(mine, theirs) !== undefined,
    implicitConversion(theirs, mine) !== undefined,
  ];
  if (there !== back) return there ? 1 : -1;
  const [left, right] = [simpleName(nullableOf(mine) ?? mine), simpleName(nullableOf(theirs) ?? theirs)];
  if (left === undefined || right === undefined) return 0;
  if (SIGNED.includes(left) && UNSIGNED.includes(right)) return 1;
  return SIGNED.includes(right) && UNSIGNED.includes(left) ? -1 : 0;
}

/** Of two methods with the same types: the one that is not generic, not expanded, needs no defaults, is more special. */
function isPreferred(one: Candidate, other: Candidate): boolean {
  const generic = (candidate: Candidate): boolean => candidate.found.member.typeParameters.length > 0;
  if (generic(one) !== generic(other)) return !generic(one);
  if (one.expanded !== other.expanded) return !one.expanded;
  if (one.usesDefaults !== other.usesDefaults) return !one.usesDefaults;
  if (one.expanded && one.found.member.parameters.length !== other.found.member.parameters.length)
    return one.found.member.parameters.length > other.found.member.parameters.length;
  return specificity(one) > specificity(other);
}

/** How much of the declared parameter types is no type parameter. */
function specificity({ found }: Candidate): number {
  return found.member.parameters.reduce((sum, { type }) => sum + depth(type), 0);
}

function depth(type: NetType): number {
  if (type.kind === 'parameter') return 0;
  if (type.kind === 'array') return 1 + depth(type.element);
  if (type.kind !== 'named') return 1;
  return hasParameters(type) ? 1 + type.args.reduce((sum, argument) => sum + depth(argument), 0) : 2 + type.args.length;
}
