import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';
import { Bench, SEED } from './bench.ts';
import { IDS, landscape } from './landscape.ts';

const whole = landscape();
const APP_VERSION = '2025-07-01';
const NETWORK = '2025-05-01';
const GROUPS = '2021-04-01';

describe('what is still used is not deleted', () => {
  const cards = whole.world.store.ofType('Microsoft.Network/networkInterfaces');

  it.each([
    ['the network card of a private endpoint', cards[0]?.id ?? '', 'NicInUseWithPrivateEndpoint'],
    ['a Foundry account with projects', IDS.foundry, 'CannotDeleteResource'],
  ])('%s', (_what, id, code) => {
    expect(new Bench(whole).delete(id)?.code).toBe(code);
  });

  it('a Foundry account while another of its parts is being written; it goes when all is quiet', () => {
    const bench = new Bench(whole);
    bench.delete(`${IDS.foundry}/projects/proj`);
    bench.alter(IDS.foundry, { provisioningState: 'Accepted' });
    expect(bench.delete(IDS.foundry)?.code).toBe('RequestConflict');
    bench.alter(IDS.foundry, { provisioningState: 'Succeeded' });
    expect(bench.delete(IDS.foundry)).toBeUndefined();
  });

  it('a product with subscriptions, unless they may go with it', () => {
    const bench = new Bench(whole);
    const product = `${IDS.apim}/products/chat`;
    bench.put(`${IDS.apim}/subscriptions/person`, {
      properties: { displayName: 'Person', scope: '/products/chat', state: 'active' },
    });
    expect(bench.delete(product)?.message).toContain('pass in deleteSubscriptions=true as query param');
    expect(bench.delete(product, 'deleteSubscriptions=true')).toBeUndefined();
    expect(() => bench.get(`${IDS.apim}/subscriptions/person`)).toThrow();
    expect(bench.get(`${IDS.apim}/subscriptions/smoke`).name).toBe('smoke');
  });

  it('an API with revisions, unless they may go with it', () => {
    const bench = new Bench(whole);
    const api = `${IDS.apim}/apis/openai`;
    bench.put(`${api};rev=2`, { properties: { sourceApiId: bench.id(api), path: 'openai/v1', apiRevision: '2' } });
    expect(bench.delete(api)?.details?.[0]?.message).toBe('Cannot delete the current revision of an API.');
    expect(bench.delete(api, 'deleteRevisions=true')).toBeUndefined();
    expect(bench.world.store.ofType('Microsoft.ApiManagement/service/apis')).toEqual([]);
  });

  it('a named value that a policy names', () => {
    const bench = new Bench(whole);
    const value = `${IDS.apim}/namedValues/tenant`;
    bench.alter(`${IDS.apim}/policies/policy`, {
      value: '<policies><inbound><!-- {{tenant}} --></inbound></policies>',
    });
    expect(bench.delete(value)?.code).toBe('ValidationError');
    bench.delete(`${IDS.apim}/policies/policy`);
    expect(bench.delete(value)).toBeUndefined();
  });

  it('a backend that a pool or a policy names', () => {
    const bench = new Bench(whole);
    const [backend, pool] = [`${IDS.apim}/backends/foundry`, `${IDS.apim}/backends/pool`];
    bench.put(pool, { properties: { type: 'Pool', pool: { services: [{ id: '/backends/foundry' }] } } });
    bench.alter(`${IDS.apim}/policies/policy`, { value: '<set-backend-service backend-id="pool" />' });
    expect([bench.delete(pool)?.code, bench.delete(backend)?.code]).toEqual(['ValidationError', 'ValidationError']);
    for (const scope of ['', '/apis/openai']) bench.delete(`${IDS.apim}${scope}/policies/policy`);
    expect([bench.delete(pool), bench.delete(backend)]).toEqual([undefined, undefined]);
  });

  it('an identity goes although it is used, as in Azure', () => {
    const [identity] = whole.world.store.ofType('Microsoft.ManagedIdentity/userAssignedIdentities');
    expect(new Bench(whole).delete(identity?.id ?? '')).toBeUndefined();
  });

  it('a network goes with its peerings, and the other side stays behind, disconnected', () => {
    const bench = new Bench(whole);
    for (const { id } of bench.world.store.below(bench.id(IDS.spoke))) {
      if (id.includes('/subnets/')) bench.world.store.delete(id);
    }
    expect(bench.delete(IDS.spoke)).toBeUndefined();
    expect(bench.text(`${IDS.hub}/virtualNetworkPeerings/to-spoke`, 'peeringState')).toBe('Disconnected');
  });
});

