import { expect, test } from 'vitest';
import { trialMistakes, tryPolicy } from '../../src/index.ts';
import { policies } from '../support/world.ts';

const REQUEST = { method: 'post', url: 'https://g.example/api/x?q=1', headers: { A: ['1', '2'] }, body: { n: 1 } };

test('one document against one request', async () => {
  const policy = policies(
    '<inbound><set-header name="V"><value>@((string)context.Variables["v"] + "{{name}}" + context.User.Email)</value></set-header><set-backend-service backend-id="models" /></inbound><outbound><set-header name="Out"><value>1</value></set-header></outbound>',
  );
  const context = {
    variables: { v: 'x' },
    namedValues: { name: 'y' },
    user: { id: '1', email: 'z' },
    api: { id: 'a', name: 'a', path: 'api' },
  };
  expect(await tryPolicy(policy, REQUEST, context, { status: 201, body: { ok: true } })).toEqual({
    backend: { method: 'POST', url: 'https://models.invalid/x?q=1', headers: { A: '1,2', V: 'xyz' }, body: '{"n":1}' },
    caller: { status: 201, headers: { 'Content-Type': 'application/json', Out: '1' }, body: '{"ok":true}' },
    error: null,
    trace: [],
  });
});

test("an expression's exception by its .NET name", async () => {
  const result = await tryPolicy(
    policies('<inbound>\n<set-variable name="a" value="@(int.Parse("x"))" /></inbound>'),
    REQUEST,
  );
  expect(result.backend).toBeNull();
  expect(result.error).toMatchObject({
    type: 'FormatException',
    source: 'set-variable',
    section: 'inbound',
    scope: 'api',
    line: 2,
  });
});

const ASK =
  '<send-request mode="new" response-variable-name="r" ignore-error="true"><set-url>https://other.example/a/b?c=1</set-url><set-method>GET</set-method></send-request>';
const STATUS = `<inbound>${ASK}<return-response><set-body>@(context.Variables["r"] == null ? "none" : ((IResponse)context.Variables["r"]).StatusCode.ToString())</set-body></return-response></inbound>`;

test.each([
  [{}, { status: 418 }, '418'],
  [{ responses: { 'https://other.example/*': { status: 202 } } }, {}, '202'],
  [{ responses: { 'https://other.example/a/b': { status: 203 } } }, {}, '203'],
  [{ responses: { 'https://elsewhere.example/*': { status: 202 } } }, { status: 204 }, '204'],
  [{ responses: { '*': [{ error: 'timeout' as const }, { status: 200 }] } }, {}, 'none'],
])('another service answers by its address %j', async (context, backend, body) => {
  const result = await tryPolicy(policies(STATUS), REQUEST, context, backend);
  expect(result.caller.body).toBe(body);
  expect(result.requests?.map(({ url }) => url)).toEqual(['https://other.example/a/b?c=1']);
});

test('a list of answers is given one after the other, and time passes', async () => {
  const policy = policies(
    `<inbound><retry condition="@(((IResponse)context.Variables["r"]).StatusCode == 503)" count="5" interval="10">${ASK}</retry><return-response><set-body>@(DateTime.UtcNow.ToString("HH:mm:ss") + " " + context.RequestId)</set-body></return-response></inbound>`,
  );
  const context = { now: '2026-11-23T08:00:00Z', responses: { '*': [{ status: 503 }, { status: 503 }, {}] } };
  const first = await tryPolicy(policy, REQUEST, context);
  expect(first.caller.body).toBe('08:00:20 00000000-0000-4000-8000-000000000001');
  expect(await tryPolicy(policy, REQUEST, context)).toEqual(first);
});

test('documents of other scopes, a scope of its own, values in the cache', async () => {
  const scope = (name: string): string =>
    `<policies><inbound><base /><set-header name="${name}"><value>1</value></set-header></inbound></policies>`;
  const policy = policies(
    '<inbound><base /><cache-lookup-value key="k" variable-name="v" /><set-header name="V"><value>@((string)context.Variables["v"])</value></set-header></inbound>',
  );
  const context = {
    scope: 'operation' as const,
    documents: { global: scope('Global'), product: scope('Product'), api: scope('Api') },
    cache: { k: 'kept' },
  };
  const { backend } = await tryPolicy(policy, REQUEST, context);
  expect(backend?.headers).toEqual({ A: '1,2', Global: '1', Product: '1', Api: '1', V: 'kept' });
});

test.each([
  ['{{missing}}', {}, /Cannot find a property 'missing'/],
  ['{{known}}', { namedValues: { known: '1' } }, undefined],
  ['<include-fragment fragment-id="f" />', {}, /Policy fragment with id 'f' could not be found/],
  [
    '<include-fragment fragment-id="f" />',
    { fragments: { f: '<fragment><base /></fragment>' } },
    /may not contain 'base'/,
  ],
  ['<set-backend-service backend-id="b" />', {}, undefined],
  ['<set-backend-service backend-id="b" />', { backends: {} }, /Backend with id 'b' could not be found/],
  ['<log-to-eventhub logger-id="l">x</log-to-eventhub>', { loggers: [] }, /Logger not found/],
  ['<quota calls="1" renewal-period="300" />', { scope: 'api' as const }, /not allowed in the specified scope/],
  ['<quota calls="1" renewal-period="300" />', {}, undefined],
  ['<quota-by-key calls="1" renewal-period="300" counter-key="k" />', { tier: 'Consumption' }, /Consumption/],
  [
    '<rewrite-uri template="/{b}" />',
    { operation: { id: 'o', name: 'o', method: 'GET', urlTemplate: '/{a}' } },
    /Only parameters specified in the original URL template/,
  ],
  ['', { documents: { global: '<policies><inbound><nope /></inbound></policies>' } }, /'nope' is not a valid policy/],
])('%s with %j', (content, context, message) => {
  const text = content.startsWith('{{') ? `<set-variable name="a" value="${content}" />` : content;
  const [first] = trialMistakes(policies(`<inbound>${text}</inbound>`), context);
  if (message === undefined) expect(first).toBeUndefined();
  else expect(first?.message).toMatch(message);
});
