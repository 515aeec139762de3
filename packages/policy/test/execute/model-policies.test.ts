import { describe, expect, test } from 'vitest';
import { executePolicies, type BackendResponse } from '../../src/index.ts';
import { events, NOW, policies, TestGateway } from '../support/world.ts';

const LIMIT =
  '<llm-token-limit counter-key="@(context.Request.Headers.GetValueOrDefault("who","-"))" tokens-per-minute="100" estimate-prompt-tokens="false" remaining-tokens-header-name="left" tokens-consumed-header-name="used" />';
const METRIC =
  '<llm-emit-token-metric namespace="chat"><dimension name="Person" value="@(context.Request.Headers.GetValueOrDefault("who",""))" /><dimension name="API ID" /></llm-emit-token-metric>';
const STREAM = '<backend><forward-request buffer-response="false" /></backend>';

const usage = (prompt: number, completion: number): object => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  total_tokens: prompt + completion,
});
const json = (body: object): BackendResponse => ({
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify(body)),
});
const stream = (...lines: readonly string[]): BackendResponse => ({
  status: 200,
  headers: [['Content-Type', 'text/event-stream; charset=utf-8']],
  body: events(...lines),
});
const chunk = (content: string): string => JSON.stringify({ choices: [{ delta: { content } }] });

const call = (text: string, more: object = {}) => ({
  json: { model: 'm', messages: [{ role: 'user', content: text }], ...more },
});
const by = (who: string, text = 'hi', more: object = {}) => ({ ...call(text, more), headers: [['who', who]] as const });

describe('llm-token-limit', () => {
  test('counts usage of a JSON answer and refuses the next call within the minute', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => json({ usage: usage(40, 60) });
    const first = await gateway.run(`<inbound>${LIMIT}</inbound>`, by('a'));
    expect([first.header('left'), first.header('used')]).toEqual(['100', '100']);
    gateway.now += 15_000;
    const second = await gateway.run(`<inbound>${LIMIT}</inbound>`, by('a'));
    expect([second.status, second.header('Retry-After'), second.json]).toEqual([
      429,
      '45',
      { statusCode: 429, message: 'Token limit is exceeded. Try again in 45 seconds.' },
    ]);
    expect((await gateway.run(`<inbound>${LIMIT}</inbound>`, by('b'))).status).toBe(200);
    gateway.now += 45_000;
    expect((await gateway.run(`<inbound>${LIMIT}</inbound>`, by('a'))).status).toBe(200);
  });

  test('an estimate refuses a prompt that is too long before it is sent', async () => {
    const gateway = new TestGateway();
    const limit = LIMIT.replace('"false"', '"true"');
    expect((await gateway.run(`<inbound>${limit}</inbound>`, by('a', 'x'.repeat(401)))).status).toBe(429);
    expect((await gateway.run(`<inbound>${limit}</inbound>`, by('a', 'x'.repeat(400)))).status).toBe(200);
    expect(gateway.sent.length).toBe(1);
  });

  test('a streamed answer counts its estimate ahead and its reported completion', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => stream(chunk('hello'), JSON.stringify({ choices: [], usage: usage(999, 30) }), '[DONE]');
    const sections = `<inbound>${LIMIT}</inbound>${STREAM}`;
    await gateway.run(sections, by('a', 'x'.repeat(40), { stream: true }));
    expect(gateway.counters.sum('tokens:minute:a', 0)).toBe(40);
  });

  test('without usage a stream is estimated from its text', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => stream(chunk('12345678'), chunk('1234'), '[DONE]');
    await gateway.run(`<inbound>${LIMIT}</inbound>${STREAM}`, by('a', 'x'.repeat(40), { stream: true }));
    expect(gateway.counters.sum('tokens:minute:a', 0)).toBe(13);
  });

  test.each([
    ['Hourly', NOW + 3_600_000],
    ['Daily', Date.UTC(2026, 10, 24)],
    ['Weekly', Date.UTC(2026, 10, 30)],
    ['Monthly', Date.UTC(2026, 11, 1)],
    ['Yearly', Date.UTC(2027, 0, 1)],
  ])('a quota of a %s period answers 403 until the period ends', async (period, end) => {
    const gateway = new TestGateway();
    gateway.answer = () => json({ usage: usage(5, 5) });
    const quota = `<inbound><llm-token-limit counter-key="k" token-quota="10" token-quota-period="${period}" estimate-prompt-tokens="false" /></inbound>`;
    await gateway.run(quota, call('hi'));
    const refused = await gateway.run(quota, call('hi'));
    expect([refused.status, refused.header('Retry-After')]).toEqual([403, String((end - NOW) / 1000)]);
    gateway.now = end;
    expect((await gateway.run(quota, call('hi'))).status).toBe(200);
  });

  test('an answer that is an error costs nothing', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({
      status: 500,
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from('{"error":{}}'),
    });
    await gateway.run(`<inbound>${LIMIT}</inbound>`, by('a'));
    expect(gateway.counters.sum('tokens:minute:a', 0)).toBe(0);
  });
});

