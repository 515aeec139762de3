import { LOCATION } from '../landscape.ts';
import { NET, NOWHERE, OTHER_GROUP, p, refuse, VAULT_ZONE, ZONES } from './case.ts';
import type { RuleCase } from './case.ts';

/** A zone of the same name in another group. */
const OTHER_VAULT_ZONE = `${OTHER_GROUP}${VAULT_ZONE}`;
const ZONE = `${ZONES}/contoso.internal`;
/** Private DNS zones, their links and records. */
export const privateDns: readonly RuleCase[] = [
  refuse(
    'private-dns-zone-global',
    'LocationNotAvailableForResourceType',
    ZONE,
    { location: LOCATION },
    { as: `${ZONES}/new.internal` },
  ),
  refuse('dns-link-network-exists', 'BadRequest', `${VAULT_ZONE}/virtualNetworkLinks/spoke`, {
    [`${p}.virtualNetwork.id`]: `${NOWHERE}${NET}/virtualNetworks/none`,
  }),
  refuse(
    'dns-link-network-once',
    'Conflict',
    `${VAULT_ZONE}/virtualNetworkLinks/spoke`,
    {},
    { as: `${VAULT_ZONE}/virtualNetworkLinks/again` },
  ),
  refuse(
    'dns-link-same-name-once',
    'BadRequest',
    `${VAULT_ZONE}/virtualNetworkLinks/spoke`,
    {},
    {
      as: `${OTHER_VAULT_ZONE}/virtualNetworkLinks/spoke`,
      given: (bench) => bench.put(OTHER_VAULT_ZONE, { location: 'global' }),
    },
  ),
  refuse('a-record-address', 'BadRequest', `${ZONE}/A/chat`, { [`${p}.aRecords.0.ipv4Address`]: '10.10.4' }),
  ...['A', 'AAAA', 'MX', 'PTR', 'SRV', 'TXT'].map((kind) =>
    refuse(
      `${kind.toLowerCase()}-record-alone`,
      'CannotCreateRecordSet',
      kind === 'A' ? `${ZONE}/A/chat` : `${ZONE}/${kind}/other`,
      {},
      { as: `${ZONE}/${kind}/alias` },
    ),
  ),
  refuse('cname-record-alone', 'CannotCreateRecordSet', `${ZONE}/CNAME/alias`, {}, { as: `${ZONE}/CNAME/chat` }),
];
