import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Value, isKnown } from '../expression/value.ts';
import type { Json } from '../json.ts';

interface Arity {
  readonly min: number;
  readonly max: number;
}

/** Computes from evaluated arguments. Throws `ExpressionError` for arguments ARM would refuse. */
type Compute = (args: readonly Json[], call: FunctionCall) => Value;
/** Works on arguments of which parts are symbolic; undefined says that the call has to stay symbolic. */
type ComputePartly = (args: readonly Value[], call: FunctionCall) => Value | undefined;
/** Decides itself which of its arguments are evaluated. */
type ComputeLazily = (call: FunctionCall) => Value;

/** One function of the template language. */
export type ArmFunction = (Arity & { readonly partly: ComputePartly }) | (Arity & { readonly lazily: ComputeLazily });

/** Functions by name as Microsoft writes it. */
export type FunctionTable = Readonly<Record<string, ArmFunction>>;

/** A function that needs all of its arguments; with a symbolic part among them the call stays symbolic. */
export function pure(min: number, max: number, compute: Compute): ArmFunction {
  return { min, max, partly: (args, call) => (isAllKnown(args) ? compute(args, call) : undefined) };
}

/** A function that can look at arrays and objects of which parts are symbolic. */
export function structural(min: number, max: number, compute: ComputePartly): ArmFunction {
  return { min, max, partly: compute };
}

/** A function that evaluates its arguments itself. */
export function special(min: number, max: number, compute: ComputeLazily): ArmFunction {
  return { min, max, lazily: compute };
}

function isAllKnown(args: readonly Value[]): args is readonly Json[] {
  return args.every(isKnown);
}

/** Refuses a call with the wrong number of arguments. */
export function checkArity(name: string, { min, max }: Arity, count: number): void {
  if (count >= min && count <= max) return;
  const wanted =
    min === max ? String(min) : max === Infinity ? `at least ${String(min)}` : `${String(min)} to ${String(max)}`;
  throw new ExpressionError(
    `Unable to evaluate template language function '${name}': function requires ${wanted} argument(s) while ${String(count)} were provided. Please see https://aka.ms/arm-functions/#${name} for usage details.`,
  );
}
