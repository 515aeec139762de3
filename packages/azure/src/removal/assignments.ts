import type { AzureClient } from '../client.ts';
import type { ListedResource } from './inventory.ts';
import { removalOf, type Removal } from './removal.ts';

const ASSIGNMENTS_VERSION = '2022-04-01';
const IDENTITY_VERSION = '2024-11-30';

interface RoleAssignment {
  readonly id: string;
  readonly properties: { readonly scope: string };
}

/**
 * Roles that identities of these resources hold outside of the group: after the identity they would stay as `Identity not
 * found`, and refuse the next deployment's own (`RoleAssignmentUpdateNotPermitted`, facts/azure.md section 4).
 */
export async function assignmentsElsewhere(
  client: AzureClient,
  resources: readonly ListedResource[],
  groupId: string,
  subscriptionIds: ReadonlySet<string>,
): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  for (const principalId of await principalsOf(client, resources)) {
    for (const subscriptionId of subscriptionIds) {
      const assignments = await assignmentsOf(client, subscriptionId, principalId);
      removals.push(...assignments.filter(({ properties }) => !isWithin(properties.scope, groupId)).map(toRemoval));
    }
  }
  return removals;
}

function assignmentsOf(
  client: AzureClient,
  subscriptionId: string,
  principalId: string,
): Promise<readonly RoleAssignment[]> {
  const filter = encodeURIComponent(`principalId eq '${principalId}'`);
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleAssignments?$filter=${filter}`;
  return client.list<RoleAssignment>(url, ASSIGNMENTS_VERSION);
}

async function principalsOf(client: AzureClient, resources: readonly ListedResource[]): Promise<readonly string[]> {
  const principals: string[] = [];
  for (const { id, type, identity } of resources) {
    if (identity?.principalId !== undefined) principals.push(identity.principalId);
    if (!/^Microsoft\.ManagedIdentity\/userAssignedIdentities$/i.test(type)) continue;
    const found = await client.find<{ properties: { principalId: string } }>(id, IDENTITY_VERSION);
    if (found !== undefined) principals.push(found.properties.principalId);
  }
  return principals;
}

function toRemoval({ id, properties: { scope } }: RoleAssignment): Removal {
  return removalOf(id, 'assignments', { apiVersion: ASSIGNMENTS_VERSION, details: [`at ${scope}`] });
}

function isWithin(scope: string, groupId: string): boolean {
  return `${scope}/`.toLowerCase().startsWith(`${groupId}/`.toLowerCase());
}
