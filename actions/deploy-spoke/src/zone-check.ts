import type { Finding } from '@lz/azure';
import type { PublicZone } from '@lz/config';
import type { SpokeRun } from './deploy-spoke.ts';

const DNS_VERSION = '2018-05-01';
const POINTER = '/spoke/exposure/dns';

interface RecordSet {
  readonly properties: { readonly metadata?: Readonly<Record<string, string>> };
}

/** The zone is there, and the name in it is free or this spoke's own. */
export async function checkZone(run: SpokeRun, dns: PublicZone, hostname: string): Promise<readonly Finding[]> {
  const id = zoneId(run, dns);
  if ((await run.azure.find(id, DNS_VERSION)) === undefined) return [notFound(id)];
  const label = hostname === dns.zone ? '@' : hostname.slice(0, -dns.zone.length - 1);
  const findings: Finding[] = [];
  for (const kind of ['A', 'AAAA', 'CNAME']) {
    const record = await run.azure.find<RecordSet>(`${id}/${kind}/${label}`, DNS_VERSION);
    if (record === undefined || record.properties.metadata?.['spoke'] === run.names.spoke.resourceGroup) continue;
    findings.push(taken(kind, hostname));
  }
  return findings;
}

function zoneId({ subscriptionId }: SpokeRun, dns: PublicZone): string {
  const scope = `/subscriptions/${dns.subscriptionId ?? subscriptionId}/resourceGroups/${dns.resourceGroup}`;
  return `${scope}/providers/Microsoft.Network/dnsZones/${dns.zone}`;
}

function notFound(id: string): Finding {
  return {
    severity: 'error',
    code: 'DnsZoneNotFound',
    message: `There is no public DNS zone ${id}, or this identity cannot see it.`,
    remedy:
      'Correct `zone`, `resourceGroup` and `subscriptionId`; the deploying identity needs DNS Zone Contributor on the zone.',
    pointer: POINTER,
  };
}

/** A record of somebody else's may be what people use today: it is not taken away without being asked. */
function taken(kind: string, hostname: string): Finding {
  return {
    severity: 'error',
    code: 'DnsRecordTaken',
    message: `The zone has a record ${hostname}. ${kind} already, which is not this spoke's.`,
    remedy: 'Delete it, when nobody needs it any more, or choose another `hostname`.',
    pointer: POINTER,
  };
}
