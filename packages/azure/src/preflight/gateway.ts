import type { AzureClient } from '../client.ts';
import { checked, type Finding } from './finding.ts';

const API = '2024-05-01';
const POINTER = '/hub/gateway/sku';
/** The tier that a deployment makes in two steps, the first of them once (bicep/modules/api-management-creation.bicep). */
const MADE_ONCE = 'StandardV2';

/** The gateway that is wanted. */
export interface WantedGateway {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly location: string;
}

interface Service {
  readonly sku: { readonly name: string };
  readonly properties: { readonly provisioningState: string };
}

interface Sku {
  readonly name: string;
  readonly locations?: readonly string[];
}

/**
 * What makes a tier of API Management impossible here: a region that does not offer it, or a service that is there in a
 * tier from which no way leads to it. Found in seconds, before the subnet of that service is touched.
 */
export async function checkGateway(
  client: AzureClient,
  subscriptionId: string,
  wanted: WantedGateway,
): Promise<readonly Finding[]> {
  return [
    ...(await checked('Regions of the gateway tier', () => checkRegion(client, subscriptionId, wanted))),
    ...(await checked('The tier of the gateway', () => checkTier(client, wanted))),
  ];
}

/** Azure lists where tiers are offered; a tier that is not in the list is taken to be. */
async function checkRegion(
  client: AzureClient,
  subscriptionId: string,
  { sku, location }: WantedGateway,
): Promise<readonly Finding[]> {
  const skus = await client.list<Sku>(`/subscriptions/${subscriptionId}/providers/Microsoft.ApiManagement/skus`, API);
  const regions = skus.filter(({ name }) => name === sku).flatMap(({ locations = [] }) => locations.map(regionName));
  if (regions.length === 0 || regions.includes(location)) return [];
  return [
    {
      severity: 'error',
      code: 'GatewayTierNotInRegion',
      message: `API Management is not offered in tier ${sku} in ${location}.`,
      remedy: `Choose another tier, or one of the regions ${[...new Set(regions)].sort().join(', ')}.`,
      pointer: POINTER,
    },
  ];
}

/** Tiers change into each other within the classic ones alone (v2-service-tiers-overview.md, upgrade-and-scale.md). */
async function checkTier(client: AzureClient, wanted: WantedGateway): Promise<readonly Finding[]> {
  const service = await client.find<Service>(wanted.id, API);
  if (service === undefined) return [];
  const { name: sku } = service.sku;
  if (sku !== wanted.sku && (isV2(sku) || isV2(wanted.sku))) return [familyFinding(wanted, sku)];
  const failed = sku === MADE_ONCE && service.properties.provisioningState === 'Failed';
  return failed ? [failedFinding(wanted)] : [];
}

function familyFinding({ name, sku, location }: WantedGateway, before: string): Finding {
  return {
    severity: 'error',
    code: 'GatewayTierCannotChange',
    message: `API Management ${name} is of tier ${before}: Azure cannot make it ${sku}, and its subnet is bound to the tier.`,
    remedy: `Write \`sku: ${before}\` again. For ${sku}, deploy a hub of another name beside it and move the spokes; or remove the hub with all its spokes, then ${purge(name, location)}, and deploy anew.`,
    pointer: POINTER,
  };
}

function failedFinding({ name, location }: WantedGateway): Finding {
  return {
    severity: 'error',
    code: 'GatewayFailed',
    message: `API Management ${name} is Failed: its deployment makes the service once, and does not write it again before its private endpoint stands.`,
    remedy: `az apim delete --name ${name}, then ${purge(name, location)}, then run again.`,
    pointer: POINTER,
  };
}

function purge(name: string, location: string): string {
  return `az apim deletedservice purge --service-name ${name} --location ${location}`;
}

function isV2(sku: string): boolean {
  return sku.endsWith('V2');
}

/** `Sweden Central` and `swedencentral` are one region. */
function regionName(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}
