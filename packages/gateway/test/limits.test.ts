import type { Limits } from '@lz/config';
import { describe, expect, test } from 'vitest';
import type { ApiPolicyOptions } from '../src/index.ts';
import { OPTIONS } from './support/governed-gateway.ts';
import { GROUP_IDS, MeteredGateway, type Question } from './support/metered-gateway.ts';

const MINUTE = 60_000;

function limited(limits: Partial<Limits>): Partial<ApiPolicyOptions> {
  return {
    access: { ...OPTIONS.access, groups: GROUP_IDS },
    models: [{ name: 'gpt-5-mini' }, { name: 'gpt-5.2' }],
    limits: { ...OPTIONS.limits, ...limits },
  };
}

/** Asks until somebody is refused, at most 100 times: how many were answered, and the refusal. */
async function askUntilRefused(gateway: MeteredGateway, question: Question) {
  for (let answered = 0; answered < 100; answered++) {
    const ran = await gateway.ask(question);
    if (ran.status === 200) continue;
    const { error } = ran.json as { error: { message: string; code: string; type: string } };
    return { answered, status: ran.status, ...error, retryAfter: Number(ran.header('Retry-After')) };
  }
  return { answered: 100, status: 200, message: '', code: '', type: '', retryAfter: 0 };
}

describe('one person with 50,000 tokens a minute', () => {
  test.each([false, true])('is cut off there, told for how long, and let in again (stream: %s)', async (stream) => {
    const gateway = new MeteredGateway();
    gateway.reported = { prompt: 500, completion: 500 };
    const question = { stream, tokens: 500 };
    const refused = await askUntilRefused(gateway, question);
    expect(refused).toEqual({
      answered: 50,
      status: 429,
      code: 'tokens_per_minute',
      type: 'rate_limit_error',
      param: null,
      message:
        'Your limit of 50000 tokens a minute is used up. Try again in 60 seconds; if you need more, ask the administrators.',
      retryAfter: 60,
    });
    expect((await gateway.ask({ person: 'bob', stream })).status).toBe(200);
    gateway.now += refused.retryAfter * 1000 - 1;
    expect((await gateway.ask(question)).status).toBe(429);
    gateway.now += 1;
    expect((await askUntilRefused(gateway, question)).answered).toBe(50);
  });

  test('slides: what was used half a minute ago comes back half a minute later', async () => {
    const gateway = new MeteredGateway();
    gateway.reported = { prompt: 500, completion: 24_500 };
    await gateway.ask({ tokens: 500 });
    gateway.now += MINUTE / 2;
    await gateway.ask({ tokens: 500 });
    const refused = await askUntilRefused(gateway, { tokens: 500 });
    expect([refused.answered, refused.retryAfter]).toEqual([0, 30]);
    gateway.now += MINUTE / 2;
    expect((await askUntilRefused(gateway, { tokens: 500 })).answered).toBe(1);
  });
});

describe('a quota', () => {
  test.each([
    ['Hourly', 'an hour', '2026-11-23 09:00:00 UTC'],
    ['Daily', 'a day', '2026-11-24 00:00:00 UTC'],
    ['Weekly', 'a week', '2026-11-30 00:00:00 UTC'],
    ['Monthly', 'a month', '2026-12-01 00:00:00 UTC'],
  ] as const)('%s ends with its period, and says when that is', async (period, words, end) => {
    const quota = { tokenQuota: { tokens: 100, period } };
    const gateway = new MeteredGateway(limited({ perPerson: { tokensPerMinute: 1_000_000, ...quota } }));
    const refused = await askUntilRefused(gateway, {});
    expect([refused.answered, refused.status, refused.code]).toEqual([5, 403, 'token_quota']);
    expect(refused.message).toBe(
      `Your quota of 100 tokens ${words} is used up. It is renewed at ${end}; if you need more, ask the administrators.`,
    );
    gateway.now += refused.retryAfter * 1000 - 1;
    expect((await gateway.ask()).status).toBe(403);
    gateway.now += 1;
    expect((await gateway.ask()).status).toBe(200);
  });
});

const perMinute = (tokensPerMinute: number) => ({ tokensPerMinute });
const user = { roles: ['user'] };
const admin = { roles: ['admin'] };
const both = { roles: ['user', 'admin'] };

