import { beforeEach, describe, expect, it } from 'vitest';
import { directoryOf, entraHost, GRAPH_APP_ID } from '../../src/entra/index.ts';
import type { Application, Person } from '../../src/entra/index.ts';
import { EMPTY_APPLICATION } from '../../src/entra/seed.ts';
import type { World } from '../../src/kernel/world.ts';
import { aadsts, accessToken, claims, graphClient, html, newWorld, s256, send, token } from './support.ts';
import type { Answer } from './support.ts';

const APP = '11111111-1111-4111-8111-111111111111';
const ADMIN = 'aaaaaaaa-0000-4000-8000-000000000001';
const REDIRECT = 'https://chat.contoso.com/oauth/oidc/callback';
const VERIFIER = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
const SCOPE = `openid profile email offline_access ${APP}/access_as_user`;

let world: World;

function person(name: string): Person {
  const found = directoryOf(world).people.find((item) => item.userPrincipalName.startsWith(name));
  if (found === undefined) throw new Error(name);
  return found;
}

/** The registration as deploy-spoke makes it: client and API in one, public, roles, consent for everybody. */
function register(more: Partial<Application> = {}): void {
  const directory = directoryOf(world);
  directory.applications.put({
    ...EMPTY_APPLICATION,
    id: 'app',
    appId: APP,
    displayName: 'Open WebUI',
    requestedAccessTokenVersion: 2,
    identifierUris: [`api://${APP}`],
    isFallbackPublicClient: true,
    redirectUris: { web: [], spa: [], publicClient: [REDIRECT, 'http://localhost/cb'] },
    appRoles: [
      { id: ADMIN, value: 'admin', displayName: 'a', description: 'a', isEnabled: true, allowedMemberTypes: ['User'] },
    ],
    scopes: [{ id: 'scope', value: 'access_as_user', type: 'User', isEnabled: true }],
    optionalClaims: [{ token: 'idToken', name: 'email' }],
    createdAt: 0,
    ...more,
  });
  directory.putServicePrincipal({
    id: 'sp',
    appId: APP,
    displayName: 'Open WebUI',
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoleAssignmentRequired: true,
    servicePrincipalNames: [],
    owners: [],
    other: {},
    createdAt: 0,
  });
  directory.grants.put({
    id: 'g',
    clientId: 'sp',
    resourceId: 'sp',
    consentType: 'AllPrincipals',
    principalId: null,
    scope: 'access_as_user',
  });
  directory.assignments.put({
    id: 'a',
    principalId: person('ada').id,
    principalType: 'User',
    resourceId: 'sp',
    appRoleId: ADMIN,
    createdAt: 0,
  });
}

function authorize(more: Readonly<Record<string, string | null>> = {}): Promise<Answer> {
  const query: Readonly<Record<string, string | null>> = {
    client_id: APP,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: s256(VERIFIER),
    code_challenge_method: 'S256',
    login_hint: 'ada@contoso.com',
    ...more,
  };
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  const url = `https://login.microsoftonline.com/${world.tenant.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams(given).toString()}`;
  return send(entraHost(world), url);
}

function location(answer: Answer): URL {
  return new URL(String(answer.headers['location']));
}

async function code(more: Readonly<Record<string, string | null>> = {}): Promise<string> {
  return location(await authorize(more)).searchParams.get('code') ?? '';
}

function redeem(
  value: string,
  more: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return token(
    world,
    {
      grant_type: 'authorization_code',
      client_id: APP,
      code: value,
      redirect_uri: REDIRECT,
      code_verifier: VERIFIER,
      ...more,
    },
    { headers },
  );
}

beforeEach(() => {
  world = newWorld(5);
  register();
});

