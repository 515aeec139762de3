import type { FunctionCall } from '../context.ts';
import { type Expression, call as callExpression } from '../expression/ast.ts';
import { ExpressionError } from '../errors.ts';
import { Symbolic, type Value, toExpression } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { argumentError, booleanAt } from './arguments.ts';
import { type FunctionTable, pure, special } from './registry.ts';

/** Conditions and constants. `if`, `and` and `or` evaluate only what they need. */
export const logicalFunctions: FunctionTable = {
  and: special(2, Infinity, (call) => shortCircuit(call, false)),
  or: special(2, Infinity, (call) => shortCircuit(call, true)),
  not: pure(1, 1, (args, call) => !booleanAt(args, 0, call)),
  bool: pure(1, 1, (args, call) => toBoolean(args[0] ?? null, call)),
  true: pure(0, 0, () => true),
  false: pure(0, 0, () => false),
  null: pure(0, 0, () => null),
  if: special(3, 3, choose),
};

function choose(call: FunctionCall): Value {
  const [condition, whenTrue, whenFalse] = call.args;
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined)
    throw new ExpressionError(`'if' needs three arguments.`);
  const decided = call.evaluate(condition);
  if (decided instanceof Symbolic)
    return new Symbolic(callExpression(call.name, toExpression(decided), whenTrue, whenFalse));
  return call.evaluate(booleanAt([decided], 0, call) ? whenTrue : whenFalse);
}

/** Stops at the first argument that equals `decisive`; a symbolic one before it leaves the rest as it stands. */
function shortCircuit(call: FunctionCall, decisive: boolean): Value {
  const before: Expression[] = [];
  for (const [index, argument] of call.args.entries()) {
    const value = call.evaluate(argument);
    if (value instanceof Symbolic)
      return new Symbolic(callExpression(call.name, ...before, toExpression(value), ...call.args.slice(index + 1)));
    if (typeof value !== 'boolean') throw argumentError(call, index, 'Boolean', value);
    if (value === decisive) return decisive;
    before.push(toExpression(value));
  }
  return !decisive;
}

function toBoolean(value: Json, call: FunctionCall): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === '1' || text === '0') return text === '1';
  throw new ExpressionError(
    `The template language function 'bool' cannot convert provided value '${JSON.stringify(value)}' to boolean value. Please see https://aka.ms/arm-functions/#${call.name} for usage details.`,
  );
}
