import type { DeploymentContext, EvaluationContext, Runtime, TemplateScope } from '../context.ts';
import { TemplateError, atPath } from '../errors.ts';
import { evaluateTree } from '../expression/evaluate.ts';
import { type Value, toJson } from '../expression/value.ts';
import { type Json, type JsonObject, getObject, getProperty, getString, isArray, isObject, omit } from '../json.ts';
import { type ResourceInstance, instancesOf } from '../template/instances.ts';
import { lookupFor } from '../template/lookup.ts';
import type { ParameterInput, Template } from '../template/model.ts';
import { TemplateNames, importOf } from '../template/names.ts';
import { nestedContext } from '../template/nested.ts';
import { type ParameterInputs, checkParameters, describeParameters, readParameters } from '../template/parameters.ts';
import { parseTemplate } from '../template/parse.ts';
import { checkResourceCount } from '../template/shape.ts';
import { checkFunctions } from './check-functions.ts';
import { findDependencies } from './dependencies.ts';
import { evaluateOutputs } from './outputs.ts';
import { findSecurePaths } from './secure-paths.ts';
import type {
  DeploymentPlan,
  NestedDeployment,
  NestedPlanOptions,
  PlanOptions,
  PlannedResource,
  ResourceOptions,
} from './types.ts';
import { NESTED_STEERING_MEMBERS, STEERING_MEMBERS } from '../template/steering-members.ts';

/**
 * Turns a template and its parameters into resources to make. Names, conditions and loops are decided now; bodies are
 * evaluated when the engine asks for them. Throws `TemplateError` for anything that ARM's validation would refuse.
 */
export function planDeployment(options: PlanOptions): DeploymentPlan {
  return plan(options, undefined);
}

function plan(options: PlanOptions, outer: TemplateScope | undefined): DeploymentPlan {
  const template = asTemplate(options.template);
  checkFunctions(template);
  const { context: deployment } = options;
  const given = readParameters(template, options.parameters ?? {}, options.keyVaultSecret);
  const names = new TemplateNames({
    template,
    deployment,
    runtime: 'none',
    given,
    ...(outer === undefined ? {} : { outer }),
  });
  if (outer === undefined) checkParameters(template, names);
  const start = names.context();
  const instances = template.resources.flatMap((resource) => instancesOf(resource, start));
  checkResourceCount(instances.filter((item) => !item.existing).length);
  refuseDuplicates(instances);
  names.resources = lookupFor(template, instances);
  const dependencies = findDependencies(template, instances);
  return {
    template,
    context: deployment,
    parameters: outer === undefined ? describeParameters(template, names) : {},
    resources: instances.map((item) => plannedResource(template, item, dependencies.get(item.key) ?? [])),
    outputs: (runtime) => evaluateOutputs(template, names.context(runtime)),
  };
}

function asTemplate(template: Template | JsonObject | string): Template {
  return typeof template !== 'string' &&
    'source' in template &&
    'functions' in template &&
    template.functions instanceof Map
    ? (template as Template)
    : parseTemplate(template as JsonObject | string);
}

function refuseDuplicates(instances: readonly ResourceInstance[]): void {
  const seen = new Set<string>();
  for (const item of instances) {
    if (item.existing || item.condition === false || typeof item.id !== 'string') continue;
    const id = item.id.toLowerCase();
    if (seen.has(id)) {
      throw new TemplateError(
        'InvalidTemplate',
        `Deployment template validation failed: 'The resource '${item.id}' is defined multiple times in a template. Please see https://aka.ms/arm-syntax-resources for usage details.'.`,
        item.resource.path,
      );
    }
    seen.add(id);
  }
}

function plannedResource(template: Template, item: ResourceInstance, dependsOn: readonly string[]): PlannedResource {
  const { body, path, symbol } = item.resource;
  const id = item.id === undefined ? undefined : requireString(item.id, `${path}.id`);
  return {
    key: item.key,
    symbol,
    type: item.type,
    name: requireString(item.name, `${path}.name`),
    apiVersion: item.apiVersion,
    id,
    condition: requireBoolean(item.condition, `${path}.condition`),
    existing: item.existing,
    import: importOf(template, body),
    dependsOn,
    copy: item.copy,
    options: readOptions(body, item.context),
    securePaths: findSecurePaths(
      isNested(item) ? withoutTemplate(requestMembers(body)) : requestMembers(body),
      template,
    ),
    materialise: (runtime) => materialise(item, runtime),
    nested: isNested(item) ? nestedDeployment(item) : undefined,
  };
}

function isNested(item: ResourceInstance): boolean {
  return !item.existing && item.type.toLowerCase() === 'microsoft.resources/deployments';
}

function withoutTemplate(body: JsonObject): JsonObject {
  return { ...body, properties: omit({ ...getObject(body, 'properties') }, 'template') };
}

function requireString(value: Value, path: string): string {
  if (typeof value === 'string') return value;
  throw new TemplateError(
    'InvalidTemplate',
    `'${path}' must be a string that is known when the deployment starts.`,
    path,
  );
}

