import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validatePolicy } from '../../policy/src/index.ts';
import { apiPolicy, type ApiPolicyOptions } from '../src/index.ts';
import { CHAT, FINANCE, GovernedGateway, OPTIONS } from './support/governed-gateway.ts';

const KNOWN = { backends: new Set(['foundry']), fragments: new Set<string>(), namedValues: new Set<string>() };
const { limits } = OPTIONS;

function mistakes(more: Partial<ApiPolicyOptions>): readonly unknown[] {
  const text = apiPolicy({ ...OPTIONS, ...more });
  return (['xml', 'rawxml'] as const).flatMap((format) => validatePolicy(text, { format, known: KNOWN }));
}

const quota = (tokens: number, period: 'Hourly' | 'Monthly') => ({ tokenQuota: { tokens, period } });
const everything: Partial<ApiPolicyOptions> = {
  access: {
    admins: [{ kind: 'user', objectId: FINANCE }],
    users: [{ kind: 'group', objectId: FINANCE }],
    groups: { finance: FINANCE },
  },
  models: [{ name: 'gpt-5-mini' }, { name: 'gpt-5.2', allow: { roles: ['admin'], groups: ['finance'] } }],
  limits: {
    perPerson: { tokensPerMinute: 9, ...quota(10, 'Hourly') },
    perRole: {
      user: { perPerson: { tokensPerMinute: 1, ...quota(1, 'Hourly') }, shared: { tokensPerMinute: 3 } },
      admin: { shared: quota(2, 'Monthly') },
    },
    perGroup: { finance: { perPerson: { tokensPerMinute: 2 }, shared: { tokensPerMinute: 3, ...quota(5, 'Hourly') } } },
    perModel: { 'gpt-5.2': { perPerson: { tokensPerMinute: 2 }, shared: quota(7, 'Monthly') } },
  },
};

describe('the policy of the API', () => {
  test.each<[string, Partial<ApiPolicyOptions>]>([
    ['of the defaults', {}],
    ['without callers beside the app', { callerClientIds: [] }],
    ['with several callers', { callerClientIds: ['a', 'b', 'c'] }],
    ['with many models', { models: Array.from({ length: 40 }, (_, index) => ({ name: `model-${index}.v1` })) }],
    ['with an hourly quota', { limits: { ...limits, perPerson: { tokensPerMinute: 1, ...quota(10, 'Hourly') } } }],
    ['with a monthly quota', { limits: { ...limits, perPerson: { tokensPerMinute: 9, ...quota(1e9, 'Monthly') } } }],
    ['with everything', everything],
  ])('%s is one that API Management accepts', (_what, more) => {
    expect(mistakes(more)).toEqual([]);
  });

  test('whatever models are called, it stays one document', () => {
    const printable = fc
      .string({ minLength: 1 })
      .map((name) => name.replaceAll(/[^\x20-\x7e]/g, '-').replaceAll('@', 'a'));
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1, maxLength: 4 }), (models) => {
        expect(mistakes({ models: models.map((name) => ({ name })) })).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('of a file that chooses all there is to choose fits into 256 KiB', () => {
    const names = Array.from({ length: 32 }, (_, index) => `group-of-a-rather-long-name-${index}`);
    const models = Array.from({ length: 32 }, (_, index) => `model-${index}`);
    const people = Array.from({ length: 200 }, () => ({ kind: 'user' as const, objectId: FINANCE }));
    const limit = { tokensPerMinute: 1_000_000, ...quota(1e12, 'Monthly') };
    const both = { perPerson: limit, shared: limit };
    const each = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, both]));
    const text = apiPolicy({
      ...OPTIONS,
      access: { admins: people, users: people, groups: Object.fromEntries(names.map((name) => [name, FINANCE])) },
      models: models.map((name) => ({ name, allow: { roles: ['admin', 'user'], groups: names } })),
      limits: { perPerson: limit, perRole: { admin: both, user: both }, perGroup: each(names), perModel: each(models) },
    });
    expect(text.length).toBeLessThan(256 * 1024);
  });

  test('every counter names the environment, because a gateway has one counter for a key', () => {
    const keys = [...apiPolicy({ ...OPTIONS, ...everything }).matchAll(/counter-key="@\(&quot;([^:]*):/g)];
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys.map(([, name]) => name))).toEqual(new Set(['contoso-dev']));
  });

  test('a change of one limit changes one document', () => {
    const perPerson = { ...limits.perPerson, tokensPerMinute: 50_001 };
    const [before, after] = [apiPolicy(OPTIONS), apiPolicy({ ...OPTIONS, limits: { ...limits, perPerson } })];
    expect(before.replaceAll('50000', '50001')).toBe(after);
  });

  test('a backend that is not there would be refused', () => {
    expect(mistakes({ backendId: 'elsewhere' })).not.toEqual([]);
  });
});

