import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import fc from 'fast-check';
import { claimsOf, gitHubHosts, GITHUB_ISSUER, registerJob, subjectOf } from '../../src/github/index.ts';
import type { JobContext } from '../../src/github/index.ts';
import type { World } from '../../src/kernel/world.ts';
import { claims, gitHubToken, hostFor, job, newWorld, send } from '../entra/support.ts';

let world: World;

const at = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  send(hostFor(gitHubHosts(world), url), url, { headers });

function outside(more: Partial<JobContext>): JobContext {
  const context: { -readonly [K in keyof JobContext]: JobContext[K] } = { ...job(), ...more };
  delete context.environment;
  return context;
}

beforeAll(() => {
  world = newWorld();
});

describe('the subject of a job', () => {
  it.each<[subject: string, context: JobContext]>([
    ['repo:contoso@9000001/ai-platform@7000001:environment:dev', job()],
    ['repo:contoso/ai-platform:environment:dev', job({ subjectFormat: 'named' })],
    ['repo:contoso/ai-platform:environment:dev', job({ subjectFormat: 'named', eventName: 'pull_request' })],
    ['repo:contoso/ai-platform:pull_request', outside({ subjectFormat: 'named', eventName: 'pull_request' })],
    ['repo:contoso/ai-platform:ref:refs/heads/main', outside({ subjectFormat: 'named' })],
    ['repo:contoso/ai-platform:ref:refs/tags/v1', outside({ subjectFormat: 'named', ref: 'refs/tags/v1' })],
    ['repo:contoso@9000001/ai-platform@7000001:ref:refs/heads/main', outside({})],
    ['repo:contoso/ai-platform:environment:eu%3Aprod', job({ subjectFormat: 'named', environment: 'eu:prod' })],
    [
      'repo:Fabrikam@12/Chat@34:environment:Live',
      job({ repository: 'Fabrikam/Chat', repositoryOwnerId: 12, repositoryId: 34, environment: 'Live' }),
    ],
  ])('%s', (subject, context) => {
    expect(subjectOf(context)).toBe(subject);
  });

  it('never holds a colon of a name, so that no environment can pose as another context', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (environment) => {
        expect(subjectOf(job({ environment, subjectFormat: 'named' })).split(':')).toHaveLength(4);
      }),
    );
  });
});

describe('the issuer', () => {
  it('publishes what verifies its tokens', async () => {
    const discovery = await at(`${GITHUB_ISSUER}/.well-known/openid-configuration`);
    const keys = await at(String(discovery.body['jwks_uri']));
    const { payload } = await jwtVerify(
      await gitHubToken(world, job()),
      createLocalJWKSet(keys.body as unknown as JSONWebKeySet),
      {
        issuer: GITHUB_ISSUER,
        audience: 'api://AzureADTokenExchange',
        currentDate: new Date(world.clock.now),
      },
    );
    expect(payload).toMatchObject(claimsOf(job()));
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  it('tells the caller’s repository from the called workflow', async () => {
    expect(claims(await gitHubToken(world, job()))).toMatchObject({
      repository: 'contoso/ai-platform',
      repository_owner: 'contoso',
      job_workflow_ref: 'contoso/platform/.github/workflows/deploy.yml@refs/tags/v1',
      environment: 'dev',
    });
  });

  it('gives only to the running job, and a new token each time', async () => {
    const { requestUrl, requestToken } = registerJob(world, job());
    expect((await at(requestUrl)).status).toBe(401);
    expect((await at(requestUrl, { authorization: 'Bearer other' })).status).toBe(401);
    const headers = { authorization: `Bearer ${requestToken}` };
    const [first, second] = [await at(requestUrl, headers), await at(requestUrl, headers)];
    expect(first.body['value']).not.toBe(second.body['value']);
    expect(claims(first.body['value'])['aud']).toBe('https://github.com/contoso');
  });

  it('has nothing else', async () => {
    expect((await at(`${GITHUB_ISSUER}/token`)).status).toBe(404);
  });
});
