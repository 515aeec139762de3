import { beforeEach, describe, expect, it } from 'vitest';
import { keyVaultHost } from '../../src/data-planes/key-vault/index.ts';
import type { Place } from '../../src/kernel/http.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import type { World } from '../../src/kernel/world.ts';
import { accessToken, newWorld, put, secretForm, send, token } from '../entra/support.ts';
import type { Answer } from '../entra/support.ts';
import { allow, INSIDE, NETWORK, OFFICER, secret, SPOKE, URI, USER, vault, VAULT } from './support.ts';

const HUB = `${NETWORK}/virtualNetworks/hub`;
const FAR = `${NETWORK}/virtualNetworks/far`;
const ZONE = `${NETWORK}/privateDnsZones/privatelink.vaultcore.azure.net`;

let world: World;
let bearer: string;

/** A private endpoint of the vault in the spoke, its record, and the zone linked to `linked`. */
function privateEndpoint(linked: readonly string[], status = 'Approved'): JsonObject {
  const id = `${NETWORK}/privateEndpoints/pe`;
  put(world, id, 'Microsoft.Network/privateEndpoints', { subnet: { id: `${SPOKE}/subnets/endpoints` } });
  put(world, ZONE, 'Microsoft.Network/privateDnsZones', {});
  put(world, `${ZONE}/A/kv-test`, 'Microsoft.Network/privateDnsZones/A', { aRecords: [{ ipv4Address: '10.0.0.5' }] });
  linked.forEach((network, index) =>
    put(world, `${ZONE}/virtualNetworkLinks/l${index}`, 'Microsoft.Network/privateDnsZones/virtualNetworkLinks', {
      virtualNetwork: { id: network },
    }),
  );
  return {
    privateEndpointConnections: [
      { properties: { privateEndpoint: { id }, privateLinkServiceConnectionState: { status } } },
    ],
  };
}

function peer(a: string, b: string): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    put(world, `${from}/virtualNetworkPeerings/p`, 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings', {
      peeringState: 'Connected',
      remoteVirtualNetwork: { id: to },
    });
}

function call(method: string, path: string, body?: object, place?: Place): Promise<Answer> {
  const mark = path.includes('?') ? '&' : '?';
  return send(keyVaultHost(world), `https://kv-test.vault.azure.net${path}${mark}api-version=7.5`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    ...(body === undefined ? {} : { body }),
    ...(place === undefined ? {} : { place }),
  });
}

function refusal(answer: Answer): readonly [number, unknown, unknown] {
  const error = answer.body['error'] as { code?: unknown; innererror?: { code?: unknown } } | undefined;
  return [answer.status, error?.code, error?.innererror?.code];
}

beforeEach(async () => {
  world = newWorld(9);
  bearer = accessToken(await token(world, secretForm(world, { scope: 'https://vault.azure.net/.default' })));
});

