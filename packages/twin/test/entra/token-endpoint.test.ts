import { beforeAll, describe, expect, it } from 'vitest';
import { SignJWT, generateKeyPair } from 'jose';
import { directoryOf, entraHost } from '../../src/entra/index.ts';
import type { Application, ServicePrincipal } from '../../src/entra/index.ts';
import { EMPTY_APPLICATION, gitHubCredential } from '../../src/entra/seed.ts';
import { JWT_BEARER } from '../../src/entra/token-request.ts';
import type { World } from '../../src/kernel/world.ts';
import { aadsts, claims, gitHubToken, job, newWorld, secretForm, send, token } from './support.ts';
import type { Answer } from './support.ts';

const ARM = 'https://management.azure.com/.default';
const APP = '11111111-1111-4111-8111-111111111111';
const API = '22222222-2222-4222-8222-222222222222';
const OTHER = '33333333-3333-4333-8333-333333333333';

let world: World;
let good: string;

/** A federated request of the deployer. */
async function federated(
  assertion: string | Promise<string>,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return token(world, {
    grant_type: 'client_credentials',
    client_id: world.tenant.deploy.clientId,
    client_assertion_type: JWT_BEARER,
    client_assertion: await assertion,
    scope: ARM,
    ...more,
  });
}

function register(
  appId: string,
  more: Partial<Application> = {},
  principal: Partial<ServicePrincipal> | null = {},
): void {
  const directory = directoryOf(world);
  directory.applications.put({
    ...EMPTY_APPLICATION,
    id: world.guid(`app:${appId}`),
    appId,
    displayName: appId,
    createdAt: 0,
    ...more,
  });
  if (principal === null) return;
  directory.putServicePrincipal({
    id: world.guid(`sp:${appId}`),
    appId,
    displayName: appId,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    servicePrincipalNames: [],
    owners: [],
    other: {},
    createdAt: 0,
    ...principal,
  });
}

