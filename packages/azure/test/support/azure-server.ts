import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type { HttpClient } from '../../src/index.ts';

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What to answer: a status with JSON, or a fault of the connection. */
export type Reply =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset'
  | 'truncate';

type Answerer = (request: Seen) => Reply;

/** A server on loopback that stands in for Azure: real sockets, answers in a script, requests recorded. */
export interface AzureServer extends AsyncDisposable {
  readonly requests: readonly Seen[];
  /** Sends requests for any Azure host to this server. */
  readonly httpClient: HttpClient;
}

/** Starts a server. A list is answered one after the other, its last entry for ever. */
export async function azureServer(script: Answerer | readonly Reply[]): Promise<AzureServer> {
  const requests: Seen[] = [];
  const answer = typeof script === 'function' ? script : inTurn(script);
  const server = createServer((message, response) => {
    void readBody(message).then((body) => {
      const url = message.url ?? '/';
      const { pathname } = new URL(url, 'http://localhost');
      const seen = { method: message.method ?? '', url, path: pathname, headers: message.headers, body };
      requests.push(seen);
      send(response, answer(seen));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    httpClient: redirected(port),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function inTurn(replies: readonly Reply[]): Answerer {
  let next = 0;
  return () => {
    const reply = replies[Math.min(next, replies.length - 1)];
    next += 1;
    if (reply === undefined) throw new Error('an empty script answers nothing');
    return reply;
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply === 'truncate') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"value": [');
    setImmediate(() => response.socket?.destroy());
    return;
  }
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(text);
}

async function readBody(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function redirected(port: number): HttpClient {
  const client = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      const url = new URL(request.url);
      const host = url.host;
      request.url = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
      request.headers.set('host', host);
      request.allowInsecureConnection = true;
      delete request.agent;
      return client.sendRequest(request);
    },
  };
}
