import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Fetch, FetchAnswer } from './read-source.ts';

/** A document that takes longer than this to arrive is not worth a run that waits. */
const TIMEOUT_MS = 60_000;

/** Gets https addresses through the proxy that `env` names; no credential is ever sent, and redirects are the caller's. */
export function httpsFetch(env: NodeJS.ProcessEnv): Fetch {
  return async (url, maxBytes) => {
    const agent = new Agent({ proxyEnv: env });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await read(await answer(url, agent, signal), maxBytes);
    } catch (error) {
      if (signal.aborted) throw new Error(`no whole answer within ${TIMEOUT_MS / 1000} s`, { cause: error });
      throw error;
    } finally {
      agent.destroy();
    }
  };
}

async function answer(url: string, agent: Agent, signal: AbortSignal): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json, application/yaml, text/yaml, */*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'open-webui-landing-zone',
    };
    request(url, { agent, signal, headers }, resolve).on('error', reject).end();
  });
}

async function read(response: IncomingMessage, maxBytes: number): Promise<FetchAnswer> {
  const { location } = response.headers;
  const status = response.statusCode ?? 0;
  // Only the text of an answer is unpacked: whatever else comes is not read at all.
  const body = status === 200 ? await readLimited(unpacked(response), maxBytes) : Buffer.alloc(0);
  response.destroy();
  return { status, location, body };
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (!Object.hasOwn(unpack, encoding)) return response;
  const stream = unpack[encoding as keyof typeof unpack]();
  response.on('error', (error) => stream.destroy(error));
  return response.pipe(stream);
}

/** One byte more than allowed tells that there is more; the rest is never read. */
async function readLimited(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}
