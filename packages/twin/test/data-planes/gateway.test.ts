import { describe, expect, test } from 'vitest';
import { metricsOf } from '../../src/data-planes/insights/index.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { GATEWAY_HOST, HUB, LandingZone, LONELY, OUTSIDE, SERVICE, SPOKE } from './landing-zone.ts';

const URL = `https://${GATEWAY_HOST}/openai/v1`;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };
const at = (vnetId: string) => ({ kind: 'vnet', vnetId }) as const;

describe('who reaches an internal gateway', () => {
  const reach = async (zone: LandingZone, place: Parameters<LandingZone['send']>[2]) =>
    (await zone.send('GET', `${URL}/models/x`, place)).text;

  test('callers in VNets with the zone, and nobody else', async () => {
    const zone = new LandingZone();
    expect((await zone.send('POST', `${URL}/chat/completions`, { body: CHAT })).status).toBe(200);
    expect((await zone.send('POST', `${URL}/chat/completions`, { body: CHAT, place: at(HUB) })).status).toBe(200);
    expect(await reach(zone, { place: OUTSIDE })).toMatch(/cannot be resolved from here/);
    expect(await reach(zone, { place: at(LONELY) })).toMatch(/cannot be resolved from here/);
  });

  test('a record that points elsewhere', async () => {
    const zone = new LandingZone();
    zone.zone(GATEWAY_HOST, '@', '10.10.0.9', SPOKE);
    expect(await reach(zone, {})).toMatch(/Nothing answers at 10.10.0.9/);
  });

  test('without peering, or with port 443 closed', async () => {
    const zone = new LandingZone();
    zone.world.store.delete(`${HUB}/virtualNetworkPeerings/peer`);
    expect(await reach(zone, {})).toMatch(/timed out/);
    const closed = new LandingZone();
    closed.put(
      `${HUB.replace('/virtualNetworks/hub', '')}/networkSecurityGroups/nsg-apim`,
      'Microsoft.Network/networkSecurityGroups',
      {
        securityRules: [
          {
            name: 'no',
            properties: {
              priority: 100,
              direction: 'Inbound',
              access: 'Deny',
              protocol: '*',
              sourceAddressPrefix: '*',
              sourcePortRange: '*',
              destinationAddressPrefix: '*',
              destinationPortRange: '443',
            },
          },
        ],
      },
    );
    expect(await reach(closed, {})).toMatch(/timed out/);
  });

  test('nobody before the service is there', async () => {
    expect(await reach(new LandingZone({ service: { provisioningState: 'Activating' } }), {})).toMatch(/is Activating/);
    expect(
      (
        await new LandingZone({ service: { provisioningState: 'Updating' } }).send('POST', `${URL}/chat/completions`, {
          body: CHAT,
        })
      ).status,
    ).toBe(200);
  });

  test('everybody where the service is not internal', async () => {
    const zone = new LandingZone({ service: { virtualNetworkType: 'External' } });
    expect((await zone.send('POST', `${URL}/chat/completions`, { body: CHAT, place: OUTSIDE })).status).toBe(200);
  });
});

describe('matching', () => {
  test.each([
    ['no API', 'GET', '/other', 404, 'Resource not found'],
    ['a path that only begins alike', 'GET', '/openai/v11/models', 404, 'Resource not found'],
    ['no operation', 'GET', '/openai/v1/nothing', 404, 'Unable to match incoming request to an operation.'],
    [
      'another method',
      'DELETE',
      '/openai/v1/chat/completions',
      404,
      'Unable to match incoming request to an operation.',
    ],
    ['a revision that is not there', 'POST', '/openai/v1;rev=7/chat/completions', 404, 'Resource not found'],
  ])('%s', async (_name, method, path, statusCode, message) => {
    const answer = await new LandingZone().send(method, `https://${GATEWAY_HOST}${path}`);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([statusCode, { statusCode, message }]);
  });

  test('revisions by number, the longest path, a template', async () => {
    const zone = new LandingZone();
    const answering = (text: string): JsonObject => ({
      format: 'rawxml',
      value: `<policies><inbound><return-response><set-body>@("${text}" + context.Request.MatchedParameters.GetValueOrDefault("id", ""))</set-body></return-response></inbound></policies>`,
    });
    const api = (name: string, path: string, apiRevision: string, text: string): void => {
      const id = `${SERVICE}/apis/${name}`;
      zone.put(id, 'Microsoft.ApiManagement/service/apis', { path, apiRevision, subscriptionRequired: false });
      zone.put(`${id}/operations/get`, 'Microsoft.ApiManagement/service/apis/operations', {
        method: 'GET',
        urlTemplate: '/things/{id}',
      });
      zone.put(`${id}/policies/policy`, 'Microsoft.ApiManagement/service/apis/policies', answering(text));
    };
    api('openai;rev=2', 'openai/v1', '2', 'second ');
    api('deep', 'openai/v1/deep', '1', 'deep ');
    const get = async (path: string): Promise<string> =>
      (await zone.send('GET', `https://${GATEWAY_HOST}/openai/v1${path}`)).text;
    expect(await get(';rev=2/things/a%20b')).toBe('second a b');
    expect(await get('/deep/things/1')).toBe('deep 1');
  });

  test('a query that is part of a template', async () => {
    const zone = new LandingZone();
    const operation = (name: string, urlTemplate: string): void => {
      const id = `${SERVICE}/apis/openai/operations/${name}`;
      zone.put(id, 'Microsoft.ApiManagement/service/apis/operations', { method: 'GET', urlTemplate });
    };
    operation('a-beta', '/things?beta=true');
    operation('things', '/things');
    zone.put(`${SERVICE}/apis/openai/policies/policy`, 'Microsoft.ApiManagement/service/apis/policies', {
      format: 'rawxml',
      value:
        '<policies><inbound><return-response><set-body>@(context.Operation.Id)</set-body></return-response></inbound></policies>',
    });
    const get = async (query: string): Promise<string> => (await zone.send('GET', `${URL}/things${query}`)).text;
    expect([await get(''), await get('?beta=true&n=1'), await get('?beta=false')]).toEqual([
      'things',
      'a-beta',
      'things',
    ]);
  });
});

