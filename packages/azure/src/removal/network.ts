import type { AzureClient } from '../client.ts';
import { removalOf, type Removal } from './removal.ts';

const NETWORK_VERSION = '2025-05-01';
const DNS_VERSION = '2024-06-01';

/** A peering as its network shows it. */
export interface Peering {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly peeringState?: string;
    readonly remoteVirtualNetwork?: { readonly id: string };
  };
}

/** A link of a private DNS zone to a network. */
export interface ZoneLink {
  readonly id: string;
  readonly name: string;
  readonly properties: { readonly virtualNetwork?: { readonly id: string } };
}

/** The peerings of a network; none where the network is not there. */
export async function peeringsOf(client: AzureClient, networkId: string): Promise<readonly Peering[]> {
  const response = await client.request<{ value?: readonly Peering[] }>({
    method: 'GET',
    url: `${networkId}/virtualNetworkPeerings`,
    apiVersion: NETWORK_VERSION,
    accept: [404],
  });
  return response.status === 404 ? [] : (response.body.value ?? []);
}

/** The links of every private DNS zone of a resource group; none where the group is not there. */
export async function zoneLinksOf(client: AzureClient, groupId: string): Promise<readonly ZoneLink[]> {
  if ((await client.find(groupId, '2021-04-01')) === undefined) return [];
  const zones = await client.list<{ id: string }>(
    `${groupId}/providers/Microsoft.Network/privateDnsZones`,
    DNS_VERSION,
  );
  const links: ZoneLink[] = [];
  for (const { id } of zones) links.push(...(await client.list<ZoneLink>(`${id}/virtualNetworkLinks`, DNS_VERSION)));
  return links;
}

/** What a network has on another's side, and its own peerings: its peering there, its links to the zones there. */
export async function tiesOf(
  client: AzureClient,
  networkId: string,
  other: { readonly networkId: string; readonly groupId: string },
): Promise<readonly Removal[]> {
  const far = (await peeringsOf(client, other.networkId)).filter(({ properties }) =>
    sameId(properties.remoteVirtualNetwork?.id, networkId),
  );
  const links = (await zoneLinksOf(client, other.groupId)).filter(({ properties }) =>
    sameId(properties.virtualNetwork?.id, networkId),
  );
  const near = await peeringsOf(client, networkId);
  return [...links.map(linkRemoval), ...near.map(peeringRemoval), ...far.map(peeringRemoval)];
}

/** Peerings that are to go; a network takes one write at a time. */
export function peeringRemoval({ id }: Peering): Removal {
  return removalOf(id, 'links', { apiVersion: NETWORK_VERSION, queue: parentOf(id) });
}

function linkRemoval({ id }: ZoneLink): Removal {
  return removalOf(id, 'links', { apiVersion: DNS_VERSION, queue: parentOf(id) });
}

function parentOf(id: string): string {
  return id.split('/').slice(0, -2).join('/').toLowerCase();
}

/** Whether two ids name one resource: Azure compares without case. */
export function sameId(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
