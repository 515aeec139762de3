import { describe, expect, test } from 'vitest';
import {
  BackendError,
  executePolicies,
  type Backend,
  type BackendResponse,
  type CircuitBreaker,
} from '../../src/index.ts';
import { events, policies, TestGateway } from '../support/world.ts';

const TRIPS_AT_ONCE: CircuitBreaker = {
  failures: {
    count: 1,
    intervalMs: 60_000,
    statusCodes: [{ min: 429, max: 429 }],
    errorReasons: ['BackendConnectionFailure'],
  },
  tripMs: 30_000,
  acceptRetryAfter: true,
};
const POOL = '<inbound><set-backend-service backend-id="pool" /></inbound>';
const RETRY =
  '<backend><retry condition="@(context.Response == null || context.Response.StatusCode == 429 || context.Response.StatusCode == 503)" count="2" interval="1" first-fast-retry="true"><set-backend-service backend-id="pool" /><forward-request buffer-request-body="true" buffer-response="false" /></retry></backend>';
const OK: BackendResponse = { status: 200, headers: [], body: Buffer.from('done') };

/** A gateway with a pool of the members given, each at `https://<id>.example/v1`. */
function pooled(
  members: Readonly<Record<string, { readonly weight?: number; readonly priority?: number }>>,
  more: Partial<Backend> = { circuitBreaker: TRIPS_AT_ONCE },
): TestGateway {
  const gateway = new TestGateway();
  for (const id of Object.keys(members)) gateway.backends.set(id, { url: `https://${id}.example/v1`, ...more });
  gateway.backends.set('pool', { url: '', pool: Object.entries(members).map(([id, share]) => ({ id, ...share })) });
  return gateway;
}

