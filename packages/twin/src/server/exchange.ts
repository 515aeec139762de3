import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Place, TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { Outcome } from './pipeline.ts';

/** How the caller came in: what it connected to, from where, over which scheme. */
export interface Tunnel {
  readonly address: string;
  readonly place: Place;
  readonly scheme: 'http' | 'https';
}

/** Reads a request whole. Throws where its URL makes no sense. */
export async function readRequest(message: IncomingMessage, tunnel: Tunnel): Promise<TwinRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const target = message.url ?? '/';
  const base = `${tunnel.scheme}://${message.headers.host ?? tunnel.address}`;
  return {
    method: (message.method ?? 'GET').toUpperCase(),
    url: target.startsWith('/') ? new URL(base + target) : new URL(target),
    headers: message.headers,
    rawHeaders: message.rawHeaders,
    body: Buffer.concat(chunks),
    place: tunnel.place,
    address: tunnel.address,
  };
}

/** Sends an answer as the outcome says; a broken connection ends it without an error, as servers do. */
export async function sendOutcome(
  { response, manner }: Outcome,
  request: TwinRequest,
  out: ServerResponse,
): Promise<void> {
  if (manner === 'reset') {
    out.socket?.destroy();
    return;
  }
  if (isStream(response.body)) {
    await sendStream(response, response.body, manner === 'truncated', out);
    return;
  }
  const { bytes, contentType } = serialise(response.body);
  const bodyAllowed = request.method !== 'HEAD' && response.status !== 204 && response.status !== 304;
  out.writeHead(response.status, {
    ...(contentType === undefined || !bodyAllowed ? {} : { 'content-type': contentType }),
    ...(response.status === 204 || response.status === 304 ? {} : { 'content-length': bytes.length }),
    ...mutableHeaders(response),
  });
  if (manner === 'truncated') {
    out.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => out.socket?.destroy());
    return;
  }
  out.end(bodyAllowed ? bytes : undefined);
}

async function sendStream(
  response: TwinResponse,
  body: AsyncIterable<string | Buffer>,
  truncated: boolean,
  out: ServerResponse,
): Promise<void> {
  out.writeHead(response.status, mutableHeaders(response));
  out.flushHeaders();
  for await (const chunk of body) {
    // A caller that has gone must not keep the source producing.
    if (out.destroyed) return;
    out.write(chunk);
    if (truncated) {
      out.socket?.destroy();
      return;
    }
  }
  out.end();
}

function isStream(body: TwinResponse['body']): body is AsyncIterable<string | Buffer> {
  return typeof body === 'object' && Symbol.asyncIterator in body;
}

function serialise(body: Exclude<TwinResponse['body'], AsyncIterable<unknown>>): {
  bytes: Buffer;
  contentType?: string;
} {
  if (body === undefined) return { bytes: Buffer.alloc(0) };
  if (Buffer.isBuffer(body)) return { bytes: body, contentType: 'application/octet-stream' };
  if (typeof body === 'string') return { bytes: Buffer.from(body), contentType: 'text/plain; charset=utf-8' };
  return { bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/json; charset=utf-8' };
}

function mutableHeaders(response: TwinResponse): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(response.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : [...value],
    ]),
  );
}