async function forged(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT({ ...claims(good) }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
}

beforeAll(async () => {
  world = newWorld();
  good = await gitHubToken(world, job());
  register(APP, {
    passwords: [{ keyId: 'k', displayName: null, secretText: 'old', startsAt: 0, endsAt: 1 }],
    federatedCredentials: [
      { ...gitHubCredential(world, 'repo:contoso/x:environment:dev'), issuer: 'https://issuer.example' },
      {
        ...gitHubCredential(world, 'repo:contoso@9000001/ai-platform@7000001:environment:new'),
        createdAt: world.clock.now,
      },
    ],
  });
  register(API, { identifierUris: ['api://gateway'] }, { appRoleAssignmentRequired: true });
  register(OTHER, {}, null);
});

describe('the token endpoint refuses', () => {
  const own = (more: Readonly<Record<string, string>>) => () => token(world, secretForm(world, more));
  const without = (name: string) => () => {
    const form = secretForm(world);
    return token(world, Object.fromEntries(Object.entries(form).filter(([key]) => key !== name)));
  };
  const asApp = (assertion: () => Promise<string>) => async () => federated(await assertion(), { client_id: APP });

  it.each<[code: number, error: string, status: number, what: string, request: () => Promise<Answer>]>([
    [900144, 'invalid_request', 400, 'no grant type', without('grant_type')],
    [900144, 'invalid_request', 400, 'no client id', without('client_id')],
    [900144, 'invalid_request', 400, 'no scope', without('scope')],
    [900144, 'invalid_request', 400, 'an empty body', () => token(world, {})],
    [70003, 'unsupported_grant_type', 400, 'a password grant', own({ grant_type: 'password' })],
    [
      70003,
      'unsupported_grant_type',
      400,
      'a device code',
      own({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code' }),
    ],
    [7000215, 'invalid_client', 401, 'a wrong secret', own({ client_secret: 'wrong' })],
    [
      7000215,
      'invalid_client',
      401,
      'a secret of an identity that has none',
      () => token(world, { ...secretForm(world), client_id: world.tenant.deploy.clientId }),
    ],
    [7000222, 'invalid_client', 401, 'an expired secret', own({ client_id: APP, client_secret: 'old' })],
    [7000216, 'invalid_client', 401, 'no credential', without('client_secret')],
    [
      700016,
      'unauthorized_client',
      400,
      'an unknown application',
      own({ client_id: '99999999-9999-4999-8999-999999999999' }),
    ],
    [7000229, 'unauthorized_client', 400, 'an application without a service principal', own({ client_id: OTHER })],
    [500011, 'invalid_resource', 400, 'an unknown resource', own({ scope: 'https://nowhere.example/.default' })],
    [500011, 'invalid_resource', 400, 'an API without a service principal', own({ scope: `${OTHER}/.default` })],
    [501051, 'invalid_grant', 400, 'an API that requires assignment', own({ scope: 'api://gateway/.default' })],
    [1002012, 'invalid_scope', 400, 'a named permission', own({ scope: 'https://graph.microsoft.com/User.Read' })],
    [1002012, 'invalid_scope', 400, 'two scopes', own({ scope: `${ARM} https://vault.azure.net/.default` })],
    [
      900144,
      'invalid_request',
      400,
      'an assertion without its type',
      () => token(world, { grant_type: 'client_credentials', client_id: APP, client_assertion: good }),
    ],
    [
      9002313,
      'invalid_request',
      400,
      'an assertion of another type',
      () => federated(good, { client_assertion_type: 'urn:saml' }),
    ],
    [50027, 'invalid_request', 400, 'an assertion that is no token', () => federated('rubbish')],
    [700027, 'invalid_client', 401, 'a forged signature', () => federated(forged())],
    [
      700211,
      'invalid_client',
      401,
      'an issuer nobody trusts',
      () =>
        federated(
          new SignJWT({ iss: 'https://evil.example', sub: 's', aud: 'a' })
            .setProtectedHeader({ alg: 'HS256' })
            .sign(new Uint8Array(32)),
        ),
    ],
    [
      700213,
      'invalid_client',
      401,
      'another environment',
      () => federated(gitHubToken(world, job({ environment: 'other' }))),
    ],
    [
      700213,
      'invalid_client',
      401,
      'a branch instead of an environment',
      () => federated(gitHubToken(world, job({ environment: undefined } as never))),
    ],
    [
      700213,
      'invalid_client',
      401,
      'a fork',
      () => federated(gitHubToken(world, job({ repository: 'evil/ai-platform' }))),
    ],
    [
      700213,
      'invalid_client',
      401,
      'a repository made anew under the old name',
      () => federated(gitHubToken(world, job({ repositoryId: 1 }))),
    ],
    [
      7002138,
      'invalid_client',
      401,
      'the environment in another case',
      () => federated(gitHubToken(world, job({ environment: 'DEV' }))),
    ],
    [
      7002138,
      'invalid_client',
      401,
      'the owner in another case',
      () =>
        federated(
          gitHubToken(
            world,
            job({ repository: 'Contoso/ai-platform', repositoryId: 7_000_001, repositoryOwnerId: 9_000_001 }),
          ),
        ),
    ],
    [700212, 'invalid_client', 401, 'another audience', () => federated(gitHubToken(world, job(), 'api://other'))],
    [
      700212,
      'invalid_client',
      401,
      'the audience in another case',
      () => federated(gitHubToken(world, job(), 'api://azureadtokenexchange')),
    ],
    [
      70025,
      'invalid_client',
      401,
      'a client without federated credentials',
      () => federated(good, { client_id: world.tenant.client.clientId }),
    ],
    [
      70021,
      'invalid_client',
      401,
      'a federated credential of this moment',
      asApp(() => gitHubToken(world, job({ environment: 'new' }))),
    ],
    [90002, 'invalid_request', 400, 'an unknown tenant', () => token(world, secretForm(world), { tenant: APP })],
    [
      90002,
      'invalid_request',
      400,
      'an unknown domain',
      () => token(world, secretForm(world), { tenant: 'fabrikam.com' }),
    ],
    [
      900023,
      'invalid_request',
      400,
      'a tenant that is no name',
      () => token(world, secretForm(world), { tenant: 'nonsense' }),
    ],
    [
      50059,
      'invalid_request',
      400,
      'an application at common',
      () => token(world, secretForm(world), { tenant: 'common' }),
    ],
    [
      900144,
      'invalid_request',
      400,
      'version 1 without a resource',
      () => token(world, secretForm(world), { path: 'oauth2/token' }),
    ],
    [
      500011,
      'invalid_resource',
      400,
      'version 1 with an unknown resource',
      () => token(world, secretForm(world, { resource: 'https://nowhere.example' }), { path: 'oauth2/token' }),
    ],
  ])('AADSTS%i (%s, HTTP %i): %s', async (code, error, status, _what, request) => {
    const answer = await request();
    expect([aadsts(answer), answer.body['error'], answer.status]).toEqual([code, error, status]);
    expect(answer.body['error_description']).toMatch(
      new RegExp(
        `^AADSTS${code}: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: 20\\d\\d-\\d\\d-\\d\\d [0-9:]{8}Z$`,
        's',
      ),
    );
    expect(answer.response.wrote).toBe(false);
  });

  it('repeated parameters as malformed', async () => {
    const twice = await send(
      entraHost(world),
      `https://login.microsoftonline.com/${world.tenant.tenantId}/oauth2/v2.0/token`,
      { method: 'POST', body: `${new URLSearchParams(secretForm(world)).toString()}&scope=x` },
    );
    expect(aadsts(twice)).toBe(9002313);
  });

  it('a disabled client with AADSTS7000112', async () => {
    const appId = '44444444-4444-4444-8444-444444444444';
    register(appId, {}, { accountEnabled: false });
    expect(aadsts(await token(world, secretForm(world, { client_id: appId })))).toBe(7000112);
  });

  it('names the correlation id that the client sent', async () => {
    const id = '55555555-5555-4555-8555-555555555555';
    const answer = await token(world, {}, { headers: { 'client-request-id': id } });
    expect(answer.body['correlation_id']).toBe(id);
  });
});
