import { describe, expect, test } from 'vitest';
import { createGitHubTokenSource, hasGitHubToken } from '../src/github-token.ts';
import { azureServer, type Reply } from './support/azure-server.ts';

const env = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://run.actions.githubusercontent.com/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};
const MINUTE = 60_000;

async function source(script: readonly Reply[] | (() => Reply)) {
  const server = await azureServer(script);
  const masks: string[] = [];
  const clock = { now: 0 };
  const getToken = createGitHubTokenSource({
    env,
    maskSecret: (secret) => masks.push(secret),
    now: () => clock.now,
    httpClient: server.httpClient,
    pollIntervalMs: 1,
  });
  return { server, masks, clock, getToken, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function counting(): () => Reply {
  let count = 0;
  return () => ({ status: 200, body: { value: `jwt-${(count += 1)}` } });
}

describe("GitHub's OIDC token", () => {
  test('is asked for with the one audience that Entra takes, and masked first', async () => {
    await using given = await source(counting());
    expect(await given.getToken()).toBe('jwt-1');
    const [request] = given.server.requests;
    const query = new URL(request?.url ?? '', 'https://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({ 'api-version': '2.0', audience: 'api://AzureADTokenExchange' });
    expect(request?.headers.authorization).toBe('Bearer request-token');
    expect(given.masks).toEqual(['jwt-1']);
  });

  test('is kept for less than 4 minutes, over hours', async () => {
    await using given = await source(counting());
    const seen: string[] = [];
    for (const at of [0, 3.9 * MINUTE, 4 * MINUTE, 65 * MINUTE, 66 * MINUTE]) {
      given.clock.now = at;
      seen.push(await given.getToken());
    }
    expect(seen).toEqual(['jwt-1', 'jwt-1', 'jwt-2', 'jwt-3', 'jwt-3']);
  });

  test('is asked for once, however many want it', async () => {
    await using given = await source(counting());
    const tokens = await Promise.all(Array.from({ length: 5 }, () => given.getToken()));
    expect(new Set(tokens)).toEqual(new Set(['jwt-1']));
  });

  test.each<[string, Reply]>([
    ['500', { status: 500 }],
    ['429', { status: 429 }],
    ['a reset', 'reset'],
    ['an answer without a token', { status: 200, body: {} }],
  ])('%s is repeated', async (_, fault) => {
    await using given = await source([fault, fault, { status: 200, body: { value: 'jwt' } }]);
    expect(await given.getToken()).toBe('jwt');
  });

  test.each<[string, Reply, number]>([
    ['403', { status: 403 }, 1],
    ['500 for good', { status: 500 }, 5],
  ])('%s ends it with what to grant', async (_, fault, requests) => {
    await using given = await source([fault]);
    await expect(given.getToken()).rejects.toThrow(/id-token: write/);
    expect(given.server.requests).toHaveLength(requests);
  });

  test('a failure is not kept', async () => {
    await using given = await source([{ status: 403 }, { status: 200, body: { value: 'jwt' } }]);
    await expect(given.getToken()).rejects.toThrow();
    expect(await given.getToken()).toBe('jwt');
  });

  test('is only there where GitHub offers both variables', () => {
    expect(hasGitHubToken(env)).toBe(true);
    expect(hasGitHubToken({ ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })).toBe(false);
    expect(hasGitHubToken({})).toBe(false);
  });
});
