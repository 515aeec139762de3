import { ActionError } from '@lz/action';
import type { DeploymentRequest } from '@lz/azure';
import { PROBE_SCRIPT } from '@lz/probe';
import { fingerprint, loadTemplate, spokeAppParameters, spokeParameters, type SpokeFacts } from '@lz/templates';
import type { SpokeRun } from './deploy-spoke.ts';
import { tagsOf, type RestorePoint } from './open-webui/restore-point.ts';
import { makeTrialCertificate, needsCertificate } from './trial-certificate.ts';

/** The spoke's deployment as the environment asks for it. Makes a trial certificate where the vault lacks one. */
export async function spokeDeployment(run: SpokeRun, clientId: string): Promise<DeploymentRequest> {
  const { environment, names, subscriptionId, tenantId } = run;
  const facts: SpokeFacts = {
    tenantId,
    clientId,
    smokeProbeScript: PROBE_SCRIPT,
    ...(await certificateFacts(run)),
  };
  const template = await loadTemplate('spoke');
  const parameters = spokeParameters(environment, names, facts);
  return {
    scope: `/subscriptions/${subscriptionId}`,
    location: environment.location,
    tags: environment.tags,
    name: names.deployments.spoke,
    template,
    parameters,
    fingerprint: fingerprint(template, parameters),
    ...(facts.certificatePfx === undefined ? {} : { mustRun: 'the trial certificate is made anew' }),
  };
}

/** The deployment of the app itself, for a database that has been migrated. It remembers where the way back leads. */
export async function appDeployment(
  run: SpokeRun,
  clientId: string,
  point: RestorePoint | undefined,
): Promise<DeploymentRequest> {
  const { environment, names, subscriptionId, tenantId } = run;
  const template = await loadTemplate('spoke-app');
  const parameters = spokeAppParameters(environment, names, { tenantId, clientId });
  return {
    scope: `/subscriptions/${subscriptionId}`,
    location: environment.location,
    tags: { ...environment.tags, ...tagsOf(point) },
    name: names.deployments.spokeApp,
    template,
    parameters,
    fingerprint: fingerprint(template, parameters),
  };
}

async function certificateFacts(run: SpokeRun): Promise<Pick<SpokeFacts, 'certificatePfx' | 'certificateVault'>> {
  const { exposure } = run.environment.spoke;
  if (exposure.kind !== 'app-gateway') return {};
  if (exposure.certificate.kind === 'key-vault')
    return { certificateVault: await findVault(run, exposure.certificate.secretId) };
  const secretId = `${run.names.spoke.keyVaultId}/secrets/${run.names.spoke.secrets.certificate}`;
  if (run.mode === 'plan' || !(await needsCertificate(run.azure, secretId))) return {};
  run.log.info(`trial certificate: making a self-signed one for ${exposure.hostname}; it is kept in Key Vault only`);
  const { pfx } = await makeTrialCertificate(exposure.hostname, new Date());
  run.mask(pfx);
  return { certificatePfx: pfx };
}

/** The resource group of a Key Vault that is known by its secret's URI. */
async function findVault(run: SpokeRun, secretId: string): Promise<{ resourceGroup: string; name: string }> {
  const name = new URL(secretId).hostname.split('.')[0] ?? '';
  const filter = encodeURIComponent(`resourceType eq 'Microsoft.KeyVault/vaults' and name eq '${name}'`);
  const vaults = await run.azure.list<{ id: string }>(
    `/subscriptions/${run.subscriptionId}/resources?$filter=${filter}`,
    '2021-04-01',
  );
  const resourceGroup = /\/resourceGroups\/(?<group>[^/]+)\//i.exec(vaults[0]?.id ?? '')?.groups?.['group'];
  if (resourceGroup !== undefined) return { resourceGroup, name };
  throw new ActionError(
    'KeyVaultNotFound',
    `The Key Vault of ${secretId} is not in subscription ${run.subscriptionId}, or this identity cannot see it.`,
    'Application Gateway reads certificates of its own subscription only: put the vault there, or correct `spoke.exposure.certificate.secretId`.',
  );
}