describe('subscription keys', () => {
  const keyed = (): LandingZone => {
    const zone = new LandingZone({
      api: { subscriptionRequired: true, subscriptionKeyParameterNames: { header: 'api-key', query: 'key' } },
    });
    const subscription = (name: string, scope: string, state: string): void => {
      zone.put(
        `${SERVICE}/subscriptions/${name}`,
        'Microsoft.ApiManagement/service/subscriptions',
        { scope, state, displayName: name },
        { secrets: { primaryKey: `key-${name}` } },
      );
    };
    subscription('api', `${SERVICE}/apis/openai`, 'active');
    subscription('all', `${SERVICE}/apis`, 'active');
    subscription('late', `${SERVICE}/apis/openai`, 'submitted');
    subscription('product', `${SERVICE}/products/p`, 'active');
    subscription('stranger', `${SERVICE}/products/q`, 'active');
    for (const name of ['p', 'q'])
      zone.put(`${SERVICE}/products/${name}`, 'Microsoft.ApiManagement/service/products', {
        state: 'published',
        displayName: name,
      });
    zone.put(`${SERVICE}/products/p/apis/openai`, 'Microsoft.ApiManagement/service/products/apis', {});
    return zone;
  };

  test.each([
    [{}, 401, /missing subscription key/],
    [{ 'api-key': 'nonsense' }, 401, /invalid subscription key/],
    [{ 'Ocp-Apim-Subscription-Key': 'key-api' }, 401, /missing subscription key/],
    [{ 'api-key': 'key-late' }, 401, /invalid/],
    [{ 'api-key': 'key-stranger' }, 401, /invalid/],
    [{ 'api-key': 'key-api' }, 200, /pong/],
    [{ 'api-key': 'key-all' }, 200, /pong/],
    [{ 'api-key': 'key-product' }, 200, /pong/],
  ])('%j', async (headers, status, text) => {
    const answer = await keyed().send('POST', `${URL}/chat/completions`, { body: CHAT, headers });
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
    if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/AzureApiManagementKey realm=/);
  });

  test('by query', async () => {
    expect((await keyed().send('POST', `${URL}/chat/completions?key=key-api`, { body: CHAT })).status).toBe(200);
  });
});

describe('policies of a whole gateway', () => {
  const POLICY = `<policies><inbound>
    <cors><allowed-origins><origin>https://chat.example</origin></allowed-origins></cors>
    <base />
    <rate-limit calls="2" renewal-period="60" />
    <validate-parameters specified-parameter-action="prevent" unspecified-parameter-action="ignore" />
    <mock-response status-code="200" content-type="application/json" />
  </inbound></policies>`;

  const mocking = (): LandingZone => {
    const zone = new LandingZone({
      api: { subscriptionRequired: true, subscriptionKeyParameterNames: { header: 'api-key', query: 'key' } },
    });
    const api = `${SERVICE}/apis/openai`;
    zone.put(`${api}/policies/policy`, 'Microsoft.ApiManagement/service/apis/policies', {
      format: 'rawxml',
      value: POLICY,
    });
    zone.put(`${api}/operations/mock`, 'Microsoft.ApiManagement/service/apis/operations', {
      method: 'POST',
      urlTemplate: '/mock/{id}',
      templateParameters: [{ name: 'id', type: 'integer', required: true }],
      responses: [
        {
          statusCode: 200,
          representations: [{ contentType: 'application/json', examples: { default: { value: { ok: true } } } }],
        },
      ],
    });
    const subscription = { scope: `${SERVICE}/apis`, state: 'active', displayName: 's' };
    const secrets = { secrets: { primaryKey: 'key' } };
    zone.put(`${SERVICE}/subscriptions/s`, 'Microsoft.ApiManagement/service/subscriptions', subscription, secrets);
    return zone;
  };
  const KEY = { 'api-key': 'key' };

  test('a preflight is answered without a key; what it asks for is not', async () => {
    const zone = mocking();
    const headers = { origin: 'https://chat.example' };
    const preflight = { ...headers, 'access-control-request-method': 'POST' };
    const asked = await zone.send('OPTIONS', `${URL}/mock/1`, { headers: preflight });
    expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([200, 'https://chat.example']);
    expect((await zone.send('POST', `${URL}/mock/1`, { headers })).status).toBe(401);
  });

  test("an example of the operation's description, a parameter that it refuses, a rate by subscription", async () => {
    const zone = mocking();
    const call = async (id: string): Promise<readonly unknown[]> => {
      const { status, text } = await zone.send('POST', `${URL}/mock/${id}`, { headers: KEY });
      return [status, (JSON.parse(text) as { message?: string }).message ?? text];
    };
    expect(await call('1')).toEqual([200, '{"ok":true}']);
    expect(await call('x')).toEqual([400, expect.stringMatching(/^Value of the path parameter id does not conform/)]);
    expect(await call('1')).toEqual([429, expect.stringMatching(/^Rate limit is exceeded/)]);
  });
});

