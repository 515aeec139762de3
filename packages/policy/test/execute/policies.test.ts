import { describe, expect, test } from 'vitest';
import { BackendError } from '../../src/index.ts';
import { policies, TestGateway } from '../support/world.ts';

describe('sections and scopes', () => {
  const header = (name: string, value: string): string =>
    `<set-header name="${name}" exists-action="append"><value>${value}</value></set-header>`;

  test('base puts in the scope above, global first', async () => {
    const gateway = new TestGateway();
    const scope = (name: string) =>
      policies(`<inbound>${name === 'global' ? '' : '<base />'}${header('Trail', name)}</inbound>`);
    await gateway.run({
      global: scope('global'),
      product: scope('product'),
      api: scope('api'),
      operation: scope('operation'),
    });
    expect(gateway.sent[0]?.headers).toEqual(['global', 'product', 'api', 'operation'].map((name) => ['Trail', name]));
  });

  test('without base the scope above is dropped, with a missing section it is inherited', async () => {
    const gateway = new TestGateway();
    const global = policies(`<inbound>${header('G', '1')}</inbound><outbound>${header('Out', '1')}</outbound>`);
    const ran = await gateway.run({ global, api: policies('<inbound />') });
    expect(gateway.sent[0]?.headers).toEqual([]);
    expect(ran.header('Out')).toBe('1');
  });

  test('an empty backend section sends nothing', async () => {
    const gateway = new TestGateway();
    expect((await gateway.run('<backend />')).status).toBe(200);
    expect(gateway.sent).toEqual([]);
  });

  test('an exception becomes a 500 with an activity id, and on-error sees it', async () => {
    const gateway = new TestGateway();
    const ran = await gateway.run(
      '<inbound>\n<set-variable id="boom" name="a" value="@(context.Request.Body.As<string>().Length)" /></inbound><on-error><set-header name="Error" exists-action="override"><value>@(context.LastError.Source + "|" + context.LastError.Reason + "|" + context.LastError.Section + "|" + context.LastError.PolicyId)</value></set-header></on-error>',
    );
    expect(ran.status).toBe(500);
    expect(ran.json).toEqual({
      statusCode: 500,
      message: 'Internal server error',
      activityId: '33333333-3333-4333-8333-333333333333',
    });
    expect(ran.header('Error')).toBe('set-variable|ExpressionValueEvaluationFailure|inbound|boom');
    expect(ran.outcome.error).toMatchObject({
      type: 'NullReferenceException',
      source: 'set-variable',
      section: 'inbound',
      scope: 'api',
      line: 2,
    });
  });

  test('return-response ends everything, on-error too', async () => {
    const gateway = new TestGateway();
    const ran = await gateway.run(
      '<inbound><set-variable name="a" value="@((string)null + ((string)null).Length)" /></inbound><on-error><return-response><set-status code="418" reason="Teapot" /><set-body>@(new JObject(new JProperty("status", context.Response.StatusCode)).ToString())</set-body></return-response></on-error>',
    );
    expect([ran.status, ran.outcome.caller.reason]).toEqual([418, 'Teapot']);
    expect(ran.json).toEqual({ status: 500 });
  });
});

