import type { TemplateErrorInfo } from '../errors.ts';
import { deepEqual } from '../functions/compare.ts';
import { printExpression } from '../expression/print.ts';
import { toExpression } from '../expression/value.ts';
import { toText } from '../functions/text.ts';
import { type Json, type JsonObject, findKey, getObject, getProperty, getString, isArray, isObject } from '../json.ts';

/** ARM's names of the accepted types, as its messages write them. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'String, Uri',
  securestring: 'String, Uri',
  int: 'Integer',
  bool: 'Boolean',
  array: 'Array',
  object: 'Object',
  secureobject: 'Object',
};

/** Where a value that is checked comes from, for the message. */
export interface Subject {
  /** `template parameter` or `template output`. */
  readonly noun: string;
  readonly name: string;
}

/** Every violation of a parameter's or output's definition: type, allowed values, lengths, bounds, members. */
export function validateValue(
  value: Json,
  definition: JsonObject,
  definitions: JsonObject,
  subject: Subject,
): readonly TemplateErrorInfo[] {
  const resolved = resolveDefinition(definition, definitions);
  if (value === null && getProperty(resolved, 'nullable') === true) return [];
  const type = (getString(resolved, 'type') ?? '').toLowerCase();
  if (!hasType(value, type)) return [wrongType(value, type, subject)];
  return [
    ...checkAllowed(value, resolved, subject),
    ...checkBounds(value, resolved, subject),
    ...checkMembers(value, resolved, definitions, subject),
  ];
}

/** A definition with its `$ref` followed; what is written next to the `$ref` (`nullable`, `defaultValue`) is kept. */
export function resolveDefinition(definition: JsonObject, definitions: JsonObject): JsonObject {
  const reference = getString(definition, '$ref');
  if (reference === undefined) return definition;
  const name = reference.replace('#/definitions/', '');
  const target = getProperty(definitions, name);
  return isObject(target) ? { ...resolveDefinition(target, definitions), ...definition, $ref: null } : definition;
}

/** Whether values of this definition must never be shown. */
export function isSecure(definition: JsonObject, definitions: JsonObject): boolean {
  const type = (getString(resolveDefinition(definition, definitions), 'type') ?? '').toLowerCase();
  return type === 'securestring' || type === 'secureobject';
}

