import { beforeAll, describe, expect, it } from 'vitest';
import { directoryOf, realClockOf } from '../../src/entra/index.ts';
import { JWT_BEARER } from '../../src/entra/token-request.ts';
import type { World } from '../../src/kernel/world.ts';
import { aadsts, accessToken, claims, gitHubToken, job, newWorld, put, secretForm, token } from './support.ts';
import type { Answer } from './support.ts';

const ARM = 'https://management.azure.com/.default';

let world: World;

/** A federated request of the deployer. */
async function federated(assertion: string | Promise<string>): Promise<Answer> {
  return token(world, {
    grant_type: 'client_credentials',
    client_id: world.tenant.deploy.clientId,
    client_assertion_type: JWT_BEARER,
    client_assertion: await assertion,
    scope: ARM,
  });
}

beforeAll(() => {
  world = newWorld();
});

describe('the token endpoint gives', () => {
  it.each([
    ['immutable', 'dev'],
    ['named', 'dev'],
    ['immutable', 'prod'],
    ['named', 'test'],
  ] as const)('a token for a GitHub job with the %s subject in %s', async (subjectFormat, environment) => {
    const answer = await federated(gitHubToken(world, job({ subjectFormat, environment })));
    expect(claims(accessToken(answer))).toMatchObject({
      aud: 'https://management.azure.com',
      iss: `https://sts.windows.net/${world.tenant.tenantId}/`,
      oid: world.tenant.deploy.objectId,
      appid: world.tenant.deploy.clientId,
      idtyp: 'app',
      ver: '1.0',
    });
    const seconds = Number(answer.body['expires_in']);
    expect(seconds).toBeGreaterThanOrEqual(3600);
    expect(seconds).toBeLessThan(5400);
  });

  it('a pull request its token', async () => {
    const context = { ...job({ eventName: 'pull_request', ref: 'refs/pull/7/merge' }) };
    delete (context as { environment?: string }).environment;
    expect((await federated(gitHubToken(world, context))).status).toBe(200);
  });

  it('another subject its token once the deployer trusts it', async () => {
    const context = job({ repository: 'fabrikam/chat', environment: 'live', subjectFormat: 'named' });
    const assertion = await gitHubToken(world, context);
    expect(aadsts(await federated(assertion))).toBe(700213);
    directoryOf(world).trustDeployer('repo:fabrikam/chat:environment:live');
    expect((await federated(assertion)).status).toBe(200);
  });

  it.each([
    ['https://management.azure.com/.default', 'https://management.azure.com'],
    ['https://management.azure.com//.default', 'https://management.azure.com/'],
    ['https://management.core.windows.net//.default', 'https://management.core.windows.net/'],
    ['https://vault.azure.net/.default', 'https://vault.azure.net'],
    ['https://cognitiveservices.azure.com/.default', 'https://cognitiveservices.azure.com'],
    ['00000003-0000-0000-c000-000000000000/.default', '00000003-0000-0000-c000-000000000000'],
  ])('for %s the audience %s', async (scope, aud) => {
    expect(claims(accessToken(await token(world, secretForm(world, { scope }))))['aud']).toBe(aud);
  });

  it('the Graph permissions of the caller as roles', async () => {
    const answer = await token(world, secretForm(world, { scope: 'https://graph.microsoft.com/.default' }));
    expect(claims(accessToken(answer))['roles']).toEqual([
      'Application.ReadWrite.OwnedBy',
      'Application.Read.All',
      'AppRoleAssignment.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
    ]);
  });

  it('version 1 its members as text, with real expiry', async () => {
    const form = secretForm(world, { resource: 'https://management.azure.com/' });
    const answer = await token(world, form, { path: 'oauth2/token' });
    expect(answer.body['resource']).toBe('https://management.azure.com/');
    expect(Number(answer.body['expires_on']) * 1000).toBeGreaterThan(Date.now());
    expect(typeof answer.body['expires_in']).toBe('string');
  });

  it('a token for Basic authentication and for the tenant by its domain', async () => {
    const { clientId, secret } = world.tenant.client;
    const basic = Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString('base64');
    const answer = await token(
      world,
      { grant_type: 'client_credentials', scope: ARM },
      { tenant: 'contoso.com', headers: { authorization: `Basic ${basic}` } },
    );
    expect(answer.status).toBe(200);
  });
});

describe('a GitHub assertion', () => {
  it('lives five minutes of virtual and of real time, and both must be over', async () => {
    const local = newWorld(2);
    const clock = realClockOf(local);
    let real = 1_000_000;
    clock.now = () => real;
    const assertion = await gitHubToken(local, job());
    const ask = (): Promise<Answer> =>
      token(local, {
        grant_type: 'client_credentials',
        client_id: local.tenant.deploy.clientId,
        client_assertion_type: JWT_BEARER,
        client_assertion: assertion,
        scope: ARM,
      });
    local.clock.spend(3_600_000);
    expect((await ask()).status).toBe(200);
    real += 300_000;
    const late = await ask();
    expect([aadsts(late), late.status]).toEqual([700024, 401]);
    expect(late.body['error_description']).toContain('Client assertion is not within its valid time range.');
  });

  it('reaches a managed identity through the federated credential in the store', async () => {
    const local = newWorld(3);
    const id = '/subscriptions/s/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-x';
    const clientId = '66666666-6666-4666-8666-666666666666';
    put(local, id, 'Microsoft.ManagedIdentity/userAssignedIdentities', {
      clientId,
      principalId: '77777777-7777-4777-8777-777777777777',
    });
    const type = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials';
    const subject = 'repo:contoso@9000001/ai-platform@7000001:environment:dev';
    put(local, `${id}/federatedIdentityCredentials/github`, type, {
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: ['api://AzureADTokenExchange'],
    });
    const assertion = await gitHubToken(local, job());
    const ask = (): Promise<Answer> =>
      token(local, {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_assertion_type: JWT_BEARER,
        client_assertion: assertion,
        scope: ARM,
      });
    const early = await ask();
    expect([aadsts(early), early.response.curedByTime]).toEqual([700016, true]);
    const codes = new Set<number>();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await local.clock.advanceToNextEvent();
      codes.add(aadsts(await ask()));
    }
    expect(codes.has(0)).toBe(true);
  });
});
