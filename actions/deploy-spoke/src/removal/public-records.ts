import { removalOf, type Removal } from '@lz/azure';
import type { SpokeRun } from '../deploy-spoke.ts';

const DNS_VERSION = '2018-05-01';

interface RecordSet {
  readonly properties: { readonly metadata?: Readonly<Record<string, string>> };
}

/**
 * Records of the host name in a public zone of the company's, as far as they are this spoke's: they go before the address
 * that they lead to, which is somebody else's afterwards.
 */
export async function publicRecords(run: SpokeRun): Promise<readonly Removal[]> {
  const { azure, environment, names, subscriptionId } = run;
  const { exposure } = environment.spoke;
  if (exposure.kind === 'private' || exposure.dns === undefined || exposure.hostname === undefined) return [];
  const { dns, hostname } = exposure;
  const scope = `/subscriptions/${dns.subscriptionId ?? subscriptionId}/resourceGroups/${dns.resourceGroup}`;
  const removals: Removal[] = [];
  for (const record of recordsOf(hostname, dns.zone)) {
    const id = `${scope}/providers/Microsoft.Network/dnsZones/${dns.zone}/${record}`;
    const found = await azure.find<RecordSet>(id, DNS_VERSION);
    if (found?.properties.metadata?.['spoke'] !== names.spoke.resourceGroup) continue;
    removals.push(removalOf(id, 'public-names', { apiVersion: DNS_VERSION }));
  }
  return removals;
}

/** The name itself, and what proves to Container Apps that it is ours. */
function recordsOf(hostname: string, zone: string): readonly string[] {
  const label = hostname === zone ? '@' : hostname.slice(0, -zone.length - 1);
  return [`A/${label}`, `CNAME/${label}`, `TXT/${label === '@' ? 'asuid' : `asuid.${label}`}`];
}
