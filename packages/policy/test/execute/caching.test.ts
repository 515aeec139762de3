import { describe, expect, test } from 'vitest';
import type { CallContext, GatewayRequest } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const URL = 'https://gateway.azure-api.net/openai/v1/models';

const document = (lookup = '', store = '', vary = ''): string =>
  `<inbound><base /><cache-lookup vary-by-developer="false" vary-by-developer-groups="false" ${lookup}>${vary}</cache-lookup></inbound><outbound><cache-store duration="60" ${store} /><base /></outbound>`;

/** How many of two requests reached the backend. */
async function reached(
  policy: string,
  second: Partial<GatewayRequest> = {},
  options: {
    readonly first?: Partial<GatewayRequest>;
    readonly users?: readonly [CallContext, CallContext];
    readonly status?: number;
    readonly later?: number;
  } = {},
): Promise<number> {
  const gateway = new TestGateway();
  gateway.answer = () => ({ status: options.status ?? 200, headers: [], body: Buffer.from('fresh') });
  const [one, other] = options.users ?? [{}, {}];
  await gateway.run(policy, { method: 'GET', url: URL, ...options.first }, one);
  gateway.now += options.later ?? 0;
  await gateway.run(policy, { method: 'GET', url: URL, ...second }, other);
  return gateway.sent.length;
}

const user = (id: string, ...groups: readonly string[]): CallContext => ({
  user: { id, groups: groups.map((group) => ({ id: group, name: group })) },
});

describe('cache-lookup and cache-store', () => {
  test.each<[string, Promise<number>, number]>([
    ['the same again', reached(document()), 1],
    ['after the time has passed', reached(document(), {}, { later: 60_000 }), 2],
    ['another method', reached(document(), { method: 'POST' }, { first: { method: 'POST' } }), 2],
    ['another path', reached(document(), { url: `${URL}/a` }), 2],
    ['another query where none is listed', reached(document(), { url: `${URL}?a=1` }), 2],
    [
      'a query parameter that is not listed',
      reached(document('', '', '<vary-by-query-parameter>b</vary-by-query-parameter>'), { url: `${URL}?a=1` }),
      1,
    ],
    ['another product', reached(document(), {}, { users: [{}, { product: { id: 'p', name: 'P' } }] }), 2],
    [
      'a query parameter that is varied by',
      reached(document('', '', '<vary-by-query-parameter>a;b</vary-by-query-parameter>'), { url: `${URL}?b=1` }),
      2,
    ],
    [
      'a header that is varied by',
      reached(document('', '', '<vary-by-header>Accept</vary-by-header>'), { headers: [['accept', 'a/b']] }),
      2,
    ],
    ['no 200', reached(document(), {}, { status: 404 }), 2],
    ['no 200, but told to', reached(document('', 'cache-response="true"'), {}, { status: 404 }), 1],
    ['told not to', reached(document('', 'cache-response="false"')), 2],
    ['another person', reached(document(), {}, { users: [user('a'), user('b')] }), 1],
    [
      'another person, varied by developer',
      reached(document().replace('developer="false"', 'developer="true"'), {}, { users: [user('a'), user('b')] }),
      2,
    ],
    [
      'another group, varied by groups',
      reached(document().replace('groups="false"', 'groups="true"'), {}, { users: [user('a', 'x'), user('a', 'y')] }),
      2,
    ],
    [
      'the same group, varied by groups',
      reached(document().replace('groups="false"', 'groups="true"'), {}, { users: [user('a', 'x'), user('b', 'x')] }),
      1,
    ],
    [
      'a request with a token',
      reached(document(), { headers: [['Authorization', 't']] }, { first: { headers: [['Authorization', 't']] } }),
      2,
    ],
    [
      'a request with a token, allowed',
      reached(
        document('allow-private-response-caching="true"'),
        { headers: [['Authorization', 't']] },
        { first: { headers: [['Authorization', 't']] } },
      ),
      1,
    ],
    ['an external cache that is not there', reached(document('caching-type="external"')), 2],
  ])('%s', async (_name, count, expected) => {
    expect(await count).toBe(expected);
  });

  test.each([
    ['', 'no-store, no-cache'],
    ['downstream-caching-type="public"', 'public, must-revalidate'],
    ['downstream-caching-type="private" must-revalidate="false"', 'private'],
  ])('caches on the way are told: %s', async (attributes, header) => {
    const gateway = new TestGateway();
    const policy = document(attributes);
    expect((await gateway.run(policy, { method: 'GET', url: URL })).header('Cache-Control')).toBe(header);
    const hit = await gateway.run(policy, { method: 'GET', url: URL });
    expect([hit.header('Cache-Control'), hit.text]).toEqual([header, '{"ok":true}']);
  });

  test('a duration from the answer', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 200, headers: [['Cache-Control', 'max-age=5']], body: Buffer.from('a') });
    const policy = document().replace(
      '"60"',
      '"@{ var header = context.Response.Headers.GetValueOrDefault("Cache-Control",""); var maxAge = Regex.Match(header, @"max-age=(?<maxAge>\\d+)").Groups["maxAge"]?.Value; return (!string.IsNullOrEmpty(maxAge))?int.Parse(maxAge):300; }"',
    );
    await gateway.run(policy, { method: 'GET', url: URL });
    gateway.now += 5000;
    await gateway.run(policy, { method: 'GET', url: URL });
    expect(gateway.sent.length).toBe(2);
  });
});

