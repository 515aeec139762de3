import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import {
  directoryOf,
  entraHost,
  managedIdentityHost,
  registerReplica,
  verifyAccessToken,
  verifyBearer,
} from '../../src/entra/index.ts';
import type { World } from '../../src/kernel/world.ts';
import { accessToken, claims, newWorld, put, secretForm, send, token } from './support.ts';
import type { Answer } from './support.ts';

const LOGIN = 'https://login.microsoftonline.com';

let world: World;

const get = (path: string, host = LOGIN): Promise<Answer> => send(entraHost(world), `${host}${path}`);

beforeAll(() => {
  world = newWorld();
});

describe('discovery', () => {
  it.each(['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'])(
    'answers on %s',
    (host) => {
      expect(entraHost(world).serves(host)).toBe(true);
    },
  );

  it('leads from the tenant’s configuration to keys that verify its tokens', async () => {
    const configuration = await get(`/${world.tenant.tenantId}/v2.0/.well-known/openid-configuration?appid=x`);
    expect(configuration.body['issuer']).toBe(`${LOGIN}/${world.tenant.tenantId}/v2.0`);
    const keys = await get(new URL(String(configuration.body['jwks_uri'])).pathname);
    const jwt = accessToken(await token(world, secretForm(world)));
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys.body as unknown as JSONWebKeySet), {
      currentDate: new Date(world.clock.now),
    });
    expect(payload['tid']).toBe(world.tenant.tenantId);
  });

  it.each([
    ['common', `${LOGIN}/{tenantid}/v2.0`],
    ['organizations', `${LOGIN}/{tenantid}/v2.0`],
  ])('of %s has the issuer %s', async (tenant, issuer) => {
    expect((await get(`/${tenant}/v2.0/.well-known/openid-configuration`)).body['issuer']).toBe(issuer);
  });

  it('has a version 1, on the host that was asked', async () => {
    const answer = await get('/contoso.com/.well-known/openid-configuration', 'https://login.windows.net');
    expect(answer.body).toMatchObject({
      issuer: `https://sts.windows.net/${world.tenant.tenantId}/`,
      token_endpoint: `https://login.windows.net/${world.tenant.tenantId}/oauth2/token`,
    });
  });

  it('knows its own authorities and no other', async () => {
    const path = '/common/discovery/instance?api-version=1.1&authorization_endpoint=';
    const known = await get(`${path}${encodeURIComponent(`${LOGIN}/${world.tenant.tenantId}/oauth2/v2.0/authorize`)}`);
    expect(known.body['tenant_discovery_endpoint']).toBe(
      `${LOGIN}/${world.tenant.tenantId}/v2.0/.well-known/openid-configuration`,
    );
    expect((await get(`${path}https%3A%2F%2Fevil.example%2Fx`)).status).toBe(400);
  });

  it('answers 501 to what it lacks, and 400 to tenants that do not exist', async () => {
    expect((await get('/common/oauth2/v2.0/devicecode')).status).toBe(501);
    expect((await get('/fabrikam.com/v2.0/.well-known/openid-configuration')).status).toBe(400);
  });
});

describe('a verified token', () => {
  const arm = { audiences: ['https://management.azure.com'], lifetime: 'virtual' } as const;

  it.each<[problem: string, header: (jwt: string) => string | undefined, audiences: readonly string[]]>([
    ['missing', () => undefined, arm.audiences],
    ['missing', () => 'Basic abc', arm.audiences],
    ['malformed', () => 'Bearer abc', arm.audiences],
    ['signature', (jwt) => `Bearer ${jwt.slice(0, -8)}AAAAAAAA`, arm.audiences],
    ['audience', (jwt) => `Bearer ${jwt}`, ['https://vault.azure.net']],
  ])('is refused as %s', async (problem, header, audiences) => {
    const jwt = accessToken(await token(world, secretForm(world)));
    expect(await verifyBearer(world, header(jwt), { audiences, lifetime: 'virtual' })).toMatchObject({
      ok: false,
      problem,
    });
  });

  it('ages by the clock that counts', async () => {
    const local = newWorld(4);
    const jwt = accessToken(await token(local, secretForm(local)));
    local.clock.spend(2 * 3_600_000);
    expect(await verifyAccessToken(local, jwt, arm)).toMatchObject({ ok: false, problem: 'expired' });
    expect(await verifyAccessToken(local, jwt, { ...arm, lifetime: 'real' })).toMatchObject({
      ok: true,
      caller: { kind: 'application' },
    });
  });

  it('of another tenant is refused', async () => {
    const other = newWorld(2);
    const jwt = accessToken(await token(other, secretForm(other)));
    expect(await verifyAccessToken(world, jwt, arm)).toMatchObject({ ok: false, problem: 'issuer' });
  });
});

describe('the identity endpoint of a replica', () => {
  const id = '/subscriptions/s/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-smoke';
  const clientId = '66666666-6666-4666-8666-666666666666';
  const principalId = '77777777-7777-4777-8777-777777777777';

  it.each<[status: number, what: string, query: string, header: 'right' | 'wrong']>([
    [
      200,
      'its own identity, by client id',
      `resource=https://vault.azure.net&api-version=2019-08-01&client_id=${clientId}`,
      'right',
    ],
    [
      200,
      'its own identity, by resource id',
      `resource=https://vault.azure.net&api-version=2019-08-01&mi_res_id=${id}`,
      'right',
    ],
    [403, 'a wrong header', `resource=https://vault.azure.net&api-version=2019-08-01&client_id=${clientId}`, 'wrong'],
    [400, 'no identity named', 'resource=https://vault.azure.net&api-version=2019-08-01', 'right'],
    [400, 'another identity', 'resource=https://vault.azure.net&api-version=2019-08-01&client_id=x', 'right'],
    [400, 'another version', `resource=https://vault.azure.net&api-version=2017-09-01&client_id=${clientId}`, 'right'],
    [400, 'no resource', `api-version=2019-08-01&client_id=${clientId}`, 'right'],
    [
      400,
      'an unknown resource',
      `resource=https://nowhere.example&api-version=2019-08-01&client_id=${clientId}`,
      'right',
    ],
  ])('answers %i to %s', async (status, _what, query, header) => {
    const local = newWorld(6);
    put(local, id, 'Microsoft.ManagedIdentity/userAssignedIdentities', { clientId, principalId });
    const replica = registerReplica(local, [id]);
    local.clock.spend(300_000);
    const headers = { 'x-identity-header': header === 'right' ? replica.header : 'x' };
    const answer = await send(managedIdentityHost(local), `${replica.endpoint}?${query}`, { headers });
    expect(answer.status).toBe(status);
    if (status === 200)
      expect(claims(answer.body['access_token'])).toMatchObject({ oid: principalId, aud: 'https://vault.azure.net' });
  });

  it('says to come back while the identity is new', async () => {
    const local = newWorld(6);
    put(local, id, 'Microsoft.ManagedIdentity/userAssignedIdentities', { clientId, principalId });
    const { endpoint, header } = registerReplica(local, [id]);
    const url = `${endpoint}?resource=https://vault.azure.net&api-version=2019-08-01&client_id=${clientId}`;
    const early = await send(managedIdentityHost(local), url, { headers: { 'x-identity-header': header } });
    expect([early.status, early.response.curedByTime]).toEqual([400, true]);
    expect(directoryOf(local).servicePrincipal(principalId)?.displayName).toBe('id-smoke');
  });
});
