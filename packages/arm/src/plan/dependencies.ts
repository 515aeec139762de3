import { ExpressionError, TemplateError, atPath } from '../errors.ts';
import type { EvaluationContext, SymbolInfo } from '../context.ts';
import type { Expression } from '../expression/ast.ts';
import { evaluate, evaluateTree } from '../expression/evaluate.ts';
import { isExpression, parseTemplateString } from '../expression/parser.ts';
import { type Json, getProperty, getString, isArray, isObject } from '../json.ts';
import type { ResourceInstance } from '../template/instances.ts';
import type { Template } from '../template/model.ts';

/** Dependencies by key: what `dependsOn` says, what `reference` and `list*` imply, and earlier batches of a serial loop. */
export function findDependencies(
  template: Template,
  instances: readonly ResourceInstance[],
): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, readonly string[]>();
  for (const item of instances) {
    const found = new Set([
      ...explicitDependencies(template, item, instances),
      ...impliedDependencies(template, item),
      ...earlierBatches(item, instances),
    ]);
    found.delete(item.key);
    graph.set(item.key, [...found]);
  }
  refuseCycles(graph);
  return graph;
}

function explicitDependencies(
  template: Template,
  item: ResourceInstance,
  instances: readonly ResourceInstance[],
): readonly string[] {
  const source = getProperty(item.resource.body, 'dependsOn');
  if (!isArray(source)) return [];
  return source.flatMap((entry) => {
    const path = `${item.resource.path}.dependsOn`;
    const wanted = atPath(path, () => evaluateTree(entry, item.context));
    if (wanted === null) return [];
    if (typeof wanted !== 'string') throw new TemplateError('InvalidTemplate', `'${path}' must hold strings.`, path);
    const found = resolveDependency(template, wanted, instances);
    if (found.length > 0 || isEmptyLoop(template, wanted, item)) return found;
    throw new TemplateError(
      'InvalidTemplate',
      `Deployment template validation failed: 'The resource '${wanted}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.'.`,
      path,
    );
  });
}

function resolveDependency(
  template: Template,
  wanted: string,
  instances: readonly ResourceInstance[],
): readonly string[] {
  const lower = wanted.toLowerCase();
  const matches = template.symbolic
    ? (item: ResourceInstance): boolean =>
        item.key.toLowerCase() === lower || item.resource.symbol?.toLowerCase() === lower
    : (item: ResourceInstance): boolean =>
        [item.key, item.copy?.name, typeof item.name === 'string' ? item.name : undefined].some(
          (name) => name?.toLowerCase() === lower,
        ) ||
        (lower.includes('/') && item.key.toLowerCase().endsWith(`/providers/${interleave(lower)}`));
  return instances.filter(matches).map((item) => item.key);
}

/** `Microsoft.Network/virtualNetworks/vnet`: type and name as ARM also accepts them in `dependsOn`. */
function interleave(typeAndName: string): string {
  return typeAndName.replace(/^\//, '');
}

function isEmptyLoop(template: Template, wanted: string, { context }: ResourceInstance): boolean {
  return template.resources.some((resource) => {
    const copy = getProperty(resource.body, 'copy');
    if (!isObject(copy)) return false;
    const name = evaluateTree(getProperty(copy, 'name') ?? null, context);
    return [resource.symbol, name].some(
      (candidate) => typeof candidate === 'string' && candidate.toLowerCase() === wanted.toLowerCase(),
    );
  });
}

const NOT_BODY = new Set(['dependson', 'condition', 'copy', 'name', 'type', 'apiversion', 'scope', 'existing']);

function impliedDependencies(template: Template, item: ResourceInstance): readonly string[] {
  const isInner = getString(inner(item), 'scope')?.toLowerCase() === 'inner';
  const found: string[] = [];
  for (const [key, value] of Object.entries(item.resource.body)) {
    if (NOT_BODY.has(key.toLowerCase())) continue;
    const tree =
      key.toLowerCase() === 'properties' &&
      isObject(value) &&
      item.type.toLowerCase() === 'microsoft.resources/deployments' &&
      (isInner || template.symbolic)
        ? Object.fromEntries(Object.entries(value).filter(([name]) => name.toLowerCase() !== 'template'))
        : value;
    for (const expression of expressionsIn(tree)) found.push(...targetsOf(expression, item.context));
  }
  return found;
}

function inner(item: ResourceInstance): Readonly<Record<string, Json>> {
  const properties = getProperty(item.resource.body, 'properties');
  const options = isObject(properties) ? getProperty(properties, 'expressionEvaluationOptions') : undefined;
  return isObject(options) ? options : {};
}

function* expressionsIn(tree: Json): Generator<Expression> {
  if (typeof tree === 'string') {
    if (isExpression(tree)) yield parseTemplateString(tree);
  } else if (isArray(tree)) {
    for (const item of tree) yield* expressionsIn(item);
  } else if (isObject(tree)) {
    for (const [key, item] of Object.entries(tree)) {
      yield* expressionsIn(key);
      yield* expressionsIn(item);
    }
  }
}

function targetsOf(expression: Expression, context: EvaluationContext): readonly string[] {
  if (expression.kind === 'literal') return [];
  if (expression.kind === 'property')
    return [...targetsOf(expression.target, context), ...targetsOf(expression.key, context)];
  const below = expression.args.flatMap((argument) => targetsOf(argument, context));
  const [subject] = expression.args;
  if (subject === undefined || !/^(references?|list\w*)$/i.test(expression.name)) return below;
  return [...below, ...keysOf(subject, context)];
}

/** The planned resources that the first argument of a `reference` names; none when it is known at run time only. */
function keysOf(subject: Expression, context: EvaluationContext): readonly string[] {
  try {
    const name = evaluate(subject, context);
    if (typeof name !== 'string') return [];
    const found = context.scope.symbol(name) ?? context.scope.resourceByIdOrName(name);
    if (found === undefined) return [];
    return (Array.isArray(found) ? (found as readonly SymbolInfo[]) : [found as SymbolInfo]).map((info) => info.key);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

function earlierBatches(item: ResourceInstance, instances: readonly ResourceInstance[]): readonly string[] {
  const { copy, resource } = item;
  if (copy?.mode !== 'serial') return [];
  const batch = Math.floor(copy.index / copy.batchSize);
  const isInBatchBefore = (other: ResourceInstance): boolean =>
    other.resource === resource &&
    other.copy !== undefined &&
    Math.floor(other.copy.index / copy.batchSize) === batch - 1;
  return instances.filter(isInBatchBefore).map((other) => other.key);
}

function refuseCycles(graph: ReadonlyMap<string, readonly string[]>): void {
  const finished = new Set<string>();
  const visit = (key: string, trail: readonly string[]): void => {
    if (finished.has(key)) return;
    if (trail.includes(key)) {
      const cycle = [...trail.slice(trail.indexOf(key)), key].join("', '");
      throw new TemplateError(
        'InvalidTemplate',
        `Deployment template validation failed: 'Circular dependency detected on resource: '${cycle}'. Please see https://aka.ms/arm-syntax-resources for usage details.'.`,
      );
    }
    for (const next of graph.get(key) ?? []) visit(next, [...trail, key]);
    finished.add(key);
  };
  for (const key of graph.keys()) visit(key, []);
}
