import { describe, expect, it } from 'vitest';
import { createTwin } from '../../src/index.ts';
import { control, TestClient } from '../support/client.ts';

const MINUTE = 60_000;

describe('the control interface', () => {
  it('tells what is there, what it is called and how late it is', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    await client.arm('PUT', 'resourceGroups/rg', '2025-04-01', { body: { location: 'swedencentral' } });
    expect(await control(twin, 'GET', '/resources')).toMatchObject([
      { name: 'rg', type: 'Microsoft.Resources/resourceGroups', location: 'swedencentral' },
    ]);
    expect(await control(twin, 'POST', '/clock', { advance: 'PT1H30M' })).toEqual(await control(twin, 'GET', '/clock'));
    expect(twin.world.clock.now - Date.UTC(2026, 10, 23, 8)).toBeGreaterThanOrEqual(90 * MINUTE);
  });

  it('sums up the writes with their virtual durations', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    await client.arm('PUT', 'resourceGroups/rg', '2025-04-01', { body: { location: 'swedencentral' } });
    const id = 'resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg';
    await client.arm('PUT', id, '2025-05-01', { body: { location: 'swedencentral', properties: {} } });
    await control(twin, 'POST', '/clock', { advance: 'PT5M' });
    expect(await control(twin, 'GET', '/summary')).toMatchObject({
      writes: [{ kind: 'create', outcome: 'succeeded', duration: expect.stringMatching(/^PT[\d.]+S$/) as unknown }],
      makespan: {
        runMs: expect.any(Number) as unknown,
        othersMs: expect.any(Number) as unknown,
        handMadeMs: expect.any(Number) as unknown,
      },
    });
  });

  it.each([
    ['an unknown path', 'GET', '/nothing', undefined],
    ['a duration that is none', 'POST', '/clock', { advance: '10 minutes' }],
    ['no duration', 'POST', '/clock', {}],
  ])('answers %s with an error that says what it takes', async (_, method, path, body) => {
    await using twin = await createTwin();
    expect(await control(twin, method, path, body)).toEqual({
      error: expect.stringMatching(/\/clock|PT10M/) as unknown,
    });
  });

  it.each([
    ['a host that is no text', { host: 1, do: 500 }, 'host'],
    ['a call before the first', { do: 500, nth: 0 }, 'nth'],
    ['a count that is none', { do: 500, times: 'twice' }, 'times'],
    ['a member that it has not', { do: 500, url: '*' }, 'url'],
    ['headers that are no text', { do: 429, headers: { 'retry-after': 1 } }, 'headers'],
    ['a duration that is none', { do: 'delay:5' }, 'do'],
  ])('refuses a fault rule with %s, and installs none of its list', async (_, rule, member) => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    const answer = await control(twin, 'POST', '/faults', [{ do: 503 }, rule]);
    expect(answer).toEqual({ error: expect.stringContaining(`'${member}'`) as unknown });
    expect((await client.arm('GET', 'resourceGroups', '2025-04-01')).status).toBe(200);
  });

  it('lets somebody else have names that are unique in Azure, and gives them back', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    const check = async (): Promise<unknown> => {
      const body = { name: 'stcontoso', type: 'Microsoft.Storage/storageAccounts' };
      const path = 'providers/Microsoft.Storage/checkNameAvailability';
      return (await client.arm('POST', path, '2025-06-01', { body })).json()['nameAvailable'];
    };
    expect(await check()).toBe(true);
    const taken = { type: 'Microsoft.Storage/storageAccounts', name: 'stcontoso' };
    expect(await control(twin, 'POST', '/names', taken)).toEqual({ taken: 1 });
    expect(await check()).toBe(false);
    expect(await control(twin, 'DELETE', '/names')).toEqual({ taken: 0 });
    expect(await check()).toBe(true);
  });

  it.each([
    ['no name', { type: 'Microsoft.Storage/storageAccounts' }],
    ['a type whose names are free for all', { type: 'Microsoft.Network/virtualNetworks', name: 'hub' }],
  ])('refuses a taken name with %s', async (_, entry) => {
    await using twin = await createTwin();
    expect(await control(twin, 'POST', '/names', [entry])).toEqual({
      error: expect.stringContaining('A taken name is') as unknown,
    });
  });

  it('takes all fault rules away', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    const status = async (): Promise<number> => (await client.arm('GET', 'resourceGroups', '2025-04-01')).status;
    await control(twin, 'POST', '/faults', [{ path: '*/resourceGroups*', do: 503 }]);
    expect(await status()).toBe(503);
    expect(await control(twin, 'DELETE', '/faults')).toEqual({ installed: 0 });
    expect(await status()).toBe(200);
  });

  it('registers a job, which can then exchange its token for one of Azure', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    const job = { repository: 'contoso/ai-platform', environment: 'prod', ref: 'refs/heads/main', sha: 'a'.repeat(40) };
    const more = {
      eventName: 'push',
      actor: 'ada',
      workflow: 'deploy',
      jobWorkflowRef: 'contoso/ai-platform/.github/workflows/x.yml@refs/heads/main',
      runId: '7',
    };
    const { requestUrl, requestToken } = (await control(twin, 'POST', '/oidc', { ...job, ...more })) as Record<
      string,
      string
    >;
    const minted = await client.send('GET', `${requestUrl ?? ''}&audience=api://AzureADTokenExchange`, {
      token: requestToken ?? '',
    });
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: twin.world.tenant.deploy.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: String(minted.json()['value']),
      scope: 'https://management.azure.com/.default',
    });
    const exchanged = await client.send(
      'POST',
      `https://login.microsoftonline.com/${twin.world.tenant.tenantId}/oauth2/v2.0/token`,
      {
        token: null,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      },
    );
    const answer = await client.arm('GET', '', '2022-12-01', { token: String(exchanged.json()['access_token']) });
    expect([minted.status, exchanged.status, answer.status]).toEqual([200, 200, 200]);
  });
});

