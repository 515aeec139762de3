import type { DeploymentContext, EvaluationContext } from './context.ts';
import { ShortCircuitError, TemplateError, atPath } from './errors.ts';
import { call, literal } from './expression/ast.ts';
import { evaluateTree } from './expression/evaluate.ts';
import { printExpression } from './expression/print.ts';
import {
  type Foreseen,
  Symbolic,
  type Value,
  isKnown,
  isValueObject,
  printLeaves,
  toExpression,
} from './expression/value.ts';
import { type Json, type JsonObject, findKey, getObject, getProperty, getString, isObject, setOwn } from './json.ts';
import { outputValue } from './plan/outputs.ts';
import { childContext } from './plan/plan.ts';
import { type ResourceInstance, instancesOf } from './template/instances.ts';
import { lookupFor } from './template/lookup.ts';
import type { Template } from './template/model.ts';
import { TemplateNames } from './template/names.ts';
import { type ParameterInputs, checkParameters, readReference, refuseInputs } from './template/parameters.ts';
import { parseTemplate } from './template/parse.ts';
import { isSecure } from './template/validate.ts';
import { NESTED_STEERING_MEMBERS, STEERING_MEMBERS } from './template/steering-members.ts';

/** What `expand` expands: a template with its parameters, and the flags of `bicep snapshot`. */
export interface ExpandOptions {
  readonly template: Template | JsonObject | string;
  readonly parameters?: ParameterInputs;
  readonly tenantId?: string;
  readonly managementGroup?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  readonly deploymentName?: string;
  /** What is known beyond the flags of `bicep snapshot`; left out, the functions that ask for it stay symbolic. */
  readonly surroundings?: Surroundings;
}

/** Members of the deployment's context that only Azure knows. */
export type Surroundings = Pick<
  DeploymentContext,
  'deployer' | 'environment' | 'resourceGroupProperties' | 'subscriptionProperties' | 'tenantProperties' | 'utcNow'
>;

/** The shape of `bicep snapshot`. What only Azure knows is printed as an expression: `[reference('…').x]`. */
export interface Expansion {
  readonly predictedResources: readonly JsonObject[];
  readonly outputs: JsonObject;
  /** One line each, for instance for a module that could not be expanded. */
  readonly diagnostics: readonly string[];
}

/**
 * Expands a template without Azure: loops, conditions and modules are unrolled, module outputs put in place, and
 * secure parameters never shown. Throws `TemplateError` for a template or parameters that ARM would refuse.
 */
export function expand(options: ExpandOptions): Expansion {
  const template =
    typeof options.template === 'object' && options.template['functions'] instanceof Map
      ? (options.template as Template)
      : parseTemplate(options.template as JsonObject | string);
  refuseInputs(template, options.parameters ?? {});
  const deployment = contextOf(template, options);
  const given = givenParameters(template, options.parameters ?? {});
  const names = new TemplateNames({ template, deployment, runtime: 'symbolic', given });
  checkParameters(template, names);
  const root = new ExpandedDeployment(template, deployment, maskedParameters(template, names));
  const diagnostics: string[] = [];
  const predictedResources = root.resources(diagnostics);
  return { predictedResources, outputs: root.printedOutputs(), diagnostics };
}

function contextOf(template: Template, options: ExpandOptions): DeploymentContext {
  const { resourceGroup, location } = options;
  if (template.scope !== 'resourceGroup' && resourceGroup !== undefined) {
    throw new TemplateError(
      'InvalidTemplate',
      `Resource group name cannot be specified for a template of scope ${template.scope}.`,
    );
  }
  return {
    scope: template.scope,
    ...pick(options, ['tenantId', 'managementGroup', 'subscriptionId', 'resourceGroup', 'deploymentName']),
    ...(location === undefined
      ? {}
      : template.scope === 'resourceGroup'
        ? { resourceGroupProperties: { location } }
        : { location }),
    ...options.surroundings,
  };
}

function pick<K extends keyof ExpandOptions>(options: ExpandOptions, keys: readonly K[]): Pick<ExpandOptions, K> {
  return Object.fromEntries(
    Object.entries(options).filter(([key]) => (keys as readonly string[]).includes(key)),
  ) as Pick<ExpandOptions, K>;
}

function givenParameters(template: Template, inputs: ParameterInputs): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  for (const name of Object.keys(template.parameters)) {
    const key = findKey(inputs, name);
    const value = key === undefined ? null : parameterValue(inputs[key] ?? {});
    if (value !== null) given.set(name.toLowerCase(), value);
  }
  return given;
}

/** Every parameter's value, the known ones of secure parameters replaced by `parameters('name')`. */
function maskedParameters(template: Template, names: TemplateNames): ReadonlyMap<string, Value> {
  const masked = new Map<string, Value>();
  for (const [name, definition] of Object.entries(template.parameters)) {
    const value = names.parameter(name);
    const isSecret = isSecure(definition, template.definitions) && isKnown(value) && value !== null;
    masked.set(name.toLowerCase(), isSecret ? new Symbolic(call('parameters', literal(name))) : value);
  }
  return masked;
}

