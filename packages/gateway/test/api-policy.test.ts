import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validatePolicy } from '../../policy/src/index.ts';
import type { TwinHost, TwinRequest } from '../../twin/src/kernel/http.ts';
import { APP_ID, GATEWAY_HOST, LandingZone } from '../../twin/test/data-planes/landing-zone.ts';
import { apiPolicy, type ApiPolicyOptions } from '../src/index.ts';

const BASE = `https://${GATEWAY_HOST}/openai/v1`;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'hello' }] };
const KNOWN = { backends: new Set(['foundry']), fragments: new Set<string>(), namedValues: new Set<string>() };

const OPTIONS: ApiPolicyOptions = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  applicationClientId: APP_ID,
  callerClientIds: ['33333333-3333-4333-8333-333333333333'],
  gatewayClientId: '44444444-4444-4444-8444-444444444444',
  backendId: 'foundry',
  environmentName: 'contoso-dev',
  sharesGateway: false,
  models: ['gpt-5-mini'],
  perPerson: { tokensPerMinute: 50_000 },
};

function mistakes(more: Partial<ApiPolicyOptions>): readonly unknown[] {
  const text = apiPolicy({ ...OPTIONS, ...more });
  return (['xml', 'rawxml'] as const).flatMap((format) => validatePolicy(text, { format, known: KNOWN }));
}

describe('the policy of the API', () => {
  test.each<[string, Partial<ApiPolicyOptions>]>([
    ['of the defaults', {}],
    ['without callers beside the app', { callerClientIds: [] }],
    ['of a gateway that others share', { sharesGateway: true }],
    ['with several callers', { callerClientIds: ['a', 'b', 'c'] }],
    ['with many models', { models: Array.from({ length: 40 }, (_, index) => `model-${index}.v1`) }],
    ['with an hourly quota', { perPerson: { tokensPerMinute: 1, tokenQuota: { tokens: 10, period: 'Hourly' } } }],
    ['with a monthly quota', { perPerson: { tokensPerMinute: 9, tokenQuota: { tokens: 1e9, period: 'Monthly' } } }],
  ])('%s is one that API Management accepts', (_what, more) => {
    expect(mistakes(more)).toEqual([]);
  });

  test('whatever models are called, it stays one document', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }), (models) => {
        // Characters that no XML document can hold are no part of a deployment's name, which the environment file checks.
        const printable = models.map((name) => name.replaceAll(/[^\x20-\x7e]/g, '-').replaceAll('@', 'a'));
        expect(mistakes({ models: printable })).toEqual([]);
      }),
    );
  });

  test('on a gateway that others share, its tokens are counted apart from theirs', () => {
    expect(apiPolicy(OPTIONS)).toContain('counter-key="@((string)context.Variables[&quot;person&quot;])"');
    expect(apiPolicy({ ...OPTIONS, sharesGateway: true })).toContain(
      'counter-key="@(&quot;contoso-dev:&quot; + (string)context.Variables[&quot;person&quot;])"',
    );
  });

  test('a backend that is not there would be refused', () => {
    expect(mistakes({ backendId: 'elsewhere' })).not.toEqual([]);
  });
});

/** A gateway with this policy, and every request that reached the models. */
class Gateway {
  readonly zone: LandingZone;
  readonly reached: TwinRequest[] = [];

  constructor(perPerson: ApiPolicyOptions['perPerson'] = OPTIONS.perPerson) {
    const { world } = new LandingZone();
    const { tenantId } = world.tenant;
    const policy = apiPolicy({ ...OPTIONS, tenantId, gatewayClientId: world.guid('gateway-client'), perPerson });
    this.zone = new LandingZone({ policy });
    const hosts = this.zone.hosts as TwinHost[];
    const index = hosts.findIndex(({ name }) => name === 'Foundry');
    const foundry = hosts[index];
    if (foundry === undefined) throw new Error('no Foundry');
    hosts[index] = {
      ...foundry,
      handle: (request) => {
        this.reached.push(request);
        return foundry.handle(request);
      },
    };
  }

