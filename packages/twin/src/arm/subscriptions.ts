import type { TwinResponse } from '../kernel/http.ts';
import type { Arm, ArmContext } from './context.ts';
import { requireRight } from './context.ts';
import { listLocations } from './locations.ts';
import { requireSubscription } from './write-prepare.ts';

/** `GET /tenants`. */
export function listTenants({ arm }: ArmContext): TwinResponse {
  const { tenantId } = arm.world.tenant;
  const tenant = {
    id: `/tenants/${tenantId}`,
    tenantId,
    displayName: 'Twin',
    tenantCategory: 'Home',
    countryCode: 'SE',
  };
  return { status: 200, body: { value: [tenant] } };
}

/** `GET /subscriptions`: those in which the caller may read anything. */
export function listSubscriptions({ arm, caller }: ArmContext): TwinResponse {
  const id = `/subscriptions/${arm.world.tenant.subscriptionId}`;
  const refusal = arm.ports.authorize(caller.principalId, 'Microsoft.Resources/subscriptions/read', id);
  return { status: 200, body: { value: refusal === undefined ? [subscription(arm)] : [] } };
}

/** `GET /subscriptions/{id}`. */
export function readSubscription(context: ArmContext, subscriptionId: string): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  requireRight(context, 'Microsoft.Resources/subscriptions/read', `/subscriptions/${subscriptionId}`);
  return { status: 200, body: subscription(context.arm) };
}

/** `GET /subscriptions/{id}/locations`. */
export function readLocations(context: ArmContext, subscriptionId: string): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  requireRight(context, 'Microsoft.Resources/subscriptions/locations/read', `/subscriptions/${subscriptionId}`);
  return { status: 200, body: listLocations(subscriptionId) };
}

/** The one subscription as ARM shows it. */
export function subscription({ world }: Arm): object {
  const { subscriptionId, subscriptionName, tenantId } = world.tenant;
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName: subscriptionName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}