describe('requests', () => {
  const sentBy = async (sections: string, request: Parameters<TestGateway['run']>[1] = {}) => {
    const gateway = new TestGateway();
    gateway.backends.set('foundry', {
      url: 'https://foundry.example/openai/v1',
      managedIdentity: { resource: 'https://cs', clientId: 'gw' },
      headers: { 'x-from': ['apim'] },
      query: { k: ['1'] },
    });
    gateway.fragments.set('mark', {
      text: '<fragment><set-header name="Mark"><value>{{who}}</value></set-header></fragment>',
      format: 'rawxml',
    });
    gateway.namedValues.set('who', 'named');
    await gateway.run(sections, request);
    const [sent] = gateway.sent;
    return {
      url: sent?.url,
      method: sent?.method,
      headers: Object.fromEntries(sent?.headers ?? []),
      body: Buffer.from(sent?.body ?? []).toString(),
    };
  };

  test('the path below the API goes to the service URL, query kept', async () => {
    expect((await sentBy('<inbound />')).url).toBe('https://model.example/base/chat/completions?api-version=v1');
  });

  test('set-backend-service by id: URL, headers, query and a token of the identity', async () => {
    const sent = await sentBy('<inbound><set-backend-service backend-id="foundry" /></inbound>');
    expect(sent.url).toBe('https://foundry.example/openai/v1/chat/completions?api-version=v1&k=1');
    expect(sent.headers).toEqual({ 'x-from': 'apim', Authorization: 'Bearer token of gw for https://cs' });
  });

  test('set-backend-service by URL, then rewrite-uri', async () => {
    const sent = await sentBy(
      '<inbound><set-backend-service base-url="https://b.example/x" /><rewrite-uri template="/m/{id}?a=1" /></inbound>',
      { matchedParameters: { id: 'a/b' } },
    );
    expect(sent.url).toBe('https://b.example/x/m/a%2Fb?a=1&api-version=v1');
  });

  test('rewrite-uri without the other parameters', async () => {
    expect((await sentBy('<inbound><rewrite-uri template="/n" copy-unmatched-params="false" /></inbound>')).url).toBe(
      'https://model.example/base/n',
    );
  });

  test.each([
    ['override', 'new'],
    ['skip', 'old'],
    ['append', 'old+new'],
    ['delete', undefined],
  ])('set-header %s', async (action, expected) => {
    const gateway = new TestGateway();
    await gateway.run(
      `<inbound><set-header name="x-a" exists-action="${action}"><value>new</value></set-header></inbound>`,
      { headers: [['X-A', 'old']] },
    );
    const values = gateway.sent[0]?.headers.filter(([name]) => name.toLowerCase() === 'x-a').map(([, value]) => value);
    expect(values?.join('+') ?? '').toBe(expected ?? '');
  });

  test('set-query-parameter', async () => {
    const sent = await sentBy(
      '<inbound><set-query-parameter name="api-version" exists-action="delete" /><set-query-parameter name="q"><value>a b</value></set-query-parameter></inbound>',
    );
    expect(sent.url).toBe('https://model.example/base/chat/completions?q=a%20b');
  });

  test('set-body of a changed request', async () => {
    const sent = await sentBy(
      '<inbound><set-body>@{ var b = context.Request.Body.As<JObject>(preserveContent: true); b["n"] = 2; return b.ToString(Formatting.None); }</set-body></inbound>',
      { json: { a: 1 } },
    );
    expect(sent.body).toBe('{"a":1,"n":2}');
  });

  test('a body read without preserveContent is gone', async () => {
    const sent = await sentBy(
      '<inbound><set-variable name="a" value="@(context.Request.Body.As<string>())" /></inbound>',
      { json: { a: 1 } },
    );
    expect(sent.body).toBe('');
  });

  test('authentication-managed-identity replaces the caller token, or fills a variable', async () => {
    const direct = await sentBy(
      '<inbound><authentication-managed-identity resource="https://cs" client-id="gw" /></inbound>',
      { headers: [['Authorization', 'Bearer user']] },
    );
    expect(direct.headers['Authorization']).toBe('Bearer token of gw for https://cs');
    const kept = await sentBy(
      '<inbound><authentication-managed-identity resource="r" output-token-variable-name="t" /><set-header name="T"><value>@((string)context.Variables["t"])</value></set-header></inbound>',
      { headers: [['Authorization', 'Bearer user']] },
    );
    expect(kept.headers).toMatchObject({ Authorization: 'Bearer user', T: 'token of system for r' });
  });

  test('include-fragment with a named value; set-method', async () => {
    const sent = await sentBy('<inbound><include-fragment fragment-id="mark" /><set-method>PUT</set-method></inbound>');
    expect([sent.headers['Mark'], sent.method]).toEqual(['named', 'PUT']);
  });

  test('choose takes the first that holds', async () => {
    const sent = await sentBy(
      '<inbound><choose><when condition="@(false)"><set-header name="A"><value>1</value></set-header></when><when condition="true"><set-header name="B"><value>1</value></set-header></when><otherwise><set-header name="C"><value>1</value></set-header></otherwise></choose></inbound>',
    );
    expect(Object.keys(sent.headers)).toEqual(['B']);
  });

  test('members of a pool take turns', async () => {
    const gateway = new TestGateway();
    gateway.backends
      .set('a', { url: 'https://a.example' })
      .set('b', { url: 'https://b.example' })
      .set('pool', { url: '', pool: [{ id: 'a' }, { id: 'b' }] });
    for (let call = 0; call < 3; call += 1)
      await gateway.run('<inbound><set-backend-service backend-id="pool" /></inbound>');
    expect(gateway.sent.map(({ url }) => new URL(url).host)).toEqual(['a.example', 'b.example', 'a.example']);
  });
});

