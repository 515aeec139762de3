import { describe, expect, test } from 'vitest';
import { BackendError, type BackendRequest } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const json = (data: unknown): Uint8Array => Buffer.from(JSON.stringify(data));

/** A gateway whose other services answer by path; everything else is the backend. */
function gatewayWith(answers: Readonly<Record<string, unknown>>): TestGateway {
  const gateway = new TestGateway();
  gateway.answer = ({ url }) => {
    const body = answers[new URL(url).pathname];
    if (body === undefined) return { status: 200, headers: [], body: Buffer.from('backend') };
    return { status: 200, headers: [['Content-Type', 'application/json']], body: json(body) };
  };
  return gateway;
}

const INTROSPECTION = `<inbound>
  <set-variable name="token" value="@(context.Request.Headers.GetValueOrDefault("Authorization","scheme param").Split(' ').Last())" />
  <send-request mode="new" response-variable-name="state" timeout="20" ignore-error="true">
    <set-url>https://issuer.example/introspection</set-url>
    <set-method>POST</set-method>
    <set-header name="Authorization" exists-action="override"><value>basic dTpw</value></set-header>
    <set-header name="Content-Type" exists-action="override"><value>application/x-www-form-urlencoded</value></set-header>
    <set-body>@($"token={(string)context.Variables["token"]}")</set-body>
  </send-request>
  <choose>
    <when condition="@((bool)((IResponse)context.Variables["state"]).Body.As<JObject>()["active"] == false)">
      <return-response response-variable-name="nobody">
        <set-status code="401" reason="Unauthorized" />
        <set-header name="WWW-Authenticate" exists-action="override"><value>Bearer error="invalid_token"</value></set-header>
      </return-response>
    </when>
  </choose>
  <base />
</inbound>`;

