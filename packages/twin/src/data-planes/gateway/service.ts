import { INTERNET, type Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { ownerOf } from '../../providers/common/ids.ts';
import { objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { canReach, resolveHost } from '../network/index.ts';

/** A service that was never completed has no gateway yet. */
const NOT_YET = new Set(['Created', 'Creating', 'Activating']);

/** The service whose gateway answers to `host`: its own name below azure-api.net, or a custom one. */
export function serviceOfHost(world: World, host: string): Resource | undefined {
  const name = host.toLowerCase();
  return world.store.ofType(SERVICE).find((service) => hostNames(service).includes(name));
}

function hostNames(service: Resource): readonly string[] {
  const custom = objectsAt(service.properties, 'hostnameConfigurations')
    .filter((item) => textAt(item, 'type')?.toLowerCase() === 'proxy')
    .flatMap((item) => textAt(item, 'hostName')?.toLowerCase() ?? []);
  return [`${service.name.toLowerCase()}.azure-api.net`, ...custom];
}

/** The VNet that the service stands in or sends through; the internet where there is none. */
export function placeOfService(service: Resource): Place {
  const subnet = textAt(service.properties, 'virtualNetworkConfiguration.subnetResourceId');
  const injected = (textAt(service.properties, 'virtualNetworkType') ?? 'None') !== 'None';
  return subnet === undefined || !injected ? INTERNET : { kind: 'vnet', vnetId: ownerOf(subnet) };
}

/**
 * Why a caller in `place` cannot reach the gateway at `host`; undefined where it can. Internal mode registers nothing in
 * public DNS: a private zone linked to the caller's VNet must lead to the service's private address (facts/azure.md
 * section 2), or to that of one of its private endpoints, and the security groups on the way must let port 443 in.
 */
export function whyUnreachable(world: World, host: string, place: Place): string | undefined {
  const service = serviceOfHost(world, host);
  if (service === undefined)
    return `The host name ${host} cannot be resolved: there is no such API Management service.`;
  const state = textAt(service.properties, 'provisioningState') ?? '';
  if (NOT_YET.has(state)) return `The host name ${host} cannot be resolved: the API Management service is ${state}.`;
  const addresses = resolveHost(world, place, host);
  const internal = textAt(service.properties, 'virtualNetworkType') === 'Internal';
  if (addresses.length === 0) {
    if (internal)
      return `The host name ${host} cannot be resolved from here: the gateway is internal, and no private DNS zone with a record is linked.`;
    const hidden = place.kind === 'vnet' && isHidden(world, place, host);
    return hidden
      ? `The host name ${host} cannot be resolved: a private DNS zone hides it and has no record.`
      : undefined;
  }
  const own = [...addressesOf(service), ...endpointAddressesOf(world, service)];
  const wrong = addresses.find((address) => !own.includes(address));
  if (wrong !== undefined)
    return `Nothing answers at ${wrong}, the address of ${host}: the gateway stands at ${own.join(', ')}.`;
  const blocked = addresses.find((address) => !canReach(world, place, address, 443));
  return blocked === undefined
    ? undefined
    : `The connection to ${blocked}:443 timed out: no peering, or a security group blocks it.`;
}

/** Where the service itself answers: inside its network alone in internal mode, else at its public addresses. */
function addressesOf({ properties }: Resource): readonly string[] {
  const internal = textAt(properties, 'virtualNetworkType') === 'Internal';
  return textsAt(properties, internal ? 'privateIPAddresses' : 'publicIPAddresses');
}

/** The addresses of the service's approved private endpoints. */
function endpointAddressesOf(world: World, service: Resource): readonly string[] {
  return objectsAt(service.properties, 'privateEndpointConnections')
    .filter((item) => textAt(item, 'properties.privateLinkServiceConnectionState.status') === 'Approved')
    .flatMap((item) => world.store.get(textAt(item, 'properties.privateEndpoint.id') ?? '') ?? [])
    .flatMap((endpoint) => objectsAt(endpoint.properties, 'customDnsConfigs'))
    .flatMap((config) => textsAt(config, 'ipAddresses'));
}

/**
 * What a caller is told that came to a service without public access by its public address (private-endpoint.md, Test
 * from internet); undefined where it may go on.
 */
export function refusedFromOutside(world: World, service: Resource, host: string, place: Place): string | undefined {
  if (textAt(service.properties, 'publicNetworkAccess')?.toLowerCase() !== 'disabled') return undefined;
  const endpoints = endpointAddressesOf(world, service);
  if (resolveHost(world, place, host).some((address) => endpoints.includes(address))) return undefined;
  const name = `'${SERVICE}/${service.name}'`;
  return `Request originated from client public IP address, public network access on this ${name} is disabled. To connect to ${name}, please use the Private Endpoint from inside your virtual network.`;
}

/** Whether a private zone of the gateway's domain is linked to the caller's VNet. */
function isHidden(world: World, place: Place & { readonly kind: 'vnet' }, host: string): boolean {
  const zones = world.store
    .ofType('Microsoft.Network/privateDnsZones')
    .filter((zone) => host === zone.name.toLowerCase() || host.endsWith(`.${zone.name.toLowerCase()}`));
  return zones.some((zone) =>
    world.store
      .below(zone.id)
      .some((child) => textAt(child.properties, 'virtualNetwork.id')?.toLowerCase() === place.vnetId.toLowerCase()),
  );
}
