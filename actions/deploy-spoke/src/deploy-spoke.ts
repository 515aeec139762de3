import {
  checkHub,
  isRemoval,
  leftoverChange,
  removeLeftovers,
  settleDeletedNames,
  spokeHostname,
  type Plan,
  type Run,
} from '@lz/action';
import {
  checkGroupLocation,
  checkLocation,
  checkModels,
  checkPostgres,
  checkProviders,
  checkPurgeProtection,
  checkRights,
  checkSoftDeleted,
  lockActions,
  neededActions,
  outputsOf,
  registerMissingProviders,
  spokeProviders,
  type Deployment,
} from '@lz/azure';
import { checkAccess } from './check-access.ts';
import type { definition } from './definition.ts';
import { checkExposure } from './exposure-check.ts';
import { heldNames } from './held-names.ts';
import { checkBranding } from './open-webui/check-branding.ts';
import { checkServer } from './open-webui/check-server.ts';
import { checkVersion } from './open-webui/check-version.ts';
import { migrateDatabase } from './open-webui/migrate.ts';
import { planApp } from './open-webui/plan.ts';
import { waitForRevision } from './open-webui/revision.ts';
import { removeSpoke } from './removal/remove-spoke.ts';
import { checkPlaceOnHub } from './place-on-hub.ts';
import { spokeLeftovers } from './leftovers.ts';
import { checkSignIn, completeSignIn, giveRoles, planSignIn, prepareSignIn } from './sign-in.ts';
import { appDeployment, spokeDeployment } from './spoke-deployment.ts';

/** The run of `deploy-spoke`. */
export type SpokeRun = Run<typeof definition>;

/**
 * P0 to P4 of the spoke. The Entra application comes first, because Open WebUI's settings name it; people get their
 * roles last, because the smoke test's identity exists only then. In between stand two ARM deployments, with the
 * migration of the database between them: what serves goes on serving until its successor is healthy.
 */
export async function deploySpoke(run: SpokeRun): Promise<void> {
  if (isRemoval(run)) {
    await removeSpoke(run);
    return;
  }
  await run.phase('P0', () => preflight(run));
  await run.confirmPlan(() => plan(run));
  const hostname = await spokeHostname(run);
  writeFixedOutputs(run, hostname);
  if (run.mode === 'apply') await apply(run, hostname);
}

/** Reads only: what would fail later is found in seconds. */
async function preflight(run: SpokeRun): Promise<void> {
  const { azure, environment, names, subscriptionId } = run;
  const { location, models, operations } = environment;
  run.preflight([
    ...(await checkRights(
      azure,
      subscriptionId,
      operations.locks ? [...neededActions, ...lockActions] : neededActions,
    )),
    ...(await checkPurgeProtection(azure, names.spoke.keyVaultId, operations.deletionProtection)),
    ...(await checkLocation(azure, subscriptionId, location)),
    ...(await checkGroupLocation(azure, names.spoke.resourceGroupId, location)),
    ...(await checkProviders(azure, subscriptionId, providersOf(environment))),
    ...(await checkAccess(azure, environment.access)),
    ...(await checkSignIn(run)),
    ...(await checkVersion(run)),
    ...checkBranding(run),
    ...(await checkServer(run)),
    ...(await checkHub(run)),
    ...(await checkExposure(run)),
    ...(await checkPlaceOnHub(run)),
    ...(await checkModels(azure, subscriptionId, location, models, names.spoke.foundryId)),
    ...(await checkPostgres(azure, subscriptionId, location, environment.spoke.postgres, names.spoke.postgresId)),
    ...(await checkSoftDeleted(azure, subscriptionId, heldNames(run), run.inputs.softDelete)),
  ]);
}

/** Redis is made for some environments only; nobody else has to register its provider. */
function providersOf({ spoke }: SpokeRun['environment']): readonly string[] {
  return spoke.redis === undefined ? spokeProviders : [...spokeProviders, 'Microsoft.Cache'];
}

/** Stands for the client id of an application that does not exist yet, in a plan alone. */
const UNKNOWN_CLIENT_ID = '00000000-0000-0000-0000-000000000000';

async function plan(run: SpokeRun): Promise<Plan> {
  const { application, changes } = await planSignIn(run);
  const deployment = await planDeployment(run, application?.clientId ?? UNKNOWN_CLIENT_ID);
  const app = await planApp(run, application?.clientId ?? UNKNOWN_CLIENT_ID);
  return {
    changes: [...changes, ...deployment.changes, ...app.changes, ...(await spokeLeftovers(run)).map(leftoverChange)],
    unseen: [...deployment.unseen, ...app.unseen],
    basis: [...(deployment.basis ?? []), ...(app.basis ?? [])],
  };
}

async function planDeployment(run: SpokeRun, clientId: string): Promise<Plan> {
  const { azure, names } = run;
  if ((await azure.find(names.hub.vnetId, '2025-05-01')) === undefined) {
    return { changes: [], unseen: ['The hub is not there yet: the whole spoke would be created.'] };
  }
  return await run.plan(await spokeDeployment(run, clientId));
}

async function apply(run: SpokeRun, known: string | undefined): Promise<void> {
  const { azure, subscriptionId } = run;
  const application = await run.phase('P1', async () => {
    await registerMissingProviders(azure, subscriptionId, providersOf(run.environment), (missing) => {
      run.log.info(`registering ${missing.join(', ')}`);
    });
    await settleDeletedNames(run, run.inputs.softDelete, heldNames(run));
    return await prepareSignIn(run, known);
  });
  const { deployment } = await run.phase('P3', async () =>
    run.deploy(await spokeDeployment(run, application.clientId)),
  );
  await run.phase('P4', async () => {
    if (known === undefined) await completeAddress(run, deployment);
    const point = await migrateDatabase(run);
    if (point !== undefined) run.output('restore-point', point.time);
    await run.deploy(await appDeployment(run, application.clientId, point));
    await waitForRevision(run, point);
    await giveRoles(run, application, smokePrincipalId(deployment));
    // Last, when nobody is told to use them any longer.
    await removeLeftovers(run, await spokeLeftovers(run));
    writeOutputs(run, deployment, application.clientId);
  });
}

/** What had to wait for the host name that the platform gave. */
async function completeAddress(run: SpokeRun, deployment: Deployment): Promise<void> {
  const { url } = outputsOf(deployment);
  if (typeof url !== 'string') throw new Error(`Deployment ${deployment.name} has no output url`);
  const { hostname } = new URL(url);
  await completeSignIn(run, hostname);
  writeAddress(run, hostname);
}

function smokePrincipalId(deployment: Deployment): string {
  const id = outputsOf(deployment)['smokePrincipalId'];
  if (typeof id !== 'string') throw new Error(`Deployment ${deployment.name} has no output smokePrincipalId`);
  return id;
}

function writeFixedOutputs(run: SpokeRun, hostname: string | undefined): void {
  run.output('resource-group', run.names.spoke.resourceGroup);
  if (hostname !== undefined) writeAddress(run, hostname);
}

function writeAddress(run: SpokeRun, hostname: string): void {
  const url = `https://${hostname}`;
  run.output('url', url);
  run.report.url('Open WebUI', url);
}

function writeOutputs(run: SpokeRun, deployment: Deployment, clientId: string): void {
  const { ingressAddress } = outputsOf(deployment);
  run.output('application-client-id', clientId);
  if (typeof ingressAddress !== 'string' || ingressAddress === '') return;
  run.output('ingress-address', ingressAddress);
  run.report.fact('ingressAddress', ingressAddress);
}