describe('llm-emit-token-metric', () => {
  const values = (gateway: TestGateway) => Object.fromEntries(gateway.metrics.map(({ name, value }) => [name, value]));

  test.each([
    ['Chat Completions', { usage: usage(3, 4) }],
    ['Responses', { usage: { input_tokens: 3, output_tokens: 4, total_tokens: 7 } }],
  ])('of %s', async (_name, body) => {
    const gateway = new TestGateway();
    gateway.answer = () => json(body);
    await gateway.run(`<inbound>${METRIC}</inbound>`, by('a'));
    expect(values(gateway)).toEqual({ 'Prompt Tokens': 3, 'Completion Tokens': 4, 'Total Tokens': 7 });
    expect(gateway.metrics[0]).toMatchObject({ namespace: 'chat', dimensions: { Person: 'a', 'API ID': 'openai' } });
  });

  test('of a stream of the Responses API, when its last chunk has gone', async () => {
    const gateway = new TestGateway();
    gateway.answer = () =>
      stream(
        JSON.stringify({
          type: 'response.completed',
          response: { usage: { input_tokens: 1, output_tokens: 2, total_tokens: 3 } },
        }),
      );
    await gateway.run(`<inbound>${METRIC}</inbound>${STREAM}`, by('a', 'hi', { stream: true }));
    expect(values(gateway)).toEqual({ 'Prompt Tokens': 1, 'Completion Tokens': 2, 'Total Tokens': 3 });
  });

  test('nothing of an answer without tokens, or of an error', async () => {
    const gateway = new TestGateway();
    await gateway.run(`<inbound>${METRIC}</inbound>`, by('a'));
    gateway.answer = () => ({ ...json({ usage: usage(1, 1) }), status: 429 });
    await gateway.run(`<inbound>${METRIC}</inbound>`, by('a'));
    expect(gateway.metrics).toEqual([]);
  });
});

describe('streaming', () => {
  const start = async (gateway: TestGateway, sections: string) => {
    const outcome = await executePolicies(
      {
        documents: { api: policies(sections) },
        request: {
          method: 'POST',
          url: 'https://g.azure-api.net/openai/v1/chat/completions',
          headers: [],
          body: Buffer.from('{"stream":true}'),
        },
        context: {},
        configuration: gateway,
      },
      gateway.ports,
    );
    return outcome.caller.body;
  };

  test('chunks pass one by one, and counting does not hold them', async () => {
    const gateway = new TestGateway();
    const produced: number[] = [];
    gateway.answer = () => ({
      status: 200,
      headers: [['Content-Type', 'text/event-stream']],
      body: numbered(produced),
    });
    const body = await start(gateway, `<inbound>${METRIC}</inbound>${STREAM}`);
    expect(produced).toEqual([]);
    const iterator = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    await iterator.next();
    expect(produced).toEqual([1]);
    // The caller leaves: what went by is counted all the same.
    await iterator.return?.();
    expect(gateway.metrics.length).toBe(3);
  });

  test('buffer-response is the default', async () => {
    const gateway = new TestGateway();
    const produced: number[] = [];
    gateway.answer = () => ({ status: 200, headers: [], body: numbered(produced) });
    expect(await start(gateway, '<inbound />')).toBeInstanceOf(Uint8Array);
    expect(produced).toEqual([1, 2, 3]);
  });
});

async function* numbered(produced: number[]): AsyncIterable<Uint8Array> {
  for (const number of [1, 2, 3]) {
    produced.push(number);
    await Promise.resolve();
    yield Buffer.from(`data: ${chunk(String(number))}\n\n`);
  }
}