function parameterValue(input: JsonObject): Value {
  const reference = getProperty(input, 'reference');
  if (!isObject(reference)) return getProperty(input, 'value') ?? null;
  const { vaultId, secretName, secretVersion } = readReference(reference);
  const version = secretVersion === undefined ? [] : [literal(secretVersion)];
  return new Symbolic(call('getKeyVaultSecret', literal(vaultId), literal(secretName), ...version));
}

/** One deployment, top-level or nested, while it is expanded. */
class ExpandedDeployment {
  readonly names: TemplateNames;
  readonly #template: Template;
  readonly #instances: readonly ResourceInstance[];
  readonly #children = new Map<ResourceInstance, ExpandedDeployment>();
  #outputs: Readonly<Record<string, Value>> | undefined;

  constructor(
    template: Template,
    deployment: DeploymentContext,
    given: ReadonlyMap<string, Value>,
    outer?: EvaluationContext['scope'],
  ) {
    this.#template = template;
    this.names = new TemplateNames({
      template,
      deployment,
      runtime: 'symbolic',
      given,
      ...(outer === undefined ? {} : { outer }),
    });
    const start = this.names.context('symbolic', false);
    this.#instances = template.resources.flatMap((resource) => instancesOf(resource, start));
    this.names.resources = lookupFor(template, this.#instances, (item) => this.#foresee(item));
  }

  /** Every resource that would be made, nested deployments' resources in their place. */
  resources(diagnostics: string[]): readonly JsonObject[] {
    return this.#instances.flatMap((item) => {
      if (item.existing || item.condition === false) return [];
      return isNested(item) ? this.#nestedResources(item, diagnostics) : [predict(item)];
    });
  }

  /** The outputs by name; expressions that only Azure can answer are kept. */
  get outputs(): Readonly<Record<string, Value>> {
    if (this.#outputs !== undefined) return this.#outputs;
    const context = this.names.context('symbolic');
    const outputs: Record<string, Value> = {};
    for (const [name, definition] of Object.entries(this.#template.outputs)) {
      const value = atPath(`outputs.${name}`, () => outputValue(definition, context));
      if (value !== undefined) setOwn(outputs, name, value);
    }
    this.#outputs = outputs;
    return outputs;
  }

  /** An output of which a part is unknown is printed as one expression. */
  printedOutputs(): JsonObject {
    const printed: Record<string, Json> = {};
    for (const [name, value] of Object.entries(this.outputs)) {
      setOwn(printed, name, printWhole(value));
    }
    return printed;
  }

  #nestedResources(item: ResourceInstance, diagnostics: string[]): readonly JsonObject[] {
    try {
      return this.#child(item).resources(diagnostics);
    } catch (error) {
      if (!(error instanceof ShortCircuitError)) throw error;
      const id = typeof item.id === 'string' ? item.id : item.key;
      diagnostics.push(
        `NestedDeploymentShortCircuited: The nested deployment '${id}' could not be expanded because it contains one or more copy count expressions that cannot be evaluated prior to the start of the deployment: '${error.message}'.`,
      );
      return [];
    }
  }

  /** The location of a resource group that this same template makes; that of any other group only Azure knows. */
  #locate(child: DeploymentContext): DeploymentContext {
    if (child.scope !== 'resourceGroup' || child.resourceGroupProperties !== undefined) return child;
    const id = `/subscriptions/${child.subscriptionId ?? ''}/resourceGroups/${child.resourceGroup ?? ''}`.toLowerCase();
    const group = this.#instances.find(
      (item) => !item.existing && typeof item.id === 'string' && item.id.toLowerCase() === id,
    );
    const source = group === undefined ? undefined : getProperty(group.resource.body, 'location');
    const location = group === undefined || source === undefined ? undefined : evaluateTree(source, group.context);
    return typeof location === 'string' ? { ...child, resourceGroupProperties: { location } } : child;
  }

  /** What `reference()` of a resource gives as far as the template itself says it. */
  #foresee(item: ResourceInstance): Foreseen | undefined {
    if (item.existing || item.id === undefined || item.condition === false) return undefined;
    if (isNested(item)) return { value: () => this.#moduleState(item), replacesLeaves: true };
    const source = getProperty(item.resource.body, 'properties');
    if (!isObject(source)) return undefined;
    const evaluateOnce = once(() => evaluateTree(source, { ...item.context, allowReference: true }));
    return { value: evaluateOnce, replacesLeaves: false };
  }

  #moduleState(item: ResourceInstance): Value | undefined {
    try {
      return this.#moduleOutputs(item);
    } catch (error) {
      if (error instanceof ShortCircuitError) return undefined;
      throw error;
    }
  }

  #moduleOutputs(item: ResourceInstance): Value {
    const outputs: Record<string, Value> = {};
    for (const [name, value] of Object.entries(this.#child(item).outputs)) setOwn(outputs, name, { value });
    return { outputs };
  }

  #child(item: ResourceInstance): ExpandedDeployment {
    const present = this.#children.get(item);
    if (present !== undefined) return present;
    const child = this.#expandNested(item);
    this.#children.set(item, child);
    return child;
  }

  #expandNested(item: ResourceInstance): ExpandedDeployment {
    const context = { ...item.context, allowReference: true };
    const properties = getObject(item.resource.body, 'properties');
    const source = getProperty(properties, 'template');
    if (!isObject(source))
      throw new TemplateError('InvalidTemplate', 'Linked templates are not supported.', item.resource.path);
    const template = parseTemplate(source);
    const location = getProperty(item.resource.body, 'location');
    const place = location === undefined ? undefined : evaluateTree(location, context);
    const name = typeof item.name === 'string' ? item.name : undefined;
    const deployment = this.#locate(childContext(item, name, typeof place === 'string' ? place : undefined));
    const isInner = getString(getObject(properties, 'expressionEvaluationOptions'), 'scope')?.toLowerCase() === 'inner';
    const given = isInner
      ? nestedParameters(getObject(properties, 'parameters'), context, item.resource.path)
      : new Map<string, Value>();
    return new ExpandedDeployment(template, deployment, given, isInner ? undefined : item.context.scope);
  }
}

