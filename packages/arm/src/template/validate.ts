import type { TemplateErrorInfo } from '../errors.ts';
import { deepEqual } from '../functions/compare.ts';
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

/** A definition with its `$ref` followed; what stands beside the `$ref` (`nullable`, `defaultValue`) is kept. */
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
  return violation(
    subject,
    `Expected a value of type '${EXPECTED[type] ?? type}', but received a value of type '${jsonType(value)}'.`,
  );
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
  const refused = candidates.filter((candidate) => !allowed.some((item) => deepEqual(item, candidate)));
  if (refused.length === 0) return [];
  return [
    violation(
      subject,
      `The parameter value is not part of the allowed value(s): '${allowed.map(toText).join(',')}'.`,
      refused[0],
    ),
  ];
}

function checkBounds(value: Json, definition: JsonObject, subject: Subject): readonly TemplateErrorInfo[] {
  const errors: TemplateErrorInfo[] = [];
  const bound = (key: string): number | undefined => {
    const limit = getProperty(definition, key);
    return typeof limit === 'number' ? limit : undefined;
  };
  if (typeof value === 'string' || isArray(value)) {
    const [least, most] = [bound('minLength'), bound('maxLength')];
    if (least !== undefined && value.length < least)
      errors.push(
        violation(subject, `Length of the value should be greater than or equal to '${String(least)}'.`, value),
      );
    if (most !== undefined && value.length > most)
      errors.push(violation(subject, `Length of the value should be less than or equal to '${String(most)}'.`, value));
  }
  if (typeof value === 'number') {
    const [least, most] = [bound('minValue'), bound('maxValue')];
    if (least !== undefined && value < least)
      errors.push(violation(subject, `The value should be greater than or equal to '${String(least)}'.`, value));
    if (most !== undefined && value > most)
      errors.push(violation(subject, `The value should be less than or equal to '${String(most)}'.`, value));
  }
  return errors;
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
    const known = Object.keys(getObject(discriminator, 'mapping')).join(',');
    return [violation(subject, `The discriminator property '${tag}' must be one of the value(s): '${known}'.`)];
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
  return value.flatMap((item, index) => {
    const own = isArray(prefix) ? (prefix[index] ?? rest) : rest;
    const inner = { ...subject, name: `${subject.name}[${String(index)}]` };
    if (own === false) return [violation(inner, 'The array does not accept further elements.')];
    return isObject(own) ? validateValue(item, own, definitions, inner) : [];
  });
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
    const item = getProperty(value, key);
    const inner = { ...subject, name: `${subject.name}.${key}` };
    if (item !== undefined) errors.push(...validateValue(item, member, definitions, inner));
    else if (getProperty(resolveDefinition(member, definitions), 'nullable') !== true)
      errors.push(violation(inner, `The required property '${key}' is missing.`));
  }
  for (const [key, item] of Object.entries(value)) {
    if (findKey(properties, key) !== undefined) continue;
    const inner = { ...subject, name: `${subject.name}.${key}` };
    if (additional === false) errors.push(violation(inner, `The property '${key}' is not permitted.`));
    else if (isObject(additional)) errors.push(...validateValue(item, additional, definitions, inner));
  }
  return errors;
}

function violation({ noun, name }: Subject, reason: string, value?: Json): TemplateErrorInfo {
  const shown = value === undefined ? 'The provided value' : `The provided value '${toText(value)}'`;
  const message = `${shown} for the ${noun} '${name}' is not valid. ${reason} Please see https://aka.ms/arm-create-parameter-file for usage details.`;
  return {
    code: 'InvalidTemplate',
    message,
    target: `${noun === 'template output' ? 'outputs' : 'parameters'}.${name}`,
  };
}
