import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Twin } from '@lz/twin';

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
  /** Connects to this address whatever the URL's host is, as a browser whose DNS knows more. */
  readonly address?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** As they arrived. */
  readonly chunks: readonly string[];
}

/** Sends one request through the twin's proxy, as any client of it would. */
export async function send(twin: Twin, url: string, sent: Sent = {}): Promise<Answer> {
  const target = new URL(url);
  const agent = new Agent({ proxyEnv: { https_proxy: twin.proxyUrl }, ca: readFileSync(twin.caFile) });
  const body = typeof sent.body === 'object' ? JSON.stringify(sent.body) : sent.body;
  const type = typeof sent.body === 'object' ? { 'content-type': 'application/json' } : {};
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const outgoing = request({
        host: sent.address ?? target.hostname,
        servername: target.hostname,
        path: target.pathname + target.search,
        method: sent.method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...type,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...sent.headers,
          host: target.host,
        },
        agent,
        // The trial certificate of the ingress is nobody's but its own.
        rejectUnauthorized: sent.address === undefined,
      });
      outgoing.once('error', reject);
      outgoing.once('response', (response) => {
        const chunks: string[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
        response.once('error', reject);
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: chunks.join(''), chunks });
        });
      });
      outgoing.end(body);
    });
  } finally {
    agent.destroy();
  }
}

/** A browser: keeps cookies by host, and follows nothing by itself. */
export class Browser {
  readonly #twin: Twin;
  readonly #addresses: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, Map<string, string>>();

  /** `addresses`: what a hosts file would say. */
  constructor(twin: Twin, addresses: Readonly<Record<string, string>>) {
    this.#twin = twin;
    this.#addresses = addresses;
  }

  async open(url: string, sent: Omit<Sent, 'address'> = {}): Promise<Answer> {
    const { hostname } = new URL(url);
    const jar = this.cookies.get(hostname) ?? new Map<string, string>();
    this.cookies.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const address = this.#addresses[hostname];
    const answer = await send(this.#twin, url, {
      ...sent,
      headers: { ...(cookie === '' ? {} : { cookie }), ...sent.headers },
      ...(address === undefined ? {} : { address }),
    });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  }
}