describe('responses', () => {
  test('outbound reads and changes the response', async () => {
    const ran = await new TestGateway().run(
      '<outbound><set-status code="201" reason="Made" /><set-header name="N"><value>@(context.Response.Body.As<JObject>(true)["ok"].ToString())</value></set-header><set-body>@("was " + context.Response.Body.As<string>())</set-body></outbound>',
    );
    expect([ran.status, ran.header('N'), ran.text]).toEqual([201, 'True', 'was {"ok":true}']);
  });

  test('mock-response', async () => {
    const gateway = new TestGateway();
    const ran = await gateway.run(
      '<inbound><mock-response status-code="202" content-type="application/json" /></inbound>',
    );
    expect([ran.status, ran.header('Content-Type'), gateway.sent.length]).toEqual([202, 'application/json', 0]);
  });

  test('retry waits, grows and stops', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: gateway.sent.length < 4 ? 429 : 200, headers: [], body: new Uint8Array() });
    const retry =
      '<backend><retry condition="@(context.Response.StatusCode == 429)" count="5" interval="2" delta="3" first-fast-retry="true"><forward-request buffer-request-body="true" /></retry></backend>';
    expect((await gateway.run(retry)).status).toBe(200);
    expect(gateway.waits).toEqual([0, 5_000, 8_000]);
  });

  test('a backend that cannot be reached, and one that is too slow', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => {
      throw new BackendError('Timeout', 'no headers within 5 s');
    };
    const ran = await gateway.run('<backend><forward-request timeout="5" /></backend>');
    expect([ran.status, ran.outcome.error?.reason, gateway.sent[0]?.timeoutMs]).toEqual([504, 'Timeout', 5000]);
    gateway.answer = () => {
      throw new BackendError('BackendConnectionFailure', 'refused');
    };
    expect((await gateway.run('<inbound />')).status).toBe(500);
  });

  test('trace is kept', async () => {
    const ran = await new TestGateway().run(
      '<inbound><trace source="me" severity="error"><message>@("a" + 1)</message></trace></inbound>',
    );
    expect(ran.outcome.trace).toEqual([{ source: 'me', severity: 'error', message: 'a1' }]);
  });

  test('cors answers a preflight and marks the answer', async () => {
    const cors =
      '<inbound><cors allow-credentials="true"><allowed-origins><origin>https://chat.example</origin></allowed-origins><allowed-methods preflight-result-max-age="60"><method>POST</method></allowed-methods><allowed-headers><header>*</header></allowed-headers></cors></inbound>';
    const gateway = new TestGateway();
    const preflight = await gateway.run(cors, {
      method: 'OPTIONS',
      headers: [
        ['Origin', 'https://chat.example'],
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'x-a'],
      ],
    });
    expect(gateway.sent).toEqual([]);
    expect(
      [
        'Access-Control-Allow-Origin',
        'Access-Control-Allow-Methods',
        'Access-Control-Allow-Headers',
        'Access-Control-Max-Age',
      ].map((name) => preflight.header(name)),
    ).toEqual(['https://chat.example', 'POST', 'x-a', '60']);
    expect(
      (await gateway.run(cors, { headers: [['Origin', 'https://chat.example']] })).header(
        'Access-Control-Allow-Credentials',
      ),
    ).toBe('true');
    expect(
      (await gateway.run(cors, { headers: [['Origin', 'https://evil.example']] })).header(
        'Access-Control-Allow-Origin',
      ),
    ).toBeUndefined();
  });
});