describe('a person signs in', () => {
  it('with PKCE, gets tokens for one registration that is client and API, and refreshes them', async () => {
    const answer = await authorize();
    expect([answer.status, location(answer).searchParams.get('state')]).toEqual([302, 'the-state']);
    const tokens = await redeem(location(answer).searchParams.get('code') ?? '', { client_info: '1' });
    expect(tokens.body['scope']).toBe(SCOPE);
    expect(claims(accessToken(tokens))).toMatchObject({
      aud: APP,
      iss: `https://login.microsoftonline.com/${world.tenant.tenantId}/v2.0`,
      azp: APP,
      azpacr: '0',
      oid: person('ada').id,
      preferred_username: 'ada@contoso.com',
      scp: 'access_as_user',
      roles: ['admin'],
      ver: '2.0',
    });
    expect(claims(tokens.body['id_token'])).toMatchObject({
      aud: APP,
      nonce: 'the-nonce',
      roles: ['admin'],
      email: 'ada@contoso.com',
    });
    const form = { grant_type: 'refresh_token', client_id: APP, refresh_token: String(tokens.body['refresh_token']) };
    const refreshed = await token(world, { ...form, scope: SCOPE });
    expect(claims(accessToken(refreshed))).toMatchObject({ scp: 'access_as_user', roles: ['admin'] });
    expect((await token(world, form)).status).toBe(200);
    directoryOf(world).assignments.delete('a');
    expect(aadsts(await token(world, form))).toBe(50105);
  });

  it.each([200, 201])(
    'in %i groups with the role, and with the groups only as long as a token lists them',
    async (count) => {
      const memberOf = Array.from({ length: count }, (_, number) => world.guid(`group ${number}`));
      directoryOf(world).people.put({ ...person('ada'), memberOf });
      register({ groupMembershipClaims: 'SecurityGroup' });
      const { body } = await redeem(await code());
      const overage = {
        _claim_names: { groups: 'src1' },
        _claim_sources: {
          src1: { endpoint: `https://graph.microsoft.com/v1.0/users/${person('ada').id}/getMemberObjects` },
        },
      };
      for (const shown of [body['id_token'], body['access_token']]) {
        const { roles, groups, _claim_names, _claim_sources } = claims(shown);
        expect(roles).toEqual(['admin']);
        expect({ groups, _claim_names, _claim_sources }).toEqual(count > 200 ? overage : { groups: memberOf });
      }
    },
  );

  it('through a page that lists the tenant’s people when nobody is named', async () => {
    const page = await authorize({ login_hint: null });
    expect(page.status).toBe(200);
    expect(html(page)).toContain('login_hint=alan%40contoso.com');
  });

  it('in the response mode that was asked for', async () => {
    expect(location(await authorize({ response_mode: 'fragment' })).hash).toContain('code=');
    const form = await authorize({ response_mode: 'form_post' });
    expect(html(form)).toContain(`action="${REDIRECT}"`);
  });

  it('on any port of localhost when the client is public', async () => {
    expect((await authorize({ redirect_uri: 'http://localhost:51234/cb' })).status).toBe(302);
    expect((await authorize({ redirect_uri: 'http://localhost:51234/other' })).status).toBe(400);
  });

  it('to Graph alone, with a token that Graph takes', async () => {
    directoryOf(world).grants.put({
      id: 'u',
      clientId: 'sp',
      resourceId: directoryOf(world).servicePrincipalOf(GRAPH_APP_ID)?.id ?? '',
      consentType: 'AllPrincipals',
      principalId: null,
      scope: 'User.Read',
    });
    const scope = 'openid User.Read';
    const tokens = await redeem(await code({ scope }), { scope });
    const me = await graphClient(world, accessToken(tokens))('GET', '/me');
    expect(me.body['userPrincipalName']).toBe('ada@contoso.com');
    expect((await graphClient(world, accessToken(tokens))('GET', '/users')).status).toBe(403);
  });
});

describe('the authorize endpoint', () => {
  it.each<[what: string, code: number, more: Readonly<Record<string, string | null>>]>([
    ['an unknown client', 700016, { client_id: ADMIN }],
    ['no client', 900144, { client_id: null }],
    ['another redirect', 50011, { redirect_uri: 'https://evil.example/' }],
    ['a redirect in another case', 50011, { redirect_uri: REDIRECT.replace('callback', 'Callback') }],
  ])('shows the person the error of %s, and sends nobody anywhere', async (_what, code, more) => {
    const answer = await authorize(more);
    expect([answer.status, answer.headers['location']]).toEqual([400, undefined]);
    expect(html(answer)).toContain(`AADSTS${code}`);
  });

  it.each<[what: string, error: string, code: number, more: Readonly<Record<string, string | null>>]>([
    ['somebody without a role', 'invalid_grant', 50105, { login_hint: 'grace@contoso.com' }],
    ['somebody unknown', 'invalid_request', 50034, { login_hint: 'nobody@contoso.com' }],
    ['nobody, silently', 'login_required', 50058, { login_hint: null, prompt: 'none' }],
    ['an id token alone', 'invalid_request', 700054, { response_type: 'id_token' }],
    ['no scope', 'invalid_request', 900144, { scope: null }],
    ['a scope that does not exist', 'invalid_client', 650053, { scope: `${APP}/nothing` }],
    ['a scope without consent', 'consent_required', 65001, { scope: 'User.Read' }],
    ['two APIs at once', 'invalid_request', 28000, { scope: `${APP}/access_as_user User.Read` }],
    ['.default beside a name', 'invalid_scope', 70011, { scope: `${APP}/.default ${APP}/access_as_user` }],
    ['an unknown API', 'invalid_resource', 500011, { scope: 'api://nowhere/x' }],
  ])('sends the client the error of %s: %s, AADSTS%i', async (_what, error, code, more) => {
    const sent = location(await authorize(more)).searchParams;
    expect([sent.get('error'), sent.get('state')]).toEqual([error, 'the-state']);
    expect(sent.get('error_description')).toMatch(new RegExp(`^AADSTS${code}:`));
  });

  it('knows pre-authorised clients and consent of one person', async () => {
    directoryOf(world).grants.delete('g');
    expect(location(await authorize()).searchParams.get('error')).toBe('consent_required');
    register({ preAuthorized: [{ appId: APP, delegatedPermissionIds: ['scope'] }] });
    directoryOf(world).grants.delete('g');
    expect(await code()).not.toBe('');
    register();
    directoryOf(world).grants.put({
      id: 'g',
      clientId: 'sp',
      resourceId: 'sp',
      consentType: 'Principal',
      principalId: person('alan').id,
      scope: 'access_as_user',
    });
    expect(location(await authorize()).searchParams.get('error')).toBe('consent_required');
  });
});