test('after a hit outbound goes on behind the policy that stores', async () => {
  const gateway = new TestGateway();
  const mark = (name: string): string => `<set-header name="${name}"><value>1</value></set-header>`;
  const policy = document().replace(/<cache-store[^>]*>/, (store) => `${mark('Before')}${store}${mark('Behind')}`);
  const names = async (): Promise<readonly string[]> =>
    (await gateway.run(policy, { method: 'GET', url: URL })).outcome.caller.headers
      .map(([name]) => name)
      .filter((name) => name.startsWith('Be'));
  expect([await names(), await names(), gateway.sent.length]).toEqual([['Before', 'Behind'], ['Before', 'Behind'], 1]);
});

describe('values', () => {
  const PROFILE = `<inbound>
    <cache-lookup-value key="@("profile-" + context.Variables["user"])" variable-name="profile" />
    <choose><when condition="@(!context.Variables.ContainsKey("profile"))">
      <send-request mode="new" response-variable-name="answer" timeout="10" ignore-error="true"><set-url>@(new Uri(new Uri("https://profiles.example/"),(string)context.Variables["user"]).AbsoluteUri)</set-url><set-method>GET</set-method></send-request>
      <set-variable name="profile" value="@(((IResponse)context.Variables["answer"]).Body.As<string>())" />
      <cache-store-value key="@("profile-" + context.Variables["user"])" value="@((string)context.Variables["profile"])" duration="100" />
    </when></choose>
    <base /></inbound>
    <outbound><find-and-replace from='"$profile$"' to="@((string)context.Variables["profile"])" /><base /></outbound>`;

  test('a profile is asked for once', async () => {
    const gateway = new TestGateway();
    gateway.answer = ({ url }) => ({
      status: 200,
      headers: [],
      body: Buffer.from(url.includes('profiles') ? '{"name":"Bob"}' : '{"gate":"B40","profile":"$profile$"}'),
    });
    const context = { variables: { user: 'u1' } };
    const first = await gateway.run(PROFILE, {}, context);
    const second = await gateway.run(PROFILE, {}, context);
    expect([first.json, second.json]).toEqual(Array(2).fill({ gate: 'B40', profile: { name: 'Bob' } }));
    expect(gateway.sent.map(({ url }) => new globalThis.URL(url).host)).toEqual([
      'profiles.example',
      'model.example',
      'model.example',
    ]);
  });

  test.each([
    ['', 'missing'],
    ['<cache-store-value key="k" value="@(42)" duration="10" />', '42'],
    ['<cache-store-value key="k" value="v" duration="0" />', 'missing'],
    ['<cache-store-value key="k" value="v" duration="10" /><cache-remove-value key="k" />', 'missing'],
    ['<cache-store-value key="k" value="v" duration="10" caching-type="external" />', 'missing'],
  ])('%s', async (before, value) => {
    const ran = await new TestGateway().run(
      `<inbound>${before}<cache-lookup-value key="k" variable-name="v" default-value="missing" /><set-header name="V"><value>@(context.Variables["v"].ToString())</value></set-header></inbound>`,
    );
    expect(ran.outcome.backend?.headers).toEqual([['V', value]]);
  });
});