function hasType(value: Json, type: string): boolean {
  switch (type) {
    case 'string':
    case 'securestring':
      return typeof value === 'string';
    case 'int':
      return typeof value === 'number' && Number.isInteger(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'array':
      return isArray(value);
    case 'object':
    case 'secureobject':
      return isObject(value);
    default:
      return true;
  }
}

function wrongType(value: Json, type: string, subject: Subject): TemplateErrorInfo {
  const reason = `Expected a value of type '${EXPECTED[type] ?? type}', but received a value of type '${jsonType(value)}'.`;
  return violation(subject, reason, 'https://aka.ms/arm-create-parameter-file');
}

function jsonType(value: Json): string {
  if (value === null) return 'Null';
  if (isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  if (typeof value === 'object') return 'Object';
  return typeof value === 'string' ? 'String' : 'Boolean';
}

function checkAllowed(value: Json, definition: JsonObject, subject: Subject): readonly TemplateErrorInfo[] {
  const allowed = getProperty(definition, 'allowedValues');
  if (!isArray(allowed)) return [];
  const candidates = isArray(value) && !allowed.some(isArray) ? value : [value];
  if (candidates.every((candidate) => allowed.some((item) => deepEqual(item, candidate)))) return [];
  const shown = isArray(value) || isObject(value) ? `[${printExpression(toExpression(value))}]` : toText(value);
  const reason = `The value '${shown}' is not part of the allowed value(s): '${allowed.map(toText).join(',')}'.`;
  return [violation(subject, reason, '')];
}

function checkBounds(value: Json, definition: JsonObject, subject: Subject): readonly TemplateErrorInfo[] {
  if (typeof value === 'number') return outside(value, 'Value', 'Value', definition, subject);
  if (typeof value !== 'string' && !isArray(value)) return [];
  return outside(value.length, 'Length', 'Length of the value', definition, subject);
}

/** Violations of `min<suffix>` and `max<suffix>`. */
function outside(
  amount: number,
  suffix: 'Value' | 'Length',
  what: string,
  definition: JsonObject,
  subject: Subject,
): readonly TemplateErrorInfo[] {
  const least = getProperty(definition, `min${suffix}`);
  const most = getProperty(definition, `max${suffix}`);
  if (typeof least === 'number' && amount < least) {
    return [violation(subject, `${what} should be greater than or equal to '${String(least)}'.`)];
  }
  if (typeof most === 'number' && amount > most) {
    return [violation(subject, `${what} should be less than or equal to '${String(most)}'.`)];
  }
  return [];
}

function checkMembers(
  value: Json,
  definition: JsonObject,
  definitions: JsonObject,
  subject: Subject,
): readonly TemplateErrorInfo[] {
  if (isArray(value)) return checkItems(value, definition, definitions, subject);
  if (!isObject(value)) return [];
  const discriminator = getObject(definition, 'discriminator');
  const tag = getString(discriminator, 'propertyName');
  if (tag !== undefined) {
    const chosen = getProperty(value, tag);
    const variant = typeof chosen === 'string' ? getProperty(getObject(discriminator, 'mapping'), chosen) : undefined;
    if (isObject(variant)) return checkProperties(value, resolveDefinition(variant, definitions), definitions, subject);
    const known = Object.keys(getObject(discriminator, 'mapping'))
      .map((variant) => `'${variant}'`)
      .join(',');
    const reason = `The value provided for the discriminator property '${tag}' did not match any known variant. Valid discriminator property values are: ${known}.`;
    return [violation(subject, reason)];
  }
  return checkProperties(value, definition, definitions, subject);
}

function checkItems(
  value: readonly Json[],
  definition: JsonObject,
  definitions: JsonObject,
  subject: Subject,
): readonly TemplateErrorInfo[] {
  const prefix = getProperty(definition, 'prefixItems');
  const rest = getProperty(definition, 'items');
  const known = isArray(prefix) ? prefix.length : 0;
  const items = value.flatMap((item, index) => {
    const own = isArray(prefix) ? (prefix[index] ?? rest) : rest;
    const inner = { ...subject, name: `${subject.name}[${String(index)}]` };
    return isObject(own) ? validateValue(item, own, definitions, inner) : [];
  });
  if (rest !== false || value.length <= known) return items;
  const reason = `The array expects exactly ${String(known)} item(s), but additional items were present.`;
  return [...items, violation(subject, reason)];
}

function checkProperties(
  value: JsonObject,
  definition: JsonObject,
  definitions: JsonObject,
  subject: Subject,
): readonly TemplateErrorInfo[] {
  const properties = getObject(definition, 'properties');
  const additional = getProperty(definition, 'additionalProperties');
  const errors: TemplateErrorInfo[] = [];
  for (const [key, member] of Object.entries(properties)) {
    if (!isObject(member)) continue;
    const item = getProperty(value, key) ?? null;
    const inner = { ...subject, name: `${subject.name}.${key}` };
    if (item !== null) errors.push(...validateValue(item, member, definitions, inner));
    else if (getProperty(resolveDefinition(member, definitions), 'nullable') !== true) {
      const reason = `A non-null value for the property '${key}' must be provided, but the property was null or missing.`;
      errors.push(violation(subject, reason));
    }
  }
  const others = Object.entries(value).filter(([key]) => findKey(properties, key) === undefined);
  if (additional === false && others.length > 0) {
    const names = others.map(([key]) => `'${key}'`).join(', ');
    const reason = `The object does not allow values with properties not defined in the schema, but the following unknown properties were present: [${names}].`;
    errors.push(violation(subject, reason));
  }
  if (isObject(additional)) {
    for (const [key, item] of others) {
      errors.push(...validateValue(item, additional, definitions, { ...subject, name: `${subject.name}.${key}` }));
    }
  }
  return errors;
}

function violation(
  { noun, name }: Subject,
  reason: string,
  help = 'https://aka.ms/arm-syntax-parameters',
): TemplateErrorInfo {
  const hint = help === '' ? '' : ` Please see ${help} for usage details.`;
  return {
    code: 'InvalidTemplate',
    message: `The provided value for the ${noun} '${name}' is not valid. ${reason}${hint}`,
    target: `${noun === 'template output' ? 'outputs' : 'parameters'}.${name}`,
  };
}