describe('over HTTP', () => {
  let twin: Twin;
  let client: TestClient;
  let bench: Bench;
  beforeAll(async () => {
    twin = await createTwin({ seed: SEED });
    client = new TestClient(twin);
    bench = new Bench(whole, twin.world);
  });
  afterAll(async () => {
    client[Symbol.dispose]();
    await twin.close();
  });

  /** Sends a delete and follows it to its end; answers what the end was. */
  async function remove(id: string, version: string): Promise<{ readonly status: number; readonly code?: unknown }> {
    const sent = await client.arm('DELETE', bench.id(id), version);
    if (sent.status !== 202) return { status: sent.status, ...errorOf(sent.text) };
    const url = String(sent.headers['azure-asyncoperation'] ?? sent.headers.location);
    for (;;) {
      const poll = await client.send('GET', url);
      const done = poll.status !== 202 && !poll.text.includes('"InProgress"');
      if (done) return { status: poll.status, ...errorOf(poll.text) };
    }
  }

  function errorOf(text: string): { readonly code?: unknown } {
    return text === '' ? {} : ((JSON.parse(text) as { error?: { code?: unknown } }).error ?? {});
  }

  it('an environment gives its subnet back a while after it is gone, and a poll of the subnet waits for that', async () => {
    for (const id of [IDS.app, IDS.job, IDS.environment]) {
      const { status } = await remove(id, APP_VERSION);
      expect(status, id).toBe(200);
    }
    const subnet = `${IDS.spoke}/subnets/apps`;
    expect((await remove(subnet, NETWORK)).code).toBe('InUseSubnetCannotBeDeleted');
    const gone = twin.world.clock.now;
    const links = async () => {
      const shown = await client.arm('GET', bench.id(subnet), NETWORK);
      const { properties } = shown.json() as { properties: { serviceAssociationLinks?: readonly { name: string }[] } };
      return (properties.serviceAssociationLinks ?? []).map(({ name }) => name);
    };
    expect(await links()).toEqual(['legionservicelink']);
    for (let polls = 0; polls < 20 && (await links()).length > 0; polls += 1);
    expect(await links()).toEqual([]);
    expect(twin.world.clock.now - gone).toBeGreaterThanOrEqual(60_000 - 1);
    expect((await remove(subnet, NETWORK)).status).toBe(200);
  });

  it('a group that holds what something outside of it uses goes half-way, and says what held it', async () => {
    const outside = 'resourceGroups/outside';
    await client.arm('PUT', outside, GROUPS, { body: { location: 'swedencentral' } });
    const link = `/subscriptions/${twin.world.tenant.subscriptionId}/${outside}/providers/Microsoft.Network/networkSecurityGroups/outside`;
    await client.arm('PUT', link, NETWORK, { body: { location: 'swedencentral', properties: {} } });
    const network = link
      .replace('networkSecurityGroups', 'virtualNetworks')
      .replace('/outside/providers', '/inside/providers');
    await client.arm('PUT', 'resourceGroups/inside', GROUPS, { body: { location: 'swedencentral' } });
    await client.arm('PUT', network, NETWORK, {
      body: {
        location: 'swedencentral',
        properties: {
          addressSpace: { addressPrefixes: ['10.99.0.0/24'] },
          subnets: [{ name: 'a', properties: { addressPrefix: '10.99.0.0/25', networkSecurityGroup: { id: link } } }],
        },
      },
    });
    twin.world.clock.spend(10 * 60_000);
    const group = `/subscriptions/${twin.world.tenant.subscriptionId}/${outside}`;
    expect((await remove(group, GROUPS)).code).toBe('ResourceGroupDeletionBlocked');
    expect(twin.world.store.get(group)?.properties['provisioningState']).toBe('Succeeded');
    expect((await remove(network, NETWORK)).status).toBe(200);
    expect((await remove(group, GROUPS)).status).toBe(200);
  });

  it('a lock on the group forbids the deletion of everything in it', async () => {
    const group = '/subscriptions/' + twin.world.tenant.subscriptionId + '/resourceGroups/locked';
    await client.arm('PUT', group, GROUPS, { body: { location: 'swedencentral' } });
    const inside = `${group}/providers/Microsoft.Network/networkSecurityGroups/inside`;
    await client.arm('PUT', inside, NETWORK, { body: { location: 'swedencentral', properties: {} } });
    const lock = `${group}/providers/Microsoft.Authorization/locks/keep`;
    await client.arm('PUT', lock, '2020-05-01', { body: { properties: { level: 'CanNotDelete' } } });
    expect((await remove(inside, NETWORK)).code).toBe('ScopeLocked');
    expect((await remove(group, GROUPS)).code).toBe('ScopeLocked');
    await client.arm('DELETE', lock, '2020-05-01');
    expect((await remove(inside, NETWORK)).status).toBe(200);
  });
});
