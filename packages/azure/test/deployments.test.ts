import { describe, expect, test } from 'vitest';
import {
  cancelDeployment,
  deploymentIsCurrent,
  DeploymentFailedError,
  ensureDeployment,
  FINGERPRINT_TAG,
  watchDeployment,
  type DeploymentEvent,
  type DeploymentRequest,
  type LeafError,
} from '../src/index.ts';
import { azureServer } from './support/azure-server.ts';
import { clientOf, SUBSCRIPTION } from './support/clients.ts';
import { DeploymentWorld, type Step } from './support/deployment-world.ts';

const group = `${SUBSCRIPTION}/resourceGroups/rg`;
const vnet: Step = {
  id: `${group}/providers/Microsoft.Network/virtualNetworks/vnet`,
  states: ['Running', 'Succeeded'],
};
const vault: Step = {
  id: `${group}/providers/Microsoft.KeyVault/vaults/kv`,
  states: ['Running', 'Running', 'Succeeded'],
};
const nested = (name: string, ...steps: Step[]): Step => ({
  id: `${group}/providers/Microsoft.Resources/deployments/${name}`,
  states: ['Running', 'Running', steps.some(({ states }) => states.includes('Failed')) ? 'Failed' : 'Succeeded'],
  steps,
});
const failing = (code: string, message: string): Step => ({
  id: `${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql`,
  states: ['Running', 'Failed'],
  statusMessage: {
    status: 'Failed',
    error: { code: 'ResourceDeploymentFailure', message: 'failed', details: [{ code, message }] },
  },
});

const request: DeploymentRequest = {
  scope: SUBSCRIPTION,
  name: 'lz-test',
  location: 'swedencentral',
  template: { resources: [] },
  parameters: {},
  fingerprint: 'f1',
};

describe('watching a deployment', () => {
  test('every resource is told once a state, however deep it is nested', async () => {
    const world = new DeploymentWorld([[vnet, nested('inner', vault)]]);
    await using server = await azureServer(world.answer);
    world.seed('lz-test', {}, 0);
    const events: DeploymentEvent[] = [];
    await watchDeployment(clientOf(server), request, { onEvent: (event) => events.push(event) });
    expect(
      events.map((event) =>
        event.kind === 'resource' ? `${event.resourceName} ${event.state} ${event.ageMs / 60_000}` : '',
      ),
    ).toEqual(['vnet Running 1', 'kv Running 1', 'vnet Succeeded 2', 'kv Succeeded 3']);
  });

  test('requests go one after the other, and a nested deployment that is over is not asked again', async () => {
    const slow: Step = {
      ...vault,
      id: `${vault.id}2`,
      states: ['Running', 'Running', 'Running', 'Running', 'Running', 'Succeeded'],
    };
    const world = new DeploymentWorld([[nested('inner', vnet), slow]]);
    await using server = await azureServer(world.answer);
    world.seed('lz-test', {}, 0);
    await watchDeployment(clientOf(server), request);
    const asked = server.requests.filter(({ path }) => path.endsWith('/inner/operations'));
    expect(asked).toHaveLength(3);
  });

  test('the leaf errors of a failure stand alone, with resource, cause, remedy and links', async () => {
    const world = new DeploymentWorld([
      [vnet, nested('outer', nested('inner', failing('ServerIsBusy', 'busy'), vault))],
    ]);
    await using server = await azureServer(world.answer);
    world.seed('lz-test', {}, 0);
    const failed = await watchDeployment(clientOf(server), request, { tenantId: 't-1' }).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(DeploymentFailedError);
    const { leafErrors, message } = failed as DeploymentFailedError;
    expect(message).toBe('Deployment lz-test ended as Failed: ServerIsBusy at psql');
    expect(leafErrors).toHaveLength(1);
    expect(leafErrors[0]).toMatchObject({
      code: 'ServerIsBusy',
      message: 'busy',
      resourceType: 'Microsoft.DBforPostgreSQL/flexibleServers',
      resourceName: 'psql',
      transient: true,
      correlationId: 'corr-1',
      portalUrl: `https://portal.azure.com/#@t-1/resource${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql`,
    } satisfies Partial<LeafError>);
    expect(leafErrors[0]?.remedy).toBeDefined();
  });
});

