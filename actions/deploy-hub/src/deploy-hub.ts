import type { Plan, Run } from '@lz/action';
import {
  checkGroupLocation,
  checkLocation,
  checkProviders,
  checkRights,
  checkSoftDeleted,
  findDeployment,
  hubProviders,
  registerMissingProviders,
  type DeploymentRequest,
} from '@lz/azure';
import { hubDeployments, type HubDeployments } from './deployments.ts';
import type { definition } from './definition.ts';

type HubRun = Run<typeof definition>;

/**
 * The hub in three deployments: the network, which everything stands on; API Management, which takes half an hour or
 * more and is only started; logs and DNS at the same time. Nothing is written where nothing changed.
 */
export async function deployHub(run: HubRun): Promise<void> {
  const deployments = await hubDeployments(run.environment, run.names);
  await run.phase('P0', () => preflight(run));
  await run.confirmPlan(() => plan(run, deployments));
  if (run.mode === 'apply') await apply(run, deployments);
  await writeOutputs(run, deployments.gateway);
}

/** Reads only: what would fail later is found in seconds. */
async function preflight(run: HubRun): Promise<void> {
  const { azure, environment, names, subscriptionId } = run;
  const { location } = environment;
  const gateway = { resourceGroup: names.hub.resourceGroup, location, name: names.hub.apim };
  run.preflight([
    ...(await checkRights(azure, subscriptionId)),
    ...(await checkLocation(azure, subscriptionId, location)),
    ...(await checkGroupLocation(azure, names.hub.resourceGroupId, location)),
    ...(await checkProviders(azure, subscriptionId, hubProviders)),
    ...(await checkSoftDeleted(azure, subscriptionId, [{ kind: 'api-management', ...gateway }])),
  ]);
}

async function plan(run: HubRun, { network, gateway, services }: HubDeployments): Promise<Plan> {
  const plans: Plan[] = [];
  for (const request of [network, gateway, services]) plans.push(await run.plan(request));
  return {
    changes: plans.flatMap(({ changes }) => changes),
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
    // Started first, since it takes longest; the others run at the same time.
    await run.deploy(gateway, { wait: false });
  });
  await run.phase('P2', async () => {
    await run.deploy(services);
  });
  if (run.inputs.wait === 'gateway') {
    await run.phase('P3', async () => {
      await run.deploy(gateway);
    });
  }
}

async function writeOutputs(run: HubRun, gateway: DeploymentRequest): Promise<void> {
  const { hub } = run.names;
  const state = (await findDeployment(run.azure, gateway))?.properties.provisioningState ?? 'Absent';
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
