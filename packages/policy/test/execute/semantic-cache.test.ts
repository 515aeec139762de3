import { describe, expect, test } from 'vitest';
import { MemoryVectorCache, validatePolicy, type BackendRequest, type BackendResponse } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const LOOKUP =
  '<llm-semantic-cache-lookup score-threshold="0.1" embeddings-backend-id="embeddings" embeddings-backend-auth="system-assigned" ignore-system-messages="true" max-message-count="2"><vary-by>@(context.Request.Headers.GetValueOrDefault("who", ""))</vary-by></llm-semantic-cache-lookup>';
const DOCUMENT = `<inbound>${LOOKUP}<llm-token-limit counter-key="k" tokens-per-minute="1000" estimate-prompt-tokens="true" remaining-tokens-header-name="left" /></inbound><outbound><set-header name="Before"><value>1</value></set-header><llm-semantic-cache-store duration="60" /><set-header name="After"><value>1</value></set-header></outbound>`;

/** Embeddings by the number of letters `a` and `b` in the text: likeness that a test can see. */
function embedding({ body }: BackendRequest): BackendResponse {
  const { input } = JSON.parse(Buffer.from(body ?? []).toString()) as { input: string };
  const count = (letter: string): number => input.split(letter).length - 1;
  return json({ data: [{ embedding: [count('a'), count('b')] }] });
}
const json = (data: unknown): BackendResponse => ({
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify(data)),
});

class CachingGateway extends TestGateway {
  readonly vectorCache = new MemoryVectorCache();
  modelStatus = 200;

  constructor() {
    super();
    this.backends.set('embeddings', { url: 'https://m.openai.azure.com/openai/deployments/small/embeddings' });
    this.answer = (request) =>
      request.url.includes('/embeddings')
        ? embedding(request)
        : { ...json({ asked: this.asked }), status: this.modelStatus };
  }

  override get ports() {
    return { ...super.ports, vectorCache: this.vectorCache };
  }

  /** Requests that reached the model. */
  get asked(): number {
    return this.sent.filter(({ url }) => url.includes('/chat/')).length;
  }

  async ask(content: string, who = 'ada', more: object = {}) {
    return await this.run(DOCUMENT, {
      method: 'POST',
      headers: [['who', who]],
      body: Buffer.from(JSON.stringify({ messages: [{ role: 'user', content }], ...more })),
    });
  }
}

type Asked = [content: string, who: string, more?: object];

describe('a prompt that means the same', () => {
  test('is answered from the cache, costs no tokens, and skips what comes before the store', async () => {
    const gateway = new CachingGateway();
    const first = await gateway.ask('aaaa');
    const again = await gateway.ask('aaaaa');
    expect([gateway.asked, again.text]).toEqual([1, first.text]);
    expect(['left', 'Before', 'After'].map((name) => [first.header(name), again.header(name)])).toEqual([
      ['999', undefined],
      ['1', '1'],
      ['1', '1'],
    ]);
    // What the first answer had before it was stored is stored with it; nothing is set twice.
    expect(again.outcome.caller.headers.filter(([name]) => name === 'Before')).toHaveLength(1);
  });

  test('is asked as the gateway itself', async () => {
    const gateway = new CachingGateway();
    await gateway.ask('a');
    expect(gateway.sent[0]?.headers).toContainEqual([
      'Authorization',
      'Bearer token of system for https://cognitiveservices.azure.com',
    ]);
  });

  test.each<[string, Asked, Asked]>([
    ['of somebody else', ['aaaa', 'ada'], ['aaaa', 'bob']],
    ['that is too far away', ['aaaa', 'ada'], ['aabb', 'ada']],
    ['in a stream', ['aaaa', 'ada', { stream: true }], ['aaaa', 'ada', { stream: true }]],
  ])('but not one %s', async (_name, first, second) => {
    const gateway = new CachingGateway();
    await gateway.ask(...first);
    await gateway.ask(...second);
    expect(gateway.asked).toBe(2);
  });

  test('only within its time', async () => {
    const gateway = new CachingGateway();
    await gateway.ask('a');
    gateway.now += 59_999;
    await gateway.ask('a');
    gateway.now += 1;
    await gateway.ask('a');
    expect(gateway.asked).toBe(2);
  });

  test('only after a good answer', async () => {
    const gateway = new CachingGateway();
    gateway.modelStatus = 429;
    await gateway.ask('a');
    gateway.modelStatus = 200;
    await gateway.ask('a');
    expect(gateway.asked).toBe(2);
  });

  test('whatever the system message says, and not in long conversations', async () => {
    const gateway = new CachingGateway();
    const message = (role: string, content: string) => ({ role, content });
    await gateway.ask('', 'ada', { messages: [message('system', 'bbbb'), message('user', 'aaaa')] });
    await gateway.ask('', 'ada', { messages: [message('system', 'b'), message('user', 'aaaa')] });
    expect(gateway.asked).toBe(1);
    for (let call = 0; call < 2; call += 1)
      await gateway.ask('', 'ada', { messages: ['a', 'a', 'a'].map((text) => message('user', text)) });
    expect(gateway.asked).toBe(3);
  });
});

test('embeddings that fail are no error', async () => {
  const gateway = new CachingGateway();
  gateway.answer = ({ url }) => (url.includes('/embeddings') ? { ...json({}), status: 401 } : json({ ok: true }));
  expect([(await gateway.ask('a')).status, (await gateway.ask('a')).status, gateway.asked]).toEqual([200, 200, 2]);
});

test.each([
  ['backend that is not there', LOOKUP.replace('="embeddings"', '="none"'), /Backend with id 'none'/],
  ['another identity', LOOKUP.replace('system-assigned', 'user-assigned'), /must be one of system-assigned/],
  ['threshold out of range', LOOKUP.replace('0.1', '1.1'), /at most 1/],
  ['twice in a section', `${LOOKUP}${LOOKUP}`, /only once/],
])('refused when saved: %s', (_name, policy, says) => {
  const known = { backends: new Set(['embeddings']), fragments: new Set<string>(), namedValues: new Set<string>() };
  const mistakes = validatePolicy(`<policies><inbound>${policy}</inbound></policies>`, { format: 'rawxml', known });
  expect(mistakes.map(({ message }) => message).join('\n')).toMatch(says);
});
