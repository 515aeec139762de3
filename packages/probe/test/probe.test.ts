import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { parseProbeLog, PROBE_SCRIPT, type ProbeResult } from '../src/index.ts';

interface Gateway {
  /** Status for a request without or with a wrong token. */
  readonly refusal?: number;
  readonly models?: readonly string[];
  /** Server-sent events of the chat answer. */
  readonly stream?: readonly string[];
}

const token = (text: string): string => JSON.stringify({ choices: [{ delta: { content: text } }] });
const GOOD: Gateway = { refusal: 401, models: ['gpt-5-mini'], stream: [token('Hel'), token('lo'), '[DONE]'] };

function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://local');
  if (url.pathname === '/identity') {
    const known = request.headers['x-identity-header'] === 'h' && url.searchParams.get('resource') === 'app';
    response.writeHead(known ? 200 : 400).end(JSON.stringify({ access_token: 'own' }));
  } else if (request.headers.authorization !== 'Bearer own') {
    response.writeHead(gateway.refusal ?? 401).end('{}');
  } else if (url.pathname === '/v1/models') {
    response.writeHead(200).end(JSON.stringify({ data: (gateway.models ?? []).map((id) => ({ id })) }));
  } else {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const data of gateway.stream ?? []) response.write(`data: ${data}\n\n`);
    response.end();
  }
}

/** Runs the program as the job does, in a process of its own against a server on loopback. */
async function run(gateway: Gateway): Promise<{ code: number | null; results: readonly ProbeResult[] }> {
  const server = createServer((request, response) => {
    answer(gateway, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, ['-e', PROBE_SCRIPT], {
    env: {
      PROBE_GATEWAY_URL: `${origin}/v1`,
      PROBE_TOKEN_RESOURCE: 'app',
      PROBE_MODEL: 'gpt-5-mini',
      PROBE_PATIENCE_SECONDS: '0',
      IDENTITY_ENDPOINT: `${origin}/identity`,
      IDENTITY_HEADER: 'h',
    },
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  server.close();
  return { code, results: parseProbeLog(log) };
}

describe('the probe', () => {
  it('passes every check against a gateway that does its work', async () => {
    const { code, results } = await run(GOOD);
    expect(results.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['refused without a token', 'passed'],
      ['refused with a wrong token', 'passed'],
      ['model list', 'passed'],
      ['streamed chat answer', 'passed'],
    ]);
    expect(results[3]?.detail).toBe('Hello');
    expect(results[3]?.firstTokenMs).toBeGreaterThanOrEqual(0);
    expect(code).toBe(0);
  });

  it.each([
    ['an open gateway', { ...GOOD, refusal: 200 }, 'refused without a token', 'answered 200 instead of 401'],
    ['a missing model', { ...GOOD, models: ['other'] }, 'model list', 'gpt-5-mini is not among other'],
    ['an empty stream', { ...GOOD, stream: ['[DONE]'] }, 'streamed chat answer', 'held no text'],
    ['a broken stream', { ...GOOD, stream: [token('Hel')] }, 'streamed chat answer', 'broke off'],
  ] as const)('fails for %s', async (_name, gateway, check, detail) => {
    const { code, results } = await run(gateway);
    const failed = results.filter(({ verdict }) => verdict === 'failed');
    expect(failed[0]).toMatchObject({ name: check, detail: expect.stringContaining(detail) as string });
    expect(code).toBe(1);
  });
});

describe('reading the log', () => {
  it('finds results behind what a log stream puts before a line, and passes over the rest', () => {
    const line = '{"probe":"a","verdict":"passed","detail":"d"}';
    expect(parseProbeLog(`noise\n{"TimeStamp":"x","Log":"F"} ${line}\n{"probe":"cut`)).toEqual([
      { name: 'a', verdict: 'passed', detail: 'd' },
    ]);
  });
});
