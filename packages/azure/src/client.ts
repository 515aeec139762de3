import {
  createHttpHeaders,
  createPipelineRequest,
  isRestError,
  type HttpClient,
  type Pipeline,
  type PipelineResponse,
  type TokenCredential,
} from './azure-core.ts';
import { AzureRequestError, parseErrorBody } from './errors.ts';
import { audiences, createPipeline, createTransport, type Audience, type Transport } from './http.ts';
import { parseJson, type Json } from './json.ts';
import { createPacing, retryAfterMs, type Pacing } from './pacing.ts';
import { backoffMs, DEFAULT_RETRY_LIMITS, isTransient, type Failure, type Retry, type RetryLimits } from './retry.ts';

/** Methods of HTTP that Azure takes. */
export type Method = 'GET' | 'HEAD' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';

/** One request, before it is sent. */
export interface AzureRequest {
  readonly method: Method;
  /** From `/` on, below the audience's host; or an absolute URL, as a service hands out for polling. */
  readonly url: string;
  /** Default: `graph` for URLs of graph.microsoft.com, else `arm`. */
  readonly audience?: Audience;
  readonly apiVersion?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is, with the content type that `headers` give it. */
  readonly body?: unknown;
  /** `If-Match`: an ETag, or `*`. */
  readonly ifMatch?: string;
  /** Statuses from 400 on that the caller takes as an answer instead of an error: `[404]`. */
  readonly accept?: readonly number[];
  /** Error codes that pass by themselves for this request only, as Graph's replication lag. */
  readonly retryCodes?: readonly string[];
  /** Whether repeating after a lost answer does no harm. Default: true for all methods but POST. */
  readonly idempotent?: boolean;
  /** Sends even though the run was cancelled: the cancelling request itself. */
  readonly ignoreCancellation?: boolean;
}

/** An answer that the caller accepts. */
export interface AzureResponse<T> {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  /** Parsed JSON; undefined for an empty body; the text where the answer is not JSON. */
  readonly body: T;
  readonly etag: string | undefined;
  readonly correlationId: string | undefined;
}

/** Who signs in, how patient the run is, and who is told. */
export interface AzureClientOptions {
  readonly credential: TokenCredential;
  /** Proxy variables are read from here. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** Replaces every polling interval; milliseconds. */
  readonly pollIntervalMs?: number;
  readonly retryLimits?: Partial<RetryLimits>;
  /** Called before each repetition. */
  readonly onRetry?: (retry: Retry) => void;
  /** Called before each wait for Azure. */
  readonly onWait?: () => void;
  /** For tests: reaches a server on loopback instead of Azure. */
  readonly httpClient?: HttpClient;
}

/**
 * Requests to Azure Resource Manager and Microsoft Graph: one retry policy with one budget for the whole run, errors as
 * {@link AzureRequestError}. Raw requests rather than the generated clients: those hide a deployment's progress and drop
 * properties that their models lack.
 */
export class AzureClient {
  readonly pacing: Pacing;
  readonly signal: AbortSignal | undefined;
  /** Every repetition so far, for the report. */
  readonly retries: Retry[] = [];
  readonly #options: AzureClientOptions;
  readonly #limits: RetryLimits;
  readonly #transport: Transport;
  readonly #pipelines = new Map<Audience, Pipeline>();
  #firstAzureTime: number | undefined;
  #azureTime: number | undefined;