describe('send-request', () => {
  test.each([
    [true, 200, 2],
    [false, 401, 1],
  ])('a reference token that is active: %s', async (active, status, sent) => {
    const gateway = gatewayWith({ '/introspection': { active } });
    const ran = await gateway.run(INTROSPECTION, { headers: [['Authorization', 'Bearer abc']] });
    expect([ran.status, gateway.sent.length]).toEqual([status, sent]);
    const [asked] = gateway.sent;
    expect(asked).toMatchObject({ method: 'POST', url: 'https://issuer.example/introspection', timeoutMs: 20_000 });
    expect(asked?.headers).toEqual([
      ['Authorization', 'basic dTpw'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ]);
    expect(Buffer.from(asked?.body ?? []).toString()).toBe('token=abc');
  });

  test('answers composed to one', async () => {
    const gateway = gatewayWith({ '/sales': { sum: 1 }, '/stock': { level: 2 } });
    const ask = (name: string): string =>
      `<send-request mode="new" response-variable-name="${name}" timeout="20" ignore-error="true"><set-url>@($"https://${name}.example/${name}?from={(string)context.Variables["from"]}")</set-url><set-method>GET</set-method></send-request>`;
    const part = (name: string): string =>
      `new JProperty("${name}",((IResponse)context.Variables["${name}"]).Body.As<JObject>())`;
    const ran = await gateway.run(
      `<inbound><set-variable name="from" value="@(context.Request.Url.Query["fromDate"].Last())" /><wait for="all">${ask('sales')}${ask('stock')}</wait><return-response><set-status code="200" reason="OK" /><set-header name="Content-Type" exists-action="override"><value>application/json</value></set-header><set-body>@(new JObject(${part('sales')}, ${part('stock')}).ToString())</set-body></return-response></inbound>`,
      { method: 'GET', url: 'https://gateway.azure-api.net/openai/v1/dashboard?fromDate=2026-01-01' },
    );
    expect(ran.json).toEqual({ sales: { sum: 1 }, stock: { level: 2 } });
    expect(gateway.sent.map(({ url }) => url)).toEqual([
      'https://sales.example/sales?from=2026-01-01',
      'https://stock.example/stock?from=2026-01-01',
    ]);
    expect(ran.outcome.backend).toBeNull();
  });

  test('a copy has the headers and the body of the request', async () => {
    const gateway = gatewayWith({ '/copy': {} });
    await gateway.run(
      '<inbound><send-request mode="copy" response-variable-name="r"><set-url>https://other.example/copy</set-url><set-header name="X" exists-action="override"><value>1</value></set-header></send-request></inbound>',
      { json: { a: 1 } },
    );
    expect(gateway.sent[0]).toMatchObject({
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['X', '1'],
      ],
    });
    expect(Buffer.from(gateway.sent[0]?.body ?? []).toString()).toBe('{"a":1}');
  });

  test('in outbound a copy has no body', async () => {
    const gateway = gatewayWith({ '/copy': {} });
    await gateway.run(
      '<outbound><send-one-way-request mode="copy"><set-url>https://other.example/copy</set-url></send-one-way-request></outbound>',
      { json: { a: 1 } },
    );
    expect(gateway.sent[1]).not.toHaveProperty('body');
  });

  const failing = (error: BackendError): TestGateway => {
    const gateway = new TestGateway();
    gateway.answer = (request: BackendRequest) => {
      if (request.sentBy !== undefined) throw error;
      return { status: 200, headers: [], body: new Uint8Array() };
    };
    return gateway;
  };
  const request = (attributes: string): string =>
    `<send-request mode="new" response-variable-name="r" ${attributes}><set-url>https://other.example/</set-url><set-method>GET</set-method></send-request>`;

  test('an error that is ignored leaves null', async () => {
    const ran = await failing(new BackendError('Timeout', 'too late')).run(
      `<inbound>${request('ignore-error="true"')}<set-header name="Null"><value>@((context.Variables["r"] == null).ToString())</value></set-header></inbound>`,
    );
    expect(ran.status).toBe(200);
    expect(ran.outcome.backend?.headers).toEqual([['Null', 'True']]);
  });

  test('an error that is not ignored goes to on-error', async () => {
    const ran = await failing(new BackendError('BackendConnectionFailure', 'no route')).run(
      `<inbound>${request('')}</inbound>`,
    );
    expect(ran.outcome.error).toMatchObject({
      source: 'send-request',
      reason: 'BackendConnectionFailure',
      section: 'inbound',
      line: 1,
    });
    expect(ran.status).toBe(500);
  });

  test('nobody sees that a one-way request fails', async () => {
    const ran = await failing(new BackendError('Timeout', 'too late')).run(
      '<inbound><send-one-way-request mode="new"><set-url>https://other.example/</set-url><set-method>GET</set-method></send-one-way-request></inbound>',
    );
    expect([ran.status, ran.outcome.error]).toEqual([200, null]);
  });

  test('retried while its variable holds nothing good', async () => {
    let asked = 0;
    const gateway = new TestGateway();
    gateway.answer = ({ sentBy }) => {
      if (sentBy !== undefined && (asked += 1) < 3) throw new BackendError('Timeout', 'too late');
      return { status: 200, headers: [], body: new Uint8Array() };
    };
    await gateway.run(
      `<inbound><retry condition="@(context.Variables["r"] == null || ((IResponse)context.Variables["r"]).StatusCode >= 500)" count="3" interval="1" first-fast-retry="true">${request('ignore-error="true"')}</retry></inbound>`,
    );
    expect([asked, gateway.waits]).toEqual([3, [0, 1000]]);
  });

  test('who the gateway is to the other service', async () => {
    const gateway = gatewayWith({ '/': {} });
    await gateway.run(
      '<inbound><send-request mode="new" response-variable-name="r"><set-url>https://other.example/</set-url><set-method>GET</set-method><authentication-managed-identity resource="https://vault" /></send-request><send-request mode="new" response-variable-name="r"><set-url>https://other.example/</set-url><set-method>GET</set-method><authentication-certificate thumbprint="AB" /><authentication-basic username="u" password="p" /><proxy url="http://proxy:8080" username="x" /></send-request></inbound>',
    );
    expect(gateway.sent[0]?.headers).toEqual([['Authorization', 'Bearer token of system for https://vault']]);
    expect(gateway.sent[1]).toMatchObject({
      headers: [['Authorization', `Basic ${Buffer.from('u:p').toString('base64')}`]],
      certificate: { kind: 'thumbprint', name: 'AB' },
      proxy: { url: 'http://proxy:8080', username: 'x' },
    });
  });
});

