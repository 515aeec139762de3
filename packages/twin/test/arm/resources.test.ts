import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';

const GROUPS = '2025-04-01';
const NETWORK = '2025-05-01';
const VNETS = 'resourceGroups/rg/providers/Microsoft.Network/virtualNetworks';
const VNET = { location: 'swedencentral', properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } } };

let twin: Twin;
let client: TestClient;
beforeAll(async () => {
  twin = await createTwin();
  client = new TestClient(twin);
  await client.arm('PUT', 'resourceGroups/rg', GROUPS, { body: { location: 'swedencentral' } });
});
afterAll(async () => {
  client[Symbol.dispose]();
  await twin.close();
});

/** The ARM error code of an answer. */
function codeOf(body: Record<string, unknown>): unknown {
  return (body['error'] as { code?: unknown }).code;
}

describe('refusals of Azure Resource Manager', () => {
  const id = `${VNETS}/refused`;
  it.each([
    ['no token', 'GET', id, NETWORK, { token: null }, 401, 'AuthenticationFailed'],
    ['a token that is none', 'GET', id, NETWORK, { token: 'x' }, 401, 'InvalidAuthenticationToken'],
    ['no API version', 'GET', id, '', {}, 400, 'MissingApiVersionParameter'],
    ['an API version that is no date', 'GET', id, 'latest', {}, 400, 'InvalidApiVersionParameter'],
    ['an API version the type never had', 'GET', id, '2014-01-01', {}, 400, 'NoRegisteredProviderFound'],
    [
      'an unknown namespace',
      'GET',
      'resourceGroups/rg/providers/Contoso.X/y/z',
      NETWORK,
      {},
      404,
      'InvalidResourceNamespace',
    ],
    [
      'an unknown type',
      'GET',
      'resourceGroups/rg/providers/Microsoft.Network/y/z',
      NETWORK,
      {},
      404,
      'InvalidResourceType',
    ],
    ['a group that is not there', 'GET', VNETS.replace('rg', 'nope'), NETWORK, {}, 404, 'ResourceGroupNotFound'],
    ['a resource that is not there', 'GET', id, NETWORK, {}, 404, 'ResourceNotFound'],
    ['no location', 'PUT', id, NETWORK, { body: {} }, 400, 'LocationRequired'],
    [
      'a location that is none',
      'PUT',
      id,
      NETWORK,
      { body: { ...VNET, location: 'mars' } },
      400,
      'LocationNotAvailableForResourceType',
    ],
    ['a body that is no JSON', 'PUT', id, NETWORK, { body: '{]' }, 400, 'InvalidRequestContent'],
    ['a child without its parent', 'PUT', `${id}/subnets/s`, NETWORK, { body: {} }, 404, 'ParentResourceNotFound'],
    ['a group without location', 'PUT', 'resourceGroups/x', GROUPS, { body: {} }, 400, 'LocationRequired'],
    [
      'a group that moves',
      'PUT',
      'resourceGroups/rg',
      GROUPS,
      { body: { location: 'westeurope' } },
      409,
      'InvalidResourceGroupLocation',
    ],
    ['an unknown action', 'POST', `${VNETS}/refused/explode`, NETWORK, {}, 404, 'ResourceNotFound'],
    [
      'another subscription',
      'GET',
      '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg',
      GROUPS,
      {},
      403,
      'AuthorizationFailed',
    ],
    [
      'deployment stacks',
      'PUT',
      'providers/Microsoft.Resources/deploymentStacks/s',
      '2024-03-01',
      { body: {} },
      501,
      'NotImplemented',
    ],
  ] as const)('%s', async (_, method, path, version, options, status, code) => {
    const response =
      version === ''
        ? await client.send(
            method,
            `https://management.azure.com/subscriptions/${twin.world.tenant.subscriptionId}/${path}`,
          )
        : await client.arm(method, path, version, options);
    expect([response.status, codeOf(response.json())]).toEqual([status, code]);
    expect(response.headers['x-ms-correlation-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('challenges a caller without a token', async () => {
    const response = await client.arm('GET', id, NETWORK, { token: null });
    expect(response.headers['www-authenticate']).toContain(twin.world.tenant.tenantId);
  });
});

describe('a resource', () => {
  const id = `${VNETS}/vnet`;

  it('is created, read in any case, changed and deleted', async () => {
    const created = await client.arm('PUT', id, NETWORK, { body: VNET });
    expect(created.status).toBe(201);
    await settle(created.headers['azure-asyncoperation']);
    const read = await client.arm('GET', id.toUpperCase(), NETWORK);
    expect(read.json()).toMatchObject({ name: 'vnet', properties: { provisioningState: 'Succeeded' } });
    const patched = await client.arm('PATCH', id, NETWORK, { body: { tags: { owner: 'us' } } });
    expect(patched.status).toBe(200);
    await settle(patched.headers['azure-asyncoperation']);
    const listed = await client.arm('GET', VNETS, NETWORK);
    expect(listed.json()).toMatchObject({ value: [{ name: 'vnet', tags: { owner: 'us' } }] });
    const deleted = await client.arm('DELETE', id, NETWORK);
    expect(deleted.status).toBe(202);
    await settle(deleted.headers['azure-asyncoperation']);
    expect((await client.arm('GET', id, NETWORK)).status).toBe(404);
    expect((await client.arm('DELETE', id, NETWORK)).status).toBe(204);
  });

  it('is guarded by its entity tag', async () => {
    const first = await client.arm('PUT', `${VNETS}/tagged`, NETWORK, {
      body: VNET,
      headers: { 'if-none-match': '*' },
    });
    expect(first.status).toBe(201);
    await settle(first.headers['azure-asyncoperation']);
    const again = await client.arm('PUT', `${VNETS}/tagged`, NETWORK, {
      body: VNET,
      headers: { 'if-none-match': '*' },
    });
    expect([again.status, codeOf(again.json())]).toEqual([412, 'PreconditionFailed']);
    const stale = await client.arm('PUT', `${VNETS}/tagged`, NETWORK, { body: VNET, headers: { 'if-match': '"old"' } });
    expect(stale.status).toBe(412);
    const current = await client.arm('GET', `${VNETS}/tagged`, NETWORK);
    const matched = await client.arm('PUT', `${VNETS}/tagged`, NETWORK, {
      body: VNET,
      headers: { 'if-match': String(current.headers['etag']) },
    });
    expect(matched.status).toBe(200);
  });
});

describe('a resource group', () => {
  it('takes everything in it along, in an order the providers allow', async () => {
    await client.arm('PUT', 'resourceGroups/gone', GROUPS, { body: { location: 'swedencentral' } });
    const body = {
      ...VNET,
      properties: { ...VNET.properties, subnets: [{ name: 's', properties: { addressPrefix: '10.0.0.0/24' } }] },
    };
    const vnet = await client.arm('PUT', 'resourceGroups/gone/providers/Microsoft.Network/virtualNetworks/v', NETWORK, {
      body,
    });
    await settle(vnet.headers['azure-asyncoperation']);
    const deleted = await client.arm('DELETE', 'resourceGroups/gone', GROUPS);
    expect(deleted.status).toBe(202);
    expect((await client.arm('GET', 'resourceGroups/gone', GROUPS)).json()).toMatchObject({
      properties: { provisioningState: 'Deleting' },
    });
    await settle(deleted.headers.location);
    expect((await client.arm('GET', 'resourceGroups/gone', GROUPS)).status).toBe(404);
    expect([
      ...twin.world.store.below(`/subscriptions/${twin.world.tenant.subscriptionId}/resourceGroups/gone`),
    ]).toEqual([]);
  });

  it('lists what is in it, by filter', async () => {
    const nsg = 'resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg';
    await client.arm('PUT', nsg, NETWORK, { body: { location: 'swedencentral', tags: { a: 'b' }, properties: {} } });
    const listed = await client.arm(
      'GET',
      "resources?$filter=resourceType eq 'Microsoft.Network/networkSecurityGroups'",
      GROUPS,
    );
    expect(listed.json()).toMatchObject({ value: [{ name: 'nsg', type: 'Microsoft.Network/networkSecurityGroups' }] });
    const tagged = await client.arm('GET', "resources?$filter=tagName eq 'a' and tagValue eq 'c'", GROUPS);
    expect(tagged.json()).toEqual({ value: [] });
  });
});

describe('a lock', () => {
  const id = 'resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/locked';
  const lock = `${id}/providers/Microsoft.Authorization/locks/keep`;
  const body = {
    location: 'swedencentral',
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
  };

  it.each([
    ['CanNotDelete', 200, 409],
    ['ReadOnly', 409, 409],
  ])('%s answers a write with %i and a delete with %i, until it is gone', async (level, write, remove) => {
    await settle((await client.arm('PUT', id, NETWORK, { body })).headers['azure-asyncoperation']);
    await client.arm('PUT', lock, '2020-05-01', { body: { properties: { level } } });
    const written = await client.arm('PUT', id, NETWORK, { body });
    if (written.status === 200) await settle(written.headers['azure-asyncoperation']);
    const deleted = await client.arm('DELETE', id, NETWORK);
    expect([written.status, deleted.status, codeOf(deleted.json())]).toEqual([write, remove, 'ScopeLocked']);
    await client.arm('DELETE', lock, '2020-05-01');
    const gone = await client.arm('DELETE', id, NETWORK);
    const meanwhile = await client.arm('PUT', id, NETWORK, { body });
    expect([gone.status, meanwhile.status]).toEqual([202, 409]);
    await settle(gone.headers['azure-asyncoperation']);
  });
});

describe('tags', () => {
  const tags = 'resourceGroups/rg/providers/Microsoft.Resources/tags/default';
  it.each([
    ['PUT', { properties: { tags: { a: '1', b: '2' } } }, { a: '1', b: '2' }],
    ['PATCH', { operation: 'Merge', properties: { tags: { b: '3', c: '4' } } }, { a: '1', b: '3', c: '4' }],
    ['PATCH', { operation: 'Delete', properties: { tags: { b: '3' } } }, { a: '1', c: '4' }],
    ['PATCH', { operation: 'Replace', properties: { tags: { d: '5' } } }, { d: '5' }],
  ])('of a group change with %s %j', async (method, body, expected) => {
    await client.arm(method, tags, '2021-04-01', { body });
    expect((await client.arm('GET', 'resourceGroups/rg', GROUPS)).json()['tags']).toEqual(expected);
  });
});

describe('a resource provider', () => {
  it('refuses writes until it is registered, which takes its time', async () => {
    await using fresh = await createTwin({ registeredProviders: [] });
    using own = new TestClient(fresh);
    await own.arm('PUT', 'resourceGroups/rg', GROUPS, { body: { location: 'swedencentral' } });
    const refused = await own.arm('PUT', `${VNETS}/v`, NETWORK, { body: VNET });
    expect([refused.status, codeOf(refused.json())]).toEqual([409, 'MissingSubscriptionRegistration']);
    const registering = await own.arm('POST', 'providers/Microsoft.Network/register', GROUPS);
    expect(registering.json()).toMatchObject({ registrationState: 'Registering' });
    const states: unknown[] = [];
    for (let look = 0; look < 3; look += 1) {
      states.push((await own.arm('GET', 'providers/Microsoft.Network', GROUPS)).json()['registrationState']);
    }
    expect(states).toEqual(['Registering', 'Registered', 'Registered']);
  });
});

/** Polls an operation until it is over, as clients do. */
async function settle(url: string | string[] | undefined): Promise<void> {
  for (let polls = 0; polls < 50; polls += 1) {
    const response = await client.send('GET', String(url));
    if (response.status !== 202 && !response.text.includes('"InProgress"')) return;
  }
  throw new Error(`${String(url)} does not come to an end.`);
}
