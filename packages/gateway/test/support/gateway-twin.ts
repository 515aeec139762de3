import { AzureClient, type HttpClient, type Json } from '@lz/azure';
import { createHttpHeaders, type PipelineRequest, type PipelineResponse } from '../../../azure/src/azure-core.ts';
import type { TwinHost, TwinRequest } from '../../../twin/src/kernel/http.ts';
import type { JsonObject, Resource } from '../../../twin/src/kernel/store.ts';
import type { World } from '../../../twin/src/kernel/world.ts';
import type { LoggedRequest } from '../../../twin/src/index.ts';
import { FaultRules, type FaultRule } from '../../../twin/src/server/faults.ts';
import { Patience } from '../../../twin/src/server/patience.ts';
import { answer, type Outcome, type Pipeline } from '../../../twin/src/server/pipeline.ts';
import { createWorld } from '../../../twin/src/world/create-world.ts';
import { createServices } from '../../../twin/src/world/services.ts';
import { tokenOf } from '../../../twin/test/support/client.ts';

export const GROUP_NAME = 'rg-contoso-dev-hub';
export const FOUNDRY_HOST = 'aif-contoso.services.ai.azure.com';

/** An API Management service in a twin without sockets: requests go straight into the pipeline, faults included. */
export class GatewayTwin {
  readonly world: World = createWorld(7, () => ({}), 'typical');
  readonly apimId: string;
  readonly host = 'apim-contoso.azure-api.net';
  /** Requests that reached Foundry. */
  readonly reached: TwinRequest[] = [];
  /** Sees every request before the twin does. */
  onRequest: (request: TwinRequest) => void = () => undefined;
  readonly #pipeline: Pipeline;

  /** An empty service, or the resources of `from`. */
  constructor(from?: GatewayTwin) {
    const group = `/subscriptions/${this.world.tenant.subscriptionId}/resourceGroups/${GROUP_NAME}`;
    this.apimId = `${group}/providers/Microsoft.ApiManagement/service/apim-contoso`;
    const { hosts } = createServices(this.world, { retryAfterSeconds: undefined });
    this.#pipeline = {
      clock: this.world.clock,
      log: this.world.log,
      faults: new FaultRules(),
      patience: new Patience(this.world.clock),
      hosts,
    };
    (hosts as TwinHost[]).unshift(this.#foundry());
    if (from === undefined) this.#service(group);
    for (const resource of from?.world.store.all() ?? []) this.world.store.put(resource);
    if (from !== undefined) this.world.clock.spend(from.world.clock.now - this.world.clock.now);
  }

