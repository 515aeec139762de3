import type { DeploymentContext } from '../context.ts';
import type { Value } from '../expression/value.ts';
import { omit } from '../json.ts';

/** The evaluated members of a `Microsoft.Resources/deployments` resource that decide where it runs. */
export interface NestedTarget {
  readonly name: string | undefined;
  readonly location: string | undefined;
  readonly scope: Value | undefined;
  readonly subscriptionId: Value | undefined;
  readonly resourceGroup: Value | undefined;
}

/**
 * The context in which a nested deployment runs. What was known of the parent's resource group or subscription is kept
 * only if the nested deployment runs in the same one.
 */
export function nestedContext(parent: DeploymentContext, target: NestedTarget): DeploymentContext {
  const { name, location } = target;
  const base = withoutLocation(parent, name);
  const place = location ?? (parent.scope === 'resourceGroup' ? undefined : parent.location);
  const moved = moveTo(base, target);
  return place === undefined || moved.scope === 'resourceGroup' ? moved : { ...moved, location: place };
}

function withoutLocation(parent: DeploymentContext, name: string | undefined): DeploymentContext {
  const rest = omit(parent, 'location', 'deploymentName');
  return name === undefined ? rest : { ...rest, deploymentName: name };
}

function moveTo(base: DeploymentContext, { scope, subscriptionId, resourceGroup }: NestedTarget): DeploymentContext {
  if (typeof scope === 'string') return atScope(base, scope);
  const inSubscription =
    typeof subscriptionId === 'string' && subscriptionId !== base.subscriptionId
      ? forgetSubscription(base, subscriptionId)
      : base;
  if (typeof resourceGroup === 'string') return inGroup(inSubscription, resourceGroup);
  return typeof subscriptionId === 'string'
    ? { ...forgetGroup(inSubscription), scope: 'subscription' }
    : inSubscription;
}

function atScope(base: DeploymentContext, scope: string): DeploymentContext {
  if (scope === '/') return { ...forgetGroup(base), scope: 'tenant' };
  const managementGroup = /(?:^|\/)managementGroups\/([^/]+)$/i.exec(scope)?.[1];
  if (managementGroup !== undefined) return { ...forgetGroup(base), scope: 'managementGroup', managementGroup };
  const [, subscriptionId, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i.exec(scope) ?? [];
  if (subscriptionId === undefined) return base;
  const inSubscription = forgetSubscription(base, subscriptionId);
  return group === undefined ? { ...inSubscription, scope: 'subscription' } : inGroup(inSubscription, group);
}

function inGroup(base: DeploymentContext, resourceGroup: string): DeploymentContext {
  const isSame = base.scope === 'resourceGroup' && base.resourceGroup?.toLowerCase() === resourceGroup.toLowerCase();
  return { ...(isSame ? base : forgetGroup(base)), scope: 'resourceGroup', resourceGroup };
}

function forgetGroup(base: DeploymentContext): Omit<DeploymentContext, 'resourceGroup' | 'resourceGroupProperties'> {
  return omit(base, 'resourceGroup', 'resourceGroupProperties');
}

function forgetSubscription(base: DeploymentContext, subscriptionId: string): DeploymentContext {
  return { ...omit(forgetGroup(base), 'subscriptionProperties'), subscriptionId };
}
