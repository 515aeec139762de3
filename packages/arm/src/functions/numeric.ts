import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Json, isArray } from '../json.ts';
import { argumentError, exact, integerAt } from './arguments.ts';
import { type FunctionTable, pure } from './registry.ts';

/** Integer arithmetic. Results beyond 2^53 are refused, where ARM would go on to 2^63. */
export const numericFunctions: FunctionTable = {
  add: pure(2, 2, (args, call) => exact(integerAt(args, 0, call) + integerAt(args, 1, call), call)),
  sub: pure(2, 2, (args, call) => exact(integerAt(args, 0, call) - integerAt(args, 1, call), call)),
  mul: pure(2, 2, (args, call) => exact(integerAt(args, 0, call) * integerAt(args, 1, call) + 0, call)),
  div: pure(2, 2, (args, call) => Math.trunc(integerAt(args, 0, call) / divisor(args, call)) + 0),
  mod: pure(2, 2, (args, call) => (integerAt(args, 0, call) % divisor(args, call)) + 0),
  min: pure(1, Infinity, (args, call) => Math.min(...integers(args, call))),
  max: pure(1, Infinity, (args, call) => Math.max(...integers(args, call))),
  int: pure(1, 1, (args, call) => toInteger(args[0] ?? null, call)),
  float: pure(1, 1, (args, call) => toFloat(args[0] ?? null, call)),
};

function divisor(args: readonly Json[], call: FunctionCall): number {
  const value = integerAt(args, 1, call);
  if (value !== 0) return value;
  throw new ExpressionError(
    `The template language function '${call.name}' cannot divide by zero. Please see https://aka.ms/arm-functions/#${call.name} for usage details.`,
  );
}

function integers(args: readonly Json[], call: FunctionCall): readonly number[] {
  const first = args[0];
  const numbers = args.length === 1 && isArray(first) ? first : args;
  if (numbers.length === 0) throw argumentError(call, 0, 'Array of at least one Integer', first);
  return numbers.map((_, index) => integerAt(numbers, index, call));
}

function toInteger(value: Json, call: FunctionCall): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) return exact(Number(value), call);
  throw new ExpressionError(
    `The template language function 'int' cannot convert provided value '${JSON.stringify(value)}' to integer value. Please see https://aka.ms/arm-functions/#int for usage details.`,
  );
}

function toFloat(value: Json, call: FunctionCall): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  throw argumentError(call, 0, 'Float', value);
}
