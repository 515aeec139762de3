import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest, type HttpClient } from './azure-core.ts';
import { createTransport } from './http.ts';
import { isJsonObject, parseJson } from './json.ts';
import { createPacing } from './pacing.ts';
import type { Retry } from './retry.ts';

/** The audience that Entra ID demands of GitHub's token; anything else is AADSTS700212. */
const AUDIENCE = 'api://AzureADTokenExchange';
/** GitHub's token lives 5 minutes, and Entra ID reads its expiry strictly (AADSTS700024). */
const MEMO_MS = 4 * 60_000;
const ATTEMPTS = 5;

/** Where GitHub's token comes from, and who keeps it out of the log. */
export interface GitHubTokenOptions {
  /** Holds `ACTIONS_ID_TOKEN_REQUEST_URL` and `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly env: NodeJS.ProcessEnv;
  /** Called with every token before anything else sees it. */
  readonly maskSecret: (secret: string) => void;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  readonly httpClient?: HttpClient;
  readonly pollIntervalMs?: number;
  /** Called before each repetition. */
  readonly onRetry?: (retry: Retry) => void;
}

/** Whether GitHub offers an OIDC token here: the job has `id-token: write`. */
export function hasGitHubToken(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['ACTIONS_ID_TOKEN_REQUEST_URL']) && Boolean(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
}

/**
 * A function that answers GitHub's OIDC token: at most 4 minutes old, asked for once however many ask at the same time
 * (@azure/identity asks twice an exchange). Own request, since that of @actions/core costs 415 KB and 20 ms.
 */
export function createGitHubTokenSource(options: GitHubTokenOptions): () => Promise<string> {
  const now = options.now ?? (() => performance.now());
  let memo: { readonly token: Promise<string>; readonly at: number } | undefined;
  return async () => {
    if (memo === undefined || now() - memo.at >= MEMO_MS) memo = { token: fetchToken(options), at: now() };
    const current = memo;
    try {
      return await current.token;
    } catch (error) {
      // A failure is not kept: the next caller asks again.
      if (memo === current) memo = undefined;
      throw error;
    }
  };
}

async function fetchToken(options: GitHubTokenOptions): Promise<string> {
  const pacing = createPacing(options.pollIntervalMs === undefined ? {} : { pollIntervalMs: options.pollIntervalMs });
  for (let attempt = 1; ; attempt += 1) {
    const answer = await requestToken(options);
    if ('token' in answer) return answer.token;
    if (!answer.transient || attempt === ATTEMPTS) {
      throw new Error(
        `GitHub gave no OIDC token (${answer.reason}). Does the job, and every workflow that calls it, grant "permissions: id-token: write"?`,
      );
    }
    const delayMs = 500 * 2 ** attempt;
    const path = new URL(options.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '').pathname;
    options.onRetry?.({ method: 'GET', path, status: answer.status, code: answer.reason, delayMs });
    await pacing.backoff(delayMs);
  }
}

/** `status` is 0 where the connection failed. */
type Answer =
  { readonly token: string } | { readonly transient: boolean; readonly status: number; readonly reason: string };

async function requestToken({ env, maskSecret, httpClient }: GitHubTokenOptions): Promise<Answer> {
  const url = new URL(env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
  url.searchParams.set('audience', AUDIENCE);
  const insecure = url.protocol === 'http:';
  const request = createPipelineRequest({
    url: url.href,
    headers: createHttpHeaders({
      accept: 'application/json',
      authorization: `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}`,
    }),
    timeout: 30_000,
    // A self-hosted or local runner may serve it on loopback without TLS.
    allowInsecureConnection: insecure,
  });
  if (!insecure) request.agent = createTransport(env).agent;
  try {
    const response = await (httpClient ?? createDefaultHttpClient()).sendRequest(request);
    const body = parseJson(response.bodyAsText ?? '');
    const token = isJsonObject(body) ? body['value'] : undefined;
    if (response.status === 200 && typeof token === 'string') {
      maskSecret(token);
      return { token };
    }
    const transient = response.status === 429 || response.status >= 500 || response.status === 200;
    return { transient, status: response.status, reason: `HTTP ${response.status}` };
  } catch (error) {
    return { transient: true, status: 0, reason: error instanceof Error ? error.message : String(error) };
  }
}