  /** A client of a run of its own. */
  async client(options: { readonly signal?: AbortSignal; readonly perRequest?: number } = {}): Promise<AzureClient> {
    const token = await tokenOf(this.world, this.world.tenant.deploy.objectId);
    const { signal, perRequest } = options;
    return new AzureClient({
      credential: { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) },
      env: {},
      pollIntervalMs: 0,
      httpClient: this.#httpClient(),
      ...(signal === undefined ? {} : { signal }),
      ...(perRequest === undefined ? {} : { retryLimits: { perRequest } }),
    });
  }

  fault(...rules: readonly FaultRule[]): void {
    this.#pipeline.faults.install(rules);
  }

  clearFaults(): void {
    this.#pipeline.faults.clear();
  }

  get requests(): readonly LoggedRequest[] {
    return this.world.log.entries;
  }

  get writes(): readonly LoggedRequest[] {
    return this.requests.filter(({ wrote, method }) => wrote && method !== 'POST');
  }

  /** `PUT backends/foundry` */
  get written(): readonly string[] {
    return this.writes.map(
      ({ method, path }) => `${method} ${path.split('?')[0]?.slice(this.apimId.length + 1) ?? ''}`,
    );
  }

  /** A resource below the service, as it is stored. */
  find(path: string): Resource | undefined {
    return this.world.store.get(`${this.apimId}/${path}`);
  }

  /** Puts a resource below the service into the store, past every rule: somebody made it long ago. */
  put(path: string, properties: JsonObject): void {
    const type = path
      .split('/')
      .filter((_part, index) => index % 2 === 0)
      .join('/');
    this.#store(`${this.apimId}/${path}`, `Microsoft.ApiManagement/service/${type}`, properties);
  }

  /** What callers and people see of the service: every resource without what only bookkeeping changes. */
  picture(): Readonly<Record<string, unknown>> {
    const below = this.world.store.below(this.apimId);
    return Object.fromEntries(
      below
        .map(({ id, properties, secrets }) => {
          const lasting = Object.entries(properties).filter(([name]) => name !== 'createdDate');
          return [id.slice(this.apimId.length + 1), { properties: Object.fromEntries(lasting), secrets }] as const;
        })
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** A request of a caller inside the network to the gateway. */
  async call(
    method: string,
    path: string,
    body?: Json,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const sent = { ...(text === '' ? {} : { 'content-type': 'application/json' }), ...headers };
    const outcome = await answer(this.#pipeline, {
      method,
      url: new URL(`https://${this.host}/${path}`),
      headers: sent,
      rawHeaders: Object.entries(sent).flat(),
      body: Buffer.from(text),
      place: { kind: 'internet' },
    });
    return outcome.response.status;
  }

  #service(group: string): void {
    this.#store(group, 'Microsoft.Resources/resourceGroups', {}, 'swedencentral');
    this.#store(
      this.apimId,
      'Microsoft.ApiManagement/service',
      { provisioningState: 'Succeeded', virtualNetworkType: 'None', publicNetworkAccess: 'Enabled' },
      'swedencentral',
    );
  }

  #store(id: string, type: string, properties: JsonObject, location?: string): void {
    const { now } = this.world.clock;
    const etag = this.world.guid(`etag:${id}:${this.world.store.version}`);
    const name = id.split('/').at(-1) ?? '';
    const place = location === undefined ? {} : { location, sku: { name: 'Developer', capacity: 1 } };
    this.world.store.put({
      ...{ id, type, name, apiVersion: '2024-05-01', ...place, properties, secrets: {}, etag },
      ...{ createdAt: now, changedAt: now },
    });
  }

  #foundry(): TwinHost {
    return {
      name: 'Foundry',
      serves: (host) => host.endsWith('.services.ai.azure.com'),
      handle: (request) => {
        this.reached.push(request);
        return { status: 200, body: { choices: [] } };
      },
    };
  }

  #httpClient(): HttpClient {
    return {
      sendRequest: async (request) => {
        const sent = twinRequest(request);
        this.onRequest(sent);
        const outcome = await answer(this.#pipeline, sent);
        // Who is cancelled hears no answer, although the service may have acted.
        if (request.abortSignal?.aborted === true) throw broken('The operation was aborted.', 'ABORT_ERR');
        return pipelineResponse(request, outcome);
      },
    };
  }
}

function twinRequest({ method, url, headers, body }: PipelineRequest): TwinRequest {
  const sent = headers.toJSON();
  return {
    method,
    url: new URL(url),
    headers: sent,
    rawHeaders: Object.entries(sent).flat(),
    body: Buffer.from(typeof body === 'string' ? body : ''),
    place: { kind: 'internet' },
  };
}

function pipelineResponse(request: PipelineRequest, { response, manner }: Outcome): PipelineResponse {
  if (manner === 'reset') throw broken('socket hang up', 'ECONNRESET');
  const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? null);
  const isEmpty = response.body === undefined;
  const headers = createHttpHeaders({
    ...(isEmpty ? {} : { 'content-type': typeof response.body === 'string' ? 'text/plain' : 'application/json' }),
    ...(response.headers as Record<string, string> | undefined),
  });
  const whole = isEmpty ? '' : text;
  if (manner === 'truncated' && isEmpty) throw broken('socket hang up', 'ECONNRESET');
  const bodyAsText = manner === 'truncated' ? whole.slice(0, whole.length / 2) : whole;
  return { request, status: response.status, headers, bodyAsText };
}

/** A connection that ended, as the SDK's pipeline reports one. */
function broken(message: string, code: string): Error {
  return Object.assign(new Error(message), { name: 'RestError', code });
}
