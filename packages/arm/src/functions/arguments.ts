import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Value, isValueArray, isValueObject, typeName } from '../expression/value.ts';
import type { Json, JsonObject } from '../json.ts';

/** The error for an argument of a wrong type: names the function, the place and both types. */
export function argumentError(
  call: FunctionCall,
  index: number,
  expected: string,
  actual: Value | undefined,
): ExpressionError {
  const found = actual === undefined ? 'nothing' : typeName(actual);
  return new ExpressionError(
    `The template language function '${call.name}' expects its parameter at position ${String(index + 1)} to be of type '${expected}'. The provided value is of type '${found}'. Please see https://aka.ms/arm-functions/#${call.name} for usage details.`,
  );
}

/** The argument at `index` as a string; throws otherwise. */
export function stringAt(args: readonly Value[], index: number, call: FunctionCall): string {
  const value = args[index];
  if (typeof value !== 'string') throw argumentError(call, index, 'String', value);
  return value;
}

/** The argument at `index` as an integer; throws otherwise. */
export function integerAt(args: readonly Value[], index: number, call: FunctionCall): number {
  const value = args[index];
  if (typeof value !== 'number' || !Number.isInteger(value)) throw argumentError(call, index, 'Integer', value);
  return value;
}

/** The argument at `index` as a boolean; throws otherwise. */
export function booleanAt(args: readonly Value[], index: number, call: FunctionCall): boolean {
  const value = args[index];
  if (typeof value !== 'boolean') throw argumentError(call, index, 'Boolean', value);
  return value;
}

/** The argument at `index` as an array of known length; throws otherwise. */
export function arrayAt<T extends Value>(args: readonly T[], index: number, call: FunctionCall): readonly T[] {
  const value = args[index];
  if (!isValueArray(value)) throw argumentError(call, index, 'Array', value);
  return value as readonly T[];
}

/** The argument at `index` as an object; throws otherwise. */
export function objectAt(args: readonly Json[], index: number, call: FunctionCall): JsonObject {
  const value = args[index];
  if (!isValueObject(value)) throw argumentError(call, index, 'Object', value);
  return value;
}

/** `value` if it can be counted exactly; throws instead of rounding: ARM's integers have 64 bits, these 53. */
export function exact(value: number, call: FunctionCall): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ExpressionError(`The result of '${call.name}' is outside the supported range of integers.`);
}