describe('through to the model', () => {
  test('the answer, and nothing counted as a write', async () => {
    const answer = await new LandingZone().send('POST', `${URL}/chat/completions`, { body: CHAT });
    expect(JSON.parse(answer.text)).toMatchObject({
      object: 'chat.completion',
      model: 'gpt-5-mini-1',
      choices: [{ message: { role: 'assistant', content: 'pong' } }],
    });
  });

  test('a stream arrives in pieces', async () => {
    const answer = await new LandingZone().send('POST', `${URL}/chat/completions`, {
      body: { ...CHAT, stream: true, stream_options: { include_usage: true } },
    });
    expect(answer.headers['content-type']).toMatch('text/event-stream');
    expect(answer.chunks.length).toBeGreaterThan(4);
    expect(answer.chunks.at(-1)).toBe('data: [DONE]\n\n');
    expect(answer.text).toContain('"usage":{"prompt_tokens":');
  });

  test.each([
    ['without the role', { noRole: true }, 401, /PermissionDenied/],
    ['without the private zone', {}, 403, /Public access is disabled/],
    ['a deployment that is not there', {}, 404, /DeploymentNotFound/],
  ])('%s', async (name, changes, status, text) => {
    const zone = new LandingZone(changes);
    if (name.includes('zone'))
      zone.world.store.delete(
        `${HUB.replace('/virtualNetworks/hub', '')}/privateDnsZones/privatelink.services.ai.azure.com`,
      );
    const answer = await zone.send('POST', `${URL}/chat/completions`, {
      body: { ...CHAT, model: status === 404 ? 'gpt-9' : 'gpt-5-mini' },
    });
    expect([answer.status, text.test(answer.text)]).toEqual([status, true]);
  });

  test('a role works once it has taken effect', async () => {
    const zone = new LandingZone({ noRole: true });
    zone.giveRole();
    const ask = async () => (await zone.send('POST', `${URL}/chat/completions`, { body: CHAT })).status;
    expect(await ask()).toBe(401);
    zone.world.clock.spend(3_600_000);
    expect(await ask()).toBe(200);
  });

  test('a backend that nothing answers for is a 500', async () => {
    const zone = new LandingZone();
    zone.put(`${SERVICE}/backends/foundry`, 'Microsoft.ApiManagement/service/backends', {
      url: 'https://nobody.services.ai.azure.com/openai/v1',
      protocol: 'http',
    });
    expect((await zone.send('POST', `${URL}/chat/completions`, { body: CHAT })).status).toBe(500);
  });

  test('metrics only where the diagnostic lets them', async () => {
    const policy = (zone: LandingZone): string =>
      zone.plainPolicy.replace(
        '<base />',
        '<base /><llm-emit-token-metric namespace="n"><dimension name="API ID" /></llm-emit-token-metric>',
      );
    const zone = new LandingZone({ policy: policy(new LandingZone()) });
    await zone.send('POST', `${URL}/chat/completions`, { body: CHAT });
    expect(metricsOf(zone.world).map(({ name, dimensions }) => [name, dimensions['API ID']])).toEqual(
      ['Prompt Tokens', 'Completion Tokens', 'Total Tokens'].map((name) => [name, 'openai']),
    );
    zone.put(
      `${SERVICE}/apis/openai/diagnostics/applicationinsights`,
      'Microsoft.ApiManagement/service/apis/diagnostics',
      { loggerId: `${SERVICE}/loggers/appinsights` },
    );
    await zone.send('POST', `${URL}/chat/completions`, { body: CHAT });
    expect(metricsOf(zone.world).length).toBe(3);
  });
});