describe('wait', () => {
  test('any: the first that ends is enough', async () => {
    const gateway = gatewayWith({ '/a': {} });
    const ran = await gateway.run(
      '<inbound><wait for="any"><choose><when condition="true"><set-variable name="first" value="1" /></when></choose><send-request mode="new" response-variable-name="r"><set-url>https://other.example/a</set-url><set-method>GET</set-method></send-request></wait><set-header name="R"><value>@(context.Variables.ContainsKey("first").ToString())</value></set-header></inbound>',
    );
    expect(ran.outcome.backend?.headers).toEqual([['R', 'True']]);
  });

  test('all: the one that fails is named', async () => {
    const gateway = gatewayWith({ '/a': {} });
    const ran = await gateway.run(
      `<inbound><wait>\n<choose><when condition="true"><set-variable name="a" value="@(int.Parse("x"))" /></when></choose>\n<send-request mode="new" response-variable-name="r"><set-url>https://other.example/a</set-url><set-method>GET</set-method></send-request></wait></inbound><on-error><set-header name="Path"><value>@(context.LastError.Path)</value></set-header></on-error>`,
    );
    expect(ran.outcome.error).toMatchObject({ type: 'FormatException', source: 'set-variable', line: 2 });
    expect(ran.header('Path')).toBe('wait[1]/choose[1]/when[1]/set-variable[1]');
  });
});

describe('limit-concurrency', () => {
  const POLICY =
    '<backend><limit-concurrency key="@((string)context.Request.IpAddress)" max-count="1"><forward-request /></limit-concurrency></backend>';

  test('one more than allowed at the same time is refused, one later is not', async () => {
    const gateway = new TestGateway();
    const [first, second] = await Promise.all([gateway.run(POLICY), gateway.run(POLICY)]);
    expect([first.status, second.status]).toEqual([200, 429]);
    expect(second.outcome.error).toMatchObject({ source: 'limit-concurrency' });
    expect((await gateway.run(POLICY)).status).toBe(200);
  });
});

describe('messages', () => {
  test('an event hub gets its text', async () => {
    const gateway = new TestGateway();
    await gateway.run(
      '<inbound><log-to-eventhub logger-id="contoso" partition-key="@(context.Request.Method)">@( string.Join(",", context.Deployment.ServiceName, context.Operation.Name) )</log-to-eventhub></inbound>',
      {},
      { deployment: { serviceName: 'apim' }, operation: { id: 'o', name: 'Op', method: 'POST', urlTemplate: '/' } },
    );
    expect(gateway.messages).toEqual([
      { kind: 'event-hub', loggerId: 'contoso', partitionKey: 'POST', text: 'apim,Op' },
    ]);
  });

  test('a service bus gets its payload and properties', async () => {
    const gateway = new TestGateway();
    await gateway.run(
      '<inbound><send-service-bus-message topic-name="orders" namespace="bus.servicebus.windows.net"><message-properties><message-property name="Customer">Contoso</message-property></message-properties><payload>@(context.Request.Body.As<string>(preserveContent: true))</payload></send-service-bus-message></inbound>',
      { json: { a: 1 } },
    );
    expect(gateway.messages).toEqual([
      {
        kind: 'service-bus',
        topic: 'orders',
        namespace: 'bus.servicebus.windows.net',
        properties: { Customer: 'Contoso' },
        text: '{"a":1}',
      },
    ]);
  });
});
