import { BackendError, type BackendRequest } from '../../ports.ts';
import { addressBelow } from '../backends/address.ts';
import { recordOutcome } from '../backends/circuit-breaker.ts';
import { applyCredentials } from '../backends/credentials.ts';
import { nextBackend, type NamedBackend, type Unavailable } from '../backends/pool.ts';
import { dropConnectionHeaders } from '../connection-headers.ts';
import { inBlocks } from '../blocks.ts';
import { NameValues } from '../header-list.ts';
import { PolicyError, gatewayBody } from '../policy-error.ts';
import { followRedirects } from '../redirects.ts';
import type { ResponseState, Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** The documented default: 300 seconds until the response headers have come. */
const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * `forward-request`: sends the request as it stands, of a pool to a member that is chosen anew each time; with
 * buffer-response="false" the answer streams through.
 */
export const forwardRequest: Handler = async (run, element) => {
  const seconds = await run.whole(element, 'timeout');
  const timeoutMs =
    (await run.whole(element, 'timeout-ms')) ?? (seconds === undefined ? DEFAULT_TIMEOUT_MS : seconds * 1000);
  const next = run.backend === undefined ? undefined : nextBackend(run, run.backend);
  const follow = await run.flag(element, 'follow-redirects', false);
  const response =
    next !== undefined && 'until' in next ? refuseOpen(run, next) : await forward(run, next, { timeoutMs, follow });
  if (await run.flag(element, 'buffer-response', true)) await buffer(response);
  for (const observe of run.onResponse) await observe(response);
  if (response.status >= 400 && (await run.flag(element, 'fail-on-error-status-code', false))) {
    throw new PolicyError('BackendErrorStatusCode', `The backend answered ${response.status}.`, {
      status: response.status,
    });
  }
};

/** An answer that is buffered waits until it is whole; events of a stream go on in blocks. */
async function buffer({ headers, body }: ResponseState): Promise<void> {
  const { content } = body;
  if (!(content instanceof Uint8Array) && headers.first('Content-Type')?.includes('text/event-stream') === true)
    body.content = inBlocks(content);
  else await body.collect();
}

/** The answer while circuits are open. Only a pool says when it may be asked again. */
function refuseOpen(run: Run, { until }: Unavailable): ResponseState {
  const { pool, poolFailureStatus, circuitBreaker } = run.backend?.entity ?? {};
  const status = poolFailureStatus ?? circuitBreaker?.failureStatus ?? 503;
  const response = run.newResponse(status, status === 503 ? 'Service Unavailable' : '');
  run.member = undefined;
  if (pool !== undefined)
    response.headers.set('Retry-After', String(Math.max(1, Math.ceil((until - run.ports.now()) / 1000))));
  response.headers.set('Content-Type', 'application/json');
  response.body.content = Buffer.from(gatewayBody(status, 'The backend is temporarily unavailable.'));
  return response;
}

async function forward(
  run: Run,
  backend: NamedBackend | undefined,
  { timeoutMs, follow }: { readonly timeoutMs: number; readonly follow: boolean },
): Promise<ResponseState> {
  const headers = new NameValues(run.requestHeaders.pairs);
  dropConnectionHeaders(headers, run.original.headers);
  run.member = backend;
  if (backend !== undefined && backend !== run.backend)
    run.url = addressBelow(backend.entity.url, run.relativePath, run.url.search);
  const url = new URL(run.url);
  if (backend !== undefined) await applyCredentials(run, backend.entity, headers, url);
  const { bytes } = run.requestBody;
  const request: BackendRequest = {
    method: run.method,
    url: url.href,
    headers: headers.pairs,
    timeoutMs,
    ...(run.certificate === undefined ? {} : { certificate: run.certificate }),
    ...(run.proxy === undefined ? {} : { proxy: run.proxy }),
    ...(bytes.length === 0 ? {} : { body: bytes }),
  };
  const answer = await send(run, backend, request);
  return follow ? await followRedirects(request, answer, (next) => send(run, backend, next)) : answer;
}

async function send(run: Run, backend: NamedBackend | undefined, request: BackendRequest): Promise<ResponseState> {
  run.sent = request;
  try {
    const answer = await run.ports.send(request);
    if (backend !== undefined) recordOutcome(run, backend, answer);
    const response = run.takeResponse(answer);
    dropConnectionHeaders(response.headers, []);
    return response;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (backend !== undefined) recordOutcome(run, backend, error);
    throw new PolicyError(error.reason, error.message, { status: error.reason === 'Timeout' ? 504 : 500 });
  }
}
