import { parsePolicy, type PolicyDocument } from '../document/policy-document.ts';
import type { Section } from '../document/sections.ts';
import type { Outcome, PolicyFailure } from '../outcome.ts';
import type { Body, GatewayRequest, PolicyPorts } from '../ports.ts';
import { SCOPES, type CallContext, type DocumentsByScope, type GatewayConfiguration, type Scope } from '../scopes.ts';
import { variableOf } from './context-object.ts';
import { executePolicy } from './execute-policy.ts';
import { pathOf } from './policy-path.ts';
import { answerPreflight } from './policies/cors.ts';
import { collectBody } from './message.ts';
import { plainVariables } from './plain-variables.ts';
import { PolicyError, gatewayBody } from './policy-error.ts';
import { afterStore, CacheHit } from './semantic-cache/cache-hit.ts';
import { ResponseReturned, Run, type ResponseState, type ScopedPolicy } from './run.ts';

/** Everything about one request but the world outside. */
export interface PolicyCall {
  readonly documents: DocumentsByScope;
  readonly request: GatewayRequest;
  readonly context: CallContext;
  readonly configuration: GatewayConfiguration;
  /**
   * The path below the API and where it would go by the API's service URL: `/chat/completions` and
   * `https://model.example/openai/v1`. Absent: the URL as the caller wrote it, less `context.api.path`.
   */
  readonly route?: { readonly relativePath: string; readonly serviceUrl: string };
  /** The gateway's own refusal (missing key, unknown operation), which only on-error sees. */
  readonly refused?: {
    readonly source: string;
    readonly reason: string;
    readonly message: string;
    readonly status: number;
    readonly headers?: GatewayRequest['headers'];
  };
}

/** What stands above the global document where a service has none of its own. */
const DEFAULT: PolicyDocument = parsePolicy({
  text: '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>',
  format: 'xml',
});

/**
 * Runs a request through inbound, backend and outbound of all scopes; through on-error where something fails. Throws
 * PolicyDocumentError where a document is not valid.
 */
export async function executePolicies(call: PolicyCall, ports: PolicyPorts): Promise<Outcome> {
  const documents = SCOPES.map((scope) => {
    const text = call.documents[scope];
    return { scope, document: text === undefined ? undefined : parsePolicy(text, call.configuration.namedValues) };
  });
  const run = new Run(call.request, ...routeOf(call), call.context, call.configuration, ports);
  for (const [name, value] of Object.entries(call.context.variables ?? {})) run.variables.set(name, variableOf(value));
  try {
    await answerPreflight(run, effective(documents, 'inbound'));
    if (call.refused !== undefined) refuse(run, call.refused);
    const hit = await inbound(run, effective(documents, 'inbound'));
    if (hit === undefined) await runSection(run, 'backend', effective(documents, 'backend'));
    const outbound = effective(documents, 'outbound');
    await runSection(run, 'outbound', hit === undefined ? outbound : afterStore(outbound, hit));
  } catch (error) {
    if (!(error instanceof ResponseReturned)) await runOnError(run, error, (section) => effective(documents, section));
  }
  return await outcomeOf(run);
}

