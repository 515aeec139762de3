import { isNumber, isObject, listOf, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { compareNumbers, digitsOf } from '../numbers.ts';
import { child } from './context.ts';
import { finishArray, finishObject } from './schema-applicators.ts';
import { finishConditions } from './schema-conditions.ts';
import type { SchemaInProgress } from './schema.ts';

/** What several keywords say together. */
export function finishSchema(progress: SchemaInProgress): void {
  finishExclusive(progress, 'minimum', 'exclusiveMinimum');
  finishExclusive(progress, 'maximum', 'exclusiveMaximum');
  finishNullOnly(progress);
  finishArray(progress);
  finishObject(progress);
  finishConditions(progress);
  finishNullBranch(progress.made, 'anyOf');
  finishNullBranch(progress.made, 'oneOf');
  if (progress.also.length > 0) put(progress.made, 'allOf', [...listOf(own(progress.made, 'allOf')), ...progress.also]);
  if (progress.context.dialect === '2.0') dropWhatIsNew(progress);
}

/** A number becomes limit and flag; of two limits the stricter one stays. */
function finishExclusive({ context, made, spot }: SchemaInProgress, limit: string, exclusive: string): void {
  const [bound, given] = [own(made, exclusive), own(made, limit)];
  if (!isNumber(bound)) return;
  context.findings.change('exclusive', child(spot, exclusive), digitsOf(bound));
  const difference = isNumber(given) ? compareNumbers(bound, given) : 0;
  const isStricter = exclusive === 'exclusiveMinimum' ? difference >= 0 : difference <= 0;
  if (!isStricter) {
    Reflect.deleteProperty(made, exclusive);
    return;
  }
  put(made, limit, bound);
  put(made, exclusive, true);
}

/** `type: null` beside an enum: null is all that is left of it, or nothing. */
function finishNullOnly({ given, made, also }: SchemaInProgress): void {
  const type = own(given, 'type');
  const types = Array.isArray(type) ? type : [type];
  if (types.length === 0 || types.some((one) => one !== 'null') || !Object.hasOwn(made, 'type')) return;
  const value = own(given, 'const');
  const values = value === undefined ? own(given, 'enum') : [value];
  if (Array.isArray(values) && values.length > 0 && !values.includes(null)) also.push({ not: {} });
  put(made, 'enum', [null]);
}

/**
 * `anyOf: [{type: string}, null]` reads better as `{type: string, nullable: true}`, and says the same where nothing else
 * in that branch speaks about null.
 */
function finishNullBranch(made: JsonObject, key: string): void {
  const branches = listOf(own(made, key));
  const at = branches.findIndex(isNullSchema);
  if (at < 0) return;
  const host = branches.findIndex((branch) => isObject(branch) && takesNull(branch));
  if (host < 0) return;
  const left = branches
    .map((branch, index) => (index === host && isObject(branch) ? { ...branch, nullable: true } : branch))
    .filter((_branch, index) => index !== at);
  put(made, key, left);
  const [only] = left;
  if (left.length === 1 && isObject(only)) collapse(made, key, only);
}

function collapse(made: JsonObject, key: string, only: JsonObject): void {
  const others = Object.keys(made).filter((name) => name !== key);
  if (Object.keys(only).some((name) => others.includes(name) && name !== 'description' && name !== 'title')) return;
  Reflect.deleteProperty(made, key);
  for (const [name, value] of Object.entries(only)) if (!others.includes(name)) put(made, name, value);
}

function isNullSchema(value: JsonValue): boolean {
  return (
    isObject(value) &&
    own(value, 'nullable') === true &&
    JSON.stringify(own(value, 'enum')) === '[null]' &&
    own(value, 'type') === 'object'
  );
}

function takesNull(branch: JsonObject): boolean {
  const silent = ['enum', 'not', 'allOf', 'anyOf', 'oneOf', 'nullable'].every((name) => !Object.hasOwn(branch, name));
  return silent && typeof own(branch, 'type') === 'string';
}

/** Keywords of 3.0 that 2.0 does not have. */
function dropWhatIsNew({ context, made, spot }: SchemaInProgress): void {
  for (const key of ['oneOf', 'anyOf', 'not', 'nullable', 'writeOnly', 'deprecated']) {
    if (!Object.hasOwn(made, key)) continue;
    Reflect.deleteProperty(made, key);
    context.findings.change('weakened', child(spot, key), key);
  }
}