describe('access and limits', () => {
  test('check-header', async () => {
    const check =
      '<inbound><check-header name="X-Key" failed-check-httpcode="403" failed-check-error-message="no" ignore-case="true"><value>abc</value></check-header></inbound>';
    const gateway = new TestGateway();
    expect((await gateway.run(check, { headers: [['x-key', 'ABC']] })).status).toBe(200);
    const refused = await gateway.run(check, { headers: [['x-key', 'x']] });
    expect([refused.status, refused.json, refused.outcome.error?.reason]).toEqual([
      403,
      { statusCode: 403, message: 'no' },
      'HeaderValueNotAllowed',
    ]);
    expect((await gateway.run(check)).outcome.error?.reason).toBe('HeaderNotFound');
  });

  test.each([
    ['allow', '10.0.0.4', 200],
    ['allow', '10.0.1.1', 403],
    ['forbid', '10.0.0.4', 403],
    ['forbid', '::1', 200],
    ['allow', 'nonsense', 403],
  ])('ip-filter %s for %s', async (action, ip, status) => {
    const filter = `<inbound><ip-filter action="${action}"><address>10.0.0.4</address><address-range from="10.0.0.8" to="10.0.0.12" /></ip-filter></inbound>`;
    expect((await new TestGateway().run(filter, { ip })).status).toBe(status);
  });

  test('rate-limit-by-key slides', async () => {
    const gateway = new TestGateway();
    const limit =
      '<inbound><rate-limit-by-key calls="2" renewal-period="60" counter-key="@(context.Request.IpAddress)" remaining-calls-header-name="left" /></inbound>';
    expect((await gateway.run(limit)).header('left')).toBe('1');
    gateway.now += 20_000;
    await gateway.run(limit);
    const refused = await gateway.run(limit);
    expect([refused.status, refused.header('Retry-After')]).toEqual([429, '40']);
    expect(refused.json).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 40 seconds.' });
    gateway.now += 40_000;
    expect((await gateway.run(limit)).status).toBe(200);
    expect((await gateway.run(limit, { ip: '10.0.0.9' })).status).toBe(200);
  });

  test('quota-by-key begins with the first call', async () => {
    const gateway = new TestGateway();
    const quota = '<inbound><quota-by-key calls="1" renewal-period="300" counter-key="k" /></inbound>';
    await gateway.run(quota);
    gateway.now += 60_000;
    const refused = await gateway.run(quota);
    expect([refused.status, refused.header('Retry-After')]).toEqual([403, '240']);
    expect(refused.json).toEqual({
      statusCode: 403,
      message: 'Out of call volume quota. Quota will be replenished in 00:04:00.',
    });
    gateway.now += 240_000;
    expect((await gateway.run(quota)).status).toBe(200);
  });

  test('emit-metric', async () => {
    const gateway = new TestGateway();
    await gateway.run(
      '<inbound><emit-metric name="calls" namespace="n" value="2"><dimension name="API ID" /><dimension name="who" value="@("a")" /></emit-metric></inbound>',
    );
    expect(gateway.metrics).toMatchObject([
      { namespace: 'n', name: 'calls', value: 2, dimensions: { 'API ID': 'openai', who: 'a' } },
    ]);
  });
});

describe('variables', () => {
  test.each([
    ['the default where there is none', '@(context.Variables.GetValueOrDefault<int>("none", 7).ToString())', '7'],
    ['the value of its type', '@(context.Variables.GetValueOrDefault<string>("text", "x"))', 'hello'],
    ['object == string compares references', '@((context.Variables["text"] == "hello").ToString())', 'False'],
    ['a cast compares content', '@(((string)context.Variables["text"] == "hello").ToString())', 'True'],
  ])('%s', async (_name, expression, expected) => {
    const gateway = new TestGateway();
    await gateway.run(
      `<inbound><set-variable name="text" value="hello" /><set-header name="R"><value>${expression}</value></set-header></inbound>`,
    );
    expect(gateway.sent[0]?.headers).toEqual([['R', expected]]);
  });

  test.each([
    [
      'GetValueOrDefault of another type throws',
      '@(context.Variables.GetValueOrDefault<int>("text", 0))',
      'InvalidCastException',
    ],
    ['an absent variable throws', '@(context.Variables["none"])', 'KeyNotFoundException'],
    ['a boxed int is no long', '@((long)context.Variables["number"])', 'InvalidCastException'],
    ['a body that is no JSON throws', '@(context.Request.Body.As<JObject>())', 'JsonReaderException'],
  ])('%s', async (_name, expression, type) => {
    const ran = await new TestGateway().run(
      `<inbound><set-variable name="text" value="hello" /><set-variable name="number" value="@(1)" /><set-variable name="r" value="${expression}" /></inbound>`,
      { body: Buffer.from('plain') },
    );
    expect(ran.outcome.error?.type).toBe(type);
  });
});