describe('the hand-made way', () => {
  it.each([1, 2, 3, 4, 5])('takes longer than API Management alone, with seed %i', async (seed) => {
    await using twin = await createTwin({ seed });
    const { makespan } = (await control(twin, 'GET', '/summary')) as { makespan: { handMadeMs: number } };
    expect(makespan.handMadeMs).toBeGreaterThan(55 * MINUTE);
    expect(makespan.handMadeMs).toBeLessThan(140 * MINUTE);
  });
});

describe('the ready file', () => {
  it('holds all that a client needs, and not the secret of the client in its environment', async () => {
    await using twin = await createTwin({ seed: 3 });
    const { ready } = twin;
    expect(Object.keys(ready)).toEqual([
      'proxy',
      'caFile',
      'control',
      'tenantId',
      'subscriptionId',
      'subscriptions',
      'identities',
      'env',
    ]);
    expect(ready.env).toMatchObject({
      HTTPS_PROXY: twin.proxyUrl,
      NODE_EXTRA_CA_CERTS: twin.caFile,
      AZURE_CLIENT_ID: ready.identities.deploy.clientId,
    });
    expect(JSON.stringify(ready.env)).not.toContain(ready.identities.client.secret);
    await using again = await createTwin({ seed: 3 });
    expect(again.ready.identities).toEqual(ready.identities);
  });
});

describe('migrations that fail on demand', () => {
  it.each([
    ['nothing to say', { version: '*' }, 'fails'],
    ['a member that it has not', { fails: 'x', host: '*' }, 'host'],
    ['a count that is none', { fails: 'x', times: 0 }, 'times'],
  ])('refuses a rule with %s', async (_, rule, member) => {
    await using twin = await createTwin();
    const answer = await control(twin, 'POST', '/migrations', rule);
    expect(answer).toEqual({ error: expect.stringContaining(`'${member}'`) as unknown });
    expect(await control(twin, 'POST', '/migrations', [{ fails: 'x' }])).toEqual({ installed: 1 });
    expect(await control(twin, 'DELETE', '/migrations')).toEqual({ installed: 0 });
  });
});

describe('watching an app', () => {
  it('refuses what is no address, and says of an app that is not there that nobody answers', async () => {
    await using twin = await createTwin();
    expect(await control(twin, 'POST', '/watch', { url: 'chat' })).toEqual({
      error: expect.stringContaining('"url"') as unknown,
    });
    const url = 'https://ca.kindriver-1.swedencentral.azurecontainerapps.io/health';
    expect(await control(twin, 'POST', '/watch', { url })).toMatchObject([{ url, status: 404, requests: 1 }]);
  });
});
