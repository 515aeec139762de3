import { directoryOf } from '../../src/entra/index.ts';
import { EMPTY_APPLICATION } from '../../src/entra/seed.ts';
import { APP_HOST, ChatZone } from './chat-zone.ts';
import type { Received } from './landing-zone.ts';

export const APP = `https://${APP_HOST}`;
const CALLBACK = `${APP}/oauth/oidc/callback`;
const ROLES = { admin: 'aaaaaaaa-0000-4000-8000-000000000001', user: 'aaaaaaaa-0000-4000-8000-000000000002' };
/** A chat that is answered with one word. */
export const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };

export type Variables = Readonly<Record<string, string>>;

/** An app whose people are ada (administrator), alan (user) and grace (nothing), as deploy-spoke sets it up. */
export class People {
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
