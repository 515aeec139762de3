import type { CopyFrame, EvaluationContext, SymbolInfo } from '../context.ts';
import { ExpressionError, atPath } from '../errors.ts';
import { evaluateTree, readCount } from '../expression/evaluate.ts';
import { type Foreseen, Symbolic, type Value } from '../expression/value.ts';
import { type Json, type JsonObject, getObject, getProperty, getString, isObject } from '../json.ts';
import { resourceIdOf } from './ids.ts';
import type { TemplateResource } from './model.ts';

/** A resource's copy loop, as far as one of its iterations needs to know it. */
export interface CopyInfo extends CopyFrame {
  readonly mode: 'parallel' | 'serial';
  /** How many iterations may run at once when the mode is serial. */
  readonly batchSize: number;
}

/** One resource that a deployment would make: an entry of `resources`, or one iteration of its copy loop. */
export interface ResourceInstance {
  /** Unique in the deployment: `symbol`, `symbol[2]`, or for language version 1 the id. */
  readonly key: string;
  readonly resource: TemplateResource;
  readonly type: string;
  readonly name: Value;
  readonly apiVersion: string | undefined;
  /** Absolute id; undefined for extensibility resources without one (Microsoft Graph). */
  readonly id: Value | undefined;
  readonly copy: CopyInfo | undefined;
  /** False or symbolic conditions are told apart by the caller. */
  readonly condition: Value;
  readonly existing: boolean;
  readonly nullIfNotFound: boolean;
  /** The context with the instance's copy loop. */
  readonly context: EvaluationContext;
}

/** The instances of one resource. Throws `TemplateError` when the loop's count is not known or not valid. */
export function instancesOf(resource: TemplateResource, context: EvaluationContext): readonly ResourceInstance[] {
  const copy = getProperty(resource.body, 'copy');
  if (!isObject(copy)) return [instance(resource, context, undefined)];
  return atPath(`${resource.path}.copy`, () => {
    const name = evaluateTree(getProperty(copy, 'name') ?? resource.symbol ?? null, context);
    if (typeof name !== 'string') throw new ExpressionError('The name of a copy loop must be a string.');
    const count = readCount(getProperty(copy, 'count') ?? null, name, context);
    const mode = getString(copy, 'mode')?.toLowerCase() === 'serial' ? 'serial' : 'parallel';
    const batch = evaluateTree(getProperty(copy, 'batchSize') ?? 1, context);
    const batchSize = mode === 'serial' && typeof batch === 'number' ? batch : count;
    return Array.from({ length: count }, (_, index) => {
      const frame: CopyInfo = { name, index, mode, batchSize };
      return instance(resource, { ...context, copies: [...context.copies, frame] }, frame);
    });
  });
}

function instance(
  resource: TemplateResource,
  context: EvaluationContext,
  copy: CopyInfo | undefined,
): ResourceInstance {
  return atPath(resource.path, () => {
    const read = (key: string): Value | undefined => readMember(resource.body, key, context);
    const [type = '', typeVersion] = (getString(resource.body, 'type') ?? '').split('@');
    const version = read('apiVersion') ?? typeVersion;
    const name = read('name');
    const isExtensible =
      getProperty(resource.body, 'import') !== undefined || getProperty(resource.body, 'extension') !== undefined;
    const id =
      isExtensible || name === undefined
        ? undefined
        : resourceIdOf(addressOf(type, name, read), context.scope.deployment);
    return {
      key: keyOf(resource, copy, id),
      resource,
      type,
      name: name ?? '',
      apiVersion: typeof version === 'string' ? version : undefined,
      id,
      copy,
      condition: read('condition') ?? true,
      existing: getProperty(resource.body, 'existing') === true,
      nullIfNotFound: isSetOption(getProperty(getObject(resource.body, '@options'), 'nullIfNotFound')),
      context,
    };
  });
}

/** Bicep writes a decorator without arguments as an empty list. */
function isSetOption(option: Json | undefined): boolean {
  return option !== undefined && option !== false && option !== null;
}

function addressOf(
  type: string,
  name: Value,
  read: (key: string) => Value | undefined,
): Parameters<typeof resourceIdOf>[0] {
  const scope = read('scope');
  const subscriptionId = read('subscriptionId');
  const resourceGroup = read('resourceGroup');
  return {
    type,
    name,
    ...(scope === undefined ? {} : { scope }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
  };
}

function readMember(body: JsonObject, key: string, context: EvaluationContext): Value | undefined {
  const source: Json | undefined = getProperty(body, key);
  return source === undefined ? undefined : evaluateTree(source, context);
}

function keyOf(resource: TemplateResource, copy: CopyInfo | undefined, id: Value | undefined): string {
  if (resource.symbol === undefined) {
    if (typeof id === 'string') return id;
    return id instanceof Symbolic ? id.print() : resource.path;
  }
  return copy === undefined ? resource.symbol : `${resource.symbol}[${String(copy.index)}]`;
}

/** What `reference()` needs to know of an instance. */
export function symbolInfo(item: ResourceInstance, foreseen?: Foreseen): SymbolInfo {
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    apiVersion: item.apiVersion,
    key: item.key,
    nullIfNotFound: item.nullIfNotFound,
    ...(foreseen === undefined ? {} : { foreseen }),
  };
}
