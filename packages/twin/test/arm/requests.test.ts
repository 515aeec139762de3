import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient, type TestResponse } from '../support/client.ts';
import { network, request, template } from '../support/templates.ts';

const VERSION = '2025-04-01';
const NET = 'resourceGroups/rg/providers/Microsoft.Network';
const NET_VERSION = '2023-09-01';
const location = 'swedencentral';

let twin: Twin;
let client: TestClient;
beforeAll(async () => {
  twin = await createTwin();
  client = new TestClient(twin);
  await client.arm('PUT', 'resourceGroups/rg', VERSION, { body: { location } });
});
afterAll(async () => {
  client[Symbol.dispose]();
  await twin.close();
});

function refusal(answer: TestResponse): readonly [number, string] {
  return [answer.status, (answer.json()['error'] as { code: string }).code];
}

async function settle(answer: TestResponse): Promise<TestResponse> {
  const { 'azure-asyncoperation': operation, location: result } = answer.headers;
  const url = operation ?? result;
  if (url === undefined) return answer;
  for (let polls = 0; polls < 100; polls += 1) {
    const poll = await client.send('GET', String(url));
    const status = poll.text === '' ? undefined : poll.json()['status'];
    if (poll.status !== 202 && !['Accepted', 'Running', 'InProgress'].includes(String(status))) return poll;
  }
  throw new Error(`${String(url)} does not come to an end.`);
}

