import {
  isAzureError,
  peeringsOf,
  resourceNameOf,
  sameId,
  zoneLinksOf,
  type AzureClient,
  type Finding,
} from '@lz/azure';
import type { HubRun } from '../deploy-hub.ts';

const NETWORK_VERSION = '2025-05-01';
const API_MANAGEMENT_VERSION = '2024-05-01';
/** API Management puts this example into every new service of the classic tiers. */
const EXAMPLE_API = 'echo-api';

/** One error that names every spoke that stands on the hub; none where it stands alone. A list removes nothing: there it is a warning. */
export async function checkNoSpokes({ azure, mode, names: { hub } }: HubRun): Promise<readonly Finding[]> {
  const networks = await networksOn(azure, hub);
  const apis = await apisOn(azure, hub.apimId);
  if (networks.length === 0 && apis.length === 0) return [];
  const named = [
    ...networks.map((id) => `network ${resourceNameOf(id)} of ${groupOf(id)}`),
    ...apis.map((name) => `API ${name} on the gateway`),
  ];
  return [
    {
      severity: mode === 'destroy' ? 'error' : 'warning',
      code: 'HubHasSpokes',
      message: `Spokes stand on this hub: ${named.join(', ')}.`,
      remedy: 'Remove each with deploy-spoke and mode: destroy, in its own environment; then the hub.',
    },
  ];
}

/** Networks that are peered to the hub, or resolve its zones, and exist. */
async function networksOn(azure: AzureClient, hub: HubRun['names']['hub']): Promise<readonly string[]> {
  const peered = (await peeringsOf(azure, hub.vnetId)).map(({ properties }) => properties.remoteVirtualNetwork?.id);
  const linked = (await zoneLinksOf(azure, hub.resourceGroupId)).map(({ properties }) => properties.virtualNetwork?.id);
  const others = [...peered, ...linked].filter((id) => id !== undefined).filter((id) => !sameId(id, hub.vnetId));
  const distinct = [...new Map(others.map((id) => [id.toLowerCase(), id])).values()];
  const there: string[] = [];
  for (const id of distinct) if (await isThere(azure, id)) there.push(id);
  return there;
}

/** A network that this identity may not read counts as there: it is somebody's. */
async function isThere(azure: AzureClient, networkId: string): Promise<boolean> {
  try {
    return (await azure.find(networkId, NETWORK_VERSION)) !== undefined;
  } catch (error) {
    if (isAzureError(error) && [401, 403].includes(error.status)) return true;
    throw error;
  }
}

async function apisOn(azure: AzureClient, serviceId: string): Promise<readonly string[]> {
  const service = await azure.find<{ properties: { provisioningState?: string } }>(serviceId, API_MANAGEMENT_VERSION);
  if (!/^(succeeded|updating)$/i.test(service?.properties.provisioningState ?? '')) return [];
  const apis = await azure.list<{ name: string }>(`${serviceId}/apis`, API_MANAGEMENT_VERSION);
  return [...new Set(apis.map(({ name }) => name.split(';')[0] ?? name))].filter((name) => name !== EXAMPLE_API);
}

function groupOf(id: string): string {
  return /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? 'another subscription';
}
