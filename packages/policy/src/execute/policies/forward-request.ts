import { BackendError, type Backend } from '../../ports.ts';
import { PolicyError } from '../policy-error.ts';
import type { ResponseState, Run } from '../run.ts';
import type { Handler } from './handler.ts';
import { NameValues } from '../header-list.ts';

/** The documented default: 300 seconds until the response headers have come. */
const DEFAULT_TIMEOUT_MS = 300_000;

/** Headers of one connection, which never travel on. */
const HOP_BY_HOP = [
  'Connection',
  'Keep-Alive',
  'Proxy-Authorization',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Host',
];

/** `forward-request`: sends the request as it stands; with buffer-response="false" the answer streams through. */
export const forwardRequest: Handler = async (run, element) => {
  const seconds = await run.whole(element, 'timeout');
  const timeoutMs =
    (await run.whole(element, 'timeout-ms')) ?? (seconds === undefined ? DEFAULT_TIMEOUT_MS : seconds * 1000);
  const headers = new NameValues(run.requestHeaders.pairs);
  for (const name of HOP_BY_HOP) headers.delete(name);
  const url = new URL(run.url);
  await applyCredentials(run, run.backend?.entity, headers, url);
  const { bytes } = run.requestBody;
  const response = await send(run, headers, url, bytes, timeoutMs);
  if (await run.flag(element, 'buffer-response', true)) await response.body.collect();
  for (const observe of run.onResponse) await observe(response);
  if (response.status >= 400 && (await run.flag(element, 'fail-on-error-status-code', false))) {
    throw new PolicyError('BackendErrorStatusCode', `The backend answered ${response.status}.`, {
      status: response.status,
    });
  }
};

async function send(
  run: Run,
  headers: NameValues,
  url: URL,
  bytes: Uint8Array,
  timeoutMs: number,
): Promise<ResponseState> {
  run.sent = {
    method: run.method,
    url: url.href,
    headers: headers.pairs,
    timeoutMs,
    ...(bytes.length === 0 ? {} : { body: bytes }),
  };
  try {
    const answer = await run.ports.send(run.sent);
    const response = run.takeResponse(answer);
    for (const name of HOP_BY_HOP) response.headers.delete(name);
    return response;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    throw new PolicyError(error.reason, error.message, { status: error.reason === 'Timeout' ? 504 : 500 });
  }
}

/** What a backend entity adds to each request: headers, query, authorization, a token of the gateway's identity. */
async function applyCredentials(run: Run, backend: Backend | undefined, headers: NameValues, url: URL): Promise<void> {
  if (backend === undefined) return;
  for (const [name, values] of Object.entries(backend.headers ?? {})) headers.set(name, ...values);
  for (const [name, values] of Object.entries(backend.query ?? {}))
    for (const value of values) url.searchParams.append(name, value);
  if (backend.authorization !== undefined)
    headers.set('Authorization', `${backend.authorization.scheme} ${backend.authorization.parameter}`);
  const identity = backend.managedIdentity;
  if (identity === undefined) return;
  try {
    headers.set(
      'Authorization',
      `Bearer ${await run.ports.managedIdentityToken(identity.resource, identity.clientId)}`,
    );
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PolicyError(
      'ManagedIdentityTokenFailed',
      `Failed to get a token of the managed identity for ${identity.resource}: ${cause}`,
    );
  }
}
