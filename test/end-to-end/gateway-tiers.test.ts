import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwin, makespanOf, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { Azure } from '../../actions/smoke-test/test/support/azure.ts';
import { CHAIN, ENVIRONMENT, runActionProcess, runChain } from '../support/action-process.ts';

const SERVICE = 'Microsoft.ApiManagement/service';
const choice = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'choices', `gateway-${name}.yml`), 'utf8');
const STANDARD_V2 = choice('standard-v2');

/** What was written to resources of `type`, in order. */
const written = (twin: Twin, type: string) =>
  twin.arm.state.timeline.filter((entry) => entry.type.toLowerCase() === type.toLowerCase());

/** Deploys the hub of an environment and waits for its gateway. */
const deployHub = (twin: Twin, environment: string) =>
  runActionProcess('deploy-hub', twin, { environment, inputs: { wait: 'gateway' } });

describe('a gateway of StandardV2', { timeout: 120_000 }, () => {
  test('is made, gets its endpoint and is closed, in minutes; a change later never opens it', async () => {
    await using twin = await createTwin();
    const azure = new Azure(twin);
    const first = await deployHub(twin, STANDARD_V2);
    expect(first.exitCode, first.log).toBe(0);
    const [creation, closing] = written(twin, SERVICE);
    const [endpoint] = written(twin, 'Microsoft.Network/privateEndpoints');
    expect([creation?.kind, closing?.kind]).toEqual(['create', 'update']);
    expect(endpoint?.startedAt).toBeGreaterThanOrEqual(creation?.endedAt ?? Infinity);
    expect(closing?.startedAt).toBeGreaterThanOrEqual(endpoint?.endedAt ?? Infinity);
    expect(makespanOf(twin.arm).apiManagementMs).toBeLessThanOrEqual(15 * 60_000);
    const id = azure.idOf(SERVICE, '');
    expect((await azure.get(id)).properties).toMatchObject({ publicNetworkAccess: 'Disabled' });

    const more = await deployHub(twin, STANDARD_V2.replace('sku: StandardV2', 'sku: StandardV2, capacity: 3'));
    expect(more.exitCode, more.log).toBe(0);
    expect(written(twin, SERVICE)).toHaveLength(3);
    expect((await azure.get(id)).properties).toMatchObject({ publicNetworkAccess: 'Disabled' });
  });

  test('that somebody opened gets nothing put on it', async () => {
    await using twin = await createTwin();
    const azure = new Azure(twin);
    await runChain(twin, { environment: STANDARD_V2 }, ['deploy-hub', 'deploy-spoke']);
    await deployHub(twin, STANDARD_V2);
    const id = azure.idOf(SERVICE, '');
    const service = await azure.get(id);
    await azure.put(id, { ...service, properties: { ...service.properties, publicNetworkAccess: 'Enabled' } });
    const run = await runActionProcess('configure-apim', twin, { environment: STANDARD_V2 });
    expect([run.exitCode, run.writes], run.log).toEqual([1, []]);
    expect(run.log).toContain('GatewayIsOpen');
  });
});

test.each([1, 2, 3])(
  'a run with StandardV2 takes as long as all but the gateway, seed %i',
  { timeout: 120_000 },
  async (seed) => {
    await using twin = await createTwin({ seed });
    await runChain(twin, { environment: STANDARD_V2 }, CHAIN.slice(0, -1));
    const { runMs, apiManagementMs = 0, othersMs } = makespanOf(twin.arm);
    expect(apiManagementMs).toBeLessThanOrEqual(15 * 60_000);
    expect(othersMs).toBeGreaterThan(apiManagementMs);
    expect(runMs).toBeLessThanOrEqual(1.05 * (othersMs + 8 * 60_000));
  },
);

describe('what the preflight refuses before anything is written', { timeout: 120_000 }, () => {
  test('a tier that the region does not offer', async () => {
    await using twin = await createTwin();
    const run = await deployHub(twin, choice('premium-v2').replace('germanywestcentral', 'swedencentral'));
    expect([run.exitCode, run.writes]).toEqual([1, []]);
    expect(run.log).toContain('API Management is not offered in tier PremiumV2 in swedencentral');
    expect(run.log).toContain('germanywestcentral');
  });

  test('a hub of one family that is to become another', async () => {
    await using twin = await createTwin();
    expect((await deployHub(twin, ENVIRONMENT)).exitCode).toBe(0);
    const run = await deployHub(twin, ENVIRONMENT.replace('gateway: {', 'gateway: { sku: StandardV2,'));
    expect([run.exitCode, run.writes]).toEqual([1, []]);
    expect(run.log).toContain('GatewayTierCannotChange');
    expect(run.log).toContain('Write `sku: Developer` again.');
  });
});

test('a Developer gateway becomes Premium, where it stands', { timeout: 120_000 }, async () => {
  await using twin = await createTwin();
  expect((await deployHub(twin, ENVIRONMENT)).exitCode).toBe(0);
  const run = await deployHub(twin, ENVIRONMENT.replace('gateway: {', 'gateway: { sku: Premium, capacity: 2,'));
  expect(run.exitCode, run.log).toBe(0);
  expect(written(twin, SERVICE).map(({ kind }) => kind)).toEqual(['create', 'update']);
  expect(written(twin, 'Microsoft.Network/virtualNetworks')).toHaveLength(1);
});