  constructor(options: AzureClientOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_RETRY_LIMITS, ...options.retryLimits };
    this.#transport = createTransport(options.env, options.httpClient);
    this.signal = options.signal;
    this.pacing = createPacing(options);
  }

  /**
   * A client for what must still be done when this one has failed or was cancelled, such as putting things back: no
   * cancellation stops it, and it has a budget of its own. Its repetitions are counted here.
   */
  forRestoring(): AzureClient {
    const { credential, env, pollIntervalMs, onWait, httpClient } = this.#options;
    return new AzureClient({
      credential,
      env,
      ...(pollIntervalMs === undefined ? {} : { pollIntervalMs }),
      ...(onWait === undefined ? {} : { onWait }),
      ...(httpClient === undefined ? {} : { httpClient }),
      onRetry: (retry) => {
        this.noteRetry(retry);
      },
    });
  }

  /** Azure's clock in the last answer (`Date` header), milliseconds since the epoch. */
  get azureTime(): number | undefined {
    return this.#azureTime;
  }

  /** Azure's clock in the first answer of the run. */
  get firstAzureTime(): number | undefined {
    return this.#firstAzureTime;
  }

  /** Counts a repetition against the run's budget; the credential's, which are not made here, too. */
  noteRetry(retry: Retry): void {
    this.retries.push(retry);
    this.#options.onRetry?.(retry);
  }

  /** Sends a request and repeats it while that is worth it. Throws {@link AzureRequestError} for any other failure. */
  async request<T = Json>(request: AzureRequest): Promise<AzureResponse<T>> {
    const idempotent = request.idempotent ?? request.method !== 'POST';
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#attempt<T>(request);
      if ('response' in outcome) return outcome.response;
      if (!isTransient(outcome.failure, idempotent, request.retryCodes)) throw outcome.error;
      if (attempt >= this.#limits.perRequest || this.retries.length >= this.#limits.perRun) {
        throw exhausted(outcome.error, attempt, this.retries.length);
      }
      await this.#backOff(request, outcome.failure, attempt);
    }
  }

  /** GET. */
  async get<T = Json>(url: string, apiVersion?: string): Promise<T> {
    return (await this.request<T>({ method: 'GET', url, ...version(apiVersion) })).body;
  }

  /** GET that answers undefined where there is nothing (404). */
  async find<T = Json>(url: string, apiVersion?: string): Promise<T | undefined> {
    const response = await this.request<T>({ method: 'GET', url, ...version(apiVersion), accept: [404] });
    return response.status === 404 ? undefined : response.body;
  }

  /** GET of a collection, all pages (`nextLink` and `@odata.nextLink`). */
  async list<T = Json>(url: string, apiVersion?: string): Promise<T[]> {
    const items: T[] = [];
    let next: string | null | undefined = url;
    for (let first = true; typeof next === 'string' && next !== ''; first = false) {
      const page: Page<T> = await this.get<Page<T>>(next, first ? apiVersion : undefined);
      items.push(...(page.value ?? []));
      next = page.nextLink ?? page['@odata.nextLink'];
    }
    return items;
  }

  async #backOff(request: AzureRequest, failure: Failure, attempt: number): Promise<void> {
    const delayMs = backoffMs(failure, attempt);
    const path = urlOf(request).pathname;
    this.noteRetry({ method: request.method, path, status: failure.status, code: failure.code, delayMs });
    await this.pacing.backoff(delayMs);
  }

  async #attempt<T>(request: AzureRequest): Promise<Outcome<T>> {
    let response: PipelineResponse;
    try {
      response = await this.#send(request);
    } catch (error) {
      if (request.ignoreCancellation !== true) this.signal?.throwIfAborted();
      return connectionFailure(request, error);
    }
    this.#noteTime(response);
    return readResponse<T>(request, response);
  }

  #noteTime(response: PipelineResponse): void {
    const time = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(time)) return;
    this.#firstAzureTime ??= time;
    this.#azureTime = time;
  }

  async #send(request: AzureRequest): Promise<PipelineResponse> {
    const url = urlOf(request);
    const { body } = request;
    const headers = createHttpHeaders({ accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch);
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    const signal = request.ignoreCancellation === true ? undefined : this.signal;
    const pipelineRequest = createPipelineRequest({
      url: url.href,
      method: request.method,
      headers,
      timeout: 120_000,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { abortSignal: signal }),
    });
    // `createPipelineRequest` takes no agent among its options.
    pipelineRequest.agent = this.#transport.agent;
    return this.#pipeline(audienceOf(request, url)).sendRequest(this.#transport.client, pipelineRequest);
  }

  #pipeline(audience: Audience): Pipeline {
    const known = this.#pipelines.get(audience);
    if (known !== undefined) return known;
    const pipeline = createPipeline(audience, this.#options.credential);
    this.#pipelines.set(audience, pipeline);
    return pipeline;
  }
}

