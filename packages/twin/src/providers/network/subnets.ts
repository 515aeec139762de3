import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { containedIn, subnetPrefixes, usersOf } from '../common/addresses.ts';
import { contains, overlaps, parseCidr } from '../common/cidr.ts';
import type { Cidr } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { objectsAt, textAt, textsAt, without } from '../common/json.ts';
import {
  invalidReference,
  linkedResourceRule,
  networkNameRule,
  networkSettledRule,
  refusal,
  rule,
} from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { isHeld, serviceLinkId, serviceLinks } from './service-links.ts';
import { subnetRules } from './address-rules.ts';

export const SUBNET = 'Microsoft.Network/virtualNetworks/subnets';

/** What a subnet shows beside what was written. */
export function subnetProperties(subnetId: string, sent: JsonObject): JsonObject {
  const delegations = objectsAt(sent, 'delegations').map((delegation) => ({
    ...delegation,
    id: `${subnetId}/delegations/${textAt(delegation, 'name') ?? ''}`,
    type: `${SUBNET}/delegations`,
    properties: {
      serviceName: textAt(delegation, 'properties.serviceName') ?? '',
      actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'],
      provisioningState: 'Succeeded',
    },
  }));
  const single = textAt(sent, 'addressPrefix') ?? textsAt(sent, 'addressPrefixes')[0];
  return {
    privateEndpointNetworkPolicies: 'Disabled',
    privateLinkServiceNetworkPolicies: 'Enabled',
    ...without(sent, ['provisioningState']),
    ...(single === undefined ? {} : { addressPrefix: single }),
    delegations,
  };
}

/** Writes the VNet's inline list of subnets from the subnets that exist: they are the one truth. */
export function syncSubnets(world: World, virtualNetworkId: string): void {
  const network = world.store.get(virtualNetworkId);
  if (network === undefined) return;
  const subnets = childrenOf(world, virtualNetworkId).map(({ name, id, etag, type, properties }) => ({
    name,
    id,
    etag: `W/"${etag}"`,
    properties,
    type,
  }));
  world.store.put({ ...network, properties: { ...network.properties, subnets } });
}

/** The subnets of a VNet, in the order of their creation. */
export function childrenOf(world: World, virtualNetworkId: string): readonly Resource[] {
  return world.store.below(virtualNetworkId).filter((child) => child.type.toLowerCase() === SUBNET.toLowerCase());
}

