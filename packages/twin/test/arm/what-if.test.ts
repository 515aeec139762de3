import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';
import { group, module, network, publicAddress, request, template } from '../support/templates.ts';

const VERSION = '2025-04-01';
const BELOW = 'providers/Microsoft.Resources/deployments';

interface Change {
  resourceId: string;
  changeType: string;
  delta?: readonly { path: string; propertyChangeType: string; before: unknown; after: unknown; children: unknown }[];
}

let twin: Twin;
let client: TestClient;
beforeAll(async () => {
  twin = await createTwin();
  client = new TestClient(twin);
  const inner = template('resourceGroup', { vnet: network('vnet', { tags: { a: '1' } }), ip: publicAddress('ip') });
  const body = template('subscription', {
    rg: group('rg'),
    m: module('m', inner, { resourceGroup: 'rg', dependsOn: ['rg'] }),
  });
  const started = await client.arm('PUT', `${BELOW}/first`, VERSION, { body: request(body, {}, 'swedencentral') });
  for (let state: unknown; state !== 'Succeeded';) {
    state = (await client.send('GET', String(started.headers['azure-asyncoperation']))).json()['status'];
  }
});
afterAll(async () => {
  client[Symbol.dispose]();
  await twin.close();
});

/** What-if of `resources` in the group: last segment of each id to its change. */
async function predict(
  resources: Readonly<Record<string, unknown>>,
  rest = {},
): Promise<Readonly<Record<string, Change>>> {
  const accepted = await client.arm('POST', `resourceGroups/rg/${BELOW}/w/whatIf`, VERSION, {
    body: request(template('resourceGroup', resources, rest)),
  });
  expect(accepted.status, accepted.text).toBe(202);
  const answer = await client.send('GET', String(accepted.headers.location));
  const { changes } = answer.json()['properties'] as { changes: readonly Change[] };
  return Object.fromEntries(
    changes.map((change): [string, Change] => [change.resourceId.split('/').at(-1) ?? '', change]),
  );
}

describe('what-if', () => {
  it('sees no change in what was deployed as it is, although the provider filled in defaults', async () => {
    const changes = await predict({ vnet: network('vnet', { tags: { a: '1' } }), ip: publicAddress('ip') });
    expect([changes['vnet']?.changeType, changes['ip']?.changeType]).toEqual(['NoChange', 'NoChange']);
  });

  it('tells what is made, changed and left alone, and writes nothing', async () => {
    const before = twin.world.store.version;
    const changes = await predict({ vnet: network('vnet', { tags: { b: '2' } }), more: publicAddress('more') });
    expect(Object.fromEntries(Object.entries(changes).map(([name, { changeType }]) => [name, changeType]))).toEqual({
      vnet: 'Modify',
      more: 'Create',
      ip: 'Ignore',
    });
    expect(changes['vnet']?.delta).toEqual([
      expect.objectContaining({ path: 'tags.b', propertyChangeType: 'Create', after: '2' }),
      expect.objectContaining({ path: 'tags.a', propertyChangeType: 'Delete', before: '1' }),
    ]);
    expect(twin.world.store.version).toBe(before);
  });

  it('shows elements of an array that come and go by name', async () => {
    const subnets = [{ name: 'two', properties: { addressPrefix: '10.0.1.0/24' } }];
    const properties = { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets };
    const { vnet } = await predict({ vnet: network('vnet', { tags: { a: '1' }, properties }) });
    expect(vnet?.delta).toMatchObject([
      {
        path: 'properties.subnets',
        propertyChangeType: 'Array',
        children: [{ propertyChangeType: 'Create' }, { propertyChangeType: 'Delete' }],
      },
    ]);
  });

  it('shows an expression that only the deployment can answer as a change', async () => {
    const tags = { a: "[reference(resourceId('Microsoft.Network/publicIPAddresses', 'ip'), '2025-05-01').ipAddress]" };
    const { vnet } = await predict({ vnet: network('vnet', { tags }) });
    expect(vnet?.delta).toMatchObject([
      { path: 'tags.a', propertyChangeType: 'Modify', before: '1', after: expect.stringMatching(/^\[/) as unknown },
    ]);
  });

  it('leaves alone what is made only where it does not exist', async () => {
    const { ip } = await predict({
      ip: publicAddress('ip', { tags: { new: 'tag' }, '@options': { onlyIfNotExists: true } }),
    });
    expect(ip?.changeType).toBe('NoChange');
  });

  it('refuses what a deployment would be refused', async () => {
    const answer = await client.arm('POST', `resourceGroups/rg/${BELOW}/w/whatIf`, VERSION, {
      body: request(
        template('resourceGroup', { bad: { type: 'Microsoft.Network/nope', apiVersion: VERSION, name: 'x' } }),
      ),
    });
    expect([answer.status, answer.json()['error']]).toEqual([
      400,
      expect.objectContaining({ code: 'InvalidTemplateDeployment' }),
    ]);
  });
});
