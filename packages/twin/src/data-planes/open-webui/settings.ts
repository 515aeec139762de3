/** Open WebUI's settings as its environment gives them, with the defaults of its code (facts/openwebui.md section 1). */
export interface OpenWebUiSettings {
  readonly version: string;
  readonly deploymentId: string;
  readonly secretKey: string;
  readonly url: string;
  /** `OPENAI_API_*` as text: read where a model is asked for. */
  readonly text: (name: string, fallback?: string) => string;
  readonly flag: (name: string, fallback: boolean) => boolean;
  /** Names the database: accounts live there, and outlast the container. Undefined for the SQLite file inside of it. */
  readonly database: string | undefined;
  /** Undefined where no generic OpenID provider is registered: then `/oauth/oidc/login` is 404. */
  readonly oidc: OidcSettings | undefined;
}

export interface OidcSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly metadataUrl: string;
  readonly redirectUri: string;
  readonly scopes: string;
  readonly codeChallengeMethod: string | undefined;
  readonly authorizeParams: Readonly<Record<string, string>>;
}

/** Whether an image is Open WebUI's, from whatever registry. */
export function isOpenWebUi(image: string): boolean {
  return /(?:^|\/)open-webui(?:[:@]|$)/.test(image);
}

/** Reads the settings of a container. */
export function settingsOf(variables: ReadonlyMap<string, string>, image: string): OpenWebUiSettings {
  const text = (name: string, fallback = ''): string => variables.get(name) ?? fallback;
  const flag = (name: string, fallback: boolean): boolean => text(name, String(fallback)).toLowerCase() === 'true';
  const [host, name] = [text('DATABASE_HOST'), text('DATABASE_NAME')];
  return {
    version: /:v?(?<version>[^@]+)/.exec(image.split('/').at(-1) ?? '')?.groups?.['version'] ?? 'unknown',
    deploymentId: text('DEPLOYMENT_ID'),
    secretKey: text('WEBUI_SECRET_KEY'),
    url: text('WEBUI_URL').replace(/\/$/, ''),
    text,
    flag,
    database: host === '' ? variables.get('DATABASE_URL') : `${host}/${name}`,
    oidc: flag('ENABLE_OAUTH', true) ? oidcOf(text) : undefined,
  };
}

/** Why the process would end at its start; undefined where it runs. */
export function startFailure({ text, flag, secretKey }: OpenWebUiSettings): string | undefined {
  const method = text('OAUTH_CODE_CHALLENGE_METHOD');
  if (method !== '' && method !== 'S256') return `OAUTH_CODE_CHALLENGE_METHOD must be S256, not ${method}`;
  if (secretKey === '' && flag('WEBUI_AUTH', true)) {
    return 'Required environment variable not found: WEBUI_SECRET_KEY';
  }
  return undefined;
}

function oidcOf(text: (name: string, fallback?: string) => string): OidcSettings | undefined {
  const method = text('OAUTH_CODE_CHALLENGE_METHOD');
  const [clientId, clientSecret] = [text('OAUTH_CLIENT_ID'), text('OAUTH_CLIENT_SECRET')];
  const metadataUrl = text('OPENID_PROVIDER_URL');
  const registered = clientId !== '' && metadataUrl !== '' && (clientSecret !== '' || method !== '');
  if (!registered) return undefined;
  return {
    clientId,
    clientSecret,
    metadataUrl,
    name: text('OAUTH_PROVIDER_NAME', 'SSO'),
    redirectUri: text('OPENID_REDIRECT_URI'),
    scopes: text('OAUTH_SCOPES', 'openid email profile'),
    codeChallengeMethod: method === '' ? undefined : method,
    authorizeParams: jsonOr(text('OAUTH_AUTHORIZE_PARAMS'), {}),
  };
}

/** The value of a JSON text; `fallback` where it is none, for invalid JSON is logged and ignored there. */
export function jsonOr<T>(text: string, fallback: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
