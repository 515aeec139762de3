import type { PolicyElement } from '../document/policy-document.ts';
import type { Section } from '../document/sections.ts';
import { evaluateExpression, type CompiledExpression } from '../expressions/expression.ts';
import { NetDictionary } from '../expressions/values/collections.ts';
import { NetException, type Value } from '../expressions/values/value.ts';
import { valueText } from '../expressions/values/text.ts';
import type { PolicyFailure, TraceEntry } from '../outcome.ts';
import type { BackendRequest, BackendResponse, ClientCertificate, GatewayRequest, PolicyPorts } from '../ports.ts';
import type { CallContext, GatewayConfiguration, Scope } from '../scopes.ts';
import type { NamedBackend } from './backends/pool.ts';
import { contextObject } from './context-object.ts';
import { NameValues } from './header-list.ts';
import { MessageBody } from './message.ts';
import { PolicyError } from './policy-error.ts';

/** The response as policies see and change it. */
export interface ResponseState {
  status: number;
  reason: string;
  readonly headers: NameValues;
  readonly body: MessageBody;
}

/** Where `cache-store` keeps the response. */
export interface CacheMiss {
  readonly key: string;
}

/** A policy with the scope whose document holds it. */
export interface ScopedPolicy {
  readonly element: PolicyElement;
  readonly scope: Scope;
}

/** Thrown to end the pipeline with the response that stands: `return-response`, `mock-response`, a CORS preflight. */
export class ResponseReturned extends Error {
  override readonly name = 'ResponseReturned';
}

/** One request on its way through the policies: all state that policies read and change. */
export class Run {
  readonly ports: PolicyPorts;
  readonly call: CallContext;
  readonly configuration: GatewayConfiguration;
  readonly original: GatewayRequest;
  readonly requestId: string;
  readonly startedAt: number;
  readonly requestHeaders: NameValues;
  readonly requestBody: MessageBody;
  readonly variables = new NetDictionary({ readOnly: true, flavour: 'variables' });
  readonly trace: TraceEntry[] = [];
  /** Run on every response that comes back from a backend, before outbound. */
  readonly onResponse: ((response: ResponseState) => Promise<void>)[] = [];
  /** Run on the response that goes to the caller, whatever it is. */
  readonly onCaller: ((response: ResponseState) => void | Promise<void>)[] = [];
  /** Shows the state as it is whenever it is read, so that one serves the whole run. */
  #context: Value | undefined;
  method: string;
  /** Where the request goes: `context.Request.Url`. */
  url: URL;
  /** The part of the path below the API, which moves with the backend. Begins with a slash or is empty. */
  relativePath: string;
  /** The backend that a policy names: one, or a pool. */
  backend: NamedBackend | undefined;
  /** The one that got the request last: of a pool a member. */
  member: NamedBackend | undefined;
  response: ResponseState | undefined;
  /** What was looked for in the semantic cache in vain, so that the answer can be stored. */
  cacheMiss: { readonly partition: string; readonly vector: readonly number[] } | undefined;
  sent: BackendRequest | null = null;
  failure: PolicyFailure | undefined;
  failedPolicyId: string | undefined;
  /** `choose[1]/when[2]`. */
  failedPath: string | undefined;
  /** The client certificate and the proxy that the request to the backend takes. */
  certificate: ClientCertificate | undefined;
  proxy: BackendRequest['proxy'];
  /** What `cache-lookup` missed, for `cache-store`. */
  missed: CacheMiss | undefined;
  /** Keys of quotas that this request was counted for: a key is counted once. */
  readonly counted = new Set<string>();
  section: Section = 'inbound';
  /** The fragment whose policies run. */
  fragment: string | undefined;
  /** The policy at work, for errors. */
  current: ScopedPolicy | undefined;

  constructor(
    request: GatewayRequest,
    backendUrl: URL,
    relativePath: string,
    call: CallContext,
    configuration: GatewayConfiguration,
    ports: PolicyPorts,
  ) {
    this.original = request;
    this.ports = ports;
    this.call = call;
    this.configuration = configuration;
    this.method = request.method;
    this.url = backendUrl;
    this.relativePath = relativePath;
    this.requestHeaders = new NameValues(request.headers);
    this.requestBody = new MessageBody(request.body ?? new Uint8Array());
    this.requestId = ports.newGuid();
    this.startedAt = ports.now();
  }

  /** Sets the response to what a backend answered. */
  takeResponse(response: BackendResponse): ResponseState {
    const state: ResponseState = {
      status: response.status,
      reason: response.reason ?? '',
      headers: new NameValues(response.headers),
      body: new MessageBody(response.body),
    };
    this.response = state;
    return state;
  }

  /** An empty response for policies that make one. */
  newResponse(status: number, reason: string): ResponseState {
    return this.takeResponse({ status, reason, headers: [], body: new Uint8Array() });
  }

  /** Evaluates an expression against the state as it is. A streamed response is collected first if the source reads it. */
  async evaluate(expression: CompiledExpression): Promise<Value> {
    if (expression.readsResponseBody) await this.response?.body.collect();
    try {
      return evaluateExpression(expression, (this.#context ??= contextObject(this)), this.ports);
    } catch (error) {
      if (!(error instanceof NetException)) throw error;
      throw new PolicyError('ExpressionValueEvaluationFailure', `Expression evaluation failed. ${error.message}`, {
        netType: error.netType,
      });
    }
  }

  /** The value of an attribute, undefined where it is absent. */
  async attribute(element: PolicyElement, name: string): Promise<Value | undefined> {
    const value = element.attributes.get(name);
    if (value === undefined) return undefined;
    return value.expression === undefined ? value.text : await this.evaluate(value.expression);
  }

  /** The same as text. */
  async text(element: PolicyElement, name: string): Promise<string | undefined> {
    const value = await this.attribute(element, name);
    return value === undefined ? undefined : valueText(value);
  }

  /** A required attribute: validation made sure that it is there. */
  async required(element: PolicyElement, name: string): Promise<string> {
    return (await this.text(element, name)) ?? '';
  }

  async whole(element: PolicyElement, name: string): Promise<number | undefined> {
    const text = await this.text(element, name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) return number;
    throw new PolicyError(
      'ExpressionValueEvaluationFailure',
      `The value '${text}' of the attribute '${name}' is not a number.`,
    );
  }

  async flag(element: PolicyElement, name: string, fallback: boolean): Promise<boolean> {
    const value = await this.attribute(element, name);
    if (value === undefined) return fallback;
    return typeof value === 'boolean' ? value : valueText(value).toLowerCase() === 'true';
  }

  /** The text of an element, trimmed unless an expression made it. */
  async content(element: PolicyElement): Promise<Value> {
    if (element.text === undefined) return '';
    return element.text.expression === undefined
      ? element.text.text.trim()
      : await this.evaluate(element.text.expression);
  }

  setVariable(name: string | undefined, value: Value): void {
    if (name !== undefined) this.variables.set(name, value);
  }
}
