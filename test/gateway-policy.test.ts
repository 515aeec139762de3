import { apiPolicy } from '@lz/gateway';
import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../packages/gateway/test/support/governed-gateway.ts';
import { validatePolicy } from '../packages/policy/src/index.ts';
import { textAt } from '../packages/twin/src/providers/common/json.ts';
import { metricsOf } from '../packages/twin/src/data-planes/insights/index.ts';
import { GATEWAY_HOST, LandingZone } from '../packages/twin/test/data-planes/landing-zone.ts';

const BASE = `https://${GATEWAY_HOST}/openai/v1`;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };

/** A landing zone whose API carries the policy that configure-apim writes. */
function zoneWith(tokensPerMinute = 1000): LandingZone {
  const { world } = new LandingZone();
  const policy = apiPolicy({
    ...OPTIONS,
    tenantId: world.tenant.tenantId,
    callerClientIds: ['smoke-client'],
    gatewayClientId: world.guid('gateway-client'),
    models: [{ name: 'gpt-5-mini' }, { name: 'grok-4' }],
    limits: { ...OPTIONS.limits, perPerson: { tokensPerMinute, tokenQuota: { tokens: 5000, period: 'Daily' } } },
  });
  return new LandingZone({ policy });
}

async function call(zone: LandingZone, method: string, path: string, body?: unknown, claims: object | null = {}) {
  const headers = claims === null ? {} : { authorization: `Bearer ${await zone.token(claims)}` };
  return zone.send(method, BASE + path, { body, headers });
}

describe('the policy that configure-apim writes, run by the gateway', () => {
  test('is one that API Management accepts', () => {
    const zone = zoneWith();
    const [policy] = zone.world.store.ofType('Microsoft.ApiManagement/service/apis/policies');
    const text = textAt(policy?.properties, 'value') ?? '';
    const known = { backends: new Set(['foundry']), fragments: new Set<string>(), namedValues: new Set<string>() };
    for (const format of ['xml', 'rawxml'] as const) expect(validatePolicy(text, { format, known })).toEqual([]);
  });

  test('a person with a role is answered, and counted', async () => {
    const zone = zoneWith();
    const answer = await call(zone, 'POST', '/chat/completions', CHAT);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ choices: [{ message: { content: 'pong' } }] });
    expect(answer.headers['x-ratelimit-remaining-tokens']).toMatch(/^\d+$/);
    expect(metricsOf(zone.world)[0]?.dimensions).toMatchObject({
      Person: 'ada',
      Role: 'user',
      Model: 'gpt-5-mini',
      Environment: 'contoso-dev',
    });
  });

  test('a stream is told to report its usage, and the metric counts it', async () => {
    const zone = zoneWith();
    const answer = await call(zone, 'POST', '/chat/completions', { ...CHAT, stream: true });
    expect(answer.chunks.length).toBeGreaterThan(3);
    expect(answer.text).toContain('"usage":{');
    expect(
      metricsOf(zone.world)
        .filter(({ name }) => name.endsWith('Tokens'))
        .map(({ value }) => value > 0),
    ).toEqual([true, true, true]);
  });

  test.each([
    ['no token', null, 401, 'invalid_token'],
    ['another audience', { aud: 'x' }, 401, 'invalid_token'],
    ['another client', { azp: 'x' }, 401, 'invalid_token'],
    ['no role', { roles: [] }, 403, 'role_missing'],
    ['no person', { oid: undefined }, 403, 'person_missing'],
    ['a role that only sounds right', { roles: ['superuser'] }, 403, 'role_missing'],
  ])('refuses %s', async (_name, claims, status, code) => {
    const answer = await call(zoneWith(), 'POST', '/chat/completions', CHAT, claims);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { error: { code } }]);
  });

  test('the probe, with an application token of the smoke identity', async () => {
    expect(
      (await call(zoneWith(), 'POST', '/chat/completions', CHAT, { azp: 'smoke-client', idtyp: 'app' })).status,
    ).toBe(200);
  });

  test('models are the deployments', async () => {
    const answer = await call(zoneWith(), 'GET', '/models');
    expect(JSON.parse(answer.text)).toMatchObject({ data: [{ id: 'gpt-5-mini' }, { id: 'grok-4' }] });
  });

  test('what all share is for administrators', async () => {
    expect((await call(zoneWith(), 'GET', '/files')).status).toBe(403);
    expect((await call(zoneWith(), 'GET', '/files', undefined, { roles: ['admin'] })).status).toBe(501);
  });

  test('tokens per minute and person', async () => {
    const zone = zoneWith(20);
    const question = { ...CHAT, messages: [{ role: 'user', content: 'x'.repeat(60) }] };
    expect((await call(zone, 'POST', '/chat/completions', question)).status).toBe(200);
    const refused = await call(zone, 'POST', '/chat/completions', question);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      429,
      { error: { code: 'tokens_per_minute', type: 'rate_limit_error' } },
    ]);
    expect(refused.headers['retry-after']).toBe('60');
    expect((await call(zone, 'POST', '/chat/completions', question, { oid: 'bob' })).status).toBe(200);
    zone.world.clock.spend(60_000);
    expect((await call(zone, 'POST', '/chat/completions', question)).status).toBe(200);
  });

  test.each(['{', '[]', '"x"', ''])('a body that is no request (%j) is an answer, never a hang', async (body) => {
    expect((await call(zoneWith(), 'POST', '/chat/completions', body)).status).toBeGreaterThanOrEqual(400);
  });
});
