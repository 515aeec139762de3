import { describe, expect, test } from 'vitest';
import { directoryOf } from '../../src/entra/index.ts';
import { EMPTY_APPLICATION } from '../../src/entra/seed.ts';
import { roleOf } from '../../src/data-planes/open-webui/roles.ts';
import { settingsOf } from '../../src/data-planes/open-webui/settings.ts';
import type { User } from '../../src/data-planes/open-webui/accounts.ts';
import type { Received } from './landing-zone.ts';
import { APP_HOST, ChatZone } from './chat-zone.ts';

const APP = `https://${APP_HOST}`;
const CALLBACK = `${APP}/oauth/oidc/callback`;
const ROLES = { admin: 'aaaaaaaa-0000-4000-8000-000000000001', user: 'aaaaaaaa-0000-4000-8000-000000000002' };
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };

type Variables = Readonly<Record<string, string>>;

/** An app whose people are ada (administrator), alan (user) and grace (nothing), as deploy-spoke sets it up. */
class People {
  readonly zone = new ChatZone();
  readonly cookies = new Map<string, string>();

  constructor(variables: Variables = {}) {
    const { clientId, world } = this.zone;
    register(this.zone);
    this.zone.deploy({
      WEBUI_URL: APP,
      DATABASE_HOST: 'db',
      DATABASE_NAME: 'webui',
      ENABLE_OAUTH_SIGNUP: 'true',
      OAUTH_CLIENT_ID: clientId,
      OAUTH_CODE_CHALLENGE_METHOD: 'S256',
      OPENID_PROVIDER_URL: `https://login.microsoftonline.com/${world.tenant.tenantId}/v2.0/.well-known/openid-configuration`,
      OPENID_REDIRECT_URI: CALLBACK,
      OAUTH_SCOPES: `openid profile email offline_access ${clientId}/access_as_user`,
      OAUTH_REFRESH_TOKEN_INCLUDE_SCOPE: 'true',
      OAUTH_EMAIL_CLAIM: 'preferred_username',
      OAUTH_SUB_CLAIM: 'oid',
      ENABLE_OAUTH_ROLE_MANAGEMENT: 'true',
      ENABLE_OAUTH_ID_TOKEN_COOKIE: 'false',
      BYPASS_MODEL_ACCESS_CONTROL: 'true',
      OPENAI_API_BASE_URLS: 'https://apim-contoso.azure-api.net/openai/v1',
      OPENAI_API_CONFIGS: JSON.stringify({ 0: { auth_type: 'system_oauth', model_ids: ['gpt-5-mini', 'grok-4'] } }),
      ...variables,
    });
  }

