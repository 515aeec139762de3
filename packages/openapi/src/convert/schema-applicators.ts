import { below, isObject, listOf, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { child } from './context.ts';
import { schema, type SchemaInProgress } from './schema.ts';

/** prefixItems and what else 3.0 says about the items of an array only by `items`. */
export function finishArray(progress: SchemaInProgress): void {
  const { context, given, made, spot } = progress;
  const key = Array.isArray(own(given, 'items')) ? 'items' : 'prefixItems';
  const prefix = own(given, key);
  if (Array.isArray(prefix)) prefixItems(progress, key, prefix);
  else if (Object.hasOwn(given, 'unevaluatedItems')) unevaluatedItems(progress);
  if (own(made, 'type') === 'array' && !Object.hasOwn(made, 'items')) {
    context.findings.change('items-missing', spot);
    put(made, 'items', {});
  }
}

function prefixItems(
  { context, given, made, spot }: SchemaInProgress,
  key: string,
  prefix: readonly JsonValue[],
): void {
  context.findings.change('prefix-items', child(spot, key));
  const first = prefix.flatMap((member, index) => schema(context, member, child(child(spot, key), index)) ?? []);
  const restKey = ['items', 'additionalItems', 'unevaluatedItems'].find(
    (name) => name !== key && Object.hasOwn(given, name),
  );
  const rest = restKey === undefined ? true : own(given, restKey);
  if (rest === false) {
    if (!Object.hasOwn(made, 'maxItems')) put(made, 'maxItems', prefix.length);
    put(made, 'items', first.length === 0 ? {} : { anyOf: first });
    return;
  }
  const others = isObject(rest) && restKey !== undefined ? schema(context, rest, child(spot, restKey)) : undefined;
  const bounded = isObject(others) && Object.keys(others).length > 0;
  put(made, 'items', bounded ? { anyOf: [...first, others] } : {});
}

/** Without anything that evaluates items elsewhere, unevaluatedItems says what items says. */
function unevaluatedItems({ context, given, made, spot }: SchemaInProgress): void {
  const value = own(given, 'unevaluatedItems') ?? true;
  context.findings.change('unevaluated', child(spot, 'unevaluatedItems'));
  if (isObject(value) && isAlone(given) && !Object.hasOwn(given, 'items')) {
    const items = schema(context, value, child(spot, 'unevaluatedItems'));
    if (items !== undefined) put(made, 'items', items);
  }
}

/** patternProperties and unevaluatedProperties, as far as additionalProperties can say them. */
export function finishObject(progress: SchemaInProgress): void {
  const { given } = progress;
  if (Object.hasOwn(given, 'unevaluatedProperties')) unevaluatedProperties(progress);
  if (Object.hasOwn(given, 'patternProperties')) patternProperties(progress);
}

function unevaluatedProperties({ context, given, made, spot }: SchemaInProgress): void {
  const value = own(given, 'unevaluatedProperties') ?? true;
  context.findings.change('unevaluated', child(spot, 'unevaluatedProperties'));
  if (!isAlone(given) || Object.hasOwn(given, 'additionalProperties')) return;
  const others = typeof value === 'boolean' ? value : schema(context, value, child(spot, 'unevaluatedProperties'));
  if (others !== undefined) put(made, 'additionalProperties', others);
}

function patternProperties({ context, given, made, spot }: SchemaInProgress): void {
  const at = child(spot, 'patternProperties');
  context.findings.change('pattern-properties', at);
  const patterns = own(given, 'patternProperties');
  const others = own(made, 'additionalProperties');
  if (!isObject(patterns) || others === undefined || others === true) return;
  const schemas = Object.entries(patterns).flatMap(([key, member]) => {
    const made = schema(context, member, { ...at, pointer: below(at.pointer, key) });
    return made === undefined ? [] : [made];
  });
  const all = isObject(others) ? [...schemas, others] : schemas;
  if (all.length > 0) put(made, 'additionalProperties', all.length === 1 && isObject(all[0]) ? all[0] : { anyOf: all });
}

/** Whether no other keyword may evaluate members of the same value. */
function isAlone(given: JsonObject): boolean {
  const names = [
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'then',
    'else',
    'dependentSchemas',
    '$ref',
    '$dynamicRef',
    'contains',
    'not',
  ];
  return names.every((name) => !Object.hasOwn(given, name)) && listOf(own(given, 'prefixItems')).length === 0;
}
