import { join } from 'node:path';
import { createTwin } from '@lz/twin';
import { expect, it } from 'vitest';
import { runClient } from './run-client.ts';

it('the Azure SDKs for JavaScript work with the twin, told nothing but a proxy and a CA', async () => {
  await using twin = await createTwin({ retryAfterSeconds: undefined });
  const { clientId, secret } = twin.ready.identities.client;
  const run = await runClient(twin, process.execPath, [join(import.meta.dirname, 'clients/javascript-sdk.ts')], {
    env: { CLIENT_ID: clientId, CLIENT_SECRET: secret },
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual({
    'groups-secret': ['rg-sdk'],
    'groups-federated': ['rg-sdk'],
    predicted: ['Create', 'Create'],
    validated: 'Succeeded',
    deployed: 'Succeeded',
    outputs: { id: { type: 'String', value: expect.stringMatching(/\/virtualNetworks\/vnet-sdk$/) as unknown } },
    operations: ['vnet-sdk', 'nsg-sdk'],
    again: ['NoChange', 'NoChange'],
    failed: expect.stringContaining('DeploymentFailed') as unknown,
    resources: ['nsg-sdk', 'vnet-sdk'],
    made: 'Succeeded',
    gone: false,
    service: 'Succeeded',
    api: 'pets',
  });
});