describe('what reaches the models', () => {
  test("neither the person's token nor cookies nor keys, but the identity of the gateway", async () => {
    const gateway = new GovernedGateway();
    const headers = { cookie: 'token=secret', 'api-key': 'k', 'ocp-apim-subscription-key': 's', 'x-kept': 'yes' };
    const token = await gateway.zone.token();
    const path = '/chat/completions?access_token=secret&subscription-key=secret&model=secret&kept=yes';
    expect((await gateway.ask({ headers, path })).status).toBe(200);
    const [request] = gateway.reached;
    const raw = JSON.stringify([request?.headers, request?.rawHeaders, request?.url.href]);
    for (const secret of ['secret', '"k"', '"s"', token]) expect(raw).not.toContain(secret);
    expect(request?.headers['x-kept']).toBe('yes');
    expect(request?.url.search).toBe('?kept=yes');
    const claims = JSON.parse(
      Buffer.from(request?.headers.authorization?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ) as object;
    expect(claims).toMatchObject({
      aud: 'https://cognitiveservices.azure.com',
      oid: gateway.zone.world.guid('gateway-principal'),
    });
  });

  test('no other method than the one that was checked', async () => {
    const gateway = new GovernedGateway();
    const headers = { 'x-http-method-override': 'DELETE', 'x-http-method': 'PUT', 'X-Method-Override': 'GET' };
    await gateway.ask({ headers });
    expect(gateway.reached[0]?.rawHeaders.filter((name) => /method/i.test(name))).toEqual([]);
  });

  const stream = { ...CHAT, stream: true };
  test.each<[string, object | string, unknown]>([
    ['a stream is asked for its usage', stream, { include_usage: true }],
    [
      'and when the caller wants none',
      { ...stream, stream_options: { include_usage: false } },
      { include_usage: true },
    ],
    [
      'and when the word is in escapes',
      String.raw`{"model":"gpt-5-mini","messages":[{"role":"user","content":"x"}],"\u0073tream":true}`,
      { include_usage: true },
    ],
    ['and when the caller says null', { ...stream, stream_options: null }, { include_usage: true }],
    [
      'other options stay',
      { ...stream, stream_options: { include_obfuscation: false } },
      { include_obfuscation: false, include_usage: true },
    ],
    ['a whole answer is left as it is', CHAT, undefined],
    ['stream: false is none', { ...CHAT, stream: false }, undefined],
  ])('%s', async (_what, body, expected) => {
    const gateway = new GovernedGateway();
    expect((await gateway.ask({ body })).status).toBe(200);
    const whole = typeof body === 'string' ? (JSON.parse(body) as object) : body;
    expect(gateway.body).toEqual({ ...whole, ...(expected === undefined ? {} : { stream_options: expected }) });
  });

  test('every other byte of a stream stays: dates and large numbers are not written anew', async () => {
    const gateway = new GovernedGateway();
    const body =
      '{"model":"gpt-5-mini", "stream":true,"seed":9223372036854775807,"messages":[{"role":"user","content":"2026-11-23T10:00:00+02:00"}] }\n';
    expect((await gateway.ask({ body })).status).toBe(200);
    expect(gateway.text).toBe(`${body.trimEnd().slice(0, -1)},"stream_options":{"include_usage":true}}`);
  });

  test('embeddings have no stream to be asked', async () => {
    const gateway = new GovernedGateway();
    const body = { model: 'text-embedding-3-small', input: 'x', stream: true };
    await gateway.ask({ body, path: '/embeddings' });
    expect(gateway.body).toEqual(body);
  });
});
