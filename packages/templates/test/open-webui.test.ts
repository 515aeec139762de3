import { describe, expect, test } from 'vitest';
import { brandingVariables, isProductVariable } from '@lz/config';
import { spokeAppParameters } from '../src/index.ts';
import { memberAt, snapshotOf } from './compiled.ts';
import { scenarios } from './scenarios.ts';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly secretRef?: string;
}

/** Variables of the container app as the real engine predicts them. */
function variablesOf(scenario: string): ReadonlyMap<string, Variable> {
  const app = snapshotOf(scenario, 'spoke-app').find(({ type }) => type === 'Microsoft.App/containerApps');
  const variables = memberAt(app?.properties, 'template.containers.0.env') as readonly Variable[];
  return new Map(variables.map((variable) => [variable.name, variable]));
}

/** What has to be set, and to what (facts on Open WebUI, sections 1 and 2). */
const required: readonly [string, string | RegExp][] = [
  ['WEBUI_URL', 'https://chat.contoso.com'],
  ['CORS_ALLOW_ORIGIN', 'https://chat.contoso.com'],
  ['DEPLOYMENT_ID', /^[0-9a-f]{12}$/],
  ['ENABLE_PERSISTENT_CONFIG', 'false'],
  ['ENABLE_OAUTH_PERSISTENT_CONFIG', 'false'],
  ['WEBUI_SESSION_COOKIE_SECURE', 'true'],
  ['WEBUI_AUTH_COOKIE_SECURE', 'true'],
  ['WEBUI_SESSION_COOKIE_SAME_SITE', 'lax'],
  ['JWT_EXPIRES_IN', '12h'],
  ['ENABLE_OLLAMA_API', 'false'],
  ['ENABLE_VERSION_UPDATE_CHECK', 'false'],
  ['ENABLE_EVALUATION_ARENA_MODELS', 'false'],
  ['ENABLE_DIRECT_CONNECTIONS', 'false'],
  ['ENABLE_AUTOMATIONS', 'false'],
  ['UVICORN_WORKERS', '1'],
  ['ENABLE_OAUTH', 'true'],
  ['ENABLE_OAUTH_SIGNUP', 'true'],
  ['OAUTH_AUTO_REDIRECT', 'true'],
  ['ENABLE_SIGNUP', 'false'],
  ['ENABLE_INITIAL_ADMIN_SIGNUP', 'false'],
  ['ENABLE_LOGIN_FORM', 'false'],
  ['ENABLE_PASSWORD_AUTH', 'false'],
  ['OAUTH_CLIENT_ID', '33333333-3333-4333-8333-333333333333'],
  ['OAUTH_CODE_CHALLENGE_METHOD', 'S256'],
  ['OAUTH_TOKEN_ENDPOINT_AUTH_METHOD', 'none'],
  ['OPENID_PROVIDER_URL', /22222222-2222-4222-8222-222222222222/],
  ['OPENID_REDIRECT_URI', 'https://chat.contoso.com/oauth/oidc/callback'],
  ['OAUTH_SCOPES', 'openid profile email offline_access 33333333-3333-4333-8333-333333333333/access_as_user'],
  ['OAUTH_REFRESH_TOKEN_INCLUDE_SCOPE', 'true'],
  ['OAUTH_EMAIL_CLAIM', 'preferred_username'],
  ['OAUTH_SUB_CLAIM', 'oid'],
  ['OAUTH_PICTURE_CLAIM', ''],
  ['OAUTH_MERGE_ACCOUNTS_BY_EMAIL', 'false'],
  ['ENABLE_OAUTH_ROLE_MANAGEMENT', 'true'],
  ['OAUTH_ROLES_CLAIM', 'roles'],
  ['OAUTH_ALLOWED_ROLES', 'user,admin'],
  ['OAUTH_ADMIN_ROLES', 'admin'],
  ['DEFAULT_USER_ROLE', 'pending'],
  ['ENABLE_OAUTH_ID_TOKEN_COOKIE', 'false'],
  ['ENABLE_OPENAI_API', 'true'],
  ['OPENAI_API_BASE_URLS', /^https:\/\/apim-contoso-\w+-\w+\.azure-api\.net\/openai\/v1$/],
  ['OPENAI_API_KEYS', ''],
  ['ENABLE_BASE_MODELS_CACHE', 'false'],
  ['BYPASS_MODEL_ACCESS_CONTROL', 'true'],
  ['DEFAULT_MODELS', 'gpt-5-mini'],
  ['DATABASE_TYPE', 'postgresql'],
  ['DATABASE_HOST', /fullyQualifiedDomainName/],
  ['DATABASE_PORT', '5432'],
  ['DATABASE_NAME', 'webui'],
  ['DATABASE_USER', /administratorLogin/],
  ['PGSSLMODE', 'require'],
  ['ENABLE_DB_MIGRATIONS', 'false'],
  ['VECTOR_DB', 'pgvector'],
  ['STORAGE_PROVIDER', 'azure'],
  ['AZURE_STORAGE_ENDPOINT', /^\[.*'https:\/\/\{0\}\.blob\.\{1\}\/'|^https:\/\/st\w+\.blob\./],
  ['AZURE_STORAGE_CONTAINER_NAME', 'open-webui'],
  ['AZURE_CLIENT_ID', /clientId/],
  ['AZURE_TOKEN_CREDENTIALS', 'ManagedIdentityCredential'],
];

describe.each(['example', 'full', 'large'])('Open WebUI in %s', (scenario) => {
  const variables = variablesOf(scenario);

  test.each(required)('%s', (name, value) => {
    expect(variables.get(name)?.value).toEqual(typeof value === 'string' ? value : expect.stringMatching(value));
  });

  test('takes its two secrets from Key Vault, and has no other', () => {
    const secret = [...variables.values()].filter(({ secretRef }) => secretRef !== undefined);
    expect(secret).toEqual([
      { name: 'DATABASE_PASSWORD', secretRef: 'database-password' },
      { name: 'WEBUI_SECRET_KEY', secretRef: 'webui-secret-key' },
    ]);
    expect([...variables.keys()].filter((name) => /_SECRET$|STORAGE_KEY|DATABASE_URL/.test(name))).toEqual([]);
  });

  test("sends the person's own token to the gateway, for the models of the file", () => {
    const models = scenarios.find(({ name }) => name === scenario)?.environment.models.map(({ name }) => name);
    expect(JSON.parse(variables.get('OPENAI_API_CONFIGS')?.value ?? '')).toEqual({
      '0': { enable: true, auth_type: 'system_oauth', connection_type: 'external', model_ids: models },
    });
  });

  test('has no variable twice', () => {
    const app = snapshotOf(scenario, 'spoke-app').find(({ type }) => type === 'Microsoft.App/containerApps');
    expect(memberAt(app?.properties, 'template.containers.0.env')).toHaveLength(variables.size);
  });
});

test('variables of the file are added, and win', () => {
  expect(variablesOf('full').get('DEFAULT_LOCALE')?.value).toBe('en-GB');
});

test('the slim image has no embedding model of its own', () => {
  expect(variablesOf('large').get('BYPASS_EMBEDDING_AND_RETRIEVAL')?.value).toBe('true');
  expect(variablesOf('example').get('BYPASS_EMBEDDING_AND_RETRIEVAL')?.value).toBe('false');
});

test('what the product relies on cannot be set in a file', () => {
  const relied = [
    'WEBUI_URL',
    'CORS_ALLOW_ORIGIN',
    'DATABASE_HOST',
    'OAUTH_SCOPES',
    'OPENAI_API_CONFIGS',
    'AZURE_CLIENT_ID',
  ];
  expect(relied.filter((name) => !isProductVariable(name))).toEqual([]);
});

describe('branding', () => {
  const full = scenarios.find(({ name }) => name === 'full');
  const example = scenarios.find(({ name }) => name === 'example');
  const own = (scenario: typeof full) => {
    if (scenario === undefined) throw new Error('the scenario is not there');
    const { app } = spokeAppParameters(scenario.environment, scenario.names, scenario.facts);
    return (app?.value as { readonly environment: Readonly<Record<string, string>> }).environment;
  };

  test('has the form that Open WebUI reads', () => {
    const variables = own(full);
    expect(variables['WEBUI_NAME']).toBe('Contoso Chat');
    expect(variables['RESPONSE_WATERMARK']).toBe('Written by AI');
    expect(JSON.parse(variables['WEBUI_BANNERS'] ?? '')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
        type: 'info',
        title: 'Please note',
        content: 'Answers may be wrong. Check what matters.',
        dismissible: true,
        timestamp: 1,
      },
    ]);
    expect(JSON.parse(variables['DEFAULT_PROMPT_SUGGESTIONS'] ?? '')).toEqual([
      { title: ['Summarise', 'a long e-mail'], content: 'Summarise this e-mail in three sentences:' },
    ]);
  });

  test('leaves alone what the file does not say', () => {
    expect(Object.values(brandingVariables).filter((name) => name in own(example))).toEqual([]);
  });
});
