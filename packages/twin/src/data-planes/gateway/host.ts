import { executePolicies, type Outcome, type Pairs, type PolicyCall } from '@lz/policy';
import { json, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import type { DataPlanePorts } from '../ports.ts';
import { configurationOf, contextOf, documentsOf } from './configuration.ts';
import { matchApi, matchOperation, type MatchedApi } from './match-api.ts';
import { policyPorts } from './policy-ports.ts';
import { RequestLog } from './request-log.ts';
import { refusedFromOutside, serviceOfHost, whyUnreachable } from './service.ts';
import { checkKey } from './subscription-key.ts';

const SUFFIX = '.azure-api.net';

/** The addresses of a service that are no gateway: portals, management, source control. */
const OTHER_FACES = /\.(?:developer|portal|management|scm|regional)\.azure-api\.net$/;

/** The gateways of all API Management services: they run the policies that the resource store holds. */
export function gatewayHost(world: World, ports: DataPlanePorts): TwinHost {
  return {
    name: 'API Management gateway',
    serves: (host) => (host.endsWith(SUFFIX) && !OTHER_FACES.test(host)) || serviceOfHost(world, host) !== undefined,
    unreachable: (host, place) => whyUnreachable(world, host, place),
    handle: async (request) => ({ ...(await handle(world, request, ports)), wrote: false }),
  };
}

async function handle(world: World, request: TwinRequest, ports: DataPlanePorts): Promise<TwinResponse> {
  const service = serviceOfHost(world, request.url.hostname);
  if (service === undefined) return json(404, { statusCode: 404, message: 'Resource not found' });
  const refused = refusedFromOutside(world, service, request.url.hostname, request.place);
  if (refused !== undefined) return json(403, { statusCode: 403, message: refused });
  if (request.url.pathname === '/status-0123456789abcdef') return { status: 200, body: 'Service Operational' };
  const matched = matchApi(world, service, request.url.pathname);
  if (matched === undefined) return json(404, { statusCode: 404, message: 'Resource not found' });
  const log = new RequestLog(world, service, matched.api);
  const call = callOf(world, service, matched, request);
  const outcome = await executePolicies(call, log.watch(policyPorts(world, service, matched.api, ports)));
  return responseOf(log.finish(call, outcome));
}

/** Matches the operation, checks the key, and gathers all that the policies of the request need. */
function callOf(world: World, service: Resource, { api, relativePath }: MatchedApi, request: TwinRequest): PolicyCall {
  // A preflight asks for the operation that the browser is about to call.
  const preflight = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : undefined;
  const operation =
    matchOperation(world, api, request.method, relativePath, request.url.searchParams) ??
    (preflight === undefined
      ? undefined
      : matchOperation(world, api, preflight, relativePath, request.url.searchParams));
  const key = checkKey(world, service, api, request);
  const accepted = key.kind === 'accepted' ? key : undefined;
  const parts = {
    api,
    operation: operation?.operation,
    product: accepted?.product,
    subscription: accepted?.subscription,
    key: accepted?.key,
  };
  return {
    documents: documentsOf(world, service, parts),
    configuration: configurationOf(world, service),
    context: contextOf(world, service, parts),
    request: {
      method: request.method,
      url: request.url.href,
      headers: pairsOf(request),
      body: request.body,
      ip: callerAddress(request),
      matchedParameters: operation?.parameters ?? {},
    },
    route: { relativePath, serviceUrl: textAt(api.properties, 'serviceUrl') ?? '' },
    ...refusal(operation === undefined, key),
  };
}

function refusal(unknownOperation: boolean, key: ReturnType<typeof checkKey>): Pick<PolicyCall, 'refused'> {
  if (unknownOperation) {
    const message = 'Unable to match incoming request to an operation.';
    return { refused: { source: 'configuration', reason: 'OperationNotFound', message, status: 404 } };
  }
  if (key.kind === 'accepted') return {};
  const { reason, message, challenge } = key;
  return {
    refused: { source: 'authorization', reason, message, status: 401, headers: [['WWW-Authenticate', challenge]] },
  };
}

function pairsOf({ rawHeaders }: TwinRequest): Pairs {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  return pairs;
}

/** Callers have no addresses of their own in the twin: one of their network stands for them. */
function callerAddress({ place }: TwinRequest): string {
  return place.kind === 'internet' ? '203.0.113.10' : '10.0.0.4';
}

/** Headers that belong to the connection with the backend. */
const NOT_OURS = new Set(['content-length', 'date', 'connection', 'transfer-encoding']);

function responseOf({ caller }: Outcome): TwinResponse {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of caller.headers) {
    const key = name.toLowerCase();
    if (!NOT_OURS.has(key)) (headers[key] ??= []).push(value);
  }
  const single = Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
  return {
    status: caller.status,
    headers: single,
    body: caller.body instanceof Uint8Array ? Buffer.from(caller.body) : buffers(caller.body),
  };
}

async function* buffers(body: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  for await (const chunk of body) yield Buffer.from(chunk);
}
