import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { inlineSubnets } from '../common/addresses.ts';
import { overlaps, parseCidr } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt, without } from '../common/json.ts';
import {
  invalidReference,
  linkedResourceRule,
  networkNameRule,
  refusal,
  rule,
  uniqueNamesRule,
} from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { addressSpaceRules, subnetRules } from './address-rules.ts';
import {
  checkPrefix,
  childrenOf,
  inUseChange,
  outsideSpace,
  overlapRefusal,
  prefixesOf,
  refuseSubnetDelete,
  subnetProperties,
  SUBNET,
  syncSubnets,
} from './subnets.ts';

const TYPE = 'Microsoft.Network/virtualNetworks';
const SOURCE = 'facts/azure.md section 4, VNet wipe; Microsoft.Network validation';

function firstRefusal<T>(items: readonly T[], check: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the write speaks of subnets at all: since 2023-09-01 a VNet without the member keeps what it has. */
function listsSubnets({ properties, apiVersion }: WriteRequest): boolean {
  return valueAt(properties, 'subnets') !== undefined || apiVersion < '2023-09-01';
}

function nameOfInline(subnet: JsonObject): string {
  return textAt(subnet, 'name') ?? '';
}

/** Subnets that a full list of the VNet's subnets leaves out: Azure deletes them. */
function droppedSubnets(request: WriteRequest, world: World): readonly Resource[] {
  if (request.existing === undefined || !listsSubnets(request)) return [];
  const kept = new Set(inlineSubnets(request.properties).map((subnet) => nameOfInline(subnet).toLowerCase()));
  return childrenOf(world, request.id).filter((subnet) => !kept.has(subnet.name.toLowerCase()));
}

function writeInlineSubnets(network: Resource, world: World): void {
  const wanted = inlineSubnets(network.properties);
  const names = new Set(wanted.map((subnet) => nameOfInline(subnet).toLowerCase()));
  for (const child of childrenOf(world, network.id)) {
    if (!names.has(child.name.toLowerCase())) world.store.delete(child.id);
  }
  for (const subnet of wanted) {
    const name = nameOfInline(subnet);
    const id = `${network.id}/subnets/${name}`;
    const before = world.store.get(id);
    world.store.put({
      id,
      type: SUBNET,
      name,
      apiVersion: network.apiVersion,
      properties: { ...subnetProperties(id, objectAt(subnet, 'properties')), provisioningState: 'Succeeded' },
      secrets: {},
      etag: network.etag,
      createdAt: before?.createdAt ?? network.changedAt,
      changedAt: network.changedAt,
    });
  }
  syncSubnets(world, network.id);
}

export const virtualNetworks = defineType({
  type: TYPE,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(TYPE),
    rule('virtual-network-address-space', SOURCE, ({ id, properties }) => {
      const prefixes = textsAt(properties, 'addressSpace.addressPrefixes');
      if (prefixes.length === 0) {
        return refusal(
          400,
          'VnetAddressSpaceNotSpecified',
          `Address space is not specified for virtual network ${id}.`,
        );
      }
      return firstRefusal(prefixes, (prefix) => checkPrefix(prefix, id));
    }),
    ...addressSpaceRules,
    uniqueNamesRule('virtual-network-subnet-names', 'subnets'),
    rule('virtual-network-subnet-prefix-valid', SOURCE, ({ id, properties }) =>
      firstRefusal(inlineSubnets(properties), (subnet) =>
        firstRefusal(prefixesOf(objectAt(subnet, 'properties')), (prefix) =>
          checkPrefix(prefix, `${id}/subnets/${nameOfInline(subnet)}`),
        ),
      ),
    ),
    ...subnetRules('virtual-network-subnet', ({ id, properties }) =>
      inlineSubnets(properties).map((subnet) => ({
        id: `${id}/subnets/${nameOfInline(subnet)}`,
        name: nameOfInline(subnet),
        properties: objectAt(subnet, 'properties'),
      })),
    ),
    rule('virtual-network-subnet-inside', SOURCE, ({ properties }) => {
      const space = textsAt(properties, 'addressSpace.addressPrefixes').flatMap((text) => parseCidr(text) ?? []);
      return firstRefusal(inlineSubnets(properties), (subnet) =>
        outsideSpace(nameOfInline(subnet), prefixesOf(objectAt(subnet, 'properties')), space),
      );
    }),
    rule('virtual-network-subnet-ranges-overlap', SOURCE, ({ properties }) => {
      const seen: { name: string; block: NonNullable<ReturnType<typeof parseCidr>> }[] = [];
      for (const subnet of inlineSubnets(properties)) {
        const name = nameOfInline(subnet);
        for (const block of prefixesOf(objectAt(subnet, 'properties')).flatMap((text) => parseCidr(text) ?? [])) {
          const other = seen.find((earlier) => overlaps(earlier.block, block));
          if (other !== undefined) return overlapRefusal(name, other.name);
          seen.push({ name, block });
        }
      }
      return undefined;
    }),
    rule('virtual-network-in-use-subnet-dropped', SOURCE, (request, world) =>
      firstRefusal(droppedSubnets(request, world), (subnet) => refuseSubnetDelete(subnet, world)),
    ),
    rule('virtual-network-in-use-subnet-changed', SOURCE, (request, world) =>
      firstRefusal(inlineSubnets(request.properties), (subnet) => {
        const existing = world.store.get(`${request.id}/subnets/${nameOfInline(subnet)}`);
        return existing === undefined ? undefined : inUseChange(existing, objectAt(subnet, 'properties'), world);
      }),
    ),
    linkedResourceRule(
      'virtual-network-security-group-exists',
      'subnets[].properties.networkSecurityGroup.id',
      'Microsoft.Network/networkSecurityGroups',
      invalidReference,
    ),
    linkedResourceRule(
      'virtual-network-route-table-exists',
      'subnets[].properties.routeTable.id',
      'Microsoft.Network/routeTables',
      invalidReference,
    ),
    linkedResourceRule(
      'virtual-network-nat-gateway-exists',
      'subnets[].properties.natGateway.id',
      'Microsoft.Network/natGateways',
      invalidReference,
    ),
  ],
  defaults: () => ({ enableDdosProtection: false, privateEndpointVNetPolicies: 'Disabled' }),
  keep(request, world) {
    const peerings = objectsAt(request.existing?.properties, 'virtualNetworkPeerings');
    const sent = { ...without(request.properties, ['virtualNetworkPeerings']), virtualNetworkPeerings: peerings };
    if (listsSubnets(request)) return { ...sent, subnets: inlineSubnets(request.properties) };
    const kept = childrenOf(world, request.id).map(({ name, id, properties, type }) => ({
      name,
      id,
      properties,
      type,
    }));
    return { ...sent, subnets: kept };
  },
  readOnly: ({ id }, world) => ({ resourceGuid: world.guid(`resource:${id.toLowerCase()}`) }),
  afterComplete: writeInlineSubnets,
  refuseDelete: (network, world) =>
    firstRefusal(childrenOf(world, network.id), (subnet) => refuseSubnetDelete(subnet, world)),
});
