import type { Spot } from '../findings.ts';
import { isNumber, isObject, own, type JsonObject, type JsonValue } from '../json.ts';
import { wholeNumber } from '../numbers.ts';
import { child } from './context.ts';
import { schema, type SchemaInProgress } from './schema.ts';

/** Says by anyOf and not what 3.1 has words of its own for: conditions, dependencies, contains. */
export function finishConditions(progress: SchemaInProgress): void {
  if (Object.hasOwn(progress.given, 'if')) condition(progress);
  for (const key of ['dependentRequired', 'dependentSchemas', 'dependencies']) dependent(progress, key);
  if (Object.hasOwn(progress.given, 'contains')) contains(progress);
}

/** `if A then B else C` is (not A, or B) and (A, or C). */
function condition(progress: SchemaInProgress): void {
  const { context, given, spot, also } = progress;
  const test = made(progress, 'if');
  context.findings.change('condition', child(spot, 'if'));
  if (test === undefined || isConditional(own(given, 'if'))) {
    // The test stands in both halves: conditions inside of tests would double with every level.
    if (isConditional(own(given, 'if')))
      context.findings.change('weakened', child(spot, 'if'), 'a condition inside a condition');
    return;
  }
  const [yes, no] = [made(progress, 'then'), made(progress, 'else')];
  if (yes !== undefined) also.push({ anyOf: [{ not: test }, yes] });
  if (no !== undefined) also.push({ anyOf: [test, no] });
}

function isConditional(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(isConditional);
  if (!isObject(value)) return false;
  return Object.hasOwn(value, 'if') || Object.values(value).some(isConditional);
}

/** Where a member is there, the others must be, or the whole must be so: not there, or so. */
function dependent({ context, given, spot, also }: SchemaInProgress, key: string): void {
  const dependents = own(given, key);
  if (dependents === undefined) return;
  const here = child(spot, key);
  context.findings.change('dependent', here);
  if (!isObject(dependents)) return;
  for (const [name, value] of Object.entries(dependents)) {
    const then = Array.isArray(value) ? requires(value) : schema(context, value, child(here, name));
    if (then !== undefined) also.push({ anyOf: [{ not: { type: 'object', required: [name] } }, then] });
  }
}

function requires(names: readonly JsonValue[]): JsonObject | undefined {
  const required = [...new Set(names.filter((name) => typeof name === 'string'))];
  return required.length === 0 ? undefined : { required };
}

/** An array contains one that is so where not all of them are otherwise. */
function contains(progress: SchemaInProgress): void {
  const { context, given, spot, also } = progress;
  const least = own(given, 'minContains');
  const whole = isNumber(least) ? wholeNumber(least) : 1n;
  context.findings.change('contains', child(spot, 'contains'));
  if (whole === 0n) return;
  if (whole !== 1n) context.findings.change('weakened', child(spot, 'minContains'), 'minContains');
  const one = made(progress, 'contains');
  if (one !== undefined) also.push({ not: { type: 'array', items: { not: one } } });
}

function made({ context, given, spot }: SchemaInProgress, key: string): JsonValue | undefined {
  const value = own(given, key);
  const place: Spot = child(spot, key);
  return value === undefined ? undefined : schema(context, value, place);
}
