import type { Resource, ResourceStore } from '../../kernel/store.ts';
import { contains, formatAddress, parseAddress, parseCidr, usableAddresses } from './cidr.ts';
import type { Cidr } from './cidr.ts';
import { ownerOf, sameId } from './ids.ts';
import { objectsAt, textAt, textsAt, textsBelow } from './json.ts';

/** The address blocks of a subnet, whichever of the two members was written. */
export function subnetPrefixes(subnet: Resource): readonly Cidr[] {
  const single = textAt(subnet.properties, 'addressPrefix');
  const texts = single === undefined ? textsAt(subnet.properties, 'addressPrefixes') : [single];
  return texts.flatMap((text) => parseCidr(text) ?? []);
}

/** The subnet of `subnetId`, if it exists. */
export function subnetOf(store: ResourceStore, subnetId: string | undefined): Resource | undefined {
  const subnet = subnetId === undefined ? undefined : store.get(subnetId);
  return subnet?.type.toLowerCase() === 'microsoft.network/virtualnetworks/subnets' ? subnet : undefined;
}

/** The VNet of a subnet. */
export function virtualNetworkOf(store: ResourceStore, subnetId: string): Resource | undefined {
  return store.get(ownerOf(subnetId));
}

/** Members that hold an address somebody owns. Records and firewall rules also hold addresses, but do not take them. */
const OWNED =
  /^(privateIPAddresses\[\d+\]|properties\.privateIPAddress|staticIp|ipConfigurations\[\d+\]\.properties\.privateIPAddress|frontendIPConfigurations\[\d+\]\.properties\.privateIPAddress)$/i;

/** Resources that sit in `subnetId`: whatever names it in its properties, apart from the network's own parts. */
export function usersOf(store: ResourceStore, subnetId: string): readonly Resource[] {
  return [...store.all()].filter((resource) => {
    const type = resource.type.toLowerCase();
    if (type.startsWith('microsoft.network/virtualnetworks') || NEVER_SITS.has(type)) return false;
    for (const [path, text] of textsBelow(resource.properties)) {
      if (!/serviceAssociation|virtualNetworkRules/i.test(path) && sameId(text, subnetId)) return true;
    }
    return false;
  });
}

/** Types that mention subnets without sitting in them. */
const NEVER_SITS: ReadonlySet<string> = new Set([
  'microsoft.network/networksecuritygroups',
  'microsoft.network/routetables',
  'microsoft.network/natgateways',
  'microsoft.resources/deployments',
]);

/**
 * Free private addresses of `subnetId` for `ownerId`: those it already has, then the lowest that nobody owns.
 * Fewer than `count` when the subnet is missing or full.
 */
export function allocateAddresses(
  store: ResourceStore,
  ownerId: string,
  subnetId: string,
  count: number,
): readonly string[] {
  const subnet = subnetOf(store, subnetId);
  const block = subnet === undefined ? undefined : subnetPrefixes(subnet)[0];
  if (block === undefined) return [];
  const owners = new Map<number, string>();
  for (const resource of store.all()) {
    for (const address of ownedAddresses(resource)) owners.set(address, resource.id);
  }
  const { first, last } = usableAddresses(block);
  const kept = [...owners].filter(([address, owner]) => sameId(owner, ownerId) && address >= first && address <= last);
  const chosen = kept.map(([address]) => address).slice(0, count);
  for (let address = first; address <= last && chosen.length < count; address += 1) {
    if (!owners.has(address)) chosen.push(address);
  }
  return chosen.map(formatAddress);
}

/** One address as `allocateAddresses` gives it. */
export function allocateAddress(store: ResourceStore, ownerId: string, subnetId: string): string | undefined {
  return allocateAddresses(store, ownerId, subnetId, 1)[0];
}

function ownedAddresses(resource: Resource): readonly number[] {
  const found: number[] = [];
  for (const [path, text] of textsBelow(resource.properties)) {
    const address = OWNED.test(path) ? parseAddress(text) : undefined;
    if (address !== undefined) found.push(address);
  }
  return found;
}

/** The inline subnets of a VNet body, as written. */
export function inlineSubnets(properties: Resource['properties']) {
  return objectsAt(properties, 'subnets');
}

/** Whether one of `outer` holds all of `inner`. */
export function containedIn(inner: Cidr, outer: readonly Cidr[]): boolean {
  return outer.some((block) => contains(block, inner));
}
