import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { objectAt, objectsAt, textAt } from '../common/json.ts';
import { invalidReference, linkedResourceRule, networkNameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import { writeARecord, ZONE } from './private-dns.ts';
import { connectionsOf, endpointAddresses, PRIVATE_ENDPOINT } from './private-endpoints.ts';
import { membersOf } from './private-link-targets.ts';

const TYPE = `${PRIVATE_ENDPOINT}/privateDnsZoneGroups`;
const SOURCE = 'Microsoft.Network, private DNS zone groups';

interface ZoneRecord {
  readonly zoneId: string;
  readonly record: string;
  readonly fqdn: string;
  readonly address: string;
}

/** The records that a zone group owns: one for each member whose zone the group names. */
function recordsOf(group: Pick<Resource, 'id' | 'properties'>, world: World): readonly ZoneRecord[] {
  const endpoint = world.store.get(ownerOf(group.id));
  if (endpoint === undefined) return [];
  const addresses = new Map(endpointAddresses(endpoint, world).map(({ fqdn, address }) => [fqdn, address]));
  const members = connectionsOf(endpoint.properties).flatMap(({ targetId, groupIds }) => {
    const target = world.store.get(targetId);
    return target === undefined ? [] : groupIds.flatMap((groupId) => membersOf(target, groupId));
  });
  return objectsAt(group.properties, 'privateDnsZoneConfigs').flatMap((config) => {
    const zoneId = textAt(config, 'properties.privateDnsZoneId') ?? '';
    return members
      .filter((member) => member.zone.toLowerCase() === nameOf(zoneId).toLowerCase())
      .flatMap((member) =>
        member.records.map((record) => ({
          zoneId,
          record,
          fqdn: member.fqdn,
          address: addresses.get(member.fqdn) ?? '',
        })),
      );
  });
}

export const privateDnsZoneGroups = defineType({
  type: TYPE,
  apiVersions: API_VERSIONS.network,
  asyncStyle: 'azure-async-operation',
  duration: 'privateDnsZoneGroup',
  rules: [
    networkNameRule(TYPE),
    linkedResourceRule(
      'zone-group-zone-exists',
      'privateDnsZoneConfigs[].properties.privateDnsZoneId',
      ZONE,
      invalidReference,
    ),
    rule('zone-group-once', SOURCE, ({ id, parentId }, world) => {
      const other = world.store
        .below(parentId)
        .find((child) => child.type.toLowerCase() === TYPE.toLowerCase() && !sameId(child.id, id));
      if (other === undefined) return undefined;
      return refusal(
        400,
        'MoreThanOnePrivateDnsZoneGroupPerPrivateEndpointNotAllowed',
        `More than one private DNS zone group on private endpoint ${parentId} is not allowed. ${other.id} already exists.`,
      );
    }),
    rule('zone-group-zone-twice', SOURCE, ({ id, properties }) => {
      const names = objectsAt(properties, 'privateDnsZoneConfigs').map((config) =>
        nameOf(textAt(config, 'properties.privateDnsZoneId') ?? '').toLowerCase(),
      );
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice === undefined) return undefined;
      return refusal(
        400,
        'PrivateDnsZonesWithSameNameNotAllowedInGroup',
        `Private DNS zone group ${id} names the zone ${twice} more than once.`,
      );
    }),
    rule('zone-group-endpoint-settled', 'facts/azure.md section 4, PE / DNS zone group', ({ id, parentId }, world) => {
      const endpoint = world.store.get(parentId);
      if (endpoint === undefined || !isBusy(endpoint)) return undefined;
      return refusal(
        409,
        'AnotherOperationInProgress',
        `Another operation on this or dependent resource is in progress. Private endpoint ${parentId} is still being written, so ${id} must wait.`,
      );
    }),
    rule(
      'zone-group-record-taken',
      'facts/azure.md section 4: do not also write A records by hand',
      ({ id, properties }, world) => {
        const endpointId = ownerOf(id);
        const clash = recordsOf({ id, properties }, world).find(({ zoneId, record }) => {
          const existing = world.store.get(`${zoneId}/A/${record}`);
          return (
            existing !== undefined && !sameId(textAt(existing.properties, 'metadata.creator-endpoint'), endpointId)
          );
        });
        if (clash === undefined) return undefined;
        return refusal(
          409,
          'DnsRecordConflict',
          `A record set '${clash.record}' exists already in private DNS zone ${clash.zoneId} and is not managed by private endpoint ${endpointId}.`,
        );
      },
    ),
  ],
  keep: ({ id, properties }) => ({
    ...properties,
    privateDnsZoneConfigs: objectsAt(properties, 'privateDnsZoneConfigs').map((config) => ({
      ...config,
      id: `${id}/privateDnsZoneConfigs/${textAt(config, 'name') ?? ''}`,
      type: `${TYPE}/privateDnsZoneConfigs`,
    })),
  }),
  outputs(group, world) {
    const owned = recordsOf(group, world);
    return {
      privateDnsZoneConfigs: objectsAt(group.properties, 'privateDnsZoneConfigs').map((config) => ({
        ...config,
        properties: {
          ...objectAt(config, 'properties'),
          provisioningState: 'Succeeded',
          recordSets: owned
            .filter(({ zoneId }) => sameId(zoneId, textAt(config, 'properties.privateDnsZoneId')))
            .map(({ record, fqdn, address }) => ({
              recordType: 'A',
              recordSetName: record,
              fqdn,
              ttl: 10,
              provisioningState: 'Succeeded',
              ipAddresses: [address],
            })),
        },
      })),
    };
  },
  afterComplete(group, world) {
    for (const { zoneId, record, address } of recordsOf(group, world)) {
      writeARecord(world, zoneId, record, [address], {
        creator: `created by private endpoint ${nameOf(ownerOf(group.id))}`,
        'creator-endpoint': ownerOf(group.id),
      });
    }
  },
  afterDelete(group, world) {
    for (const config of objectsAt(group.properties, 'privateDnsZoneConfigs')) {
      const zoneId = textAt(config, 'properties.privateDnsZoneId') ?? '';
      for (const record of world.store.below(zoneId)) {
        if (sameId(textAt(record.properties, 'metadata.creator-endpoint'), ownerOf(group.id)))
          world.store.delete(record.id);
      }
    }
  },
});
