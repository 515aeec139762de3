import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { parseAddress } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { objectsAt, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import type { TypeDefinition } from '../type-definition.ts';

export const ZONE = 'Microsoft.Network/privateDnsZones';
export const LINK = `${ZONE}/virtualNetworkLinks`;
export const A_RECORD = `${ZONE}/A`;
const SOURCE = 'Microsoft.Network private DNS validation';
const RECORD_TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'PTR', 'SRV', 'TXT'] as const;

function linksOf(world: World, zoneId: string): readonly Resource[] {
  return world.store.below(zoneId).filter((child) => child.type.toLowerCase() === LINK.toLowerCase());
}

function countRecords(world: World, zoneId: string): number {
  return world.store.below(zoneId).filter((child) => child.type.toLowerCase() !== LINK.toLowerCase()).length;
}

/** Keeps the zone's counters right: some clients show them. */
function syncCounts(world: World, zoneId: string): void {
  const zone = world.store.get(zoneId);
  if (zone === undefined) return;
  const counts = {
    numberOfRecordSets: countRecords(world, zoneId) + 1,
    numberOfVirtualNetworkLinks: linksOf(world, zoneId).length,
  };
  world.store.put({ ...zone, properties: { ...zone.properties, ...counts } });
}

export const privateDnsZones = defineType({
  type: ZONE,
  apiVersions: API_VERSIONS.privateDns,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'privateDnsZone',
  rules: [
    nameRule(ZONE, /^(?=.{1,253}$)(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\.)+[a-z0-9-]{1,63}$/i, {
      code: 'BadRequest',
      message: (name) =>
        `The zone name '${name}' is not valid. A private DNS zone name must have at least two labels of letters, digits and hyphens.`,
    }),
    rule('private-dns-zone-global', SOURCE, ({ id, location }) =>
      location?.toLowerCase() === 'global'
        ? undefined
        : refusal(
            400,
            'LocationNotAvailableForResourceType',
            `The provided location '${location ?? ''}' is not available for resource type '${ZONE}'. List of available regions for the resource type is 'global'. Resource: ${id}`,
          ),
    ),
  ],
  readOnly: () => ({
    maxNumberOfRecordSets: 25000,
    maxNumberOfVirtualNetworkLinks: 1000,
    maxNumberOfVirtualNetworkLinksWithRegistration: 100,
    numberOfVirtualNetworkLinksWithRegistration: 0,
  }),
  outputs: (zone, world) => ({
    internalId: Buffer.from(`Immutable|${world.guid(`zone:${zone.id.toLowerCase()}`)}`).toString('base64'),
    numberOfRecordSets: countRecords(world, zone.id) + 1,
    numberOfVirtualNetworkLinks: linksOf(world, zone.id).length,
  }),
  refuseDelete(zone, world) {
    const links = linksOf(world, zone.id);
    if (links.length === 0) return undefined;
    return refusal(
      409,
      'CannotDeleteResource',
      `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${links.map((link) => link.id).join(', ')}'. Please delete all nested resources before deleting this resource.`,
    );
  },
});

export const virtualNetworkLinks = defineType({
  type: LINK,
  apiVersions: API_VERSIONS.privateDns,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'privateDnsLink',
  rules: [
    nameRule(LINK, /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$/, {
      code: 'BadRequest',
      message: (name) => `The virtual network link name '${name}' is not valid.`,
    }),
    rule('dns-link-network-exists', SOURCE, ({ properties }, world) => {
      const network = textAt(properties, 'virtualNetwork.id');
      if (network !== undefined && world.store.get(network)?.type.toLowerCase() === 'microsoft.network/virtualnetworks')
        return undefined;
      return refusal(
        400,
        'BadRequest',
        `The virtual network resource '${network ?? ''}' was not found. The virtual network must exist before it can be linked.`,
      );
    }),
    rule('dns-link-network-once', SOURCE, ({ id, parentId, properties }, world) => {
      const network = textAt(properties, 'virtualNetwork.id');
      const other = linksOf(world, parentId).find(
        (link) => !sameId(link.id, id) && sameId(textAt(link.properties, 'virtualNetwork.id'), network),
      );
      if (other === undefined) return undefined;
      return refusal(
        409,
        'Conflict',
        `Virtual network '${network ?? ''}' is already linked to private DNS zone '${nameOf(parentId)}' by link '${other.name}'.`,
      );
    }),
    rule(
      'dns-link-same-name-once',
      'Microsoft.Network: a VNet cannot be linked to two zones of one name',
      ({ parentId, properties }, world) => {
        const network = textAt(properties, 'virtualNetwork.id');
        const other = world.store
          .ofType(LINK)
          .find(
            (link) =>
              !sameId(ownerOf(link.id), parentId) &&
              nameOf(ownerOf(link.id)).toLowerCase() === nameOf(parentId).toLowerCase() &&
              sameId(textAt(link.properties, 'virtualNetwork.id'), network),
          );
        if (other === undefined) return undefined;
        return refusal(
          400,
          'BadRequest',
          `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network '${nameOf(network ?? '')}' with private DNS zone '${nameOf(parentId)}', which is already linked to zone '${ownerOf(other.id)}'.`,
        );
      },
    ),
  ],
  defaults: () => ({ registrationEnabled: false, resolutionPolicy: 'Default' }),
  outputs: () => ({ virtualNetworkLinkState: 'Completed' }),
  afterComplete: (link, world) => {
    syncCounts(world, ownerOf(link.id));
  },
  afterDelete: (link, world) => {
    syncCounts(world, ownerOf(link.id));
  },
});

