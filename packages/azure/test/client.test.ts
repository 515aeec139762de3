import { describe, expect, test } from 'vitest';
import { AzureRequestError, type Method } from '../src/index.ts';
import { azureServer, type Reply } from './support/azure-server.ts';
import { clientOf, SUBSCRIPTION } from './support/clients.ts';

const ok: Reply = { status: 200, body: { value: 'fine' } };
const error = (status: number, code: string, headers = {}): Reply => ({
  status,
  headers,
  body: { error: { code, message: `${code}: said the service` } },
});

describe('requests', () => {
  test('a path becomes a URL with version and query, and carries the token of its audience', async () => {
    await using server = await azureServer([ok]);
    const client = clientOf(server);
    await client.request({
      method: 'GET',
      url: `${SUBSCRIPTION}/x`,
      apiVersion: '2024-01-01',
      query: { $filter: "a eq 'b c'" },
    });
    await client.request({ method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' });
    const [arm, graph] = server.requests;
    expect(new URL(arm?.url ?? '', 'http://x').searchParams.get('$filter')).toBe("a eq 'b c'");
    expect(arm?.url).toContain('api-version=2024-01-01');
    expect(arm?.headers.host).toBe('management.azure.com');
    expect(arm?.headers.authorization).toBe('Bearer token for https://management.azure.com/.default');
    expect(graph?.headers.authorization).toBe('Bearer token for https://graph.microsoft.com/.default');
  });

  test('a body is sent as JSON with If-Match, and the ETag comes back', async () => {
    await using server = await azureServer([
      { status: 200, body: {}, headers: { etag: '"2"', 'x-ms-correlation-request-id': 'c-1' } },
    ]);
    const answer = await clientOf(server).request({ method: 'PUT', url: '/x', body: { a: 1 }, ifMatch: '"1"' });
    expect(server.requests[0]).toMatchObject({ method: 'PUT', body: { a: 1 }, headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject({ etag: '"2"', correlationId: 'c-1' });
  });

  test('find answers undefined for what is not there', async () => {
    await using server = await azureServer([error(404, 'ResourceNotFound')]);
    expect(await clientOf(server).find('/x')).toBeUndefined();
  });

  test('list follows every page', async () => {
    await using server = await azureServer([
      { status: 200, body: { value: [1, 2], nextLink: 'https://management.azure.com/x?page=2' } },
      { status: 200, body: { value: [3], nextLink: '' } },
    ]);
    expect(await clientOf(server).list<number>('/x', '2024-01-01')).toEqual([1, 2, 3]);
    expect(server.requests.map(({ url }) => url)).toEqual(['/x?api-version=2024-01-01', '/x?page=2']);
  });

  test('a refusal says status, code, message, details and correlation id, without the query', async () => {
    const body = { error: { code: 'Outer', message: 'outer', details: [{ code: 'Inner', message: 'inner' }] } };
    await using server = await azureServer([{ status: 400, body, headers: { 'x-ms-correlation-request-id': 'c-2' } }]);
    const failed = clientOf(server).request({ method: 'GET', url: '/x', query: { sig: 'secret' } });
    const caught: unknown = await failed.catch((reason: unknown) => reason);
    expect(caught).toBeInstanceOf(AzureRequestError);
    expect(caught).toMatchObject({
      status: 400,
      code: 'Outer',
      message: 'outer',
      correlationId: 'c-2',
      details: [{ code: 'Inner', message: 'inner' }],
      url: 'https://management.azure.com/x',
    });
    expect(server.requests).toHaveLength(1);
  });
});

interface RetryCase {
  readonly what: string;
  readonly method?: Method;
  readonly first: Reply;
  readonly repeated: boolean;
}

const retryCases: readonly RetryCase[] = [
  { what: '429 with Retry-After', first: error(429, 'TooManyRequests', { 'retry-after': '7' }), repeated: true },
  { what: '429 without Retry-After', first: error(429, 'TooManyRequests'), repeated: true },
  { what: '500', first: error(500, 'InternalServerError'), repeated: true },
  { what: '502', first: error(502, 'BadGateway'), repeated: true },
  { what: '503', first: error(503, 'ServiceUnavailable'), repeated: true },
  { what: '504', first: error(504, 'GatewayTimeout'), repeated: true },
  { what: 'a reset connection', first: 'reset', repeated: true },
  { what: 'a truncated answer', first: 'truncate', repeated: true },
  { what: '409 of a busy PostgreSQL', method: 'PUT', first: error(409, 'ServerIsBusy'), repeated: true },
  {
    what: '422 of the management port',
    method: 'PUT',
    first: error(422, 'ManagementApiRequestFailed'),
    repeated: true,
  },
  { what: '400 of a principal not replicated', method: 'PUT', first: error(400, 'PrincipalNotFound'), repeated: true },
  { what: 'POST throttled', method: 'POST', first: error(429, 'TooManyRequests'), repeated: true },
  { what: 'POST refused as unavailable', method: 'POST', first: error(503, 'ServiceUnavailable'), repeated: true },
  { what: 'POST with a lost answer', method: 'POST', first: 'reset', repeated: false },
  { what: 'POST with 500', method: 'POST', first: error(500, 'InternalServerError'), repeated: false },
  { what: '400', first: error(400, 'BadRequest'), repeated: false },
  { what: '401', first: error(401, 'AuthenticationFailed'), repeated: false },
  { what: '403', first: error(403, 'AuthorizationFailed'), repeated: false },
  { what: '404', first: error(404, 'ResourceNotFound'), repeated: false },
  { what: '409 of a running deployment', method: 'PUT', first: error(409, 'DeploymentActive'), repeated: false },
  { what: '501', first: error(501, 'NotImplemented'), repeated: false },
];

describe('retries', () => {
  test.each(retryCases)('$what is repeated: $repeated', async ({ method = 'GET', first, repeated }) => {
    await using server = await azureServer([first, ok]);
    const client = clientOf(server);
    const outcome = await client.request({ method, url: '/x' }).then(
      () => 'answered',
      () => 'refused',
    );
    expect(outcome).toBe(repeated ? 'answered' : 'refused');
    expect(server.requests).toHaveLength(repeated ? 2 : 1);
    expect(client.retries).toHaveLength(repeated ? 1 : 0);
  });

  test('each repetition is told with what failed', async () => {
    await using server = await azureServer([error(429, 'TooManyRequests', { 'retry-after': '7' }), 'reset', ok]);
    const told: string[] = [];
    await clientOf(server, { onRetry: ({ path, status, code }) => told.push(`${path} ${status} ${code}`) }).get('/x');
    expect(told).toEqual(['/x 429 TooManyRequests', '/x 0 ECONNRESET']);
  });

  test('Retry-After is what is waited', async () => {
    await using server = await azureServer([error(429, 'TooManyRequests', { 'retry-after': '7' }), ok]);
    const client = clientOf(server);
    await client.get('/x');
    expect(client.retries[0]?.delayMs).toBe(7000);
  });

  test('the budget of one request ends it with the last error', async () => {
    await using server = await azureServer([error(503, 'ServiceUnavailable')]);
    const client = clientOf(server, { retryLimits: { perRequest: 3 } });
    await expect(client.get('/x')).rejects.toThrow(/given up after 3 repetitions/);
    expect(server.requests).toHaveLength(4);
  });

  test('the budget of a run is shared by its requests', async () => {
    await using server = await azureServer(({ path }) => (path === '/fine' ? ok : error(503, 'ServiceUnavailable')));
    const client = clientOf(server, { retryLimits: { perRun: 5, perRequest: 4 } });
    await expect(client.get('/x')).rejects.toThrow();
    await expect(client.get('/y')).rejects.toThrow();
    await expect(client.get('/z')).rejects.toThrow();
    expect(server.requests.map(({ path }) => path).join(' ')).toBe('/x /x /x /x /x /y /y /z');
    await client.get('/fine');
  });

  test('codes that pass for one request only are that request’s own', async () => {
    await using server = await azureServer([error(404, 'Request_ResourceNotFound'), ok]);
    const client = clientOf(server);
    await client.request({ method: 'GET', url: '/x', retryCodes: ['Request_ResourceNotFound'] });
    expect(client.retries).toHaveLength(1);
  });
});

describe('cancellation', () => {
  test('an aborted run sends nothing more, but the request that cancels', async () => {
    await using server = await azureServer([ok]);
    const controller = new AbortController();
    const client = clientOf(server, { signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(client.get('/x')).rejects.toThrow('stop');
    await client.request({ method: 'POST', url: '/cancel', ignoreCancellation: true });
    expect(server.requests.map(({ path }) => path)).toEqual(['/cancel']);
  });

  test('a wait ends at once', async () => {
    await using server = await azureServer([error(503, 'ServiceUnavailable', { 'retry-after': '100' })]);
    const controller = new AbortController();
    const client = clientOf(server, {
      signal: controller.signal,
      pollIntervalMs: 60_000,
      onRetry: () => {
        controller.abort(new Error('stop'));
      },
    });
    await expect(client.get('/x')).rejects.toThrow('stop');
  });
});

describe('a client for restoring', () => {
  test('is stopped by nobody, has a budget of its own, and is counted', async () => {
    const busy = error(503, 'ServiceUnavailable');
    await using server = await azureServer([busy, busy, ok]);
    const cancel = new AbortController();
    const client = clientOf(server, { signal: cancel.signal, retryLimits: { perRequest: 1 } });
    cancel.abort(new Error('cancelled'));
    await expect(client.get('/x')).rejects.toThrow('cancelled');
    expect(await client.forRestoring().get('/x')).toEqual({ value: 'fine' });
    expect(client.retries.map(({ code }) => code)).toEqual(['ServiceUnavailable', 'ServiceUnavailable']);
  });
});
