import type { Body, BackendRequest, BackendResponse, Outcome, PolicyCall, PolicyPorts } from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { recordLog } from '../insights/index.ts';
import { diagnosticOf, workspacesOf } from './diagnostics.ts';
import { llmLoggingOf, llmRows, type LlmLogging } from './llm-log.ts';

/** One request on its way through a gateway, watched for its logs. */
export class RequestLog {
  readonly #world: World;
  readonly #service: Resource;
  readonly #api: Resource;
  readonly #started: number;
  #correlationId = '';
  #backend: { readonly request: BackendRequest; readonly response?: BackendResponse } | undefined;
  #backendTime = 0;

  constructor(world: World, service: Resource, api: Resource) {
    this.#world = world;
    this.#service = service;
    this.#api = api;
    this.#started = world.clock.now;
  }

  /** `ports` with everything that the logs tell of watched. The first GUID of a request is its id. */
  watch(ports: PolicyPorts): PolicyPorts {
    return {
      ...ports,
      newGuid: () => {
        const guid = ports.newGuid();
        if (this.#correlationId === '') this.#correlationId = guid;
        return guid;
      },
      send: async (request) => {
        const before = this.#world.clock.now;
        this.#backend = { request };
        try {
          const response = await ports.send(request);
          this.#backend = { request, response };
          return response;
        } finally {
          this.#backendTime += this.#world.clock.now - before;
        }
      },
    };
  }

  /** The outcome, logged when the last of its body has gone to the caller, or when the caller leaves. */
  finish(call: PolicyCall, outcome: Outcome): Outcome {
    const { body } = outcome.caller;
    const keeps = llmLoggingOf(this.#world, this.#service, this.#api);
    if (body instanceof Uint8Array) {
      this.#record(call, outcome, body.length);
      if (keeps !== undefined) this.#recordExchange(keeps, body);
      return outcome;
    }
    const kept: Uint8Array[] = [];
    const logged = this.#counted(
      body,
      (chunk) => {
        if (keeps !== undefined) kept.push(chunk);
      },
      (size) => {
        this.#record(call, outcome, size);
        if (keeps !== undefined) this.#recordExchange(keeps, Buffer.concat(kept));
      },
    );
    return { ...outcome, caller: { ...outcome.caller, body: logged } };
  }

  /** What was said to a model and what it answered, where the API's diagnostic keeps it and a workspace takes it. */
  #recordExchange(keeps: LlmLogging, answer: Uint8Array): void {
    if (this.#backend?.response === undefined) return;
    const rows = llmRows(keeps, this.#backend.request, new TextDecoder().decode(answer));
    for (const sink of workspacesOf(this.#world, this.#service, 'GatewayLlmLogs'))
      for (const row of rows)
        recordLog(this.#world, {
          sink,
          table: 'ApiManagementGatewayLlmLog',
          at: this.#started,
          row: { _ResourceId: this.#service.id.toLowerCase(), CorrelationId: this.#correlationId, ...row },
        });
  }

  async *#counted(
    body: Exclude<Body, Uint8Array>,
    each: (chunk: Uint8Array) => void,
    done: (size: number) => void,
  ): AsyncIterable<Uint8Array> {
    let size = 0;
    try {
      for await (const chunk of body) {
        size += chunk.length;
        each(chunk);
        yield chunk;
      }
    } finally {
      done(size);
    }
  }

  #record(call: PolicyCall, outcome: Outcome, size: number): void {
    const { status } = outcome.caller;
    const { component, sampling, allErrors } = diagnosticOf(this.#world, this.#service, this.#api);
    if (component !== undefined && ((allErrors && status >= 400) || this.#sampled(sampling)))
      recordLog(this.#world, {
        sink: component,
        table: 'AppRequests',
        at: this.#started,
        row: this.#appRequest(call, status, sampling),
      });
    for (const sink of workspacesOf(this.#world, this.#service, 'GatewayLogs'))
      recordLog(this.#world, {
        sink,
        table: 'ApiManagementGatewayLogs',
        at: this.#started,
        row: this.#gatewayLog(call, outcome, size),
      });
  }

  #sampled(percentage: number): boolean {
    return percentage >= 100 || this.#world.chance(`sampling:${this.#correlationId}`) * 100 < percentage;
  }

  get #elapsed(): number {
    return this.#world.clock.now - this.#started;
  }

  #appRequest({ request, context }: PolicyCall, status: number, sampling: number) {
    const { api, operation, deployment, subscription, product } = context;
    const name = `${api?.id ?? ''};rev=${api?.revision ?? '1'} - ${operation?.id ?? ''}`;
    return {
      Id: this.#correlationId.replaceAll('-', '').slice(0, 16),
      Name: `${request.method} ${new URL(request.url).pathname}`,
      Url: request.url,
      Success: status < 400,
      ResultCode: String(status),
      DurationMs: this.#elapsed,
      ItemCount: sampling > 0 && sampling < 100 ? Math.round(100 / sampling) : 1,
      Properties: {
        'API Name': api?.id ?? '',
        'API Revision': api?.revision ?? '',
        'HTTP Method': request.method,
        'Operation Name': operation?.id ?? '',
        ...(product === undefined ? {} : { 'Product Name': product.id }),
        ...(subscription === undefined ? {} : { 'Subscription Name': subscription.id }),
        Region: deployment?.region ?? '',
        'Request Id': this.#correlationId,
        'Service ID': deployment?.serviceId ?? '',
        'Service Name': deployment?.serviceName ?? '',
        'Service Type': 'API Management',
      },
      OperationName: name,
      OperationId: this.#correlationId.replaceAll('-', ''),
      AppRoleName: `${this.#service.name}.azure-api.net ${deployment?.region ?? ''}`,
      SDKVersion: 'apim',
    };
  }

  #gatewayLog({ request, context }: PolicyCall, { caller, error }: Outcome, size: number) {
    const { api, operation, deployment, subscription, product } = context;
    const sent = this.#backend;
    return {
      _ResourceId: this.#service.id.toLowerCase(),
      OperationName: 'Microsoft.ApiManagement/GatewayLogs',
      Category: 'GatewayLogs',
      CorrelationId: this.#correlationId,
      Region: deployment?.region ?? '',
      CallerIpAddress: request.ip ?? '',
      IsRequestSuccess: caller.status < 400,
      Method: request.method,
      Url: request.url,
      ClientProtocol: 'HTTP/1.1',
      ClientTlsVersion: '1.3',
      ResponseCode: caller.status,
      ...(sent === undefined
        ? {}
        : { BackendMethod: sent.request.method, BackendUrl: sent.request.url, BackendProtocol: 'HTTP/1.1' }),
      ...(sent?.response === undefined ? {} : { BackendResponseCode: sent.response.status }),
      RequestSize: request.body?.length ?? 0,
      ResponseSize: size,
      Cache: 'none',
      BackendTime: this.#backendTime,
      ClientTime: 0,
      TotalTime: this.#elapsed,
      ApiId: api?.id ?? '',
      OperationId: operation?.id ?? '',
      ProductId: product?.id ?? '',
      ApimSubscriptionId: subscription?.id ?? '',
      ApiRevision: api?.revision ?? '',
      ...(error === null ? {} : lastError(error)),
    };
  }
}

function lastError({ source, scope, reason, section, message }: NonNullable<Outcome['error']>) {
  return {
    LastErrorSource: source,
    LastErrorScope: scope,
    LastErrorReason: reason,
    LastErrorSection: section,
    LastErrorMessage: message,
  };
}