describe('a caller without a good token', () => {
  it.each([
    ['none', undefined],
    ['rubbish', 'Bearer rubbish'],
  ])('%s is told where to get one', async (_what, authorization) => {
    vault(world);
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await send(keyVaultHost(world), `${URI}?api-version=7.5`, { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer authorization="https://login.microsoftonline.com/${world.tenant.tenantId}", resource="https://vault.azure.net"`,
    );
  });

  it('one for Azure Resource Manager is for another audience', async () => {
    vault(world);
    bearer = accessToken(await token(world, secretForm(world)));
    expect((await call('GET', '/secrets/password')).status).toBe(401);
  });

  it('one of yesterday has expired, by virtual time', async () => {
    vault(world);
    world.clock.spend(24 * 3_600_000);
    expect((await call('GET', '/secrets/password')).status).toBe(401);
  });
});

describe('the network', () => {
  const denied = { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } };
  const closed = { publicNetworkAccess: 'Disabled' };

  it.each<[what: string, properties: () => JsonObject, place: Place | undefined, inner: string | undefined]>([
    ['open, from the internet', () => ({}), undefined, undefined],
    ['denied by default, from the internet', () => denied, undefined, 'ForbiddenByFirewall'],
    ['closed, from the internet', () => closed, undefined, 'ForbiddenByConnection'],
    ['closed, from a VNet without an endpoint', () => closed, INSIDE, 'ForbiddenByConnection'],
    ['closed, from the endpoint’s VNet', () => ({ ...closed, ...privateEndpoint([SPOKE]) }), INSIDE, undefined],
    [
      'closed, from the endpoint’s VNet without a link of the zone',
      () => ({ ...closed, ...privateEndpoint([]) }),
      INSIDE,
      'ForbiddenByConnection',
    ],
    [
      'closed, over an endpoint not yet approved',
      () => ({ ...closed, ...privateEndpoint([SPOKE], 'Pending') }),
      INSIDE,
      'ForbiddenByConnection',
    ],
    [
      'closed, from a peered VNet that the zone is linked to',
      () => ({ ...closed, ...privateEndpoint([HUB]) }),
      { kind: 'vnet', vnetId: HUB },
      undefined,
    ],
    [
      'closed, from a VNet that is not peered',
      () => ({ ...closed, ...privateEndpoint([FAR]) }),
      { kind: 'vnet', vnetId: FAR },
      'ForbiddenByConnection',
    ],
    [
      'denied by default, with a rule for the caller’s subnet',
      () => ({ networkAcls: { defaultAction: 'Deny', virtualNetworkRules: [{ id: `${SPOKE}/subnets/apps` }] } }),
      INSIDE,
      undefined,
    ],
  ])('%s', async (_what, properties, place, inner) => {
    peer(SPOKE, HUB);
    vault(world, properties());
    secret(world);
    allow(world, USER);
    world.clock.spend(600_000);
    const answer = await call('GET', '/secrets/password', undefined, place);
    expect(refusal(answer)).toEqual(inner === undefined ? [200, undefined, undefined] : [403, 'Forbidden', inner]);
  });

  it('has no name for a vault that does not exist', () => {
    vault(world);
    const host = keyVaultHost(world);
    expect(host.unreachable?.('kv-test.vault.azure.net', INSIDE)).toBeUndefined();
    expect(host.unreachable?.('other.vault.azure.net', INSIDE)).toContain('does not resolve');
  });
});

describe('the right', () => {
  it.each<[role: string, id: string | undefined, statuses: Readonly<Record<string, number>>]>([
    ['nobody', undefined, { get: 403, list: 403, set: 403, delete: 403 }],
    ['Key Vault Secrets User', USER, { get: 200, list: 200, set: 403, delete: 403 }],
    ['Key Vault Secrets Officer', OFFICER, { get: 200, list: 200, set: 200, delete: 200 }],
    ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', { get: 403, list: 403, set: 403, delete: 403 }],
  ])('of %s', async (_role, id, statuses) => {
    vault(world);
    secret(world);
    if (id !== undefined) allow(world, id);
    world.clock.spend(600_000);
    const got = {
      get: (await call('GET', '/secrets/password')).status,
      list: (await call('GET', '/secrets')).status,
      set: (await call('PUT', '/secrets/other', { value: 'x' })).status,
      delete: (await call('DELETE', '/secrets/password')).status,
    };
    expect(got).toEqual(statuses);
  });

  it('to one secret is no right to another', async () => {
    vault(world);
    secret(world);
    allow(world, USER, `${VAULT}/secrets/password`);
    world.clock.spend(600_000);
    expect((await call('GET', '/secrets/password')).status).toBe(200);
    expect(refusal(await call('GET', '/secrets/other'))).toEqual([403, 'Forbidden', 'ForbiddenByRbac']);
  });

  it('takes time to propagate, and a caller who waits gets there', async () => {
    vault(world);
    secret(world);
    allow(world, USER);
    const early = await call('GET', '/secrets/password');
    expect([...refusal(early), early.response.curedByTime]).toEqual([403, 'Forbidden', 'ForbiddenByRbac', true]);
    for (let wait = 0; wait < 3; wait += 1) await world.clock.advanceToNextEvent();
    expect((await call('GET', '/secrets/password')).body['value']).toBe('hunter2');
  });

  it('is an access policy where the vault has no roles', async () => {
    vault(world, {
      enableRbacAuthorization: false,
      accessPolicies: [{ objectId: world.tenant.client.objectId, permissions: { secrets: ['Get'] } }],
    });
    secret(world);
    expect((await call('GET', '/secrets/password')).status).toBe(200);
    expect(refusal(await call('GET', '/secrets'))).toEqual([403, 'Forbidden', 'AccessDenied']);
  });
});

describe('secrets', () => {
  beforeEach(() => {
    vault(world);
    secret(world);
    allow(world, OFFICER);
    allow(world, '00482a5a-887f-4fb3-b363-3b7fe8e74483');
    world.clock.spend(600_000);
  });

  it('have versions, and both planes share the current one', async () => {
    const first = await call('GET', '/secrets/password');
    expect(first.body).toMatchObject({ value: 'hunter2', id: `${URI}/0123456789abcdef0123456789abcdef` });
    const second = await call('PUT', '/secrets/password', {
      value: 'better',
      contentType: 'text/plain',
      tags: { a: 'b' },
    });
    expect(second.body).toMatchObject({ value: 'better', contentType: 'text/plain', tags: { a: 'b' } });
    expect(world.store.get(`${VAULT}/secrets/password`)?.secrets['value']).toBe('better');
    expect((await call('GET', '/secrets/password/0123456789abcdef0123456789abcdef')).body['value']).toBe('hunter2');
    const versions = (await call('GET', '/secrets/password/versions')).body['value'];
    expect(versions).toHaveLength(2);
    expect(JSON.stringify(versions)).not.toContain('better');
    expect((await call('GET', '/secrets/password/ffff')).status).toBe(404);
  });

  it('never show values in lists', async () => {
    const list = await call('GET', '/secrets');
    expect(list.body['value']).toMatchObject([{ id: URI }]);
    expect(JSON.stringify(list.body)).not.toContain('hunter2');
  });

  it('can be disabled', async () => {
    expect((await call('PATCH', '/secrets/password', { attributes: { enabled: false } })).status).toBe(200);
    expect(refusal(await call('GET', '/secrets/password'))).toEqual([403, 'Forbidden', 'SecretDisabled']);
  });

  it('are deleted softly: their name stays taken until they are recovered or purged', async () => {
    expect((await call('DELETE', '/secrets/password')).body['recoveryId']).toBe(
      'https://kv-test.vault.azure.net/deletedsecrets/password',
    );
    expect(refusal(await call('GET', '/secrets/password'))).toEqual([404, 'SecretNotFound', undefined]);
    expect(refusal(await call('PUT', '/secrets/password', { value: 'x' }))).toEqual([
      409,
      'Conflict',
      'ObjectIsDeletedButRecoverable',
    ]);
    expect((await call('GET', '/deletedsecrets')).body['value']).toHaveLength(1);
    expect((await call('POST', '/deletedsecrets/password/recover')).body['value']).toBe('hunter2');
    await call('DELETE', '/secrets/password');
    expect((await call('DELETE', '/deletedsecrets/password')).status).toBe(204);
    expect((await call('PUT', '/secrets/password', { value: 'x' })).status).toBe(200);
  });

  it.each<[status: number, what: string, request: () => Promise<Answer>]>([
    [501, 'keys', () => call('GET', '/keys')],
    [501, 'certificates', () => call('GET', '/certificates/x')],
    [400, 'no value', () => call('PUT', '/secrets/x', {})],
    [400, 'a bad name', () => call('PUT', '/secrets/a_b', { value: 'x' })],
    [404, 'a secret that is not there', () => call('GET', '/secrets/nothing')],
    [404, 'a deleted secret that is not there', () => call('GET', '/deletedsecrets/nothing')],
  ])('answer %i to %s', async (status, _what, request) => {
    expect((await request()).status).toBe(status);
  });

  it.each(['', '?api-version=1.0'])('need a known api-version, not "%s"', async (query) => {
    const answer = await send(keyVaultHost(world), URI + query, { headers: { authorization: `Bearer ${bearer}` } });
    expect(refusal(answer)).toEqual([400, 'BadParameter', undefined]);
  });
});
