import type { FunctionParameter } from '../syntax.ts';
import { RecordObject } from '../values/collections.ts';
import type { Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';
import { implicitly, type Scope } from './scope.ts';

/** Gives the arguments of a lambda or local function their names. */
export function declareParameters(
  evaluator: Evaluator,
  parameters: readonly FunctionParameter[],
  args: readonly Value[],
  scope: Scope,
): void {
  for (const [index, { name, spread, value, type }] of parameters.entries()) {
    const given = index < args.length;
    const argument = given || value === undefined ? (args[index] ?? null) : evaluator.evaluate(value, scope);
    if (spread === undefined) scope.declare(name, implicitly(argument, type));
    else
      for (const each of spread)
        scope.declare(each, argument instanceof RecordObject ? (argument.members.get(each) ?? null) : null);
  }
}