describe('limits of roles, groups and models', () => {
  /** Every question costs 20 tokens. */
  const replaced = limited({
    perPerson: perMinute(100),
    perRole: { admin: { perPerson: perMinute(200) } },
    perGroup: { finance: { perPerson: perMinute(60) }, legal: { perPerson: perMinute(300) } },
  });

  test.each<[string, Question, number]>([
    ['nobody in particular: the general one', user, 5],
    ['an admin: that of the role', admin, 10],
    ['both roles: that of the role, which is the only one of these', both, 10],
    ['a group: its own, though it is less', { ...user, groups: ['finance'] }, 3],
    ['an admin in a group: the most generous', { ...admin, groups: ['finance'] }, 10],
    ['two groups: the most generous', { ...user, groups: ['finance', 'legal'] }, 15],
    ['a group that nobody named: the general one', { ...user, groups: ['other'] }, 5],
  ])('of a person, %s', async (_what, question, answered) => {
    const refused = await askUntilRefused(new MeteredGateway(replaced), question);
    expect([refused.answered, refused.status]).toEqual([answered, 429]);
  });

  const shared = limited({
    perPerson: perMinute(1000),
    perRole: { user: { shared: perMinute(200) }, admin: { shared: { tokenQuota: { tokens: 300, period: 'Daily' } } } },
    perGroup: { finance: { shared: perMinute(100) } },
    perModel: { 'gpt-5.2': { perPerson: perMinute(40), shared: perMinute(80) } },
  });

  test.each<[string, Question, number, string]>([
    ['a role', user, 10, 'The limit of 200 tokens a minute that everybody with the role user shares is used up.'],
    ['another role', admin, 15, 'The quota of 300 tokens a day that everybody with the role admin shares is used up.'],
    ['two roles', both, 10, 'The limit of 200 tokens a minute that everybody with the role user shares is used up.'],
    [
      'a group',
      { ...user, groups: ['finance'] },
      5,
      'The limit of 100 tokens a minute that everybody in the group finance shares is used up.',
    ],
    ['a model', { ...user, model: 'gpt-5.2' }, 2, 'Your limit of 40 tokens a minute for the model gpt-5.2 is used up.'],
    [
      'a model in another case',
      { ...user, model: 'GPT-5.2' },
      2,
      'Your limit of 40 tokens a minute for the model gpt-5.2 is used up.',
    ],
  ])('of %s are told apart', async (_what, question, answered, message) => {
    const refused = await askUntilRefused(new MeteredGateway(shared), question);
    expect(refused.answered).toBe(answered);
    expect(refused.message).toContain(message);
  });

  test('what all share is used up by any of them, and not by others', async () => {
    const gateway = new MeteredGateway(shared);
    const ask = (person: string, question: Question) => askUntilRefused(gateway, { person, ...question });
    expect((await ask('ada', { ...user, model: 'gpt-5.2' })).answered).toBe(2);
    expect((await ask('bob', { ...user, model: 'gpt-5.2' })).answered).toBe(2);
    expect((await ask('eve', { ...user, model: 'gpt-5.2' })).message).toContain(
      'everybody shares for the model gpt-5.2',
    );
    // 80 of the role's 200 are gone, and 10 of each refused question that the person's own limit had counted.
    expect((await ask('ida', { ...user, groups: ['finance'] })).answered).toBe(5);
    expect((await ask('joe', user)).status).toBe(429);
    expect((await ask('kim', admin)).answered).toBe(15);
  });

  test('another environment on the same gateway counts for itself', async () => {
    const gateway = new MeteredGateway(limited({ perPerson: perMinute(100) }));
    expect((await askUntilRefused(gateway, { environment: 'one' })).answered).toBe(5);
    expect((await askUntilRefused(gateway, { environment: 'two' })).answered).toBe(5);
    expect((await askUntilRefused(gateway, { environment: 'one' })).answered).toBe(0);
  });
});

describe('two hundred people with twenty thousand requests', () => {
  const LIMIT = 5000;
  const [PEOPLE, REQUESTS] = [200, 20_000];

  test(
    'each is held to their own limit, and the metrics are what the models reported',
    { timeout: 180_000 },
    async () => {
      const gateway = new MeteredGateway(limited({ perPerson: perMinute(LIMIT) }));
      const windows = Array.from({ length: PEOPLE }, () => new Window(LIMIT));
      const reported = new Map<string, number>();
      for (let index = 0; index < REQUESTS; index++) {
        // Some ask often, some rarely; each in turn as a stream and whole.
        const who = Math.floor(((index * 7919) % PEOPLE) * (index % 3 === 0 ? 0.25 : 1));
        const [prompt, completion] = [50 + (who % 7), 100 + (index % 11)];
        gateway.now += 10;
        gateway.reported = { prompt, completion };
        const expected = windows[who]?.take(gateway.now, prompt, completion);
        const { status } = await gateway.ask({ person: `person-${who}`, tokens: prompt, stream: index % 2 === 0 });
        if (status !== (expected === true ? 200 : 429)) expect([index, who, status]).toEqual([index, who, expected]);
        if (status === 200) reported.set(`person-${who}`, (reported.get(`person-${who}`) ?? 0) + prompt + completion);
      }
      expect(gateway.reached).toBeLessThan(REQUESTS - 1000);
      expect(gateway.reached).toBeGreaterThan(REQUESTS / 2);
      expect(sums(gateway, 'Total Tokens')).toEqual(reported);
      expect([...sums(gateway, 'Refusals').values()].reduce((sum, one) => sum + one, 0)).toBe(
        REQUESTS - gateway.reached,
      );
    },
  );
});

/** The least that keeps a limit of a sliding minute, apart from the engine's own. */
class Window {
  readonly #limit: number;
  #used: (readonly [at: number, tokens: number])[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(now: number, prompt: number, completion: number): boolean {
    this.#used = this.#used.filter(([at]) => at > now - MINUTE);
    if (this.#used.reduce((sum, [, tokens]) => sum + tokens, prompt) > this.#limit) return false;
    this.#used.push([now, prompt + completion]);
    return true;
  }
}

/** Sum of a metric by person. */
function sums({ metrics }: MeteredGateway, wanted: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, value, dimensions } of metrics)
    if (name === wanted) found.set(dimensions['Person'] ?? '', (found.get(dimensions['Person'] ?? '') ?? 0) + value);
  return found;
}
