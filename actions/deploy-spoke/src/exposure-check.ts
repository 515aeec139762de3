import { findAppEnvironment } from '@lz/action';
import { checked, lookUpPublicly, type Finding } from '@lz/azure';
import { checkCertificateVault } from './certificate-vault.ts';
import type { SpokeRun } from './deploy-spoke.ts';
import { checkZone } from './zone-check.ts';

const APP_VERSION = '2025-07-01';

/** What stands in the way of the exposure: a certificate, a zone, a proof of the host name, or what is there already. */
export async function checkExposure(run: SpokeRun): Promise<readonly Finding[]> {
  const { exposure } = run.environment.spoke;
  const { certificate } = exposure;
  const findings = [...(await checked('The Container Apps environment', () => checkKept(run)))];
  if (certificate?.kind === 'key-vault') {
    const check = () => checkCertificateVault(run, exposure.kind, certificate.secretId);
    findings.push(...(await checked('The Key Vault of the certificate', check)));
  }
  if ('dns' in exposure) {
    const { dns, hostname = '' } = exposure;
    const remedy = 'Give the deploying identity the role DNS Zone Contributor on the zone.';
    findings.push(...(await checked(`The DNS zone ${dns.zone}`, () => checkZone(run, dns, hostname), remedy)));
  } else if (exposure.kind === 'container-app' && exposure.hostname !== undefined) {
    const { hostname } = exposure;
    findings.push(...(await checked('The proof of the host name', () => checkProof(run, hostname))));
  }
  return findings;
}

/** Whether an environment is internal is fixed when it is made. */
async function checkKept(run: SpokeRun): Promise<readonly Finding[]> {
  const { kind } = run.environment.spoke.exposure;
  const environment = await findAppEnvironment(run);
  if (environment === undefined) return [];
  const internal = environment.properties.vnetConfiguration?.internal === true;
  if (internal === (kind !== 'container-app')) return [];
  return [
    {
      severity: 'error',
      code: 'ExposureFixed',
      message: `The Container Apps environment ${run.names.spoke.containerEnvironment} is ${internal ? 'internal' : 'public'}, which Azure never changes, and ${kind} needs the other.`,
      remedy:
        'Write the exposure that was deployed, or deploy an environment file with another `name` and move over to it.',
      pointer: '/spoke/exposure/kind',
    },
  ];
}

/**
 * Container Apps takes a host name only where public DNS proves that it is the company's. The proof is the same for all
 * of a subscription, so it can be made before the first deployment.
 */
async function checkProof({ azure, subscriptionId }: SpokeRun, hostname: string): Promise<readonly Finding[]> {
  const { body: proof } = await azure.request<string>({
    method: 'POST',
    url: `/subscriptions/${subscriptionId}/providers/Microsoft.App/getCustomDomainVerificationId`,
    apiVersion: APP_VERSION,
    idempotent: true,
  });
  const found = await lookUpPublicly(`asuid.${hostname}`, 'TXT', process.env);
  if (found.includes(proof)) return [];
  return [
    {
      severity: 'error',
      code: 'HostnameNotProved',
      message: `Public DNS has no proof that ${hostname} is yours, without which Container Apps refuses the name.`,
      remedy: `Make the DNS record: asuid.${hostname}. TXT "${proof}"; then run again.`,
      pointer: '/spoke/exposure/hostname',
    },
  ];
}