  async ask(
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
    claims: object = {},
    path = '/chat/completions',
  ) {
    const authorization = `Bearer ${await this.zone.token(claims)}`;
    return await this.zone.send('POST', BASE + path, { body, headers: { authorization, ...headers } });
  }

  /** The body of the last request that reached the models. */
  get body(): Record<string, unknown> {
    return JSON.parse(this.reached.at(-1)?.body.toString('utf8') ?? '{}') as Record<string, unknown>;
  }
}

describe('what reaches the models', () => {
  test("neither the person's token nor cookies nor keys, but the identity of the gateway", async () => {
    const gateway = new Gateway();
    const headers = { cookie: 'token=secret', 'api-key': 'k', 'ocp-apim-subscription-key': 's', 'x-kept': 'yes' };
    const token = await gateway.zone.token();
    expect((await gateway.ask(CHAT, headers)).status).toBe(200);
    const [request] = gateway.reached;
    const raw = JSON.stringify([request?.headers, request?.rawHeaders]);
    for (const secret of ['secret', '"k"', '"s"', token]) expect(raw).not.toContain(secret);
    expect(request?.headers['x-kept']).toBe('yes');
    const claims = JSON.parse(
      Buffer.from(request?.headers.authorization?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ) as object;
    expect(claims).toMatchObject({
      aud: 'https://cognitiveservices.azure.com',
      oid: gateway.zone.world.guid('gateway-principal'),
    });
  });

  test.each<[string, object, unknown]>([
    ['a stream is asked for its usage', { ...CHAT, stream: true }, { include_usage: true }],
    [
      'what the caller asked of a stream stays',
      { ...CHAT, stream: true, stream_options: { include_usage: false } },
      { include_usage: false },
    ],
    ['a whole answer is left as it is', CHAT, undefined],
    ['stream: false is none', { ...CHAT, stream: false }, undefined],
  ])('%s', async (_what, body, expected) => {
    const gateway = new Gateway();
    expect((await gateway.ask(body)).status).toBe(200);
    expect(gateway.body).toEqual({ ...body, ...(expected === undefined ? {} : { stream_options: expected }) });
  });

  test('embeddings have no stream to be asked', async () => {
    const gateway = new Gateway();
    const body = { model: 'text-embedding-3-small', input: 'x', stream: true };
    await gateway.ask(body, {}, {}, '/embeddings');
    expect(gateway.body).toEqual(body);
  });
});

describe('who is refused', () => {
  test.each<[string, object, number, string]>([
    ['another tenant', { tid: 'x', iss: 'https://login.microsoftonline.com/x/v2.0' }, 401, 'invalid_token'],
    ['a token that has ended', { exp: 1 }, 401, 'invalid_token'],
    ['a token for Graph', { aud: '00000003-0000-0000-c000-000000000000' }, 401, 'invalid_token'],
    ['an application that nobody named', { azp: '55555555-5555-4555-8555-555555555555' }, 401, 'invalid_token'],
    ['a role of another name', { roles: ['reader'] }, 403, 'role_missing'],
  ])('%s, and the models never hear of it', async (_what, claims, status, code) => {
    const gateway = new Gateway();
    const answer = await gateway.ask(CHAT, {}, claims);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { error: { code, param: null } }]);
    expect(gateway.reached).toEqual([]);
  });

  test('whoever has used up the quota, until the next period', async () => {
    const gateway = new Gateway({ tokensPerMinute: 100_000, tokenQuota: { tokens: 20, period: 'Hourly' } });
    const question = { ...CHAT, messages: [{ role: 'user', content: 'x'.repeat(60) }] };
    expect((await gateway.ask(question)).status).toBe(200);
    const refused = await gateway.ask(question);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      403,
      { error: { code: 'token_quota', type: 'permission_error' } },
    ]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await gateway.ask(question, {}, { oid: 'bob' })).status).toBe(200);
    gateway.zone.world.clock.spend(3_600_000);
    expect((await gateway.ask(question)).status).toBe(200);
  });
});