/** Why the subnet may not go, if something sits in it. */
export function refuseSubnetDelete(subnet: Resource, world: World): Refusal | undefined {
  const userId = usersOf(world.store, subnet.id)[0]?.id;
  const held = isHeld(world, subnet.id);
  if (userId === undefined && !held) return undefined;
  return refusal(
    400,
    'InUseSubnetCannotBeDeleted',
    `Subnet ${nameOf(subnet.id)} is in use by ${userId ?? serviceLinkId(subnet.id)} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
    userId === undefined ? { curedByTime: true } : {},
  );
}

/** Parses a written prefix or says how Microsoft.Network refuses it. */
export function checkPrefix(prefix: string, owner: string): Refusal | undefined {
  if (parseCidr(prefix) !== undefined) return undefined;
  return refusal(
    400,
    'InvalidCIDRNotation',
    `The address prefix ${prefix} in resource ${owner} has an invalid CIDR notation. For the given prefix length, the address prefix should be aligned.`,
  );
}

/** Address blocks of a subnet body. */
export function prefixesOf(properties: JsonObject): readonly string[] {
  const single = textAt(properties, 'addressPrefix');
  return single === undefined ? textsAt(properties, 'addressPrefixes') : [single];
}

/** The rule of Azure that a subnet lies within the space of its VNet. */
export function outsideSpace(name: string, prefixes: readonly string[], space: readonly Cidr[]): Refusal | undefined {
  for (const prefix of prefixes) {
    const block = parseCidr(prefix);
    if (block !== undefined && !containedIn(block, space)) {
      return refusal(
        400,
        'NetcfgInvalidSubnet',
        `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network.`,
      );
    }
  }
  return undefined;
}

/** The rule of Azure that two subnets share no address. */
export function overlapRefusal(name: string, other: string): Refusal {
  return refusal(
    400,
    'NetcfgSubnetRangesOverlap',
    `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet '${other}' in the virtual network.`,
  );
}

/** A change of an occupied subnet that Azure refuses: its addresses, its delegation. */
export function inUseChange(existing: Resource, next: JsonObject, world: World): Refusal | undefined {
  const user = usersOf(world.store, existing.id)[0];
  if (user === undefined) return undefined;
  const wanted = prefixesOf(next).flatMap((prefix) => parseCidr(prefix) ?? []);
  const kept = subnetPrefixes(existing).every((block) => wanted.some((other) => contains(other, block)));
  if (!kept) {
    return refusal(
      400,
      'InUsePrefixCannotBeDeleted',
      `IpPrefix ${prefixesOf(existing.properties).join(',')} on Subnet ${existing.name} has active allocations and cannot be deleted.`,
    );
  }
  const before = servicesOf(existing.properties);
  const after = servicesOf(next);
  const lost = before.find((service) => !after.includes(service));
  if (lost === undefined) return undefined;
  return refusal(
    400,
    'SubnetMissingRequiredDelegation',
    `Subnet ${existing.id} requires the delegation ${lost} because ${user.id} is in it and the delegation cannot be removed.`,
  );
}

function servicesOf(properties: JsonObject): readonly string[] {
  return objectsAt(properties, 'delegations').map((item) =>
    (textAt(item, 'properties.serviceName') ?? '').toLowerCase(),
  );
}

function spaceOf(request: WriteRequest, world: World): readonly Cidr[] {
  const network = world.store.get(request.parentId);
  return textsAt(network?.properties, 'addressSpace.addressPrefixes').flatMap((text) => parseCidr(text) ?? []);
}

const SOURCE = 'facts/azure.md section 4, VNet wipe; Microsoft.Network validation';

export const subnets = defineType({
  type: SUBNET,
  apiVersions: API_VERSIONS.network,
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(SUBNET),
    networkSettledRule('subnet-network-settled'),
    rule('subnet-prefix-valid', SOURCE, ({ properties, id }) => {
      const prefixes = prefixesOf(properties);
      if (prefixes.length === 0) return refusal(400, 'InvalidRequestFormat', 'Subnet must have an address prefix.');
      return prefixes.map((prefix) => checkPrefix(prefix, id)).find((found) => found !== undefined);
    }),
    ...subnetRules('subnet', (request) => [request]),
    rule('subnet-inside-virtual-network', SOURCE, (request, world) =>
      outsideSpace(request.name, prefixesOf(request.properties), spaceOf(request, world)),
    ),
    rule('subnet-ranges-overlap', SOURCE, (request, world) => {
      const blocks = prefixesOf(request.properties).flatMap((text) => parseCidr(text) ?? []);
      const other = childrenOf(world, request.parentId).find(
        (sibling) =>
          !sameId(sibling.id, request.id) &&
          subnetPrefixes(sibling).some((block) => blocks.some((mine) => overlaps(mine, block))),
      );
      return other === undefined ? undefined : overlapRefusal(request.name, other.name);
    }),
    rule('subnet-in-use-change', SOURCE, (request, world) =>
      request.existing === undefined ? undefined : inUseChange(request.existing, request.properties, world),
    ),
    linkedResourceRule(
      'subnet-network-security-group-exists',
      'networkSecurityGroup.id',
      'Microsoft.Network/networkSecurityGroups',
      invalidReference,
    ),
    linkedResourceRule('subnet-route-table-exists', 'routeTable.id', 'Microsoft.Network/routeTables', invalidReference),
    linkedResourceRule('subnet-nat-gateway-exists', 'natGateway.id', 'Microsoft.Network/natGateways', invalidReference),
  ],
  keep: ({ id, properties }) => subnetProperties(id, properties),
  afterComplete: (subnet, world) => {
    syncSubnets(world, ownerOf(subnet.id));
  },
  isPending: (subnet, world) => isHeld(world, subnet.id),
  show(subnet, _query, world) {
    const serviceAssociationLinks = serviceLinks(world, subnet);
    return serviceAssociationLinks.length === 0
      ? subnet
      : { ...subnet, properties: { ...subnet.properties, serviceAssociationLinks } };
  },
  refuseDelete: refuseSubnetDelete,
  afterDelete: (subnet, world) => {
    syncSubnets(world, ownerOf(subnet.id));
  },
});
