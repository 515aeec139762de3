import { describe, expect, test } from 'vitest';
import { BackendError, type BackendResponse } from '../../policy/src/index.ts';
import { GovernedGateway, refusedAs } from './support/governed-gateway.ts';
import { MeteredGateway } from './support/metered-gateway.ts';

const failing = (reason: 'BackendConnectionFailure' | 'Timeout') => (): BackendResponse => {
  throw new BackendError(reason, 'of the network');
};

describe('what fails behind the gateway', () => {
  test.each<[string, () => BackendResponse, number, string]>([
    ['the model does not answer', failing('Timeout'), 504, 'model_timeout'],
    ['there is no way to it', failing('BackendConnectionFailure'), 502, 'model_unreachable'],
  ])('%s: an answer in words, which tells nothing of the inside', async (_what, answer, status, code) => {
    const gateway = new MeteredGateway();
    gateway.answer = answer;
    const ran = await gateway.ask();
    expect([ran.status, ran.json]).toMatchObject([status, { error: { code, type: 'server_error', param: null } }]);
    expect(ran.text).not.toMatch(/network|https?:|exception/i);
    expect(gateway.metrics.map(({ name, dimensions }) => [name, dimensions['Code']])).toEqual([['Refusals', code]]);
  });

  test("the models' own refusals come through as they are", async () => {
    const gateway = new MeteredGateway();
    const body = '{"error":{"code":"content_filter","message":"no"}}';
    gateway.answer = () => ({ status: 400, headers: [['Content-Type', 'application/json']], body: Buffer.from(body) });
    const ran = await gateway.ask();
    expect([ran.status, ran.text]).toEqual([400, body]);
  });
});

describe('what the gateway itself refuses', () => {
  test.each([
    ['POST', '/nothing'],
    ['DELETE', '/chat/completions'],
    ['GET', '/chat/completions'],
  ])('%s %s is no operation', async (method, path) => {
    const gateway = new GovernedGateway();
    expect(refusedAs(await gateway.ask({ method, path }))).toEqual([404, 'operation_not_found']);
    expect(gateway.reached).toEqual([]);
  });

  test('a key that an API asks for is asked for beside the token', async () => {
    const gateway = new GovernedGateway({}, { api: { subscriptionRequired: true } });
    expect(refusedAs(await gateway.ask())).toEqual([401, 'invalid_subscription_key']);
    const headers = { 'Ocp-Apim-Subscription-Key': 'wrong' };
    expect(refusedAs(await gateway.ask({ headers }))).toEqual([401, 'invalid_subscription_key']);
    expect(gateway.reached).toEqual([]);
  });

  test('a body of 33 MiB is too large', async () => {
    const gateway = new GovernedGateway();
    const body = `{"model":"gpt-5-mini","messages":[],"padding":"${'x'.repeat(33 * 1024 * 1024)}"}`;
    expect(refusedAs(await gateway.ask({ body }))).toEqual([413, 'request_too_large']);
    expect(gateway.reached).toEqual([]);
  });

  test('every refusal is counted: who, as what, which model, why', async () => {
    const gateway = new MeteredGateway();
    await gateway.ask({ model: 'gpt-9', roles: ['user', 'admin'] });
    await gateway.ask({ roles: [] });
    expect(gateway.metrics.map(({ dimensions }) => dimensions)).toMatchObject([
      { Person: 'ada', Role: 'admin', Model: 'N/A', Code: 'model_not_found', Environment: 'contoso-dev' },
      { Person: 'ada', Role: 'none', Model: 'N/A', Code: 'role_missing', Environment: 'contoso-dev' },
    ]);
  });
});
