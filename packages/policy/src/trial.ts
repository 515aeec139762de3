import type { Backend } from './backend.ts';
import { validateFragment, validatePolicy } from './document/policy-document.ts';
import { executePolicies, readBody } from './execute/execute-policies.ts';
import type { PolicyMistake } from './mistake.ts';
import type { PolicyFailure, TraceEntry } from './outcome.ts';
import type { BackendRequest, ClientCertificate, GatewayMessage, Metric } from './ports.ts';
import { SCOPES, type DocumentsByScope, type Known, type PolicyText, type Scope } from './scopes.ts';
import {
  gatewayRequest,
  joinedHeaders,
  type TrialBackend,
  type TrialContext,
  type TrialRequest,
} from './trial-files.ts';
import { TrialGateway } from './trial-gateway.ts';

/** A request that went out. */
export interface TrialSent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly certificate?: ClientCertificate;
  readonly proxy?: NonNullable<BackendRequest['proxy']>;
}

/** What a trial came to, ready to be printed. Lists that would be empty are left out. */
export interface TrialResult {
  readonly backend: TrialSent | null;
  readonly caller: { readonly status: number; readonly headers: Record<string, string>; readonly body: string };
  readonly error: PolicyFailure | null;
  readonly trace: readonly TraceEntry[];
  /** What `send-request` and `send-one-way-request` sent. */
  readonly requests?: readonly TrialSent[];
  /** What went to event hubs and service buses. */
  readonly messages?: readonly GatewayMessage[];
  readonly metrics?: readonly Metric[];
}

/** A mistake in one of the documents of a trial; `document` is undefined for the one that is tried. */
export type TrialMistake = PolicyMistake & { readonly document?: string };

/** What API Management would refuse about the document and those that the context file brings along. */
export function trialMistakes(policy: PolicyText, context: TrialContext = {}): readonly TrialMistake[] {
  const { scope, tier, operation, documents = {}, fragments = {} } = context;
  for (const each of [scope ?? 'api', ...Object.keys(documents)])
    if (!SCOPES.some((known) => known === each)) return [unknownScope(each)];
  const known = knownTo(policy, context);
  const at = { known, ...(tier === undefined ? {} : { tier }) };
  const { urlTemplate } = operation ?? {};
  const own = {
    ...at,
    ...(scope === undefined ? {} : { scope }),
    ...(urlTemplate === undefined || urlTemplate === '' ? {} : { urlTemplate }),
  };
  const named = (document: string, mistakes: readonly PolicyMistake[]): readonly TrialMistake[] =>
    mistakes.map((mistake) => ({ ...mistake, document }));
  return [
    ...validatePolicy(policy.text, { format: policy.format, ...own }),
    ...(Object.entries(documents) as [Scope, string][]).flatMap(([each, text]) =>
      named(`documents.${each}`, validatePolicy(text, { format: 'rawxml', ...at, scope: each })),
    ),
    ...Object.entries(fragments).flatMap(([id, text]) =>
      named(`fragments.${id}`, validateFragment(text, { format: 'rawxml', ...at })),
    ),
  ];
}

function unknownScope(scope: string): TrialMistake {
  const message = `The scope '${scope}' is not supported by this engine: ${SCOPES.join(', ')} are.`;
  return { line: 1, column: 1, code: 'NotSupported', message };
}

/** Named values and fragments are those of the context file; backends and loggers any, unless it lists some. */
function knownTo(policy: PolicyText, { namedValues, fragments, backends, loggers }: TrialContext): Known {
  return {
    namedValues: new Set(Object.keys(namedValues ?? {})),
    fragments: new Set(Object.keys(fragments ?? {})),
    backends: new Set(backends === undefined ? backendIds(policy) : Object.keys(backends)),
    ...(loggers === undefined ? {} : { loggers: new Set(loggers) }),
  };
}

/** Runs one document against one request, as the API's where nothing else is said. */
export async function tryPolicy(
  policy: PolicyText,
  request: TrialRequest,
  context: TrialContext = {},
  backend: TrialBackend = {},
): Promise<TrialResult> {
  const { namedValues = {}, backends = {}, fragments = {} } = context;
  const gateway = new TrialGateway(context, backend);
  const outcome = await executePolicies(
    {
      documents: documentsOf(policy, context),
      request: gatewayRequest(request),
      context,
      configuration: {
        namedValues: new Map(Object.entries(namedValues)),
        fragments: new Map(Object.entries(fragments).map(([name, text]) => [name, { text, format: 'rawxml' }])),
        backends: new Map([...missingBackends(policy), ...Object.entries(backends)]),
      },
    },
    gateway.ports,
  );
  const { backend: sent, caller, error, trace } = outcome;
  return {
    backend: sent === null ? null : sentRequest(sent),
    caller: {
      status: caller.status,
      headers: joinedHeaders(caller.headers),
      body: Buffer.from(await readBody(caller.body)).toString('utf8'),
    },
    error,
    trace,
    ...(gateway.requests.length === 0 ? {} : { requests: gateway.requests.map(sentRequest) }),
    ...(gateway.messages.length === 0 ? {} : { messages: gateway.messages }),
    ...(gateway.metrics.length === 0 ? {} : { metrics: gateway.metrics }),
  };
}

function documentsOf(policy: PolicyText, { scope = 'api', documents = {} }: TrialContext): DocumentsByScope {
  const others = Object.entries(documents).map(([name, text]) => [name, { text, format: 'rawxml' as const }]);
  return { ...(Object.fromEntries(others) as DocumentsByScope), [scope]: policy };
}

function sentRequest({ method, url, headers, body, certificate, proxy }: BackendRequest): TrialSent {
  return {
    method,
    url,
    headers: joinedHeaders(headers),
    body: Buffer.from(body ?? []).toString('utf8'),
    ...(certificate === undefined ? {} : { certificate }),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

function backendIds({ text }: PolicyText): readonly string[] {
  return [...text.matchAll(/backend-id\s*=\s*["']([^"'@{}]+)["']/g)].map(([, id = '']) => id);
}

function missingBackends(policy: PolicyText): readonly (readonly [string, Backend])[] {
  return backendIds(policy).map((id) => [id, { url: `https://${id}.invalid` }]);
}