function requireBoolean(value: Value, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new TemplateError(
    'InvalidTemplate',
    `'${path}' must be a boolean that is known when the deployment starts.`,
    path,
  );
}

/** Bicep writes a decorator as the list of its arguments: `"retryOn": [["Code"], 10]`, `"onlyIfNotExists": []`. */
function readOptions(body: JsonObject, context: EvaluationContext): ResourceOptions {
  const options = toJson(evaluateTree(getObject(body, '@options'), context));
  const read = (key: string): Json | undefined => (isObject(options) ? getProperty(options, key) : undefined);
  const isSet = (key: string): boolean => isArray(read(key)) || read(key) === true;
  const retry = read('retryOn');
  const [codes, count] = isArray(retry) ? retry : [];
  return {
    retryOn: isArray(codes)
      ? {
          exceptionCodes: codes.filter((code) => typeof code === 'string'),
          retryCount: typeof count === 'number' ? count : undefined,
        }
      : undefined,
    onlyIfNotExists: isSet('onlyIfNotExists'),
    nullIfNotFound: isSet('nullIfNotFound'),
  };
}

function requestMembers(body: JsonObject): JsonObject {
  const isDeployment = getString(body, 'type')?.toLowerCase() === 'microsoft.resources/deployments';
  const drops = (key: string): boolean =>
    STEERING_MEMBERS.has(key) || (isDeployment && NESTED_STEERING_MEMBERS.has(key));
  return Object.fromEntries(Object.entries(body).filter(([key]) => !drops(key.toLowerCase())));
}

function materialise(item: ResourceInstance, runtime: Runtime): JsonObject {
  const context = atRunTime(item, runtime);
  const members = requestMembers(item.resource.body);
  const evaluated = Object.entries(members).map(([key, value]) => {
    const path = `${item.resource.path}.${key}`;
    if (isNested(item) && key.toLowerCase() === 'properties' && isObject(value))
      return [key, nestedProperties(value, context, path)] as const;
    return [key, atPath(path, () => toJson(evaluateTree(value, context)))] as const;
  });
  return Object.fromEntries(evaluated);
}

function atRunTime(item: ResourceInstance, runtime: Runtime): EvaluationContext {
  return { ...item.context, runtime, allowReference: true };
}

/** Everything evaluated but the template, which the nested deployment evaluates itself. */
function nestedProperties(properties: JsonObject, context: EvaluationContext, path: string): JsonObject {
  const entries = Object.entries(properties).map(([key, value]) => {
    if (key.toLowerCase() === 'template') return [key, value] as const;
    return [key, atPath(`${path}.${key}`, () => toJson(evaluateTree(value, context)))] as const;
  });
  return Object.fromEntries(entries);
}

function nestedDeployment(item: ResourceInstance): NestedDeployment {
  const properties = getObject(item.resource.body, 'properties');
  const evaluation =
    getString(getObject(properties, 'expressionEvaluationOptions'), 'scope')?.toLowerCase() === 'inner'
      ? 'inner'
      : 'outer';
  const name = requireString(item.name, `${item.resource.path}.name`);
  return {
    name,
    evaluation,
    mode: getString(properties, 'mode') ?? 'Incremental',
    plan: (runtime, options = {}) => planNested(item, name, evaluation, runtime, options),
  };
}

function planNested(
  item: ResourceInstance,
  name: string,
  evaluation: 'inner' | 'outer',
  runtime: Runtime,
  options: NestedPlanOptions,
): DeploymentPlan {
  const body = materialise(item, runtime);
  const properties = getObject(body, 'properties');
  const template = getProperty(properties, 'template');
  if (!isObject(template)) {
    throw new TemplateError(
      'InvalidTemplate',
      `The nested deployment '${name}' has no inline template: linked templates are not supported.`,
      item.resource.path,
    );
  }
  const context: DeploymentContext = { ...childContext(item, name, getString(body, 'location')), ...options.context };
  const parameters = readInputs(getObject(properties, 'parameters'));
  const reader = options.keyVaultSecret === undefined ? {} : { keyVaultSecret: options.keyVaultSecret };
  return plan({ template, parameters, context, ...reader }, evaluation === 'outer' ? item.context.scope : undefined);
}

function readInputs(parameters: JsonObject): ParameterInputs {
  return Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, ParameterInput] => isObject(entry[1])),
  );
}

/** Where a nested deployment runs. Shared with expansion, where parts may be symbolic. */
export function childContext(
  item: ResourceInstance,
  name: string | undefined,
  location: string | undefined,
): DeploymentContext {
  const read = (key: string): Value | undefined => {
    const source = getProperty(item.resource.body, key);
    return source === undefined ? undefined : evaluateTree(source, item.context);
  };
  return nestedContext(item.context.scope.deployment, {
    name,
    location,
    scope: read('scope'),
    subscriptionId: read('subscriptionId'),
    resourceGroup: read('resourceGroup'),
  });
}
