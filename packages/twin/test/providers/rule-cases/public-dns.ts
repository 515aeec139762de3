import { IDS, LOCATION } from '../landscape.ts';
import { NET, NOWHERE, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const ZONE = IDS.zone;

/** Public DNS zones and their records. */
export const publicDns: readonly RuleCase[] = [
  refuse(
    'dns-zone-global',
    'LocationNotAvailableForResourceType',
    ZONE,
    { location: LOCATION },
    { as: `${NET}/dnsZones/fabrikam.com` },
  ),
  refuse('dns-a-record-address', 'BadRequest', `${ZONE}/A/ingress`, { [`${p}.ARecords.0.ipv4Address`]: '198.18.0' }),
  refuse('dns-a-record-target-exists', 'InvalidResourceReference', `${ZONE}/A/ingress`, {
    [`${p}.targetResource`]: { id: `${NOWHERE}${NET}/publicIPAddresses/none` },
  }),
  ...['AAAA', 'CAA', 'MX', 'NS', 'PTR', 'SRV'].map((kind) =>
    refuse(
      `dns-${kind.toLowerCase()}-record-alone`,
      'CannotCreateRecordSet',
      `${ZONE}/${kind}/other`,
      {},
      { as: `${ZONE}/${kind}/open` },
    ),
  ),
  refuse('dns-a-record-alone', 'CannotCreateRecordSet', `${ZONE}/A/ingress`, {}, { as: `${ZONE}/A/open` }),
  refuse('dns-txt-record-alone', 'CannotCreateRecordSet', `${ZONE}/TXT/asuid.open`, {}, { as: `${ZONE}/TXT/open` }),
  refuse('dns-cname-record-alone', 'CannotCreateRecordSet', `${ZONE}/CNAME/open`, {}, { as: `${ZONE}/CNAME/ingress` }),
  refuse('dns-cname-record-below-apex', 'BadRequest', `${ZONE}/CNAME/open`, {}, { as: `${ZONE}/CNAME/@` }),
];
