import { readBudgetStart, type DeploymentRequest } from '@lz/azure';
import { PROBE_SCRIPT } from '@lz/probe';
import { fingerprint, loadTemplate, spokeAppParameters, spokeParameters, type SpokeFacts } from '@lz/templates';
import { certificateVaultOf } from './certificate-vault.ts';
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
    ...(environment.operations.budget?.spoke === undefined
      ? {}
      : { budgetStart: await readBudgetStart(run.azure, names.spoke.resourceGroupId) }),
    ...(environment.operations.budget?.tokens === undefined
      ? {}
      : { tokenBudgetStart: await readBudgetStart(run.azure, names.spoke.resourceGroupId, 'tokens') }),
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
  if (exposure.certificate?.kind === 'key-vault')
    return { certificateVault: await certificateVaultOf(run, exposure.certificate.secretId) };
  if (exposure.kind !== 'app-gateway') return {};
  const secretId = `${run.names.spoke.keyVaultId}/secrets/${run.names.spoke.secrets.certificate}`;
  if (run.mode === 'plan' || !(await needsCertificate(run.azure, secretId))) return {};
  run.log.info(`trial certificate: making a self-signed one for ${exposure.hostname}; it is kept in Key Vault only`);
  const { pfx } = await makeTrialCertificate(exposure.hostname, new Date());
  run.mask(pfx);
  return { certificatePfx: pfx };
}
