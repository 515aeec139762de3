import { expect, test } from 'vitest';
import { tryPolicy } from '../../src/index.ts';
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
