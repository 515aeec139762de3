import { randomUUID } from 'node:crypto';
import { executePolicies, readBody } from './execute/execute-policies.ts';
import { MemoryBackendStates } from './execute/backends/memory-backend-states.ts';
import { MemoryCache, MemoryConcurrency } from './gateway-memory.ts';
import { MemoryCounters } from './execute/memory-counters.ts';
import type { PolicyFailure, TraceEntry } from './outcome.ts';
import type { Backend } from './backend.ts';
import type { BackendResponse, GatewayRequest, Pairs, PolicyPorts } from './ports.ts';
import { contentSafetyAnswer } from './sample/content-safety.ts';
import type { CallContext, PolicyText } from './scopes.ts';

/** Headers of a file: `{name: value}`, `{name: [values]}` or a list of pairs. */
export type FileHeaders = Readonly<Record<string, string | readonly string[]>> | Pairs;

/** A request file. A body that is no text is sent as JSON. */
export interface TrialRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers?: FileHeaders;
  readonly body?: unknown;
  readonly ip?: string;
  readonly matchedParameters?: Readonly<Record<string, string>>;
}

/** A context file: what `context` shows, and what the document may refer to. */
export interface TrialContext extends CallContext {
  readonly namedValues?: Readonly<Record<string, string>>;
  /** A backend that is not listed stands at `https://<id>.invalid`. */
  readonly backends?: Readonly<Record<string, Backend>>;
  readonly fragments?: Readonly<Record<string, string>>;
}

/** The answer that every backend gives. */
export interface TrialBackend {
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: FileHeaders;
  readonly body?: unknown;
}

/** What a trial came to, ready to be printed. */
export interface TrialResult {
  readonly backend: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  } | null;
  readonly caller: { readonly status: number; readonly headers: Record<string, string>; readonly body: string };
  readonly error: PolicyFailure | null;
  readonly trace: readonly TraceEntry[];
}

/** Runs one document, as the API's, against one request. Time, GUIDs and key sets are real; nothing else leaves here. */
export async function tryPolicy(
  policy: PolicyText,
  request: TrialRequest,
  context: TrialContext = {},
  backend: TrialBackend = {},
): Promise<TrialResult> {
  const { namedValues = {}, backends = {}, fragments = {}, ...call } = context;
  const outcome = await executePolicies(
    {
      documents: { api: policy },
      request: gatewayRequest(request),
      context: call,
      configuration: {
        namedValues: new Map(Object.entries(namedValues)),
        fragments: new Map(Object.entries(fragments).map(([name, text]) => [name, { text, format: 'rawxml' }])),
        backends: new Map([...missingBackends(policy), ...Object.entries(backends)]),
      },
    },
    trialPorts(backend),
  );
  const { backend: sent, caller, error, trace } = outcome;
  return {
    backend:
      sent === null
        ? null
        : {
            method: sent.method,
            url: sent.url,
            headers: joined(sent.headers),
            body: Buffer.from(sent.body ?? []).toString('utf8'),
          },
    caller: {
      status: caller.status,
      headers: joined(caller.headers),
      body: Buffer.from(await readBody(caller.body)).toString('utf8'),
    },
    error,
    trace,
  };
}

function gatewayRequest({ method = 'GET', url, headers, body, ip, matchedParameters }: TrialRequest): GatewayRequest {
  const bytes = bytesOf(body);
  return {
    method: method.toUpperCase(),
    url,
    headers: pairsOf(headers),
    ...(bytes.length === 0 ? {} : { body: bytes }),
    ...(ip === undefined ? {} : { ip }),
    ...(matchedParameters === undefined ? {} : { matchedParameters }),
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function pairsOf(headers: FileHeaders = {}): Pairs {
  if (isPairs(headers)) return headers;
  return Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  );
}

function isPairs(headers: FileHeaders): headers is Pairs {
  return Array.isArray(headers);
}

/** Values of one name joined with commas, as HTTP allows. */
function joined(pairs: Pairs): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const known = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
    headers[known] = headers[known] === undefined ? value : `${headers[known]},${value}`;
  }
  return headers;
}

function missingBackends({ text }: PolicyText): readonly (readonly [string, Backend])[] {
  return [...text.matchAll(/backend-id\s*=\s*"([^"@{}]+)"/g)].map(([, id = '']) => [
    id,
    { url: `https://${id}.invalid` },
  ]);
}

function trialPorts(backend: TrialBackend): PolicyPorts {
  const { status = 200, reason, headers, body } = backend;
  const json = typeof body === 'object' && body !== null;
  const pairs = pairsOf(headers);
  const typed = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  const answer: BackendResponse = {
    status,
    ...(reason === undefined ? {} : { reason }),
    headers: json && !typed ? [['Content-Type', 'application/json'], ...pairs] : pairs,
    body: bytesOf(body),
  };
  return {
    now: () => Date.now(),
    wait: () => Promise.resolve(),
    newGuid: randomUUID,
    random: Math.random,
    counters: new MemoryCounters(),
    backendStates: new MemoryBackendStates(),
    managedIdentityToken: (resource) => Promise.resolve(`managed-identity-token-for-${resource}`),
    fetchJson: async (url) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      return response.json();
    },
    // The file has the model's answer; harm is known by its words.
    send: (request) => Promise.resolve(contentSafetyAnswer(request) ?? answer),
    cache: new MemoryCache(),
    concurrency: new MemoryConcurrency(),
    emitMetric: () => undefined,
    emitMessage: () => undefined,
  };
}
