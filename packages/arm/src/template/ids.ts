import type { DeploymentContext } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Expression, call, literal } from '../expression/ast.ts';
import { Symbolic, type Value, toExpression } from '../expression/value.ts';
import { joinId, scopeId } from '../functions/resource-id.ts';

/** What decides a resource's id, evaluated. */
export interface ResourceAddress {
  readonly type: string;
  readonly name: Value;
  /** The `scope` property: an id, an id below the deployment's scope, or `/`. */
  readonly scope?: Value;
  readonly subscriptionId?: Value;
  readonly resourceGroup?: Value;
}

/** The absolute id of a resource; symbolic when a part of it is known at run time only. */
export function resourceIdOf(address: ResourceAddress, deployment: DeploymentContext): Value {
  const target = targetContext(address, deployment);
  const extended = address.scope;
  if (address.name instanceof Symbolic || extended instanceof Symbolic || target === undefined) {
    return symbolicId(address, target ?? deployment);
  }
  if (typeof address.name !== 'string')
    throw new ExpressionError(`The name of a resource of type '${address.type}' must be a string.`);
  const special = rootId(address.type, address.name, target);
  if (special !== undefined) return special;
  const names = address.name.split('/');
  const base = typeof extended === 'string' ? extensionBase(extended, target) : scopeId(target);
  if (base === undefined) return symbolicId(address, target);
  return joinId(base, address.type, names, { name: 'resourceId' });
}

/** Types whose ids do not follow `providers/type/name`. */
function rootId(type: string, name: string, target: DeploymentContext): string | undefined {
  if (type.toLowerCase() === 'microsoft.resources/subscriptions') return `/subscriptions/${name}`;
  if (type.toLowerCase() !== 'microsoft.resources/resourcegroups') return undefined;
  return target.subscriptionId === undefined
    ? undefined
    : `/subscriptions/${target.subscriptionId}/resourceGroups/${name}`;
}

/** The id that an extension resource hangs on; `/` is the tenant. */
function extensionBase(scope: string, deployment: DeploymentContext): string | undefined {
  if (scope === '/') return '';
  if (scope.startsWith('/')) return scope.replace(/\/$/, '');
  if (/^microsoft\.management\/managementgroups\//i.test(scope)) return `/providers/${scope}`;
  const base = scopeId(deployment);
  if (base === undefined) return undefined;
  const [namespace = '', ...rest] = scope.split('/');
  return `${base}/providers/${namespace}/${rest.join('/')}`;
}

/** The deployment's context with the resource's own `subscriptionId` and `resourceGroup`; undefined if symbolic. */
function targetContext(address: ResourceAddress, deployment: DeploymentContext): DeploymentContext | undefined {
  const { subscriptionId, resourceGroup } = address;
  if (subscriptionId instanceof Symbolic || resourceGroup instanceof Symbolic) return undefined;
  if (typeof resourceGroup === 'string') {
    return {
      ...deployment,
      scope: 'resourceGroup',
      resourceGroup,
      ...(typeof subscriptionId === 'string' ? { subscriptionId } : {}),
    };
  }
  return typeof subscriptionId === 'string' ? { ...deployment, scope: 'subscription', subscriptionId } : deployment;
}

/** The id as the engine writes it when a part of it is known at run time only. */
function symbolicId(address: ResourceAddress, deployment: DeploymentContext): Value {
  const type = literal(address.type);
  const names = nameSegments(address);
  if (address.scope !== undefined)
    return new Symbolic(symbolicExtensionId(address.scope, [type, ...names], deployment));
  const subscription = literal(deployment.subscriptionId ?? '');
  switch (deployment.scope) {
    case 'tenant':
      return new Symbolic(call('tenantResourceId', type, ...names));
    case 'managementGroup':
      return new Symbolic(call('managementGroupResourceId', literal(deployment.managementGroup ?? ''), type, ...names));
    case 'subscription':
      return new Symbolic(call('subscriptionResourceId', subscription, type, ...names));
    case 'resourceGroup':
      return new Symbolic(call('resourceId', subscription, literal(deployment.resourceGroup ?? ''), type, ...names));
  }
}

/** One argument for each segment of the type: a symbolic name of several segments is split at run time. */
function nameSegments({ type, name }: ResourceAddress): readonly Expression[] {
  const whole = toExpression(name);
  const count = type.split('/').length - 1;
  if (typeof name === 'string') return name.split('/').map((segment) => literal(segment));
  if (count < 2) return [whole];
  const isNotEmpty = call('lambda', literal('x'), call('not', call('empty', call('lambdaVariables', literal('x')))));
  const segments = call('filter', call('split', whole, literal('/')), isNotEmpty);
  return Array.from({ length: count }, (_, index) => ({ kind: 'property', target: segments, key: literal(index) }));
}

/** Only at run time is it known whether a symbolic scope is the tenant, an absolute id or one below the deployment. */
function symbolicExtensionId(
  scope: Value,
  typeAndNames: readonly Expression[],
  deployment: DeploymentContext,
): Expression {
  if (typeof scope === 'string') {
    const base = extensionBase(scope, deployment);
    if (base === '') return call('tenantResourceId', ...typeAndNames);
    if (base !== undefined) return call('extensionResourceId', literal(base), ...typeAndNames);
  }
  const written = toExpression(scope);
  const below = call('concat', ...scopeSegments(deployment), literal('/providers/'), written);
  const absolute = call('if', call('startsWith', written, literal('/')), written, below);
  const isTenant = call('equals', written, literal('/'));
  return call(
    'if',
    isTenant,
    call('tenantResourceId', ...typeAndNames),
    call('extensionResourceId', absolute, ...typeAndNames),
  );
}

function scopeSegments(deployment: DeploymentContext): readonly Expression[] {
  const subscription = [literal('/subscriptions/'), literal(deployment.subscriptionId ?? '')];
  switch (deployment.scope) {
    case 'tenant':
      return [];
    case 'managementGroup':
      return [literal('/providers/Microsoft.Management/managementGroups/'), literal(deployment.managementGroup ?? '')];
    case 'subscription':
      return subscription;
    case 'resourceGroup':
      return [...subscription, literal('/resourceGroups/'), literal(deployment.resourceGroup ?? '')];
  }
}
