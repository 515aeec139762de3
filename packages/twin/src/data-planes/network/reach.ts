import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { subnetPrefixes } from '../../providers/common/addresses.ts';
import { parseAddress } from '../../providers/common/cidr.ts';
import { ownerOf } from '../../providers/common/ids.ts';
import { textAt } from '../../providers/common/json.ts';
import { allows } from '../../providers/network/nsg-flows.ts';
import { arePeered } from '../../providers/network/peerings.ts';

const SUBNET = 'Microsoft.Network/virtualNetworks/subnets';

/**
 * Whether a TCP connection from `place` to `address:port` comes about: a private address only from its own VNet or one
 * that is peered both ways, and only where the security group of its subnet lets the port in. A public address is
 * reachable from anywhere as far as its subnet's group goes; whether anybody listens is not asked here.
 */
export function canReach(world: World, place: Place, address: string, port: number): boolean {
  const subnets = subnetsOfAddress(world, address);
  if (subnets.length === 0) return !isPrivate(address);
  // Networks that are strangers to each other may use the same addresses: only the caller's own routes count.
  const subnet = subnets.find(({ id }) => place.kind === 'vnet' && arePeered(world, place.vnetId, ownerOf(id)));
  return subnet !== undefined && letsIn(world, subnet, 'VirtualNetwork', port);
}

/** Whether the security group of `subnet` lets `source` (a service tag, or `VirtualNetwork`) in on `port`. */
export function letsIn(world: World, subnet: Resource, source: string, port: number): boolean {
  const group = world.store.get(textAt(subnet.properties, 'networkSecurityGroup.id') ?? '');
  if (group === undefined) return true;
  return allows(group, {
    direction: 'Inbound',
    source,
    destination: 'VirtualNetwork',
    port,
    protocol: 'Tcp',
    subnet: subnetPrefixes(subnet)[0],
  });
}

function subnetsOfAddress(world: World, address: string): readonly Resource[] {
  const number = parseAddress(address);
  if (number === undefined) return [];
  return world.store
    .ofType(SUBNET)
    .filter((subnet) => subnetPrefixes(subnet).some(({ first, last }) => first <= number && number <= last));
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
}