function routeOf(call: PolicyCall): readonly [url: URL, relativePath: string] {
  const { route, request, context } = call;
  const original = new URL(request.url);
  const prefix = `/${context.api?.path ?? ''}`.replace(/\/$/, '');
  const below = original.pathname.startsWith(`${prefix}/`) ? original.pathname.slice(prefix.length) : original.pathname;
  const relativePath = route?.relativePath ?? below;
  const serviceUrl = route?.serviceUrl ?? context.api?.serviceUrl;
  if (serviceUrl === undefined || !URL.canParse(serviceUrl)) return [original, relativePath];
  const url = new URL(serviceUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}${relativePath}`;
  url.search = original.search;
  return [url, relativePath];
}

type Documents = readonly { readonly scope: Scope; readonly document: PolicyDocument | undefined }[];

function refuse(run: Run, refused: NonNullable<PolicyCall['refused']>): never {
  run.failure = {
    type: null,
    source: refused.source,
    reason: refused.reason,
    message: refused.message,
    section: 'inbound',
    scope: 'global',
    line: null,
  };
  throw new PolicyError(refused.reason, refused.message, { status: refused.status, headers: refused.headers ?? [] });
}

/** The policies of a section, innermost scope last to be asked: each `<base />` is replaced by the scope above. */
function effective(documents: Documents, section: Section): readonly ScopedPolicy[] {
  let above: readonly ScopedPolicy[] = (DEFAULT.sections.get(section) ?? []).map((element) => ({
    element,
    scope: 'global' as const,
  }));
  for (const { scope, document } of documents) {
    const elements = document?.sections.get(section);
    if (elements === undefined) continue;
    const inherited = above;
    above = elements.flatMap((element) => (element.name === 'base' ? inherited : [{ element, scope }]));
  }
  return above;
}

/** Runs inbound; gives the look-up that found the answer in a cache, if one did. */
async function inbound(run: Run, policies: readonly ScopedPolicy[]): Promise<CacheHit | undefined> {
  try {
    await runSection(run, 'inbound', policies);
    return undefined;
  } catch (error) {
    if (error instanceof CacheHit) return error;
    throw error;
  }
}

async function runSection(run: Run, section: Section, policies: readonly ScopedPolicy[]): Promise<void> {
  run.section = section;
  for (const policy of policies) await executePolicy(run, policy);
  // A backend section that forwards nothing leaves an empty answer.
  if (section === 'backend' && run.response === undefined) run.newResponse(200, 'OK');
}

async function runOnError(
  run: Run,
  error: unknown,
  policiesOf: (section: Section) => readonly ScopedPolicy[],
): Promise<void> {
  const failed = errorOf(error);
  run.failure ??= failureOf(run, failed);
  run.failedPolicyId = failed.origin?.policy.element.attributes.get('id')?.text;
  run.failedPath = failed.origin === undefined ? undefined : pathOf(policiesOf(run.section), failed.origin.element);
  answerError(run, failed);
  run.section = 'on-error';
  try {
    for (const policy of policiesOf('on-error')) await executePolicy(run, policy);
  } catch (second) {
    if (second instanceof ResponseReturned) return;
    answerError(run, errorOf(second));
  }
}

function errorOf(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  throw error;
}

function failureOf(run: Run, error: PolicyError): PolicyFailure {
  const { origin } = error;
  return {
    type: error.netType,
    source: origin?.policy.element.name ?? 'gateway',
    reason: error.reason,
    message: error.message,
    section: run.section,
    scope: origin?.policy.scope ?? 'global',
    line: origin?.element.position.line ?? null,
  };
}

function answerError(run: Run, error: PolicyError): void {
  const response = run.newResponse(error.status, reasonOf(error.status));
  for (const [name, value] of error.headers) response.headers.append(name, value);
  response.headers.set('Content-Type', 'application/json');
  const activity = error.status === 500 ? run.requestId : undefined;
  response.body.content = Buffer.from(gatewayBody(error.status, error.publicMessage, activity));
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Resource Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The reason phrase the gateway sends where nothing names another. */
export function reasonOf(status: number): string {
  return REASONS[status] ?? '';
}

async function outcomeOf(run: Run): Promise<Outcome> {
  const response: ResponseState = run.response ?? run.newResponse(200, 'OK');
  for (const finish of run.onCaller) await finish(response);
  const { status, reason, headers, body } = response;
  if (run.original.method === 'HEAD' || status === 204 || status === 304) body.content = new Uint8Array();
  return {
    backend: run.sent,
    caller: { status, reason: reason === '' ? reasonOf(status) : reason, headers: headers.pairs, body: body.content },
    error: run.failure ?? null,
    trace: run.trace,
    variables: () => plainVariables(run.variables),
  };
}

/** A body in one piece. */
export async function readBody(body: Body): Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : await collectBody(body);
}