async function make(path: string, version: string, body: object): Promise<void> {
  const answer = await client.arm('PUT', path, version, { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  await settle(answer);
}

const tags = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${i}`, 'x']));

describe('a request that Azure Resource Manager does not take', () => {
  it.each([
    ['text', { 'content-type': 'text/plain' }, '{}', 415, 'UnsupportedMediaType'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415, 'UnsupportedMediaType'],
    ['more than 4 MB', {}, `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`, 413, 'RequestContentTooLarge'],
  ])('%s', async (_, headers, body, status, code) => {
    const answer = await client.arm('PUT', `${NET}/virtualNetworks/v`, NET_VERSION, { headers, body });
    expect(refusal(answer)).toEqual([status, code]);
  });

  it('a subscription that is no GUID', async () => {
    const answer = await client.arm('GET', '/subscriptions/mine/resourceGroups', VERSION);
    expect(refusal(answer)).toEqual([400, 'InvalidSubscriptionId']);
  });

  it.each([
    ['with a period at its end', 'group.'],
    ['with characters that no name has', 'gro%20up*'],
    ['that is too long', 'g'.repeat(91)],
  ])('the name of a group %s', async (_, name) => {
    const answer = await client.arm('PUT', `resourceGroups/${name}`, VERSION, { body: { location } });
    expect(refusal(answer)).toEqual([400, 'InvalidResourceGroup']);
  });

  it.each([
    ['51 of them', tags(51), 'TooManyTags'],
    ['a reserved character', { 'a<b': 'x' }, 'InvalidTagNameCharacters'],
    ['a long name', { ['n'.repeat(513)]: 'x' }, 'InvalidTagNameLength'],
    ['a long value', { a: 'x'.repeat(257) }, 'InvalidTagValueLength'],
    ['a structured value', { a: { b: 'c' } }, 'InvalidRequestContent'],
    ['a list', ['a'], 'InvalidRequestContent'],
  ])('tags with %s, on a resource, a group and by themselves', async (_, wrong, code) => {
    const body = { location, tags: wrong, properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } } };
    const answers = [
      await client.arm('PUT', `${NET}/virtualNetworks/tagged`, NET_VERSION, { body }),
      await client.arm('PUT', 'resourceGroups/tagged', VERSION, { body: { location, tags: wrong } }),
    ];
    expect(answers.map(refusal)).toEqual(answers.map(() => [400, code]));
  });

  it('tags up to the limits are stored', async () => {
    const body = { location, tags: tags(50) };
    expect((await client.arm('PUT', 'resourceGroups/many-tags', VERSION, { body })).status).toBe(201);
  });
});

describe('what Azure has and the twin has not', () => {
  it.each([
    ['POST', 'resourceGroups/rg/moveResources'],
    ['POST', 'resourceGroups/rg/exportTemplate'],
    ['GET', 'tagNames'],
    ['PUT', 'tagNames/one'],
    ['GET', 'providers/Microsoft.Authorization/policyAssignments'],
    ['GET', 'providers/Microsoft.Insights/eventtypes/management/values'],
    ['GET', '/providers/Microsoft.Network/operations'],
    ['GET', '/providers/Microsoft.Management/managementGroups'],
    ['PUT', 'resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm'],
    ['PUT', `${NET}/bastionHosts/b`],
  ])('%s %s is refused by name, not as unknown', async (method, path) => {
    const answer = await client.arm(method, path, VERSION, { body: { location } });
    expect(refusal(answer)).toEqual([501, 'NotImplemented']);
  });
});

describe('answers that old SDKs wait for', () => {
  it('a vault and a storage account are deleted at once', async () => {
    const { tenantId } = twin.world.tenant;
    const vault = 'resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-delete';
    const properties = { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true };
    await make(vault, '2023-07-01', { location, properties });
    const account = 'resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stdelete';
    await make(account, '2023-01-01', { location, kind: 'StorageV2', sku: { name: 'Standard_LRS' }, properties: {} });
    expect((await client.arm('DELETE', vault, '2023-07-01')).status).toBe(200);
    expect((await client.arm('DELETE', account, '2023-01-01')).status).toBe(200);
    expect((await client.arm('GET', account, '2023-01-01')).status).toBe(404);
  });

  it('a client that polls a resource itself is told how soon, until it is done', async () => {
    const { tenantId } = twin.world.tenant;
    const path = 'resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-polled';
    const properties = { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true };
    const answers = [await client.arm('PUT', path, '2023-07-01', { body: { location, properties } })];
    for (let polls = 0; polls < 20 && answers.at(-1)?.headers['retry-after'] !== undefined; polls += 1) {
      answers.push(await client.arm('GET', path, '2023-07-01'));
    }
    expect(answers.at(0)?.headers['retry-after']).toBe('1');
    expect(answers.at(-1)?.json()).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
  });

  it('whether the name of a database server is free, asked in both ways', async () => {
    const paths = ['checkNameAvailability', 'locations/westeurope/checkNameAvailability'];
    const body = { name: 'free', type: 'Microsoft.DBforPostgreSQL/flexibleServers' };
    const answers = await Promise.all(
      paths.map((path) => client.arm('POST', `providers/Microsoft.DBforPostgreSQL/${path}`, '2022-12-01', { body })),
    );
    expect(answers.map((answer) => answer.json()['nameAvailable'])).toEqual([true, true]);
  });

  it('the capabilities of database servers, in the shape of their API version or not at all', async () => {
    const path = 'providers/Microsoft.DBforPostgreSQL/locations/westeurope/capabilities';
    const statuses = ['2022-12-01', '2024-08-01'].map(
      async (version) => (await client.arm('GET', path, version)).status,
    );
    expect(await Promise.all(statuses)).toEqual([501, 200]);
  });

  it('all records of a private DNS zone, and keys of a workspace by the name that templates use', async () => {
    const zone = `${NET}/privateDnsZones/all.example`;
    await make(zone, '2020-06-01', { location: 'global' });
    await make(`${zone}/A/a`, '2020-06-01', { properties: { ttl: 60, aRecords: [{ ipv4Address: '10.0.0.4' }] } });
    await make(`${zone}/TXT/t`, '2020-06-01', { properties: { ttl: 60, txtRecords: [{ value: ['x'] }] } });
    const { value } = (await client.arm('GET', `${zone}/ALL`, '2020-06-01')).json() as { value: { name: string }[] };
    expect(value.map(({ name }) => name)).toEqual(['a', 't']);
    expect(refusal(await client.arm('GET', `${NET}/privateDnsZones/none.example/ALL`, '2020-06-01'))[0]).toBe(404);

    const workspace = 'resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs';
    await make(workspace, '2022-10-01', { location, properties: { sku: { name: 'PerGB2018' } } });
    const [keys, shared] = await Promise.all(
      ['listKeys', 'sharedKeys'].map((action) => client.arm('POST', `${workspace}/${action}`, '2022-10-01')),
    );
    expect(keys?.json()).toEqual(shared?.json());
  });
});

describe('a resource group that is deleted', () => {
  it('takes the links of its private DNS zones first, which hold them', async () => {
    await client.arm('PUT', 'resourceGroups/linked', VERSION, { body: { location } });
    const below = 'resourceGroups/linked/providers/Microsoft.Network';
    const vnet = { location, properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } } };
    await make(`${below}/virtualNetworks/v`, NET_VERSION, vnet);
    await make(`${below}/privateDnsZones/z.example`, '2020-06-01', { location: 'global' });
    const id = `/subscriptions/${twin.world.tenant.subscriptionId}/${below}/virtualNetworks/v`;
    const properties = { registrationEnabled: false, virtualNetwork: { id } };
    await make(`${below}/privateDnsZones/z.example/virtualNetworkLinks/l`, '2020-06-01', {
      location: 'global',
      properties,
    });
    const end = await settle(await client.arm('DELETE', 'resourceGroups/linked', VERSION));
    expect(end.status, end.text).toBe(200);
    expect((await client.arm('HEAD', 'resourceGroups/linked', VERSION)).status).toBe(404);
  });
});

describe('templates as they are published', () => {
  const DEPLOYMENTS = 'resourceGroups/rg/providers/Microsoft.Resources/deployments';

  async function deploy(name: string, body: object): Promise<Record<string, unknown>> {
    const started = await client.arm('PUT', `${DEPLOYMENTS}/${name}`, VERSION, { body });
    expect(started.status, started.text).toBe(201);
    await settle(started);
    return (await client.arm('GET', `${DEPLOYMENTS}/${name}`, VERSION)).json()['properties'] as Record<string, unknown>;
  }

  async function changes(body: object): Promise<readonly string[]> {
    const answer = await settle(await client.arm('POST', `${DEPLOYMENTS}/w/whatIf`, VERSION, { body }));
    const { properties } = answer.json() as { properties: { changes: { changeType: string; resourceId: string }[] } };
    return properties.changes
      .filter(({ changeType }) => changeType !== 'Ignore')
      .map(({ changeType, resourceId }) => `${changeType} ${resourceId.split('/').at(-2) ?? ''}`);
  }

  it('write an extension as a child of what it extends', async () => {
    const name = '11111111-1111-4111-8111-111111111111';
    const body = request(
      template('resourceGroup', {
        vnet: network('extended'),
        role: {
          type: 'Microsoft.Network/virtualNetworks/providers/roleAssignments',
          apiVersion: '2022-04-01',
          name: `extended/Microsoft.Authorization/${name}`,
          dependsOn: ['vnet'],
          properties: {
            principalId: '[deployer().objectId]',
            principalType: 'ServicePrincipal',
            roleDefinitionId:
              "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
          },
        },
      }),
    );
    expect(await deploy('extension', body)).toMatchObject({ provisioningState: 'Succeeded' });
    const path = `${NET}/virtualNetworks/extended/providers/Microsoft.Authorization/roleAssignments/${name}`;
    expect((await client.arm('GET', path, '2022-04-01')).status).toBe(200);
    expect(await changes(body)).toEqual(['NoChange virtualNetworks', 'NoChange roleAssignments']);
  });

  it('set the tags of their group, which what-if compares', async () => {
    const tagged = (value: string): object =>
      request(
        template('resourceGroup', {
          tags: {
            type: 'Microsoft.Resources/tags',
            apiVersion: '2021-04-01',
            name: 'default',
            properties: { tags: { stage: value } },
          },
        }),
      );
    expect(await deploy('tags', tagged('dev'))).toMatchObject({ provisioningState: 'Succeeded' });
    expect((await client.arm('GET', 'resourceGroups/rg', VERSION)).json()).toMatchObject({ tags: { stage: 'dev' } });
    expect(await changes(tagged('dev'))).toEqual(['NoChange tags']);
    expect(await changes(tagged('prod'))).toEqual(['Modify tags']);
  });

  it('name things after the cloud, the caller and the subscription, which what-if knows', async () => {
    const body = request(
      template('resourceGroup', {
        zone: {
          type: 'Microsoft.Network/privateDnsZones',
          apiVersion: '2020-06-01',
          name: "[format('privatelink.blob.{0}', environment().suffixes.storage)]",
          location: 'global',
          tags: {
            by: '[deployer().objectId]',
            in: '[subscription().displayName]',
            group: "[coalesce(tryGet(resourceGroup().tags, 'none'), 'none')]",
          },
        },
      }),
    );
    expect(await changes(body)).toEqual(['Create privateDnsZones']);
    expect(await deploy('known', body)).toMatchObject({ provisioningState: 'Succeeded' });
    expect(await changes(body)).toEqual(['NoChange privateDnsZones']);
  });

  it.each([
    [
      'a mode that is none',
      { mode: 'Everything', template: template('resourceGroup', {}) },
      {},
      'InvalidRequestContent',
    ],
    ['a location', { mode: 'Incremental', template: template('resourceGroup', {}) }, { location }, 'InvalidDeployment'],
  ])('are refused with %s', async (_, properties, more, code) => {
    const answer = await client.arm('PUT', `${DEPLOYMENTS}/refused`, VERSION, { body: { ...more, properties } });
    expect(refusal(answer)).toEqual([400, code]);
  });
});
