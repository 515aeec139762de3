import { describe, expect, test } from 'vitest';
import { policies, TestGateway } from '../support/world.ts';
import type { CallContext } from '../../src/index.ts';

const call = (subscription: string, api = 'orders', operation = 'list'): CallContext => ({
  subscription: { id: subscription, startDate: '2026-11-23T07:58:00Z' },
  product: { id: 'starter', name: 'Starter' },
  api: { id: api, name: api, path: api, serviceUrl: 'https://model.example' },
  operation: { id: operation, name: operation, method: 'GET', urlTemplate: '/' },
});

/** Statuses of calls one after the other, under a product's document. */
async function statuses(
  policy: string,
  calls: readonly (CallContext | number)[],
): Promise<readonly (number | undefined)[]> {
  const gateway = new TestGateway();
  const found: number[] = [];
  for (const each of calls) {
    if (typeof each === 'number') gateway.now += each * 1000;
    else found.push((await gateway.run({ product: policies(`<inbound>${policy}</inbound>`) }, {}, each)).status);
  }
  return found;
}

describe('rate-limit', () => {
  test.each<[string, readonly (CallContext | number)[], readonly number[]]>([
    [
      '<rate-limit calls="2" renewal-period="90" />',
      [call('a'), call('a'), call('a'), call('b')],
      [200, 200, 429, 200],
    ],
    ['<rate-limit calls="1" renewal-period="90" />', [call('a'), 89, call('a'), 1, call('a')], [200, 429, 200]],
    ['<rate-limit calls="1" renewal-period="90" />', [{}, {}, {}], [200, 200, 200]],
    [
      '<rate-limit calls="9" renewal-period="90"><api id="orders" calls="1" renewal-period="90" /></rate-limit>',
      [call('a'), call('a', 'other'), call('a')],
      [200, 200, 429],
    ],
    [
      '<rate-limit calls="9" renewal-period="90"><api name="orders" calls="9" renewal-period="90"><operation name="list" calls="1" renewal-period="90" /></api></rate-limit>',
      [call('a'), call('a', 'orders', 'get'), call('a'), call('a', 'other', 'list')],
      [200, 200, 429, 200],
    ],
    [
      '<rate-limit calls="9" renewal-period="90"><api id="none" name="orders" calls="1" renewal-period="90" /></rate-limit>',
      [call('a'), call('a')],
      [200, 200],
    ],
  ])('%s', async (policy, calls, expected) => {
    expect(await statuses(policy, calls)).toEqual(expected);
  });

  test('what is left is told, and when to come again', async () => {
    const gateway = new TestGateway();
    const policy =
      '<inbound><rate-limit calls="2" renewal-period="60" remaining-calls-header-name="Left" remaining-calls-variable-name="left" total-calls-header-name="Total" retry-after-header-name="Again" retry-after-variable-name="again" /><set-header name="V"><value>@(((int)context.Variables["left"]).ToString())</value></set-header></inbound><on-error><set-header name="Wait"><value>@(((int)context.Variables["again"]).ToString())</value></set-header></on-error>';
    const first = await gateway.run(policy, {}, call('a'));
    expect([first.header('Left'), first.header('Total'), first.outcome.backend?.headers]).toEqual([
      '1',
      '2',
      [['V', '1']],
    ]);
    await gateway.run(policy, {}, call('a'));
    gateway.now += 20_000;
    const refused = await gateway.run(policy, {}, call('a'));
    expect([refused.status, refused.header('Again'), refused.header('Wait')]).toEqual([429, '40', '40']);
    expect(refused.outcome.error).toMatchObject({
      source: 'rate-limit',
      reason: 'RateLimitExceeded',
      message: 'Rate limit is exceeded. Try again in 40 seconds.',
    });
  });
});

describe('quota', () => {
  test.each<[string, readonly (CallContext | number)[], readonly number[]]>([
    ['<quota calls="1" renewal-period="300" />', [call('a'), call('a'), call('b')], [200, 403, 200]],
    // Periods are laid from the subscription's start: the first call comes 120 seconds into one.
    ['<quota calls="1" renewal-period="300" />', [call('a'), 179, call('a'), 1, call('a')], [200, 403, 200]],
    ['<quota calls="1" renewal-period="0" />', [call('a'), 9_999_999, call('a')], [200, 403]],
    [
      '<quota calls="9" renewal-period="300"><api id="orders" calls="1"><operation id="list" calls="1" /></api></quota>',
      [call('a'), call('a', 'other'), call('a')],
      [200, 200, 403],
    ],
  ])('%s', async (policy, calls, expected) => {
    expect(await statuses(policy, calls)).toEqual(expected);
  });

  test('kilobytes in both directions', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 200, headers: [], body: Buffer.alloc(700) });
    const run = () =>
      gateway.run(
        '<inbound><quota bandwidth="1" renewal-period="300" /></inbound>',
        { body: Buffer.alloc(400) },
        call('a'),
      );
    expect((await run()).status).toBe(200);
    const refused = await run();
    expect([refused.status, refused.header('Retry-After')]).toEqual([403, '180']);
    expect(refused.outcome.error).toMatchObject({
      source: 'quota',
      reason: 'QuotaExceeded',
      message: 'Out of bandwidth quota. Quota will be replenished in 00:03:00.',
    });
  });

  test('of two quotas by the same key one counts', async () => {
    const gateway = new TestGateway();
    const quota = '<quota-by-key calls="2" renewal-period="3600" counter-key="k" />';
    const run = () => gateway.run(`<inbound>${quota}${quota}</inbound>`);
    expect([(await run()).status, (await run()).status, (await run()).status]).toEqual([200, 200, 403]);
  });
});
