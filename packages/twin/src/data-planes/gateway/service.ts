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

/** The VNet that the service stands in; the internet where it stands in none. */
export function placeOfService(service: Resource): Place {
  const subnet = textAt(service.properties, 'virtualNetworkConfiguration.subnetResourceId');
  const injected = (textAt(service.properties, 'virtualNetworkType') ?? 'None') !== 'None';
  return subnet === undefined || !injected ? INTERNET : { kind: 'vnet', vnetId: ownerOf(subnet) };
}

/**
 * Why a caller in `place` cannot reach the gateway at `host`; undefined where it can. Internal mode registers nothing in
 * public DNS: a private zone linked to the caller's VNet must lead to the service's private address (facts/azure.md
 * section 2), and the security groups on the way must let port 443 in.
 */
export function whyUnreachable(world: World, host: string, place: Place): string | undefined {
  const service = serviceOfHost(world, host);
  if (service === undefined)
    return `The host name ${host} cannot be resolved: there is no such API Management service.`;
  const state = textAt(service.properties, 'provisioningState') ?? '';
  if (NOT_YET.has(state)) return `The host name ${host} cannot be resolved: the API Management service is ${state}.`;
  const addresses = resolveHost(world, place, host);
  if (textAt(service.properties, 'virtualNetworkType') !== 'Internal') {
    const hidden = place.kind === 'vnet' && addresses.length === 0 && isHidden(world, place, host);
    return hidden
      ? `The host name ${host} cannot be resolved: a private DNS zone hides it and has no record.`
      : undefined;
  }
  if (addresses.length === 0)
    return `The host name ${host} cannot be resolved from here: the gateway is internal, and no private DNS zone with a record is linked.`;
  const own = textsAt(service.properties, 'privateIPAddresses');
  const wrong = addresses.find((address) => !own.includes(address));
  if (wrong !== undefined)
    return `Nothing answers at ${wrong}, the address of ${host}: the gateway stands at ${own.join(', ')}.`;
  const blocked = addresses.find((address) => !canReach(world, place, address, 443));
  return blocked === undefined
    ? undefined
    : `The connection to ${blocked}:443 timed out: no peering, or a security group blocks it.`;
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
