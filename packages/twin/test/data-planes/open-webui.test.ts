import { describe, expect, test } from 'vitest';
import { directoryOf } from '../../src/entra/index.ts';
import type { User } from '../../src/data-planes/open-webui/accounts.ts';
import { roleOf } from '../../src/data-planes/open-webui/roles.ts';
import { settingsOf } from '../../src/data-planes/open-webui/settings.ts';
import { APP, CHAT, People, type Variables } from './people.ts';

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