/** Members answer by the first label of their host; those that are not named answer 200. */
function answering(gateway: TestGateway, answers: Readonly<Record<string, BackendResponse | BackendError>>): void {
  gateway.answer = ({ url }) => {
    const answer = answers[hostOf(url)] ?? OK;
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

const hostOf = (url: string): string => new URL(url).host.split('.')[0] ?? '';
const asked = (gateway: TestGateway): readonly string[] => gateway.sent.map(({ url }) => hostOf(url));
const busy = (...headers: readonly (readonly [string, string])[]): BackendResponse => ({
  status: 429,
  headers,
  body: new Uint8Array(),
});

describe('a pool', () => {
  test('chance decides by weight among members of one priority', async () => {
    const gateway = pooled({ a: { weight: 3 }, b: { weight: 1 }, never: { weight: 0 } });
    gateway.chances.push(0, 0.74, 0.76, 0.999);
    for (let call = 0; call < 4; call += 1) await gateway.run(POOL);
    expect(asked(gateway)).toEqual(['a', 'a', 'b', 'b']);
  });

  test('a worse priority serves only while every better member is away', async () => {
    const gateway = pooled({ a: { priority: 1 }, b: { priority: 1 }, spare: { priority: 2 } });
    answering(gateway, { a: busy(), b: busy(['Retry-After', '5']) });
    for (let call = 0; call < 3; call += 1) await gateway.run(POOL);
    expect(asked(gateway)).toEqual(['a', 'b', 'spare']);
    gateway.now += 5001;
    await gateway.run(POOL);
    gateway.now += 26_000;
    await gateway.run(POOL);
    expect(asked(gateway).slice(3)).toEqual(['b', 'a']);
  });

  test('retry chooses anew, and the path below the API follows the member', async () => {
    const gateway = pooled({ a: {}, b: {} });
    answering(gateway, { a: busy() });
    const ran = await gateway.run(`${POOL}${RETRY}`, { json: { model: 'm' } });
    expect([ran.status, ran.text, gateway.waits]).toEqual([200, 'done', [0]]);
    expect(gateway.sent.map(({ url }) => url)).toEqual([
      'https://a.example/v1/chat/completions?api-version=v1',
      'https://b.example/v1/chat/completions?api-version=v1',
    ]);
    expect(gateway.sent.map(({ body }) => Buffer.from(body ?? []).toString())).toEqual([
      '{"model":"m"}',
      '{"model":"m"}',
    ]);
  });

  test('a member that cannot be reached is left for another', async () => {
    const gateway = pooled({ a: {}, b: {} });
    answering(gateway, { a: new BackendError('BackendConnectionFailure', 'refused') });
    expect((await gateway.run(`${POOL}${RETRY}`)).status).toBe(200);
    expect((await gateway.run(`${POOL}${RETRY}`)).status).toBe(200);
    expect(asked(gateway)).toEqual(['a', 'b', 'b']);
  });

  test('exhausted: 503, when to ask again, and nothing sent', async () => {
    const gateway = pooled({ a: {}, b: {} });
    answering(gateway, { a: busy(['Retry-After', '20']), b: busy(['Retry-After', '7']) });
    const ran = await gateway.run(`${POOL}${RETRY}`);
    expect([ran.status, ran.header('Retry-After'), asked(gateway)]).toEqual([503, '6', ['a', 'b']]);
    expect(ran.outcome.error).toBeNull();
  });

  test('every attempt unreachable: the failure, not the condition that has no response to read', async () => {
    const gateway = pooled({ a: {} }, {});
    answering(gateway, { a: new BackendError('BackendConnectionFailure', 'refused') });
    const ran = await gateway.run(
      '<inbound><set-backend-service backend-id="pool" /></inbound><backend><retry condition="@(context.Response.StatusCode == 500)" count="3" interval="1"><forward-request /></retry></backend>',
    );
    expect([ran.status, ran.outcome.error?.reason, ran.outcome.error?.source, gateway.sent.length]).toEqual([
      500,
      'BackendConnectionFailure',
      'forward-request',
      1,
    ]);
  });

  test('a stream that breaks is not begun again', async () => {
    const gateway = pooled({ a: {}, b: {} });
    answering(gateway, { a: { status: 200, headers: [], body: breaking() } });
    await expect(gateway.run(`${POOL}${RETRY}`)).rejects.toThrow('cut off');
    expect(asked(gateway)).toEqual(['a']);
  });

  test('context.Backend is the pool before, the member after', async () => {
    const gateway = pooled({ a: {} });
    const show = (name: string): string =>
      `<set-header name="${name}" exists-action="override"><value>@(context.Backend.Id + " " + context.Backend.Type)</value></set-header>`;
    const ran = await gateway.run(
      `<inbound><set-backend-service backend-id="pool" />${show('Before')}</inbound><outbound>${show('After')}</outbound>`,
    );
    expect([gateway.sent[0]?.headers.find(([name]) => name === 'Before')?.[1], ran.header('After')]).toEqual([
      'pool Pool',
      'a Single',
    ]);
  });

  test('a member that is not there is an error', async () => {
    const gateway = pooled({ a: {} });
    gateway.backends.delete('a');
    expect((await gateway.run(POOL)).outcome.error?.reason).toBe('BackendNotFound');
  });
});

describe('a circuit breaker', () => {
  const single = (breaker: CircuitBreaker): TestGateway => {
    const gateway = new TestGateway();
    gateway.backends.set('one', { url: 'https://one.example', circuitBreaker: breaker });
    return gateway;
  };
  const ask = async (gateway: TestGateway): Promise<number> =>
    (await gateway.run('<inbound><set-backend-service backend-id="one" /></inbound>')).status;

  test('of one backend answers 503 by itself until it has closed', async () => {
    const gateway = single({ ...TRIPS_AT_ONCE, acceptRetryAfter: false });
    answering(gateway, { one: busy(['Retry-After', '1']) });
    expect([await ask(gateway), await ask(gateway)]).toEqual([429, 503]);
    gateway.now += 29_999;
    expect(await ask(gateway)).toBe(503);
    answering(gateway, {});
    gateway.now += 1;
    expect([await ask(gateway), gateway.sent.length]).toEqual([200, 2]);
  });

  test('counts failures within its interval only, and forgets them when it has tripped', async () => {
    const { failures } = TRIPS_AT_ONCE;
    const gateway = single({ ...TRIPS_AT_ONCE, failures: { ...failures, count: 2 }, failureStatus: 529 });
    answering(gateway, { one: busy() });
    await ask(gateway);
    gateway.now += 60_001;
    expect([await ask(gateway), await ask(gateway), await ask(gateway)]).toEqual([429, 429, 529]);
    gateway.now += 30_000;
    expect([await ask(gateway), await ask(gateway)]).toEqual([429, 429]);
  });

  test('counts failures in a hundred calls', async () => {
    const { intervalMs, statusCodes, errorReasons } = TRIPS_AT_ONCE.failures;
    const gateway = single({ tripMs: 1000, failures: { percentage: 50, intervalMs, statusCodes, errorReasons } });
    await ask(gateway);
    await ask(gateway);
    answering(gateway, { one: busy() });
    expect([await ask(gateway), await ask(gateway), await ask(gateway)]).toEqual([429, 429, 503]);
  });

  test('leaves what is no failure alone', async () => {
    const gateway = single(TRIPS_AT_ONCE);
    answering(gateway, { one: { status: 500, headers: [], body: new Uint8Array() } });
    expect([await ask(gateway), await ask(gateway)]).toEqual([500, 500]);
  });
});

test('a buffered stream goes on in blocks of 8 KB, an unbuffered one event by event', async () => {
  const sizes = async (buffer: string): Promise<readonly number[]> => {
    const gateway = new TestGateway();
    gateway.answer = () => ({
      status: 200,
      headers: [['Content-Type', 'text/event-stream']],
      body: events(...Array.from({ length: 5 }, () => 'x'.repeat(2992))),
    });
    const { caller } = await executePolicies(
      {
        documents: { api: policies(`<backend><forward-request buffer-response="${buffer}" /></backend>`) },
        request: { method: 'POST', url: 'https://gateway.example/api/chat', headers: [] },
        context: { api: { id: 'a', name: 'a', path: 'api', serviceUrl: 'https://model.example' } },
        configuration: gateway,
      },
      gateway.ports,
    );
    const found: number[] = [];
    for await (const chunk of caller.body as AsyncIterable<Uint8Array>) found.push(chunk.length);
    return found;
  };
  expect([await sizes('true'), await sizes('false')]).toEqual([
    [8192, 6808],
    [3000, 3000, 3000, 3000, 3000],
  ]);
});

test('credentials of the member that is chosen, with named values put in', async () => {
  const gateway = pooled({ a: {}, b: {} }, {});
  gateway.namedValues.set('key', 's3cret');
  gateway.backends
    .set('a', { url: 'https://a.example', managedIdentity: { resource: 'https://cognitiveservices.azure.com' } })
    .set('b', { url: 'https://b.example', headers: { 'api-key': ['{{key}}'] }, query: { v: ['1'] } });
  await gateway.run(POOL);
  await gateway.run(POOL);
  const [first, second] = gateway.sent;
  expect(first?.headers).toEqual([['Authorization', 'Bearer token of system for https://cognitiveservices.azure.com']]);
  expect([second?.headers, new URL(second?.url ?? '').searchParams.get('v')]).toEqual([[['api-key', 's3cret']], '1']);
});

async function* breaking(): AsyncIterable<Uint8Array> {
  yield* events('{"choices":[]}');
  throw new Error('cut off');
}
