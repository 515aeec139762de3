import type { AzureClient } from '../client.ts';
import { checked, type Finding } from './finding.ts';

interface Permission {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
}

/** Actions without which hub and spoke cannot be deployed, and what grants each. */
export const neededActions = [
  { action: 'Microsoft.Resources/deployments/write', role: 'Contributor' },
  { action: 'Microsoft.Resources/subscriptions/resourceGroups/write', role: 'Contributor' },
  { action: 'Microsoft.Authorization/roleAssignments/write', role: 'Role Based Access Control Administrator' },
] as const;

/** An action, and the built-in role that grants it. */
export interface NeededAction {
  readonly action: string;
  readonly role: string;
}

/** An error for each needed action that the identity's roles on the subscription do not grant. */
export function checkRights(
  client: AzureClient,
  subscriptionId: string,
  needed: readonly NeededAction[] = neededActions,
): Promise<readonly Finding[]> {
  return checked('Rights of the deploying identity', () => missingRights(client, subscriptionId, needed));
}

/** Like {@link checkRights}; throws where the identity may not even read its own rights. */
export async function missingRights(
  client: AzureClient,
  subscriptionId: string,
  needed: readonly NeededAction[],
): Promise<readonly Finding[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/permissions`;
  const permissions = await client.list<Permission>(url, '2022-04-01');
  return needed
    .filter(({ action }) => !permissions.some((permission) => grants(permission, action)))
    .map(({ action, role }) => ({
      severity: 'error',
      code: 'RightMissing',
      message: `The deploying identity may not do ${action} on the subscription.`,
      remedy: `Give it the role ${role}; a role given less than ten minutes ago may not be in effect yet.`,
    }));
}

/** Actions in the hub's resource group without which a spoke cannot join a hub of somebody else, and what grants each. */
export const neededOnHub = [
  { action: 'Microsoft.Network/virtualNetworks/read', role: 'Network Contributor' },
  { action: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write', role: 'Network Contributor' },
  { action: 'Microsoft.Network/virtualNetworks/peer/action', role: 'Network Contributor' },
  { action: 'Microsoft.Network/virtualNetworks/join/action', role: 'Network Contributor' },
  { action: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks/write', role: 'Network Contributor' },
  { action: 'Microsoft.Network/privateDnsZones/join/action', role: 'Network Contributor' },
  { action: 'Microsoft.Resources/deployments/write', role: 'Network Contributor' },
  { action: 'Microsoft.ApiManagement/service/apis/write', role: 'API Management Service Contributor' },
  { action: 'Microsoft.ApiManagement/service/backends/write', role: 'API Management Service Contributor' },
  { action: 'Microsoft.OperationalInsights/workspaces/read', role: 'Reader' },
  { action: 'Microsoft.ManagedIdentity/userAssignedIdentities/read', role: 'Reader' },
] as const;

/** An error for each action on the hub of somebody else that the identity lacks there. */
export function checkHubRights(client: AzureClient, resourceGroupId: string): Promise<readonly Finding[]> {
  return checked('Rights on the hub', async () => {
    const url = `${resourceGroupId}/providers/Microsoft.Authorization/permissions`;
    // Who has no role at all is not even told that: all is missing then.
    const answer = await client.request<{ value?: readonly Permission[] }>({
      method: 'GET',
      url,
      apiVersion: '2022-04-01',
      accept: [403],
    });
    const permissions = answer.status === 403 ? [] : (answer.body.value ?? []);
    return neededOnHub
      .filter(({ action }) => !permissions.some((permission) => grants(permission, action)))
      .map(({ action, role }) => ({
        severity: 'error',
        code: 'RightMissing',
        message: `The deploying identity may not do ${action} in the hub's resource group ${resourceGroupId}.`,
        remedy: `Let the hub's owner give it the role ${role} there; Contributor holds all that a spoke needs.`,
        pointer: '/hub/reference',
      }));
  });
}

/** Whether one role's permission covers an action: some `actions` pattern matches and no `notActions` pattern does. */
export function grants({ actions = [], notActions = [] }: Permission, action: string): boolean {
  const covers = (pattern: string) => patternOf(pattern).test(action);
  return actions.some(covers) && !notActions.some(covers);
}

function patternOf(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join('.*')}$`, 'i');
}
