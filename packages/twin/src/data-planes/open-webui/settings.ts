import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { environmentOf, imageOf } from '../container-apps/app.ts';

/** Open WebUI's settings as its environment gives them, with the defaults of its code (facts/openwebui.md section 1). */
export interface OpenWebUiSettings {
  readonly version: string;
  readonly deploymentId: string;
  readonly secretKey: string;
  readonly url: string;
  readonly secureCookie: boolean;
  readonly sameSite: string;
  readonly loginForm: boolean;
  readonly signup: boolean;
  readonly passwordAuth: boolean;
  readonly websocket: boolean;
  readonly autoRedirect: boolean;
  /** Undefined where no generic OpenID provider is registered: then `/oauth/oidc/login` is 404. */
  readonly oidc: OidcSettings | undefined;
}

export interface OidcSettings {
  readonly clientId: string;
  readonly name: string;
  readonly metadataUrl: string;
  readonly redirectUri: string;
  readonly scopes: string;
  readonly codeChallengeMethod: string | undefined;
  readonly authorizeParams: Readonly<Record<string, string>>;
}

/** Reads the settings of an app. */
export function settingsOf(world: World, app: Resource): OpenWebUiSettings {
  const env = environmentOf(world, app);
  const text = (name: string, fallback = ''): string => env.get(name) ?? fallback;
  const flag = (name: string, fallback: boolean): boolean => text(name, String(fallback)).toLowerCase() === 'true';
  return {
    version: /:v?(?<version>[^@]+)/.exec(imageOf(app).split('/').at(-1) ?? '')?.groups?.['version'] ?? 'unknown',
    deploymentId: text('DEPLOYMENT_ID'),
    secretKey: text('WEBUI_SECRET_KEY'),
    url: text('WEBUI_URL'),
    secureCookie: flag('WEBUI_SESSION_COOKIE_SECURE', false),
    sameSite: text('WEBUI_SESSION_COOKIE_SAME_SITE', 'lax'),
    loginForm: flag('ENABLE_LOGIN_FORM', true),
    signup: flag('ENABLE_SIGNUP', true),
    passwordAuth: flag('ENABLE_PASSWORD_AUTH', true),
    websocket: flag('ENABLE_WEBSOCKET_SUPPORT', true),
    autoRedirect: flag('OAUTH_AUTO_REDIRECT', false),
    oidc: flag('ENABLE_OAUTH', true) ? oidcOf(text) : undefined,
  };
}

/** Why the process would end at its start; undefined where it runs. */
export function startFailure(settings: OpenWebUiSettings): string | undefined {
  const method = settings.oidc?.codeChallengeMethod;
  if (method !== undefined && method !== 'S256') return `OAUTH_CODE_CHALLENGE_METHOD must be S256, not ${method}`;
  if (settings.secretKey === '') return 'Required environment variable not found: WEBUI_SECRET_KEY';
  return undefined;
}

function oidcOf(text: (name: string, fallback?: string) => string): OidcSettings | undefined {
  const method = text('OAUTH_CODE_CHALLENGE_METHOD');
  const clientId = text('OAUTH_CLIENT_ID');
  const metadataUrl = text('OPENID_PROVIDER_URL');
  const registered = clientId !== '' && metadataUrl !== '' && (text('OAUTH_CLIENT_SECRET') !== '' || method !== '');
  if (!registered) return undefined;
  return {
    clientId,
    metadataUrl,
    name: text('OAUTH_PROVIDER_NAME', 'SSO'),
    redirectUri: text('OPENID_REDIRECT_URI'),
    scopes: text('OAUTH_SCOPES', 'openid email profile'),
    codeChallengeMethod: method === '' ? undefined : method,
    authorizeParams: parseParams(text('OAUTH_AUTHORIZE_PARAMS', '{}')),
  };
}

/** Invalid JSON is logged and ignored there. */
function parseParams(text: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
