import { findAppEnvironment, platformHostname } from '@lz/action';
import { lookUpPublicly } from '@lz/azure';
import { CheckFailed, type Finding } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

const NETWORK_VERSION = '2025-05-01';

/** The public address that answers: of Application Gateway, or of the Container Apps environment. */
export async function faceAddress(run: SmokeRun): Promise<string> {
  const address =
    run.environment.spoke.exposure.kind === 'app-gateway'
      ? (await findPublicIp(run))?.properties.ipAddress
      : (await findAppEnvironment(run))?.properties.staticIp;
  if (address === undefined) throw new CheckFailed('the ingress has no public address', 'Run deploy-spoke.');
  return address;
}

async function findPublicIp({ azure, names }: SmokeRun) {
  return await azure.find<{ readonly properties: { readonly ipAddress?: string } }>(
    names.spoke.ingressPublicIpId,
    NETWORK_VERSION,
  );
}

/** Whether deploy-spoke, or the platform, makes the record of the host name. */
export function recordIsOurs(run: SmokeRun): boolean {
  const { exposure } = run.environment.spoke;
  return exposure.hostname === undefined || 'dns' in exposure;
}

/**
 * Whether the internet finds the face. A record that only the domain's owner can make is left to do while it is absent;
 * one that was made in a zone of Azure must be seen, else the zone is not delegated.
 */
export async function publicDns(run: SmokeRun, hostname: string): Promise<Finding> {
  const address = await faceAddress(run);
  const found = await lookUpPublicly(hostname, 'A', process.env);
  if (found.includes(address)) return { detail: `${hostname} is ${address}` };
  const wrong = `${hostname} ${found.length === 0 ? 'is not in public DNS' : `points to ${found.join(', ')}`}`;
  if (!recordIsOurs(run))
    return { warning: wrong, leftToDo: `Make the DNS record: ${await recordToMake(run, hostname)}` };
  throw new CheckFailed(wrong, await delegationRemedy(run));
}

/** The record in the words of a zone file. An alias follows the platform; Application Gateway keeps its address. */
async function recordToMake(run: SmokeRun, hostname: string): Promise<string> {
  if (run.environment.spoke.exposure.kind === 'app-gateway') return `${hostname}. A ${await faceAddress(run)}`;
  return `${hostname}. CNAME ${(await platformHostname(run)) ?? ''}.`;
}

async function delegationRemedy({ azure, environment, subscriptionId }: SmokeRun): Promise<string> {
  const { exposure } = environment.spoke;
  const dns = 'dns' in exposure ? exposure.dns : undefined;
  if (dns === undefined) return 'Run deploy-spoke.';
  const scope = `/subscriptions/${dns.subscriptionId ?? subscriptionId}/resourceGroups/${dns.resourceGroup}`;
  const zone = await azure.find<{ readonly properties: { readonly nameServers?: readonly string[] } }>(
    `${scope}/providers/Microsoft.Network/dnsZones/${dns.zone}`,
    '2018-05-01',
  );
  const servers = zone?.properties.nameServers?.join(', ') ?? 'its name servers';
  return `The record is in the zone ${dns.zone}: let the domain above it delegate the zone to ${servers}.`;
}
