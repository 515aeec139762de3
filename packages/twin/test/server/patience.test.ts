import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';
import { network } from '../support/templates.ts';

const VERSION = '2025-05-01';
const VNET = 'resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v';

let twin: Twin;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  twin = await createTwin();
  [first, second] = [new TestClient(twin), new TestClient(twin)];
  await first.arm('PUT', 'resourceGroups/rg', '2025-04-01', { body: { location: 'swedencentral' } });
  await first.arm('PUT', VNET, VERSION, { body: network('v') });
});
afterAll(async () => {
  first[Symbol.dispose]();
  second[Symbol.dispose]();
  await twin.close();
});

/** Provisioning state as `client` sees it, and how far the look moved the clock. */
async function look(client: TestClient): Promise<readonly [unknown, boolean]> {
  const before = twin.world.clock.now;
  const shown = (await client.arm('GET', VNET, VERSION)).json()['properties'] as { provisioningState: string };
  return [shown.provisioningState, twin.world.clock.now > before];
}

describe('the clock', () => {
  it('stands while each client looks for the first time, and moves when one looks again', async () => {
    expect(await look(first)).toEqual(['Creating', false]);
    expect(await look(second)).toEqual(['Creating', false]);
    expect(await look(first)).toEqual(['Succeeded', true]);
  });

  it('stands when what is looked at is finished', async () => {
    expect(await look(second)).toEqual(['Succeeded', false]);
    expect(await look(second)).toEqual(['Succeeded', false]);
  });

  it('moves for a client that repeats what only time can cure, once for each repetition', async () => {
    const deployment = 'resourceGroups/rg/providers/Microsoft.Resources/deployments/d';
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      languageVersion: '2.0',
      contentVersion: '1.0.0.0',
      resources: { v: network('w') },
    };
    const body = { properties: { mode: 'Incremental', template } };
    await first.arm('PUT', deployment, '2025-04-01', { body });
    const statuses: number[] = [];
    for (let tries = 0; tries < 3; tries += 1)
      statuses.push((await second.arm('PUT', deployment, '2025-04-01', { body })).status);
    // Refused; refused again after the step in which the deployment began; accepted after the one in which it ended.
    expect(statuses).toEqual([409, 409, 200]);
  });
});