interface Page<T> {
  readonly value?: readonly T[];
  readonly nextLink?: string | null;
  readonly '@odata.nextLink'?: string;
}

type Outcome<T> = { readonly response: AzureResponse<T> } | { readonly failure: Failure; readonly error: Error };

function version(apiVersion: string | undefined): { apiVersion?: string } {
  return apiVersion === undefined ? {} : { apiVersion };
}

function audienceOf(request: AzureRequest, url: URL): Audience {
  return request.audience ?? (url.origin === audiences.graph.origin ? 'graph' : 'arm');
}

function urlOf(request: AzureRequest): URL {
  const url = new URL(request.url, audiences[request.audience ?? 'arm'].origin);
  if (request.apiVersion !== undefined) url.searchParams.set('api-version', request.apiVersion);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function readResponse<T>(request: AzureRequest, response: PipelineResponse): Outcome<T> {
  const text = response.bodyAsText ?? '';
  const isJson = /[/+]json\b/i.test(response.headers.get('content-type') ?? '');
  const parsed = text === '' ? undefined : parseJson(text);
  const refused = response.status >= 400 && request.accept?.includes(response.status) !== true;
  if (refused) return answerFailure(request, response, parsed, text);
  if (isJson && text !== '' && parsed === undefined) {
    return connectionFailure(request, Object.assign(new Error('the answer was cut off'), { code: 'TruncatedBody' }));
  }
  const correlationId = response.headers.get('x-ms-correlation-request-id') ?? response.headers.get('request-id');
  return {
    response: {
      status: response.status,
      headers: response.headers,
      body: (parsed === undefined && text !== '' ? text : parsed) as T,
      etag: response.headers.get('etag'),
      correlationId,
    },
  };
}

function answerFailure(
  request: AzureRequest,
  response: PipelineResponse,
  body: Json | undefined,
  text: string,
): { failure: Failure; error: AzureRequestError } {
  const { status, headers } = response;
  const detail = parseErrorBody(body) ?? { code: `Http${status}`, message: text.slice(0, 500), details: [] };
  const correlationId = headers.get('x-ms-correlation-request-id') ?? headers.get('request-id');
  const wait = retryAfterMs(headers);
  const failure: Failure = {
    kind: 'answer',
    status,
    code: detail.code,
    message: detail.message,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
  const where = { method: request.method, url: urlOf(request).href };
  const ids = correlationId === undefined ? {} : { correlationId };
  return { failure, error: new AzureRequestError({ ...detail, ...where, ...ids, status }) };
}

/** A failed token exchange passes through as it is: its text already says what to do. */
function connectionFailure(request: AzureRequest, cause: unknown): { failure: Failure; error: Error } {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = (error as NodeJS.ErrnoException).code ?? 'ConnectionFailed';
  const failure: Failure = { kind: 'connection', status: 0, code, message: error.message };
  if (!isRestError(error) && code !== 'TruncatedBody') return { failure, error };
  const where = { method: request.method, url: urlOf(request).href };
  const message = `${where.method} ${new URL(where.url).host}: ${error.message}`;
  return { failure, error: new AzureRequestError({ ...where, status: 0, code, message, details: [], cause }) };
}

function exhausted(error: Error, attempts: number, perRun: number): Error {
  error.message = `${error.message} (given up after ${attempts} repetitions of this request, ${perRun} in this run)`;
  return error;
}
