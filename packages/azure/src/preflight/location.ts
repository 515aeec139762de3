import type { AzureClient } from '../client.ts';
import { checked, type Finding } from './finding.ts';

interface Location {
  readonly name: string;
}

interface ResourceGroup {
  readonly location: string;
}

/** Whether the subscription knows the region. */
export function checkLocation(
  client: AzureClient,
  subscriptionId: string,
  location: string,
): Promise<readonly Finding[]> {
  return checked('The region', async () => {
    const locations = await client.list<Location>(`/subscriptions/${subscriptionId}/locations`, '2022-12-01');
    if (locations.some(({ name }) => name === location)) return [];
    const near = locations.map(({ name }) => name).filter((name) => name.startsWith(location.slice(0, 4)));
    const message = `The subscription has no region ${location}.`;
    const remedy = near.length === 0 ? 'az account list-locations -o table' : `Near it: ${near.join(', ')}.`;
    return [{ severity: 'error', code: 'LocationUnknown', message, remedy, pointer: '/location' }];
  });
}

/** Whether a resource group that exists already stands in the wanted region (`InvalidResourceGroupLocation` otherwise). */
export function checkGroupLocation(
  client: AzureClient,
  resourceGroupId: string,
  location: string,
): Promise<readonly Finding[]> {
  return checked('The resource group', async () => {
    const group = await client.find<ResourceGroup>(resourceGroupId, '2025-04-01');
    if (group === undefined || group.location.toLowerCase() === location.toLowerCase()) return [];
    const name = resourceGroupId.split('/').at(-1) ?? resourceGroupId;
    const message = `Resource group ${name} stands in ${group.location}, not in ${location}; a group cannot move.`;
    const remedy = `Set location to ${group.location}, or choose another name.`;
    return [{ severity: 'error', code: 'InvalidResourceGroupLocation', message, remedy, pointer: '/location' }];
  });
}