describe('bringing a deployment about', () => {
  const quota = failing('InsufficientQuota', 'no quota');
  const busy = failing('ServerIsBusy', 'busy');

  async function ensure(world: DeploymentWorld, options: { wait?: boolean } = {}) {
    await using server = await azureServer(world.answer);
    const decisions: string[] = [];
    const outcome = await ensureDeployment(clientOf(server), request, {
      wait: options.wait ?? true,
      onDecision: (kind, reason) => decisions.push(`${kind}: ${reason}`),
    }).catch((error: unknown) => error);
    return { outcome, decisions, requests: server.requests };
  }

  test('one that never was is deployed, with its fingerprint as tag', async () => {
    const world = new DeploymentWorld([[vnet]]);
    const { outcome, decisions, requests } = await ensure(world);
    expect(outcome).toMatchObject({ outcome: 'deployed', redeployments: 0 });
    expect(decisions).toEqual(['deployed: it was never deployed']);
    expect(requests.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      location: 'swedencentral',
      tags: { [FINGERPRINT_TAG]: 'f1' },
      properties: { mode: 'Incremental' },
    });
  });

  test('one that is current is left alone', async () => {
    const world = new DeploymentWorld([[vnet]]);
    world.seed('lz-test', { [FINGERPRINT_TAG]: 'f1' }, 9);
    expect((await ensure(world)).outcome).toMatchObject({ outcome: 'current' });
    expect(world.writes).toBe(0);
  });

  test.each([
    ['another fingerprint', { [FINGERPRINT_TAG]: 'f0' }, [], 'deployed: the template or its parameters changed'],
    ['no fingerprint', {}, [], 'deployed: the template or its parameters changed'],
    [
      'a change by hand',
      { [FINGERPRINT_TAG]: 'f1' },
      [
        {
          resourceId: vnet.id,
          changeType: 'Modify',
          delta: [{ path: 'properties.x', propertyChangeType: 'Modify', before: 1, after: 2 }],
        },
      ],
      'deployed: vnet (properties.x) differs from the template',
    ],
  ])('%s means deploying again', async (_, tags, changes, decision) => {
    const world = new DeploymentWorld([[vnet]], changes);
    world.seed('lz-test', tags, 9);
    const { decisions } = await ensure(world);
    expect(decisions).toEqual([decision]);
    expect(world.writes).toBe(1);
  });

  test('one of the same that is running is taken over', async () => {
    const world = new DeploymentWorld([[vault]]);
    world.seed('lz-test', { [FINGERPRINT_TAG]: 'f1' }, 0);
    expect((await ensure(world)).outcome).toMatchObject({
      outcome: 'adopted',
      deployment: { properties: { provisioningState: 'Succeeded' } },
    });
    expect(world.writes).toBe(0);
  });

  test('one of something else that is running is waited for, then replaced', async () => {
    const world = new DeploymentWorld([[vault]]);
    world.seed('lz-test', { [FINGERPRINT_TAG]: 'f0' }, 0);
    const { decisions } = await ensure(world);
    expect(decisions).toEqual([
      'adopted: an earlier version of it is running; waiting for that first',
      'deployed: the template or its parameters changed',
    ]);
    expect(world.writes).toBe(1);
  });

  test('without waiting, it returns while the deployment runs', async () => {
    const world = new DeploymentWorld([[vault]]);
    expect((await ensure(world, { wait: false })).outcome).toMatchObject({
      outcome: 'started',
      deployment: { properties: { provisioningState: 'Running' } },
    });
  });

  test('errors that pass by themselves are met by deploying again', async () => {
    const world = new DeploymentWorld([[busy], [busy], [vnet]]);
    expect((await ensure(world)).outcome).toMatchObject({ outcome: 'deployed', redeployments: 2 });
    expect(world.writes).toBe(3);
  });

  test.each([
    ['an error that stays', [[quota]], 1],
    ['one that stays beside one that passes', [[busy, { ...quota, id: `${quota.id}2` }]], 1],
    ['one that passes too often', [[busy]], 3],
  ])('%s ends it', async (_, attempts, writes) => {
    const world = new DeploymentWorld(attempts);
    expect((await ensure(world)).outcome).toBeInstanceOf(DeploymentFailedError);
    expect(world.writes).toBe(writes);
  });

  test('cancelling works after the run itself was cancelled', async () => {
    const world = new DeploymentWorld([[vault]]);
    await using server = await azureServer(world.answer);
    world.seed('lz-test', {}, 0);
    const client = clientOf(server, { signal: AbortSignal.abort() });
    await cancelDeployment(client, request);
    expect(world.deployments.get('lz-test')?.cancelled).toBe(true);
  });

  test('a failed last deployment is not current', async () => {
    const world = new DeploymentWorld([[quota]]);
    world.seed('lz-test', { [FINGERPRINT_TAG]: 'f1' }, 9);
    await using server = await azureServer(world.answer);
    expect(await deploymentIsCurrent(clientOf(server), request)).toMatchObject({
      current: false,
      reason: 'its last deployment is Failed',
    });
  });
});
