import type { Place, TwinRequest, TwinResponse } from '../kernel/http.ts';

/** A request that one service of the twin sends to another, from the network it stands in. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: Buffer;
  readonly place: Place;
}

/** The request as the other service's host receives it. */
export function outgoingRequest({ method, url, headers = [], body = Buffer.alloc(0), place }: Outgoing): TwinRequest {
  const target = new URL(url);
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? target.host;
  const others = headers.filter(([name]) => name.toLowerCase() !== 'host');
  const sent = [['Host', host] as const, ...others, ['Content-Length', String(body.length)] as const];
  const joined: Record<string, string> = {};
  for (const [name, value] of sent) {
    const key = name.toLowerCase();
    joined[key] = joined[key] === undefined ? value : `${joined[key]}, ${value}`;
  }
  return {
    method,
    url: target,
    headers: joined,
    rawHeaders: sent.flatMap(([name, value]) => [name, value]),
    body,
    place,
    address: target.hostname,
  };
}

/** Whether an answer comes piece by piece. */
export function isStream(body: TwinResponse['body']): body is AsyncIterable<string | Buffer> {
  return typeof body === 'object' && Symbol.asyncIterator in body;
}

/** The whole body of an answer. */
export async function bytesOf(body: TwinResponse['body']): Promise<Buffer> {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  if (!isStream(body)) return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