/** Computes once; while it is being computed (a resource that refers to itself) the answer is undefined. */
function once(compute: () => Value): () => Value | undefined {
  let state: { readonly value: Value | undefined } | undefined;
  return () => {
    if (state !== undefined) return state.value;
    state = { value: undefined };
    state = { value: compute() };
    return state.value;
  };
}

function isNested(item: ResourceInstance): boolean {
  return !item.existing && item.type.toLowerCase() === 'microsoft.resources/deployments';
}

function nestedParameters(inputs: JsonObject, context: EvaluationContext, path: string): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  for (const [name, input] of Object.entries(inputs)) {
    const value = atPath(`${path}.properties.parameters.${name}`, () =>
      isObject(input) ? nestedParameter(input, context) : valueOf(evaluateTree(input, context)),
    );
    if (value !== undefined && value !== null) given.set(name.toLowerCase(), value);
  }
  return given;
}

/** A parameter that is chosen as a whole: `[if(…, createObject('value', …), createObject('value', …))]`. */
function valueOf(chosen: Value): Value | undefined {
  if (isValueObject(chosen)) return getProperty(chosen, 'value');
  return chosen instanceof Symbolic
    ? new Symbolic({ kind: 'property', target: toExpression(chosen), key: literal('value') })
    : undefined;
}

function nestedParameter(input: JsonObject, context: EvaluationContext): Value | undefined {
  const reference = getProperty(input, 'reference');
  if (!isObject(reference)) {
    const evaluated = evaluateTree(input, context);
    return isValueObject(evaluated) ? getProperty(evaluated, 'value') : undefined;
  }
  const evaluate = (tree: Json | undefined): Value => evaluateTree(tree ?? null, context);
  const id = evaluate(getProperty(getObject(reference, 'keyVault'), 'id'));
  const version = getProperty(reference, 'secretVersion');
  return new Symbolic(
    call(
      'getKeyVaultSecret',
      toExpression(id),
      toExpression(evaluate(getProperty(reference, 'secretName'))),
      ...(version === undefined ? [] : [toExpression(evaluate(version))]),
    ),
  );
}

/** Members of a resource that a snapshot leaves out. */
const LEFT_OUT = new Set([...STEERING_MEMBERS, ...NESTED_STEERING_MEMBERS]);

function predict(item: ResourceInstance): JsonObject {
  const context = { ...item.context, allowReference: true };
  const printed: Record<string, Json> = {
    ...(item.id === undefined ? {} : { id: printLeaves(item.id) }),
    type: item.type,
    ...(item.id === undefined ? {} : { name: printLeaves(item.name) }),
    ...(item.apiVersion === undefined || item.id === undefined ? {} : { apiVersion: item.apiVersion }),
    ...(item.condition instanceof Symbolic ? { condition: printLeaves(item.condition) } : {}),
  };
  for (const [key, source] of Object.entries(item.resource.body)) {
    if (LEFT_OUT.has(key.toLowerCase())) continue;
    const value = atPath(`${item.resource.path}.${key}`, () => printLeaves(evaluateTree(source, context)));
    // The real engine leaves out `zones: null`, `sku: null` and their like, and keeps what is null inside.
    if (value !== null || key.toLowerCase() === 'properties') setOwn(printed, key, value);
  }
  return printed;
}

function printWhole(value: Value): Json {
  const leaves = printLeaves(value);
  if (typeof leaves !== 'object' || leaves === null) return leaves;
  return isKnown(value) ? leaves : `[${printExpression(toExpression(value))}]`;
}
