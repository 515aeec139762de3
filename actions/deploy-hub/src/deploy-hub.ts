import {
  checkHub,
  isRemoval,
  leftoverChange,
  removeLeftovers,
  settleDeletedNames,
  type Plan,
  type Run,
} from '@lz/action';
import {
  checkGateway,
  checkGroupLocation,
  checkLocation,
  checkProviders,
  checkRights,
  checkSoftDeleted,
  findDeployment,
  hubProviders,
  lockActions,
  neededActions,
  readBudgetStart,
  registerMissingProviders,
  unwantedOperations,
  type Leftover,
} from '@lz/azure';
import type { OwnHub } from '@lz/config';
import type { BudgetFacts } from '@lz/templates';
import { hubDeployments, type HubDeployments } from './deployments.ts';
import type { definition } from './definition.ts';
import { heldNames } from './held-names.ts';
import { removeHub } from './removal/remove-hub.ts';

/** The run of `deploy-hub`. */
export type HubRun = Run<typeof definition>;

const API_MANAGEMENT_VERSION = '2024-05-01';

/**
 * The hub in three deployments: the network, which everything stands on; API Management, which takes half an hour or
 * more and is only started; logs and DNS at the same time. Nothing is written where nothing changed.
 */
export async function deployHub(run: HubRun): Promise<void> {
  const { environment, names } = run;
  const { hub } = environment;
  if (isRemoval(run)) {
    await removeHub(run);
    return;
  }
  if (hub.kind === 'reference') {
    await seeHub(run);
    return;
  }
  const deployments = await hubDeployments({ ...environment, hub }, names, await budgetFacts(run));
  await run.phase('P0', () => preflight(run, hub));
  await run.confirmPlan(() => plan(run, deployments));
  if (run.mode === 'apply') await apply(run, deployments);
  writeOutputs(run, (await findDeployment(run.azure, deployments.gateway))?.properties.provisioningState);
}

async function budgetFacts({ azure, environment, names }: HubRun): Promise<BudgetFacts> {
  if (environment.operations.budget?.hub === undefined) return {};
  return { budgetStart: await readBudgetStart(azure, names.hub.resourceGroupId) };
}

/** The budget and the lock that the file does not ask for any more. */
async function hubLeftovers({ azure, environment: { operations }, names }: HubRun): Promise<readonly Leftover[]> {
  const wanted = { budget: operations.budget?.hub !== undefined, locks: operations.locks };
  return await unwantedOperations(azure, names.hub.resourceGroupId, wanted);
}

/** A hub of another environment: it has to be there, and nothing of it is written here. */
async function seeHub(run: HubRun): Promise<void> {
  const { azure, names, log } = run;
  const { owner, subscriptionId, apimId } = names.hub;
  await run.phase('P0', async () => {
    run.preflight(await checkHub(run));
  });
  await run.confirmPlan(() => Promise.resolve({ changes: [], unseen: [] }));
  log.info(`the hub is ${owner}'s, in subscription ${subscriptionId}: it is there, so there is nothing to do here`);
  const service = await azure.find<{ properties: { provisioningState: string } }>(apimId, API_MANAGEMENT_VERSION);
  writeOutputs(run, service?.properties.provisioningState);
}

/** Reads only: what would fail later is found in seconds. */
async function preflight(run: HubRun, hub: OwnHub): Promise<void> {
  const { azure, environment, names, subscriptionId } = run;
  const { location } = environment;
  const gateway = { id: names.hub.apimId, name: names.hub.apim, sku: hub.gateway.sku, location };
  run.preflight([
    ...(await checkRights(
      azure,
      subscriptionId,
      environment.operations.locks ? [...neededActions, ...lockActions] : neededActions,
    )),
    ...(await checkLocation(azure, subscriptionId, location)),
    ...(await checkGroupLocation(azure, names.hub.resourceGroupId, location)),
    ...(await checkProviders(azure, subscriptionId, hubProviders)),
    ...(await checkSoftDeleted(azure, subscriptionId, heldNames(run), run.inputs.softDelete)),
    ...(await checkGateway(azure, subscriptionId, gateway)),
  ]);
}

async function plan(run: HubRun, { network, gateway, services }: HubDeployments): Promise<Plan> {
  const plans: Plan[] = [];
  for (const request of [network, gateway, services]) plans.push(await run.plan(request));
  return {
    changes: [...plans.flatMap(({ changes }) => changes), ...(await hubLeftovers(run)).map(leftoverChange)],
    unseen: plans.flatMap(({ unseen }) => unseen),
    basis: plans.flatMap(({ basis = [] }) => basis),
  };
}

async function apply(run: HubRun, { network, gateway, services }: HubDeployments): Promise<void> {
  const { azure, subscriptionId } = run;
  await run.phase('P1', async () => {
    await registerMissingProviders(azure, subscriptionId, hubProviders, (missing) => {
      run.log.info(`registering ${missing.join(', ')}`);
    });
    await run.deploy(network);
    await settleDeletedNames(run, run.inputs.softDelete, heldNames(run));
    // Started first, since it takes longest; the others run at the same time.
    await run.deploy(gateway, { wait: false });
  });
  await run.phase('P2', async () => {
    await run.deploy(services);
    await removeLeftovers(run, await hubLeftovers(run));
  });
  if (run.inputs.wait === 'gateway') {
    await run.phase('P3', async () => {
      await run.deploy(gateway);
    });
  }
}

function writeOutputs(run: HubRun, state = 'Absent'): void {
  const { hub } = run.names;
  const url = `https://${hub.gatewayHost}`;
  run.output('resource-group', hub.resourceGroup);
  run.output('vnet-id', hub.vnetId);
  run.output('gateway-id', hub.apimId);
  run.output('gateway-url', url);
  run.output('gateway-state', state);
  run.report.url('Gateway (inside the network)', url);
  run.report.fact('gatewayState', state);
  run.log.info(`gateway ${hub.apim}: ${state}`);
}
