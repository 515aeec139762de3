import { describe, expect, test } from 'vitest';
import type { CallContext, GatewayRequest } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const inbound = (policy: string): string => `<inbound><base />${policy}</inbound>`;
const set = (action: string, name: string, ...values: readonly string[]): string =>
  `<set-header name="${name}" exists-action="${action}">${values.map((value) => `<value>${value}</value>`).join('')}</set-header>`;

/** The request that reaches the backend. */
async function sent(policy: string, request: Partial<GatewayRequest> = {}, context: CallContext = {}) {
  const gateway = new TestGateway();
  await gateway.run(inbound(policy), { url: 'https://gateway.azure-api.net/openai/v1/a', ...request }, context);
  const [first] = gateway.sent;
  if (first === undefined) throw new Error('nothing was sent');
  return first;
}

describe('headers', () => {
  test.each<[string, readonly (readonly [string, string])[], readonly (readonly [string, string])[]]>([
    [
      set('override', 'X', '1', '2'),
      [['x', '0']],
      [
        ['X', '1'],
        ['X', '2'],
      ],
    ],
    [
      set('append', 'X', '1', '2'),
      [['x', '0']],
      [
        ['x', '0'],
        ['X', '1'],
        ['X', '2'],
      ],
    ],
    [set('skip', 'X', '1'), [['x', '0']], [['x', '0']]],
    [
      set('skip', 'X', '1', '2'),
      [],
      [
        ['X', '1'],
        ['X', '2'],
      ],
    ],
    [
      set('delete', 'x'),
      [
        ['X', '0'],
        ['x', '1'],
        ['Y', '2'],
      ],
      [['Y', '2']],
    ],
    [set('delete', 'X'), [], []],
    [set('override', 'X'), [['X', '0']], []],
    [
      '',
      [
        ['Connection', 'close'],
        ['TE', 'gzip'],
        ['Host', 'gateway.azure-api.net'],
        ['Ocp-Apim-Subscription-Key', 'k'],
      ],
      [['Ocp-Apim-Subscription-Key', 'k']],
    ],
    [set('override', 'Host', 'backend.example'), [['Host', 'gateway.azure-api.net']], [['Host', 'backend.example']]],
    [set('override', 'Content-Length', '9'), [['Content-Length', '2']], [['Content-Length', '2']]],
    [`${set('delete', 'Content-Length')}<set-body>abc</set-body>`, [['Content-Length', '2']], []],
    [
      set('override', 'X', '@(string.Join(\\"|\\", context.Request.Headers[\\"A\\"]))').replaceAll('\\', ''),
      [
        ['A', '1'],
        ['a', '2'],
      ],
      [
        ['A', '1'],
        ['a', '2'],
        ['X', '1|2'],
      ],
    ],
    [
      set('override', 'X', '@(context.Request.Headers.GetValueOrDefault("A", ""))'),
      [
        ['A', '1'],
        ['a', '2'],
      ],
      [
        ['A', '1'],
        ['a', '2'],
        ['X', '1,2'],
      ],
    ],
  ])('%s of %j', async (policy, headers, expected) => {
    expect((await sent(policy, { headers })).headers).toEqual(expected);
  });
});

