import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { subnetOf, subnetPrefixes, virtualNetworkOf } from '../common/addresses.ts';
import { formatAddress, parseAddress, usableAddresses } from '../common/cidr.ts';
import { nameOf, ownerOf, sameId, sameLocation } from '../common/ids.ts';
import { objectsAt, textAt } from '../common/json.ts';
import { linkedResourceRule, refusal, rule } from '../common/rules.ts';
import { A_RECORD, LINK, writeARecord } from '../network/private-dns.ts';
import type { Refusal, Rule } from '../type-definition.ts';
import { SERVER } from './server.ts';

const NETWORKING = 'facts/azure.md section 2, PG networking';
const SUFFIX = '.postgres.database.azure.com';

function invalidZone(name: string, detail: string): Refusal {
  return refusal(
    400,
    'PrivateDnsZoneNameNotValid',
    `The Private DNS Zone name provided [${name}] is not valid. ${detail}`,
  );
}

/** A server stands in a delegated subnet, or behind private endpoints, or in public; and stays there. */
export const networkRules: readonly Rule[] = [
  rule('postgresql-server-network-mode', 'facts/azure.md section 2, PG networking', ({ properties, existing }) => {
    if (existing === undefined) return undefined;
    const before = textAt(existing.properties, 'network.delegatedSubnetResourceId') ?? '';
    const now = textAt(properties, 'network.delegatedSubnetResourceId') ?? '';
    return sameId(before, now)
      ? undefined
      : refusal(
          400,
          'ServerNetworkModeCannotBeChanged',
          'The network mode of a server cannot be changed after its creation.',
        );
  }),
  linkedResourceRule(
    'postgresql-server-subnet-exists',
    'network.delegatedSubnetResourceId',
    'Microsoft.Network/virtualNetworks/subnets',
    (missing) => refusal(400, 'InvalidResourceReference', `Resource ${missing} was not found.`),
  ),
  rule('postgresql-server-subnet-delegated', 'facts/azure.md section 2, PG networking', ({ properties }, world) => {
    const subnet = subnetOf(world.store, textAt(properties, 'network.delegatedSubnetResourceId'));
    if (subnet === undefined) return undefined;
    const delegated = objectsAt(subnet.properties, 'delegations').some(
      (item) => textAt(item, 'properties.serviceName')?.toLowerCase() === SERVER.toLowerCase(),
    );
    return delegated
      ? undefined
      : refusal(
          400,
          'SubnetMissingRequiredDelegation',
          `Subnet ${subnet.id} requires any of the following delegation(s) [${SERVER}] to reference service association link.`,
        );
  }),
  rule('postgresql-server-subnet-size', `${NETWORKING}; code: assumption`, ({ properties }, world) => {
    const subnet = subnetOf(world.store, textAt(properties, 'network.delegatedSubnetResourceId'));
    const length = subnet === undefined ? 0 : (subnetPrefixes(subnet)[0]?.length ?? 0);
    return length <= 28
      ? undefined
      : refusal(400, 'SubnetNotLargeEnough', `Subnet ${subnet?.id ?? ''} is too small: at least a /28 is needed.`);
  }),
  rule('postgresql-server-subnet-region', `${NETWORKING}; code: assumption`, ({ properties, location }, world) => {
    const subnetId = textAt(properties, 'network.delegatedSubnetResourceId') ?? '';
    const network = virtualNetworkOf(world.store, subnetId);
    return network === undefined || sameLocation(network.location, location)
      ? undefined
      : refusal(
          400,
          'SubnetLocationMismatch',
          `Subnet ${subnetId} is in ${network.location ?? ''}, the server in ${location ?? ''}.`,
        );
  }),
  rule('postgresql-server-zone', 'hashicorp/terraform-provider-azurerm#24549', ({ name, properties }) => {
    if (textAt(properties, 'network.delegatedSubnetResourceId') === undefined) return undefined;
    const zone = nameOf(textAt(properties, 'network.privateDnsZoneArmResourceId') ?? '').toLowerCase();
    if (!zone.endsWith(SUFFIX)) return invalidZone(zone, `It must end with ${SUFFIX.slice(1)}.`);
    return zone === `${name}${SUFFIX}` ? invalidZone(zone, 'It can not be server name plus zone suffix.') : undefined;
  }),
  rule('postgresql-server-zone-linked', `${NETWORKING}; code: assumption`, ({ properties }, world) => {
    const subnetId = textAt(properties, 'network.delegatedSubnetResourceId');
    if (subnetId === undefined) return undefined;
    const zoneId = textAt(properties, 'network.privateDnsZoneArmResourceId') ?? '';
    const linked = world.store
      .below(zoneId)
      .some(
        (child) =>
          child.type.toLowerCase() === LINK.toLowerCase() &&
          sameId(textAt(child.properties, 'virtualNetwork.id'), ownerOf(subnetId)),
      );
    return linked
      ? undefined
      : refusal(
          400,
          'PrivateDnsZoneNotLinked',
          `Private DNS zone '${nameOf(zoneId)}' must be linked to the virtual network of subnet ${subnetId}.`,
        );
  }),
];

/** The name that the public one of a server in a subnet is an alias of; undefined for any other server. */
export function integratedName(server: Resource, world: World): string | undefined {
  const zoneId = textAt(server.properties, 'network.privateDnsZoneArmResourceId');
  return zoneId === undefined ? undefined : `${label(server, world)}.${nameOf(zoneId)}`.toLowerCase();
}

/** Twelve characters that the service chooses: the record is not called after the server. */
function label(server: Resource, world: World): string {
  return world.guid(`postgresql-record:${server.id.toLowerCase()}`).replaceAll('-', '').slice(0, 12);
}

/** Writes the record of a server that stands in a subnet. */
export function writeServerRecord(server: Resource, world: World): void {
  const zoneId = textAt(server.properties, 'network.privateDnsZoneArmResourceId');
  const subnetId = textAt(server.properties, 'network.delegatedSubnetResourceId');
  if (zoneId === undefined || subnetId === undefined || world.store.has(`${zoneId}/A/${label(server, world)}`)) return;
  const address = freeAddress(world, subnetId);
  if (address !== undefined) writeARecord(world, zoneId, label(server, world), [address], { creator: SERVER });
}

/** Takes the record away with its server. */
export function deleteServerRecord(server: Resource, world: World): void {
  const zoneId = textAt(server.properties, 'network.privateDnsZoneArmResourceId');
  if (zoneId !== undefined) world.store.delete(`${zoneId}/A/${label(server, world)}`);
}

/** Only database servers stand in their subnet, and only their records tell which addresses they have. */
function freeAddress(world: World, subnetId: string): string | undefined {
  const subnet = subnetOf(world.store, subnetId);
  const block = subnet === undefined ? undefined : subnetPrefixes(subnet)[0];
  if (block === undefined) return undefined;
  const taken = new Set(
    world.store
      .ofType(A_RECORD)
      .flatMap((record) => objectsAt(record.properties, 'aRecords'))
      .map((record) => parseAddress(textAt(record, 'ipv4Address') ?? '')),
  );
  const { first, last } = usableAddresses(block);
  for (let address = first; address <= last; address += 1) if (!taken.has(address)) return formatAddress(address);
  return undefined;
}