describe('a code', () => {
  it.each<[what: string, code: number, more: Readonly<Record<string, string>>]>([
    ['with another verifier', 501481, { code_verifier: 'wrong' }],
    ['without its verifier', 501481, { code_verifier: '' }],
    ['with another redirect', 500112, { redirect_uri: 'http://localhost/cb' }],
    ['with a secret, though the client is public', 700025, { client_secret: 'good' }],
    ['that nobody gave', 9002313, { code: 'rubbish' }],
    ['without itself', 900144, { code: '' }],
  ])('%s is AADSTS%i', async (_what, expected, more) => {
    register({
      passwords: [{ keyId: 'k', displayName: null, secretText: 'good', startsAt: 0, endsAt: Number.MAX_SAFE_INTEGER }],
    });
    expect(aadsts(await redeem(await code(), more))).toBe(expected);
  });

  it('works once', async () => {
    const value = await code();
    expect((await redeem(value)).status).toBe(200);
    expect(aadsts(await redeem(value))).toBe(54005);
  });

  it.each<[what: string, platforms: Partial<Application['redirectUris']>, code: number]>([
    ['web alone', { web: [REDIRECT] }, 7000218],
    ['web and public client', { web: [REDIRECT], publicClient: [REDIRECT] }, 7000218],
    ['single-page application', { spa: [REDIRECT] }, 9002327],
  ])('without a secret on the platform %s is AADSTS%i', async (_what, platforms, expected) => {
    register({ redirectUris: { web: [], spa: [], publicClient: [], ...platforms } });
    expect(aadsts(await redeem(await code()))).toBe(expected);
  });

  it('of a single-page application is redeemed across origins', async () => {
    register({ redirectUris: { web: [], spa: [REDIRECT], publicClient: [] } });
    expect((await redeem(await code(), {}, { origin: 'https://chat.contoso.com' })).status).toBe(200);
  });

  it('of a web client is redeemed with its secret', async () => {
    register({
      redirectUris: { web: [REDIRECT], spa: [], publicClient: [] },
      passwords: [{ keyId: 'k', displayName: null, secretText: 'good', startsAt: 0, endsAt: Number.MAX_SAFE_INTEGER }],
    });
    expect((await redeem(await code(), { client_secret: 'good' })).status).toBe(200);
    expect(aadsts(await redeem(await code(), { client_secret: 'bad' }))).toBe(7000215);
  });
});

describe('a refresh', () => {
  const named = `openid offline_access api://${APP}/access_as_user`;

  it('of an application that named itself by its URI needs the scope again (AADSTS90009)', async () => {
    const tokens = await redeem(await code({ scope: named }));
    const form = { grant_type: 'refresh_token', client_id: APP, refresh_token: String(tokens.body['refresh_token']) };
    expect(aadsts(await token(world, form))).toBe(90009);
    expect((await token(world, { ...form, scope: named })).status).toBe(200);
  });

  it('with a token that nobody gave is AADSTS9002313', async () => {
    expect(aadsts(await token(world, { grant_type: 'refresh_token', client_id: APP, refresh_token: 'x' }))).toBe(
      9002313,
    );
  });
});
