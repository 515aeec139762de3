import type { TwinResponse } from '../kernel/http.ts';
import { subscriptionNamed, type Subscription } from '../kernel/world.ts';
import type { ArmContext } from './context.ts';
import { requireRight } from './context.ts';
import { armErrors } from './errors.ts';
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
  const mayRead = ({ id }: Subscription): boolean =>
    arm.ports.authorize(caller.principalId, 'Microsoft.Resources/subscriptions/read', `/subscriptions/${id}`) ===
    undefined;
  const { tenantId, subscriptions } = arm.world.tenant;
  return { status: 200, body: { value: subscriptions.filter(mayRead).map((item) => subscription(tenantId, item)) } };
}

/** `GET /subscriptions/{id}`. */
export function readSubscription(context: ArmContext, subscriptionId: string): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  requireRight(context, 'Microsoft.Resources/subscriptions/read', `/subscriptions/${subscriptionId}`);
  const { tenant } = context.arm.world;
  const found = subscriptionNamed(tenant, subscriptionId);
  if (found === undefined) throw armErrors.subscriptionNotFound(subscriptionId);
  return { status: 200, body: subscription(tenant.tenantId, found) };
}

/** `GET /subscriptions/{id}/locations`. */
export function readLocations(context: ArmContext, subscriptionId: string): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  requireRight(context, 'Microsoft.Resources/subscriptions/locations/read', `/subscriptions/${subscriptionId}`);
  return { status: 200, body: listLocations(subscriptionId) };
}

/** A subscription as ARM shows it. */
function subscription(tenantId: string, { id: subscriptionId, name }: Subscription): object {
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName: name,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}
