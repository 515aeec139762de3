import { checked, checkHubRights, type Finding } from '@lz/azure';
import { freeRange, overlap, parseRange, rangeText, type AddressRange } from '@lz/config';
import { API_MANAGEMENT_VERSION } from '@lz/gateway';
import type { SpokeRun } from './deploy-spoke.ts';

const NETWORK_VERSION = '2025-05-01';

/** A network as far as it takes addresses, and names of spokes, away. */
interface Network {
  readonly properties: {
    readonly addressSpace: { readonly addressPrefixes: readonly string[] };
    readonly virtualNetworkPeerings?: readonly {
      readonly name: string;
      readonly properties: {
        readonly remoteVirtualNetwork: { readonly id: string };
        readonly remoteAddressSpace?: { readonly addressPrefixes?: readonly string[] };
      };
    }[];
  };
}

interface Api {
  readonly name: string;
  readonly properties: { readonly path: string; readonly displayName?: string; readonly serviceUrl?: string | null };
}

/** What the hub and its other spokes have already, and this spoke cannot have as well; and the rights to join them. */
export async function checkPlaceOnHub(run: SpokeRun): Promise<readonly Finding[]> {
  const { azure, environment, names } = run;
  const ofAnother = environment.hub.kind === 'reference';
  return [
    ...(ofAnother ? await checkHubRights(azure, names.hub.resourceGroupId) : []),
    ...(await checked("The hub's network", () => checkNetwork(run))),
    ...(await checked('The APIs of the gateway', () => checkApis(run))),
  ];
}

async function checkNetwork({ azure, environment, names }: SpokeRun): Promise<readonly Finding[]> {
  const network = await azure.find<Network>(names.hub.vnetId, NETWORK_VERSION);
  if (network === undefined) return [];
  const { addressSpace, virtualNetworkPeerings = [] } = network.properties;
  const others = virtualNetworkPeerings
    .map(({ name, properties }) => ({ name, id: properties.remoteVirtualNetwork.id, properties }))
    .filter(({ id }) => id.toLowerCase() !== names.spoke.vnetId.toLowerCase());
  const taken = [
    ...rangesOf(addressSpace.addressPrefixes, `the hub's network ${names.hub.vnet}`),
    ...others.flatMap(({ id, properties }) =>
      rangesOf(properties.remoteAddressSpace?.addressPrefixes, `the network ${nameOf(id)}, which is peered to the hub`),
    ),
  ];
  const namesake = others.find(({ name }) => name === `to-${names.spoke.vnet}`);
  return [
    ...(namesake === undefined ? [] : [nameTaken(environment.name, `its network is ${namesake.id}`)]),
    ...addressTaken(environment.spoke.addressSpace, taken),
  ];
}

interface Taken {
  readonly range: AddressRange;
  readonly by: string;
}

function rangesOf(prefixes: readonly string[] = [], by: string): readonly Taken[] {
  return prefixes.flatMap((text) => {
    const range = parseRange(text);
    return range === undefined ? [] : [{ range, by }];
  });
}

function addressTaken(text: string, taken: readonly Taken[]): readonly Finding[] {
  const wanted = parseRange(text);
  const clash = wanted === undefined ? undefined : taken.find(({ range }) => overlap(range, wanted));
  if (wanted === undefined || clash === undefined) return [];
  const inUse = taken.map(({ range }) => range);
  const free = freeRange(wanted.prefix, inUse, taken[0]?.range ?? wanted);
  return [
    {
      severity: 'error',
      code: 'AddressSpaceTaken',
      message: `The spoke's ${text} overlaps ${rangeText(clash.range)} of ${clash.by}.`,
      remedy: `Write a range that is free on this hub${free === undefined ? '' : `, for example ${rangeText(free)}`}.`,
      pointer: '/spoke/addressSpace',
    },
  ];
}

/** Asked for by path: the answer stays as short with fifty spokes as with one. */
async function checkApis({ azure, environment, names }: SpokeRun): Promise<readonly Finding[]> {
  const { apim, apimId } = names.hub;
  const service = await azure.find<{ properties: { provisioningState: string } }>(apimId, API_MANAGEMENT_VERSION);
  if (service?.properties.provisioningState !== 'Succeeded') return [];
  const { path } = environment.api;
  const filter = encodeURIComponent(`path eq '${path}'`);
  const apis = await azure.list<Api>(`${apimId}/apis?$filter=${filter}`, API_MANAGEMENT_VERSION);
  const other = apis.find(({ name }) => name.split(';')[0]?.toLowerCase() !== names.gateway.apiId.toLowerCase());
  const own = await azure.find<Api>(`${apimId}/apis/${names.gateway.apiId}`, API_MANAGEMENT_VERSION);
  const backend = own?.properties.serviceUrl;
  const isAnothers = typeof backend === 'string' && !backend.startsWith(`${names.spoke.foundryEndpoint}/`);
  return [
    ...(isAnothers ? [nameTaken(environment.name, `its API ${names.gateway.apiId} calls ${backend}`)] : []),
    ...(other === undefined ? [] : [pathTaken(path, apim, other)]),
  ];
}

function pathTaken(path: string, apim: string, { name, properties }: Api): Finding {
  return {
    severity: 'error',
    code: 'ApiPathTaken',
    message: `The path ${path} on the gateway ${apim} is that of the API ${name} (${properties.displayName ?? name}).`,
    remedy: 'Write another `api.path`.',
    pointer: '/api/path',
  };
}

function nameTaken(name: string, proof: string): Finding {
  return {
    severity: 'error',
    code: 'SpokeNameTaken',
    message: `The hub has another spoke called ${name}: ${proof}.`,
    remedy: 'Choose another `name`; spokes of one hub are told apart by it, whatever subscription they are in.',
    pointer: '/name',
  };
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}
