import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { parseAddress } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf } from '../common/ids.ts';
import { objectsAt, textAt } from '../common/json.ts';
import { invalidReference, nameRule, refusal, rule } from '../common/rules.ts';
import type { Rule, TypeDefinition } from '../type-definition.ts';

/** A public zone, as the registrar's delegation would make the world ask it. */
export const PUBLIC_ZONE = 'Microsoft.Network/dnsZones';

const SOURCE = 'Azure DNS: zones and records (learn.microsoft.com/azure/dns/dns-zones-records)';
const RECORD_TYPES = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'PTR', 'SRV', 'TXT'] as const;

/** The name servers that Azure gives a zone. */
function nameServers(world: World, zoneId: string): readonly string[] {
  const set = 1 + Math.floor(world.chance(`name-servers:${zoneId.toLowerCase()}`) * 9);
  return ['com', 'net', 'org', 'info'].map((domain, index) => `ns${index + 1}-0${set}.azure-dns.${domain}.`);
}

export const publicDnsZones = defineType({
  type: PUBLIC_ZONE,
  apiVersions: API_VERSIONS.publicDns,
  location: 'required',
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(PUBLIC_ZONE, /^(?=.{1,253}$)(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\.)+[a-z0-9-]{1,63}$/i, {
      code: 'BadRequest',
      message: (name) =>
        `The zone name '${name}' is not valid. A DNS zone name must have at least two labels of letters, digits and hyphens.`,
    }),
    rule('dns-zone-global', SOURCE, ({ location }) =>
      location?.toLowerCase() === 'global'
        ? undefined
        : refusal(
            400,
            'LocationNotAvailableForResourceType',
            `The provided location '${location ?? ''}' is not available for resource type '${PUBLIC_ZONE}'. List of available regions for the resource type is 'global'.`,
          ),
    ),
  ],
  readOnly: ({ id }, world) => ({
    maxNumberOfRecordSets: 10000,
    // NS and SOA come with the zone.
    numberOfRecordSets: 2 + world.store.below(id).length,
    nameServers: nameServers(world, id),
    zoneType: 'Public',
  }),
});

/** A CNAME stands alone at its name, and never at the zone itself. */
function aliasRules(kind: string): readonly Rule[] {
  const alone = rule(
    `dns-${kind.toLowerCase()}-record-alone`,
    'RFC 1034 section 3.6.2',
    ({ parentId, name }, world) => {
      const others = kind === 'CNAME' ? RECORD_TYPES.filter((other) => other !== 'CNAME') : (['CNAME'] as const);
      return others.some((other) => world.store.has(`${parentId}/${other}/${name}`))
        ? refusal(
            400,
            'CannotCreateRecordSet',
            `The record could not be created because a CNAME record with the same name cannot stand beside another record: '${name}'.`,
          )
        : undefined;
    },
  );
  if (kind !== 'CNAME') return [alone];
  const apex = rule('dns-cname-record-below-apex', SOURCE, ({ name }) =>
    name === '@'
      ? refusal(
          400,
          'BadRequest',
          "The record set 'CNAME' cannot be created at the zone apex ('@'), where the NS and SOA records stand.",
        )
      : undefined,
  );
  return [alone, apex];
}

/** An A record has addresses, or follows a resource that is there. */
function addressRules(kind: string): readonly Rule[] {
  if (kind !== 'A') return [];
  return [
    rule('dns-a-record-address', SOURCE, ({ properties }) => {
      const bad = objectsAt(properties, 'ARecords').find(
        (record) => parseAddress(textAt(record, 'ipv4Address') ?? '') === undefined,
      );
      return bad === undefined
        ? undefined
        : refusal(400, 'BadRequest', `The IPv4 address '${textAt(bad, 'ipv4Address') ?? ''}' is not valid.`);
    }),
    rule('dns-a-record-target-exists', 'Azure DNS: alias records', (request, world) => {
      const target = textAt(request.properties, 'targetResource.id');
      return target === undefined || world.store.has(target) ? undefined : invalidReference(target, request);
    }),
  ];
}

function recordType(kind: (typeof RECORD_TYPES)[number]): TypeDefinition {
  const type = `${PUBLIC_ZONE}/${kind}`;
  return defineType({
    type,
    apiVersions: API_VERSIONS.publicDns,
    asyncStyle: 'none',
    duration: 'instant',
    rules: [
      nameRule(type, /^(?:@|\*|(?:\*\.)?[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?)$/, {
        code: 'BadRequest',
        message: (name) => `The record set name '${name}' is not valid.`,
      }),
      ...addressRules(kind),
      ...aliasRules(kind),
    ],
    defaults: () => ({ TTL: 3600, metadata: {}, targetResource: {} }),
    readOnly: ({ parentId, name }) => ({
      fqdn: name === '@' ? `${nameOf(parentId)}.` : `${name}.${nameOf(parentId)}.`,
    }),
    afterComplete: (record, world) => {
      countRecords(world, ownerOf(record.id));
    },
    afterDelete: (record, world) => {
      countRecords(world, ownerOf(record.id));
    },
  });
}

/** Keeps the zone's counter right. */
function countRecords(world: World, zoneId: string): void {
  const zone = world.store.get(zoneId);
  if (zone === undefined) return;
  const numberOfRecordSets = 2 + world.store.below(zoneId).length;
  world.store.put({ ...zone, properties: { ...zone.properties, numberOfRecordSets } });
}

export const publicRecords: readonly TypeDefinition[] = RECORD_TYPES.map(recordType);
