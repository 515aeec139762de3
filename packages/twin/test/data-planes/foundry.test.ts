import { describe, expect, test } from 'vitest';
import { identityAccessToken, directoryOf } from '../../src/entra/index.ts';
import { ACCOUNT, HUB, LandingZone, OUTSIDE } from './landing-zone.ts';

const BASE = 'https://aif-contoso.services.ai.azure.com/openai/v1';
const INSIDE = { kind: 'vnet', vnetId: HUB } as const;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'hello there' }] };

async function bearer(zone: LandingZone, audience = 'https://cognitiveservices.azure.com'): Promise<string> {
  const principal = directoryOf(zone.world).servicePrincipal(zone.world.guid('gateway-principal'));
  if (principal === undefined) throw new Error('The identity is not in the directory.');
  return `Bearer ${(await identityAccessToken(zone.world, principal, audience)).token}`;
}

async function ask(
  zone: LandingZone,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  return zone.send(method, BASE + path, {
    body,
    place: INSIDE,
    headers: { authorization: await bearer(zone), ...headers },
  });
}

describe('who may call', () => {
  test.each([
    ['no token', {}, 401, 'Unauthorized'],
    ['no token of this tenant', { authorization: 'Bearer a.b.c' }, 401, 'Unauthorized'],
    ['a key where keys are off', { 'api-key': 'x', authorization: '' }, 401, 'Unauthorized'],
  ])('%s', async (_name, headers, status, code) => {
    const answer = await new LandingZone().send('POST', `${BASE}/chat/completions`, {
      body: CHAT,
      place: INSIDE,
      headers,
    });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { error: { code } }]);
  });

  test.each(['https://cognitiveservices.azure.com', 'https://ai.azure.com'])('audience %s', async (audience) => {
    const zone = new LandingZone();
    const authorization = await bearer(zone, audience);
    expect(
      (await zone.send('POST', `${BASE}/chat/completions`, { body: CHAT, place: INSIDE, headers: { authorization } }))
        .status,
    ).toBe(200);
  });

  test('another audience', async () => {
    const zone = new LandingZone();
    const authorization = await bearer(zone, 'https://vault.azure.net');
    expect(
      (await zone.send('POST', `${BASE}/chat/completions`, { body: CHAT, place: INSIDE, headers: { authorization } }))
        .status,
    ).toBe(401);
  });

  test('from the internet, and with public access', async () => {
    const zone = new LandingZone();
    const authorization = await bearer(zone);
    expect(
      (await zone.send('POST', `${BASE}/chat/completions`, { body: CHAT, place: OUTSIDE, headers: { authorization } }))
        .status,
    ).toBe(403);
    const open = new LandingZone({ account: { publicNetworkAccess: 'Enabled' } });
    expect(
      (
        await open.send('POST', `${BASE}/chat/completions`, {
          body: CHAT,
          place: OUTSIDE,
          headers: { authorization: await bearer(open) },
        })
      ).status,
    ).toBe(200);
  });

  test('a key where keys are on', async () => {
    const zone = new LandingZone({ account: { disableLocalAuth: false } });
    const key = zone.world.guid(`account-key-1:${ACCOUNT.toLowerCase()}`).replaceAll('-', '');
    const call = (apiKey: string) =>
      zone.send('POST', `${BASE}/chat/completions`, { body: CHAT, place: INSIDE, headers: { 'api-key': apiKey } });
    expect((await call(key)).status).toBe(200);
    expect((await call('wrong')).status).toBe(401);
  });

  test('an account that is not there cannot be resolved', async () => {
    expect(
      (await new LandingZone().send('GET', 'https://nobody.openai.azure.com/openai/v1/models', { place: OUTSIDE }))
        .text,
    ).toMatch(/cannot be resolved/);
  });
});

describe('operations', () => {
  test.each([
    ['chat', 'POST', '/chat/completions', CHAT, 200, /You said: hello there/],
    ['chat with a partner model', 'POST', '/chat/completions', { ...CHAT, model: 'grok-4' }, 200, /grok-4/],
    ['responses', 'POST', '/responses', { model: 'gpt-5-mini', input: 'hello' }, 200, /"type":"output_text"/],
    [
      'embeddings',
      'POST',
      '/embeddings',
      { model: 'text-embedding-3-small', input: ['a', 'b'], dimensions: 3 },
      200,
      /"object":"embedding","index":1/,
    ],
    ['models', 'GET', '/models', undefined, 200, /"id":"gpt-5-mini-2025-08-07"/],
    [
      'the older route',
      'POST',
      '/../deployments/gpt-5-mini/chat/completions',
      { messages: CHAT.messages },
      200,
      /chat.completion/,
    ],
    ['no deployment', 'POST', '/chat/completions', { ...CHAT, model: 'nope' }, 404, /DeploymentNotFound/],
    ['no model', 'POST', '/chat/completions', { messages: [] }, 400, /'model'/],
    ['no messages', 'POST', '/chat/completions', { model: 'gpt-5-mini' }, 400, /'messages'/],
    ['empty messages', 'POST', '/chat/completions', { model: 'gpt-5-mini', messages: [] }, 400, /empty array/],
    ['no JSON', 'POST', '/chat/completions', 'plain', 400, /could not parse/],
    ['a stream as text', 'POST', '/chat/completions', { ...CHAT, stream: 'true' }, 400, /expected a boolean/],
    ['options of no stream', 'POST', '/chat/completions', { ...CHAT, stream_options: {} }, 400, /only allowed when/],
    [
      'embeddings of a chat model',
      'POST',
      '/embeddings',
      { model: 'gpt-5-mini', input: 'a' },
      400,
      /OperationNotSupported/,
    ],
    ['an operation that is not here', 'POST', '/files', {}, 501, /NotImplemented/],
    ['a model nobody has', 'GET', '/models/nope', undefined, 404, /does not exist/],
  ])('%s', async (_name, method, path, body, status, text) => {
    const answer = await ask(new LandingZone(), method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
  });

  test('the same question has the same answer; usage only where asked', async () => {
    const stream = { ...CHAT, stream: true };
    const [first, second] = [
      await ask(new LandingZone(), 'POST', '/chat/completions', stream),
      await ask(new LandingZone(), 'POST', '/chat/completions', stream),
    ];
    expect(first.text).toBe(second.text);
    expect(first.text).not.toContain('usage');
  });

  test('responses stream ends with the whole response', async () => {
    const answer = await ask(new LandingZone(), 'POST', '/responses', {
      model: 'gpt-5-mini',
      input: 'hello',
      stream: true,
    });
    expect(answer.chunks[0]).toMatch(/^event: response.created\n/);
    expect(answer.chunks.at(-1)).toMatch(/"input_tokens":2,/);
  });
});