function recordType(kind: (typeof RECORD_TYPES)[number]): TypeDefinition {
  const type = `${ZONE}/${kind}`;
  return defineType({
    type,
    apiVersions: API_VERSIONS.privateDns,
    asyncStyle: 'none',
    duration: 'instant',
    showsState: false,
    rules: [
      nameRule(type, /^(?:@|\*|(?:\*\.)?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?)$/, {
        code: 'BadRequest',
        message: (name) => `The record set name '${name}' is not valid.`,
      }),
      ...(kind === 'A'
        ? [
            rule('a-record-address', SOURCE, ({ properties }) => {
              const bad = objectsAt(properties, 'aRecords').find(
                (record) => parseAddress(textAt(record, 'ipv4Address') ?? '') === undefined,
              );
              return bad === undefined
                ? undefined
                : refusal(400, 'BadRequest', `The IPv4 address '${textAt(bad, 'ipv4Address') ?? ''}' is not valid.`);
            }),
          ]
        : []),
      rule(
        `${kind.toLowerCase()}-record-alone`,
        'RFC 1034 section 3.6.2, enforced by Azure DNS',
        ({ parentId, name }, world) => {
          const others = kind === 'CNAME' ? RECORD_TYPES.filter((other) => other !== 'CNAME') : (['CNAME'] as const);
          if (!others.some((other) => world.store.has(`${parentId}/${other}/${name}`))) return undefined;
          return refusal(
            400,
            'CannotCreateRecordSet',
            `The record could not be created because a CNAME record with the same name cannot stand beside another record: '${name}'.`,
          );
        },
      ),
    ],
    defaults: () => ({ ttl: 3600, metadata: {} }),
    readOnly: ({ parentId, name }) => ({
      fqdn: name === '@' ? `${nameOf(parentId)}.` : `${name}.${nameOf(parentId)}.`,
      isAutoRegistered: false,
    }),
    afterComplete: (record, world) => {
      syncCounts(world, ownerOf(record.id));
    },
    afterDelete: (record, world) => {
      syncCounts(world, ownerOf(record.id));
    },
  });
}

export const records: readonly TypeDefinition[] = RECORD_TYPES.map(recordType);

/** Writes (or rewrites) an A record that the platform owns. */
export function writeARecord(
  world: World,
  zoneId: string,
  name: string,
  addresses: readonly string[],
  metadata: JsonObject,
): void {
  const id = `${zoneId}/A/${name}`;
  const before = world.store.get(id);
  const zone = nameOf(zoneId);
  world.store.put({
    id,
    type: A_RECORD,
    name,
    apiVersion: '2024-06-01',
    properties: {
      ttl: 10,
      metadata,
      fqdn: name === '@' ? `${zone}.` : `${name}.${zone}.`,
      isAutoRegistered: false,
      aRecords: addresses.map((ipv4Address) => ({ ipv4Address })),
    },
    secrets: {},
    etag: world.guid(`record:${id.toLowerCase()}:${world.store.version}`),
    createdAt: before?.createdAt ?? world.clock.now,
    changedAt: world.clock.now,
  });
  syncCounts(world, zoneId);
}