  async open(path: string, body?: object, headers: Variables = {}, method = body === undefined ? 'GET' : 'POST') {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.zone.send(method, path.startsWith('https:') ? path : APP + path, {
      body,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
    });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** The address that Entra sends a person back to. */
  async atEntra(user: string): Promise<string> {
    const start = await this.open('/oauth/oidc/login');
    const authorize = new URL(String(start.headers['location']));
    authorize.searchParams.set('login_hint', `${user}@contoso.com`);
    return String((await this.open(authorize.href)).headers['location']);
  }

  async signIn(user: string): Promise<Received> {
    this.cookies.clear();
    return await this.open(await this.atEntra(user));
  }

  async me(): Promise<{ role?: string; email?: string }> {
    return JSON.parse((await this.open('/api/v1/auths/')).text) as { role?: string };
  }

  error(answer: Received): string {
    return new URL(String(answer.headers['location'])).searchParams.get('error') ?? '';
  }
}

function register(zone: ChatZone): void {
  const directory = directoryOf(zone.world);
  const appRoles = Object.entries(ROLES).map(([value, id]) => ({
    id,
    value,
    displayName: value,
    description: value,
    isEnabled: true,
    allowedMemberTypes: ['User' as const],
  }));
  directory.applications.put({
    ...EMPTY_APPLICATION,
    id: 'app',
    appId: zone.clientId,
    displayName: 'Open WebUI',
    requestedAccessTokenVersion: 2,
    isFallbackPublicClient: true,
    redirectUris: { web: [], spa: [], publicClient: [CALLBACK] },
    appRoles,
    scopes: [{ id: 'scope', value: 'access_as_user', type: 'User', isEnabled: true }],
    createdAt: 0,
  });
  directory.putServicePrincipal({
    id: 'sp',
    appId: zone.clientId,
    displayName: 'Open WebUI',
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    servicePrincipalNames: [],
    owners: [],
    other: {},
    createdAt: 0,
  });
  const graph = directory.servicePrincipals().find(({ displayName }) => displayName === 'Microsoft Graph');
  for (const [resourceId, scope] of [
    ['sp', 'access_as_user'],
    [graph?.id ?? '', 'openid profile email offline_access'],
  ] as const) {
    directory.grants.put({
      id: scope,
      clientId: 'sp',
      resourceId,
      consentType: 'AllPrincipals',
      principalId: null,
      scope,
    });
  }
  for (const [user, appRoleId] of [
    ['ada', ROLES.admin],
    ['alan', ROLES.user],
  ] as const) {
    directory.assignments.put({
      id: user,
      principalId: zone.personId(user),
      principalType: 'User',
      resourceId: 'sp',
      appRoleId,
      createdAt: 0,
    });
  }
}

describe('what anybody sees', () => {
  test('health, version and configuration, as the environment says', async () => {
    const people = new People({ DEPLOYMENT_ID: 'abc', ENABLE_LOGIN_FORM: 'false', ENABLE_SIGNUP: 'false' });
    expect((await people.open('/ready')).text).toBe('{"status":true}');
    expect(JSON.parse((await people.open('/api/version')).text)).toEqual({ version: '0.11.3', deployment_id: 'abc' });
    expect(JSON.parse((await people.open('/api/config')).text)).toMatchObject({
      onboarding: true,
      oauth: { providers: { oidc: 'SSO' }, auto_redirect: false },
      features: { auth: true, enable_login_form: false, enable_signup: false, enable_websocket: true },
    });
    expect((await people.open('/anything')).text).toContain('<!doctype html>');
  });

  const refusals: readonly (readonly [string, object | undefined, number])[] = [
    ['/api/models', undefined, 401],
    ['/api/chat/completions', CHAT, 401],
    ['/api/v1/auths/', undefined, 401],
    ['/openai/models', undefined, 401],
    ['/api/v1/auths/signin', { email: 'a@contoso.com', password: 'x' }, 400],
    ['/anything', {}, 405],
  ];
  test.each(refusals)('%s is not for them', async (path, body, status) => {
    expect((await new People().open(path, body)).status).toBe(status);
  });

  test('no sign-in by password where that is switched off; else the bootstrap administrator alone', async () => {
    const admin = { email: 'Root@contoso.com', password: 'secret' };
    expect((await new People({ ENABLE_PASSWORD_AUTH: 'false' }).open('/api/v1/auths/signin', admin)).status).toBe(403);
    const people = new People({ WEBUI_ADMIN_EMAIL: 'root@contoso.com', WEBUI_ADMIN_PASSWORD: 'secret' });
    expect((await people.open('/api/v1/auths/signin', { ...admin, password: 'wrong' })).status).toBe(400);
    const { token } = JSON.parse((await people.open('/api/v1/auths/signin', admin)).text) as { token: string };
    people.cookies.clear();
    expect((await people.open('/api/models', undefined, { authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await people.open('/api/config')).text).not.toContain('onboarding');
  });
});

describe('the start of a sign-in', () => {
  test.each([
    ['no provider', { OAUTH_CLIENT_ID: '' }, 404],
    ['neither secret nor challenge', { OAUTH_CODE_CHALLENGE_METHOD: '' }, 404],
    ['sign-in by provider switched off', { ENABLE_OAUTH: 'false' }, 404],
    ['a provider that cannot be reached', { OPENID_PROVIDER_URL: 'https://id.example.invalid/x' }, 500],
    ['all there', {}, 302],
  ])('%s', async (_what, variables: Variables, status) => {
    expect((await new People(variables).open('/oauth/oidc/login')).status).toBe(status);
  });

  test('state, nonce and challenge are new each time; the cookie is as safe as told', async () => {
    const people = new People({
      WEBUI_SESSION_COOKIE_SECURE: 'true',
      OAUTH_AUTHORIZE_PARAMS: '{"prompt":"select_account"}',
    });
    const first = await people.open('/oauth/oidc/login');
    people.zone.world.log.add({ time: '', host: '', method: '', path: '', status: 0, wrote: false });
    const second = await people.open('/oauth/oidc/login');
    const [one, two] = [first, second].map(({ headers }) => new URL(String(headers['location'])).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.get(name)).not.toBe(two?.get(name));
    expect(one?.get('prompt')).toBe('select_account');
    expect(first.headers['set-cookie']).toMatch(/^owui-session=.*; SameSite=lax; HttpOnly; Secure$/);
  });
});

describe('the end of a sign-in', () => {
  test('makes an account and a session', async () => {
    const people = new People();
    const landing = await people.signIn('ada');
    expect([landing.status, landing.headers['location']]).toEqual([307, `${APP}/auth`]);
    expect(await people.me()).toMatchObject({ email: 'ada@contoso.com', role: 'admin', name: 'Ada Lovelace' });
    expect(people.cookies.has('oauth_id_token')).toBe(false);
    expect((await people.open('/api/config')).text).not.toContain('onboarding');
  });

  test.each([
    [
      'another state',
      (url: URL) => {
        url.searchParams.set('state', 'x');
      },
      0,
    ],
    [
      'another code',
      (url: URL) => {
        url.searchParams.set('code', '0.x');
      },
      0,
    ],
    [
      'no code',
      (url: URL) => {
        url.searchParams.delete('code');
      },
      0,
    ],
    ['a code that was used', () => undefined, 1],
  ])('refuses %s', async (_what, alter, opened) => {
    const people = new People();
    const url = new URL(await people.atEntra('ada'));
    alter(url);
    for (let index = 0; index < opened; index += 1) await people.open(url.href);
    people.cookies.delete('token');
    expect(people.error(await people.open(url.href))).toMatch(/email or password/);
    expect(people.cookies.has('token')).toBe(false);
  });

  test('refuses a session cookie that is missing, foreign, or of another sign-in', async () => {
    const people = new People();
    const back = await people.atEntra('ada');
    const own = people.cookies.get('owui-session') ?? '';
    for (const value of ['', 'e30.x', `${own}x`]) {
      people.cookies.set('owui-session', value);
      expect(people.error(await people.open(back))).not.toBe('');
    }
    people.cookies.set('owui-session', own);
    expect((await people.open(back)).headers['location']).toBe(`${APP}/auth`);
  });

  test.each([
    ['new people are not wanted', { ENABLE_OAUTH_SIGNUP: 'false' }, /permission/],
    ['the domain is not allowed', { OAUTH_ALLOWED_DOMAINS: 'fabrikam.com' }, /email or password/],
    ['the ID token has no such claim', { OAUTH_EMAIL_CLAIM: 'email' }, /Error during OAuth process/],
    ['the roles are none of those allowed', { OAUTH_ALLOWED_ROLES: 'chat', OAUTH_ADMIN_ROLES: 'root' }, /permission/],
  ])('refuses where %s', async (_what, variables: Variables, error) => {
    const admin = { WEBUI_ADMIN_EMAIL: 'root@contoso.com', WEBUI_ADMIN_PASSWORD: 'secret' };
    const people = new People({ ...admin, ...variables });
    expect(people.error(await people.signIn('alan'))).toMatch(error);
    expect(people.cookies.has('token')).toBe(false);
  });

  test('a second sign-in finds the account again, with the role of today', async () => {
    const people = new People();
    await people.signIn('ada');
    await people.signIn('alan');
    expect(await people.me()).toMatchObject({ role: 'user' });
    const directory = directoryOf(people.zone.world);
    directory.assignments.delete('alan');
    await people.signIn('alan');
    expect(await people.me()).toMatchObject({ role: 'pending' });
    expect((await people.open('/api/models')).status).toBe(401);
  });
});

describe('roles', () => {
  const user = (role: User['role']): User => ({ id: 'u', sub: 's', email: 'e', name: 'n', role });
  const cases: readonly (readonly [string, Variables, number, User | undefined, unknown, string])[] = [
    ['the first of all', {}, 0, undefined, [], 'admin'],
    ['the only one, again', {}, 1, user('pending'), ['user'], 'admin'],
    ['no roles in the token', {}, 2, undefined, undefined, 'pending'],
    ['no roles, another default', { DEFAULT_USER_ROLE: 'user' }, 2, undefined, [], 'user'],
    ['user', {}, 2, undefined, ['user'], 'user'],
    ['admin', {}, 2, undefined, ['user', 'admin'], 'admin'],
    ['a role as text', {}, 2, undefined, 'admin', 'admin'],
    ['a role of another name', { OAUTH_ALLOWED_ROLES: 'Chat.Use' }, 2, undefined, ['Chat.Use'], 'user'],
    ['any role', { OAUTH_ALLOWED_ROLES: '*' }, 2, undefined, ['whatever'], 'user'],
    ['roles that none match', {}, 2, undefined, ['other'], '403'],
    ['another claim', { OAUTH_ROLES_CLAIM: 'deep.roles' }, 2, undefined, undefined, 'user'],
    ['not managed: new', { ENABLE_OAUTH_ROLE_MANAGEMENT: 'false' }, 2, undefined, ['admin'], 'pending'],
    ['not managed: known', { ENABLE_OAUTH_ROLE_MANAGEMENT: 'false' }, 2, user('admin'), [], 'admin'],
  ];
  test.each(cases)('%s', (_what, variables, count, known, roles, expected) => {
    const settings = settingsOf(new Map(Object.entries({ ENABLE_OAUTH_ROLE_MANAGEMENT: 'true', ...variables })), 'x');
    const users = new Map(Array.from({ length: count }, (_, index) => [String(index), user('user')]));
    const work = () => roleOf(settings, { users, sessions: new Map() }, known, { roles, deep: { roles: ['user'] } });
    if (expected === '403') expect(work).toThrow(/permission/);
    else expect(work()).toBe(expected);
  });
});

describe('chat', () => {
  test('models and answer, streamed and whole', async () => {
    const people = new People();
    await people.signIn('ada');
    const { data } = JSON.parse((await people.open('/api/models')).text) as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual(['gpt-5-mini', 'grok-4']);
    expect(JSON.parse((await people.open('/api/chat/completions', CHAT)).text)).toMatchObject({
      choices: [{ message: { content: 'pong' } }],
    });
    const streamed = await people.open('/api/chat/completions', { ...CHAT, stream: true });
    expect(streamed.headers['content-type']).toContain('text/event-stream');
    expect(streamed.chunks.length).toBeGreaterThan(2);
  });

  test.each([
    ['a model that is not there', { ...CHAT, model: 'gpt-9' }, 404],
    ['a socket', { ...CHAT, session_id: 's' }, 501],
  ])('no answer by %s', async (_what, body, status) => {
    const people = new People();
    await people.signIn('ada');
    expect((await people.open('/api/chat/completions', body)).status).toBe(status);
  });

  test('only administrators see models unless the check is switched off', async () => {
    const people = new People({ BYPASS_MODEL_ACCESS_CONTROL: 'false' });
    const seen = async () => (JSON.parse((await people.open('/api/models')).text) as { data: unknown[] }).data.length;
    await people.signIn('ada');
    expect(await seen()).toBe(2);
    await people.signIn('alan');
    expect(await seen()).toBe(0);
  });

  test('a gateway that cannot be reached is a 500', async () => {
    const people = new People({ OPENAI_API_BASE_URLS: 'https://nowhere.azure-api.net/openai/v1' });
    await people.signIn('ada');
    const answer = await people.open('/api/chat/completions', CHAT);
    expect([answer.status, answer.text]).toEqual([500, '{"detail":"Open WebUI: Server Connection Error"}']);
  });

  const CONNECTIONS: readonly (readonly [string, object, Variables, RegExp | undefined, boolean])[] = [
    ["the person's token, with all cookies", { auth_type: 'system_oauth' }, {}, /^Bearer eyJ/, true],
    ["the session's token", { auth_type: 'session' }, {}, /^Bearer eyJ/, true],
    ['a key', {}, { OPENAI_API_KEYS: 'sk-1' }, /^Bearer sk-1$/, false],
    ['an empty key', {}, { OPENAI_API_KEYS: '' }, undefined, false],
    ['nothing', { auth_type: 'none' }, { OPENAI_API_KEYS: 'sk-1' }, undefined, false],
    ['its own header', { headers: { Authorization: 'Own {{USER_EMAIL}}' } }, {}, /^Own ada@contoso\.com$/, false],
  ];
  test.each(CONNECTIONS)('calls with %s', async (_what, connection, variables, authorization, cookies) => {
    const policy =
      '<policies><inbound><return-response><set-status code="200" reason="OK" /><set-header name="Content-Type"><value>application/json</value></set-header><set-body>@(new JObject(new JProperty("authorization", context.Request.Headers.GetValueOrDefault("Authorization", "")), new JProperty("cookie", context.Request.Headers.GetValueOrDefault("Cookie", ""))).ToString())</set-body></return-response></inbound><backend><forward-request /></backend></policies>';
    const people = new People({
      OPENAI_API_CONFIGS: JSON.stringify({ 0: { model_ids: ['gpt-5-mini'], ...connection } }),
      ...variables,
    });
    const [stored] = people.zone.world.store.ofType('Microsoft.ApiManagement/service/apis/policies');
    if (stored !== undefined)
      people.zone.world.store.put({ ...stored, properties: { format: 'rawxml', value: policy } });
    await people.signIn('ada');
    const echoed = JSON.parse((await people.open('/api/chat/completions', CHAT)).text) as Record<string, string>;
    if (authorization === undefined) expect(echoed['authorization']).toBe('');
    else expect(echoed['authorization']).toMatch(authorization);
    expect((echoed['cookie'] ?? '').includes('oauth_session_id=')).toBe(cookies);
  });

  test('a renewed token, and none once the session cannot be renewed', async () => {
    const people = new People({ OAUTH_SCOPES: `openid profile ${new ChatZone().clientId}/access_as_user` });
    await people.signIn('ada');
    expect((await people.open('/api/chat/completions', CHAT)).status).toBe(200);
    people.zone.world.clock.spend(2 * 3_600_000);
    // Without offline_access there is nothing to renew with; the call goes out without a token.
    const policy =
      '<policies><inbound><check-header name="Authorization" failed-check-httpcode="401" failed-check-error-message="none" ignore-case="true" /><return-response /></inbound><backend><forward-request /></backend></policies>';
    const [stored] = people.zone.world.store.ofType('Microsoft.ApiManagement/service/apis/policies');
    if (stored !== undefined)
      people.zone.world.store.put({ ...stored, properties: { format: 'rawxml', value: policy } });
    expect((await people.open('/api/chat/completions', CHAT)).status).toBe(401);
  });

  test('sessions end with their life, and with the secret key', async () => {
    const people = new People({ JWT_EXPIRES_IN: '1h' });
    await people.signIn('ada');
    people.zone.world.clock.spend(59 * 60_000);
    expect((await people.open('/api/models')).status).toBe(200);
    people.zone.world.clock.spend(2 * 60_000);
    expect((await people.open('/api/models')).status).toBe(401);
  });

  test('signing out takes the cookies', async () => {
    const people = new People();
    await people.signIn('ada');
    const { headers } = await people.open('/api/v1/auths/signout');
    for (const cookie of [headers['set-cookie'] ?? []].flat()) expect(cookie).toContain('Max-Age=0');
  });
});
