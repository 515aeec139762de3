import type { KeyVaultSecretRequest } from '../context.ts';
import { TemplateError, type TemplateErrorInfo, atPath } from '../errors.ts';
import { type Value, isKnown } from '../expression/value.ts';
import { type Json, type JsonObject, findKey, getObject, getProperty, getString, isObject } from '../json.ts';
import type { ParameterInput, Template } from './model.ts';
import type { TemplateNames } from './names.ts';
import { isSecure, resolveDefinition, validateValue } from './validate.ts';

/** Parameter values as a deployment request or parameter file carries them. */
export type ParameterInputs = Readonly<Record<string, ParameterInput>>;

/** Reads the secret that a parameter's `reference` names. */
export type SecretReader = (request: KeyVaultSecretRequest) => string;

/**
 * The given values by lower-case name. Throws `TemplateError` with every missing and unknown parameter, and for a key
 * vault reference when there is no reader.
 */
export function readParameters(
  template: Template,
  inputs: ParameterInputs,
  readSecret: SecretReader | undefined,
): ReadonlyMap<string, Json> {
  refuseInputs(template, inputs);
  const values = new Map<string, Json>();
  for (const [name, input] of Object.entries(inputs)) {
    const value = readInput(name, input, readSecret);
    if (value !== undefined && value !== null) values.set(name.toLowerCase(), value);
  }
  return values;
}

/** Throws `TemplateError` with every unknown and every missing parameter. */
export function refuseInputs(template: Template, inputs: ParameterInputs): void {
  throwAll([...unknownParameters(template, inputs), ...missingParameters(template, inputs)]);
}

/** Checks every parameter, defaults included. Symbolic parts are not checked. Throws with every violation. */
export function checkParameters(template: Template, names: TemplateNames): void {
  const errors = Object.entries(template.parameters).flatMap(([name, definition]) => {
    const value: Value = atPath(`parameters.${name}`, () => names.parameter(name));
    if (!isKnown(value)) return [];
    return validateValue(value, definition, template.definitions, { noun: 'template parameter', name });
  });
  throwAll(errors);
}

/** Parameters as ARM shows them on a deployment: the values of secure ones are left out. */
export function describeParameters(template: Template, names: TemplateNames): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(template.parameters).map(([name, definition]) => {
      const type = armType(getString(resolveDefinition(definition, template.definitions), 'type') ?? 'object');
      const value = names.parameter(name);
      return [name, isSecure(definition, template.definitions) || !isKnown(value) ? { type } : { type, value }];
    }),
  );
}

/** `String`, `SecureString`, `Int`, …: how ARM writes a type on a deployment. */
export function armType(type: string): string {
  const lower = type.toLowerCase();
  if (lower.startsWith('secure')) return `Secure${lower.charAt(6).toUpperCase()}${lower.slice(7)}`;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Throws one `TemplateError` for `errors`: the first one's message, all of them as details. */
export function throwAll(errors: readonly TemplateErrorInfo[]): void {
  const [first] = errors;
  if (first === undefined) return;
  const message = errors.length === 1 ? first.message : errors.map((error) => error.message).join(' ');
  throw new TemplateError(
    'InvalidTemplate',
    `Deployment template validation failed: '${message}'.`,
    first.target,
    errors.length > 1 ? errors : [],
  );
}

function unknownParameters(template: Template, inputs: ParameterInputs): readonly TemplateErrorInfo[] {
  const unknown = Object.keys(inputs).filter((name) => findKey(template.parameters, name) === undefined);
  if (unknown.length === 0) return [];
  const supported = Object.keys(template.parameters).join(', ');
  const message = `The template parameters '${unknown.join(', ')}' in the parameters file are not valid; they are not present in the original template and can therefore not be provided at deployment time. The only supported parameters for this template are '${supported}'. Please see https://aka.ms/arm-pass-parameter-values for usage details.`;
  return [{ code: 'InvalidTemplate', message, target: `parameters.${unknown[0] ?? ''}` }];
}

function missingParameters(template: Template, inputs: ParameterInputs): readonly TemplateErrorInfo[] {
  return Object.entries(template.parameters).flatMap(([name, definition]) => {
    const resolved = resolveDefinition(definition, template.definitions);
    const isOptional =
      getProperty(definition, 'defaultValue') !== undefined || getProperty(resolved, 'nullable') === true;
    const given = findKey(inputs, name);
    const isGiven =
      given !== undefined &&
      (getProperty(inputs[given] ?? {}, 'value') ?? getProperty(inputs[given] ?? {}, 'reference') ?? null) !== null;
    if (isOptional || isGiven) return [];
    const message = `The value for the template parameter '${name}' is not provided. Please see https://aka.ms/arm-create-parameter-file for usage details.`;
    return [{ code: 'InvalidTemplate', message, target: `parameters.${name}` }];
  });
}

function readInput(name: string, input: ParameterInput, readSecret: SecretReader | undefined): Json | undefined {
  const reference = getProperty(input, 'reference');
  if (!isObject(reference)) return getProperty(input, 'value');
  if (readSecret === undefined) {
    throw new TemplateError(
      'KeyVaultParameterReferenceNotSupported',
      `The parameter '${name}' refers to a key vault, which cannot be read here.`,
      `parameters.${name}`,
    );
  }
  return readSecret(readReference(reference));
}

/** A parameter's `reference` as a request. */
export function readReference(reference: JsonObject): KeyVaultSecretRequest {
  const version = getString(reference, 'secretVersion');
  return {
    vaultId: getString(getObject(reference, 'keyVault'), 'id') ?? '',
    secretName: getString(reference, 'secretName') ?? '',
    ...(version === undefined ? {} : { secretVersion: version }),
  };
}
