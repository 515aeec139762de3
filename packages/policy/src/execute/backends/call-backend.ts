import { BackendError, type BackendResponse } from '../../ports.ts';
import { NameValues } from '../header-list.ts';
import { collectBody } from '../message.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { addressBelow } from './address.ts';
import { recordOutcome } from './circuit-breaker.ts';
import { applyCredentials } from './credentials.ts';
import { backendOf, nextBackend } from './pool.ts';

const TIMEOUT_MS = 30_000;

/** What a policy asks of a service of its own, beside the request that it governs. */
export interface SideRequest {
  /** Id of the backend: one or a pool. */
  readonly backend: string;
  /** Below the backend's address; may be empty. */
  readonly path: string;
  readonly search: string;
  readonly json: unknown;
  /** Sent where the backend itself has no credentials. */
  readonly authorization?: string;
}

/** POSTs JSON to a backend with its credentials, and gives the JSON of a good answer. Throws PolicyError otherwise. */
export async function callBackend(run: Run, request: SideRequest): Promise<unknown> {
  const next = nextBackend(run, backendOf(run, request.backend));
  if ('until' in next) throw failure(request.backend, 'its circuit is open');
  const url = addressBelow(next.entity.url, request.path, request.search);
  const headers = new NameValues([['Content-Type', 'application/json']]);
  if (request.authorization !== undefined) headers.set('Authorization', request.authorization);
  await applyCredentials(run, next.entity, headers, url);
  const sent = { method: 'POST', url: url.href, headers: headers.pairs, timeoutMs: TIMEOUT_MS };
  try {
    const answer = await run.ports.send({ ...sent, body: Buffer.from(JSON.stringify(request.json)) });
    recordOutcome(run, next, answer);
    return await jsonOf(request.backend, answer);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    recordOutcome(run, next, error);
    throw failure(request.backend, error.message);
  }
}

async function jsonOf(backend: string, { status, body }: BackendResponse): Promise<unknown> {
  const bytes = body instanceof Uint8Array ? body : await collectBody(body);
  const text = new TextDecoder().decode(bytes);
  if (status !== 200) throw failure(backend, `it answered ${status}: ${text.slice(0, 200)}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw failure(backend, 'its answer is no JSON');
  }
}

function failure(backend: string, cause: string): PolicyError {
  return new PolicyError('BackendCallFailed', `The call to the backend '${backend}' failed: ${cause}`);
}
