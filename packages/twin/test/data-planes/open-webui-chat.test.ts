import { describe, expect, test } from 'vitest';
import { ChatZone } from './chat-zone.ts';
import { CHAT, People, type Variables } from './people.ts';

describe('chat', () => {
  test('models and answer, streamed and whole', async () => {
    const people = new People();
    await people.signIn('ada');
    const { data } = JSON.parse((await people.open('/api/models')).text) as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual(['gpt-5-mini', 'grok-4']);
    expect(JSON.parse((await people.open('/api/chat/completions', CHAT)).text)).toMatchObject({
      choices: [{ message: { content: 'pong' } }],
    });
    const streamed = await people.open('/api/chat/completions', { ...CHAT, stream: true });
    expect(streamed.headers['content-type']).toContain('text/event-stream');
    expect(streamed.chunks.length).toBeGreaterThan(2);
  });

  test.each([
    ['a model that is not there', { ...CHAT, model: 'gpt-9' }, 404],
    ['a socket', { ...CHAT, session_id: 's' }, 501],
  ])('no answer by %s', async (_what, body, status) => {
    const people = new People();
    await people.signIn('ada');
    expect((await people.open('/api/chat/completions', body)).status).toBe(status);
  });

  test('only administrators see models unless the check is switched off', async () => {
    const people = new People({ BYPASS_MODEL_ACCESS_CONTROL: 'false' });
    const seen = async () => (JSON.parse((await people.open('/api/models')).text) as { data: unknown[] }).data.length;
    await people.signIn('ada');
    expect(await seen()).toBe(2);
    await people.signIn('alan');
    expect(await seen()).toBe(0);
  });

  test('a gateway that cannot be reached is a 500', async () => {
    const people = new People({ OPENAI_API_BASE_URLS: 'https://nowhere.azure-api.net/openai/v1' });
    await people.signIn('ada');
    const answer = await people.open('/api/chat/completions', CHAT);
    expect([answer.status, answer.text]).toEqual([500, '{"detail":"Open WebUI: Server Connection Error"}']);
  });

  const CONNECTIONS: readonly (readonly [string, object, Variables, RegExp | undefined, boolean])[] = [
    ["the person's token, with all cookies", { auth_type: 'system_oauth' }, {}, /^Bearer eyJ/, true],
    ["the session's token", { auth_type: 'session' }, {}, /^Bearer eyJ/, true],
    ['a key', {}, { OPENAI_API_KEYS: 'sk-1' }, /^Bearer sk-1$/, false],
    ['an empty key', {}, { OPENAI_API_KEYS: '' }, undefined, false],
    ['nothing', { auth_type: 'none' }, { OPENAI_API_KEYS: 'sk-1' }, undefined, false],
    ['its own header', { headers: { Authorization: 'Own {{USER_EMAIL}}' } }, {}, /^Own ada@contoso\.com$/, false],
  ];
  test.each(CONNECTIONS)('calls with %s', async (_what, connection, variables, authorization, cookies) => {
    const policy =
      '<policies><inbound><return-response><set-status code="200" reason="OK" /><set-header name="Content-Type"><value>application/json</value></set-header><set-body>@(new JObject(new JProperty("authorization", context.Request.Headers.GetValueOrDefault("Authorization", "")), new JProperty("cookie", context.Request.Headers.GetValueOrDefault("Cookie", ""))).ToString())</set-body></return-response></inbound><backend><forward-request /></backend></policies>';
    const people = new People({
      OPENAI_API_CONFIGS: JSON.stringify({ 0: { model_ids: ['gpt-5-mini'], ...connection } }),
      ...variables,
    });
    const [stored] = people.zone.world.store.ofType('Microsoft.ApiManagement/service/apis/policies');
    if (stored !== undefined)
      people.zone.world.store.put({ ...stored, properties: { format: 'rawxml', value: policy } });
    await people.signIn('ada');
    const echoed = JSON.parse((await people.open('/api/chat/completions', CHAT)).text) as Record<string, string>;
    if (authorization === undefined) expect(echoed['authorization']).toBe('');
    else expect(echoed['authorization']).toMatch(authorization);
    expect((echoed['cookie'] ?? '').includes('oauth_session_id=')).toBe(cookies);
  });

  test('a renewed token, and none once the session cannot be renewed', async () => {
    const people = new People({ OAUTH_SCOPES: `openid profile ${new ChatZone().clientId}/access_as_user` });
    await people.signIn('ada');
    expect((await people.open('/api/chat/completions', CHAT)).status).toBe(200);
    people.zone.world.clock.spend(2 * 3_600_000);
    // Without offline_access there is nothing to renew with; the call goes out without a token.
    const policy =
      '<policies><inbound><check-header name="Authorization" failed-check-httpcode="401" failed-check-error-message="none" ignore-case="true" /><return-response /></inbound><backend><forward-request /></backend></policies>';
    const [stored] = people.zone.world.store.ofType('Microsoft.ApiManagement/service/apis/policies');
    if (stored !== undefined)
      people.zone.world.store.put({ ...stored, properties: { format: 'rawxml', value: policy } });
    expect((await people.open('/api/chat/completions', CHAT)).status).toBe(401);
  });

  test('sessions end with their life, and with the secret key', async () => {
    const people = new People({ JWT_EXPIRES_IN: '1h' });
    await people.signIn('ada');
    people.zone.world.clock.spend(59 * 60_000);
    expect((await people.open('/api/models')).status).toBe(200);
    people.zone.world.clock.spend(2 * 60_000);
    expect((await people.open('/api/models')).status).toBe(401);
  });

  test('signing out takes the cookies', async () => {
    const people = new People();
    await people.signIn('ada');
    const { headers } = await people.open('/api/v1/auths/signout');
    for (const cookie of [headers['set-cookie'] ?? []].flat()) expect(cookie).toContain('Max-Age=0');
  });
});