describe('addresses', () => {
  const operation = (urlTemplate: string): CallContext => ({
    operation: { id: 'o', name: 'o', method: 'GET', urlTemplate },
  });
  const query = (name: string, action: string, ...values: readonly string[]): string =>
    `<set-query-parameter name="${name}" exists-action="${action}">${values.map((value) => `<value>${value}</value>`).join('')}</set-query-parameter>`;
  test.each<[string, string, string, Record<string, string>, string]>([
    [
      query('q', 'override', 'a b', 'ü&amp;'),
      '?q=0&$filter=x%20eq%201',
      '/a',
      {},
      '/a?$filter=x%20eq%201&q=a%20b&q=%C3%BC%26',
    ],
    [query('q', 'append', '1'), '?q=0', '/a', {}, '/a?q=0&q=1'],
    [query('q', 'skip', '1'), '?Q=0', '/a', {}, '/a?Q=0'],
    [query('q', 'skip', '1'), '', '/a', {}, '/a?q=1'],
    [query('q', 'delete'), '?q=0&r=1', '/a', {}, '/a?r=1'],
    ['<rewrite-uri template="/put" />', '?a=b&c=d', '/get?a={b}', { b: 'b' }, '/put?c=d'],
    ['<rewrite-uri template="/put" copy-unmatched-params="false" />', '?a=b&c=d', '/get?a={b}', { b: 'b' }, '/put'],
    [
      '<rewrite-uri template="/v2/US/{store}&amp;{order}?City=city&amp;State=state" />',
      '?x=1',
      '/{store}/{order}',
      { store: 'a b', order: '7' },
      '/v2/US/a%20b&7?City=city&State=state&x=1',
    ],
    ['<rewrite-uri template="/files/{*path}" />', '', '/{*path}', { path: 'x y/z' }, '/files/x%20y/z'],
    [
      '<rewrite-uri template="@("/r/" + context.Request.MatchedParameters["id"])" />',
      '?k=1',
      '/{id}',
      { id: '5' },
      '/r/5?k=1',
    ],
  ])('%s of %s', async (policy, search, template, matchedParameters, expected) => {
    const request = { url: `https://gateway.azure-api.net/openai/v1/a${search}`, matchedParameters };
    expect((await sent(policy, request, operation(template))).url).toBe(`https://model.example/base${expected}`);
  });
});

describe('bodies', () => {
  test.each([
    ['<set-body>@(context.Request.Body.As<string>() + "!")</set-body>', 'text', 'text!'],
    ['<set-variable name="b" value="@(context.Request.Body.As<string>(preserveContent: true))" />', 'text', 'text'],
    ['<set-variable name="b" value="@(context.Request.Body.As<string>())" />', 'text', ''],
    ['<set-body>@(context.Request.Body == null ? "none" : "some")</set-body>', '', 'none'],
    [
      '<set-body>@{ var form = context.Request.Body.AsFormUrlEncodedContent(); form["more"].Add("x y"); return form.ToFormUrlEncodedContent(); }</set-body>',
      'a=1&a=2&b=%C3%BC',
      'a=1&a=2&b=%C3%BC&more=x+y',
    ],
    [
      '<set-body>@(JsonConvert.SerializeObject(context.Request.Body.AsFormUrlEncodedContent()))</set-body>',
      'a=1&b=2',
      '{"a":["1"],"b":["2"]}',
    ],
  ])('%s of %s', async (policy, body, expected) => {
    const { body: bytes } = await sent(policy, { body: Buffer.from(body) });
    expect(Buffer.from(bytes ?? []).toString()).toBe(expected);
  });

  test('bytes that are no text stay as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { body } = await sent('<set-body>@(context.Request.Body.As<byte[]>(preserveContent: true))</set-body>', {
      body: bytes,
    });
    expect(Uint8Array.from(body ?? [])).toEqual(bytes);
  });

  test.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('a %s answered %i has no body', async (method, status) => {
    const ran = await new TestGateway().run(
      `<inbound><return-response><set-status code="${status}" /><set-body>text</set-body></return-response></inbound>`,
      { method },
    );
    expect([ran.status, ran.text]).toEqual([status, '']);
  });
});

describe('redirects of the backend', () => {
  const through = async (follow: boolean, status: number, method = 'POST') => {
    const gateway = new TestGateway();
    gateway.answer = ({ url }) =>
      url.endsWith('/moved')
        ? { status: 200, headers: [], body: Buffer.from('there') }
        : { status, headers: [['Location', '/moved']], body: new Uint8Array() };
    const ran = await gateway.run(`<backend><forward-request follow-redirects="${follow}" /></backend>`, {
      method,
      body: Buffer.from('b'),
    });
    return [
      ran.status,
      gateway.sent.map((request) => `${request.method} ${request.body === undefined ? 'empty' : 'full'}`),
    ];
  };
  test.each<[boolean, number, string, readonly unknown[]]>([
    [false, 302, 'POST', [302, ['POST full']]],
    [true, 302, 'POST', [200, ['POST full', 'GET empty']]],
    [true, 303, 'PUT', [200, ['PUT full', 'GET empty']]],
    [true, 307, 'POST', [200, ['POST full', 'POST full']]],
    [true, 200, 'POST', [200, ['POST full']]],
  ])('follow: %s, %i of %s', async (follow, status, method, expected) => {
    expect(await through(follow, status, method)).toEqual(expected);
  });
});
