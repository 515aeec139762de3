import {
  BackendError,
  MemoryBackendStates,
  MemoryCache,
  MemoryConcurrency,
  MemoryCounters,
  MemoryVectorCache,
  type BackendRequest,
  type BackendResponse,
  type Pairs,
  type PolicyPorts,
} from '@lz/policy';
import { EntraError, directoryOf, identityAccessToken, type ServicePrincipal } from '../../entra/index.ts';
import { perWorld } from '../../entra/per-world.ts';
import type { Place, TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectAt, textAt } from '../../providers/common/json.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { sameId } from '../../providers/common/ids.ts';
import { recordMetric } from '../insights/metrics.ts';
import { bytesOf, isStream, outgoingRequest } from '../outgoing.ts';
import { UnreachableError, type DataPlanePorts } from '../ports.ts';
import { diagnosticOf } from './diagnostics.ts';
import { placeOfService } from './service.ts';

/** What a gateway remembers from request to request: one instance has it all. */
interface GatewayStates {
  readonly counters: MemoryCounters;
  readonly backendStates: MemoryBackendStates;
  readonly vectorCache: MemoryVectorCache;
  readonly cache: MemoryCache;
  readonly concurrency: MemoryConcurrency;
}

const statesOf = perWorld(() => new Map<string, GatewayStates>());
/** Tokens of managed identities, and virtual times until which they are used. */
const tokensOf = perWorld(() => new Map<string, { readonly token: string; readonly until: number }>());
const requestsOf = perWorld(() => ({ last: 0 }));

/** The world as policies of `service` see it: virtual time, the service's identities, hosts reached from its VNet. */
export function policyPorts(
  world: World,
  service: Resource,
  api: Resource | undefined,
  ports: DataPlanePorts,
): PolicyPorts {
  const requests = requestsOf(world);
  requests.last += 1;
  const request = requests.last;
  let draws = 0;
  const { counters, backendStates, vectorCache, cache, concurrency } = states(world, service);
  return {
    now: () => world.clock.now,
    wait: (milliseconds) => {
      world.clock.spend(milliseconds);
      return Promise.resolve();
    },
    newGuid: () => world.guid(`gateway-request:${service.id.toLowerCase()}:${request}:${(draws += 1)}`),
    random: () => world.chance(`gateway-request:${service.id.toLowerCase()}:${request}:${(draws += 1)}`),
    counters,
    backendStates,
    cache,
    concurrency,
    ...(hasCache(world, service) ? { vectorCache } : {}),
    managedIdentityToken: (resource, clientId) => tokenOf(world, service, resource, clientId),
    fetchJson: (url) => fetchJson(url, placeOfService(service), ports),
    send: (outgoing) => send(outgoing, placeOfService(service), ports),
    // There is no event hub and no service bus here: what is sent to one is gone.
    emitMessage: () => undefined,
    emitMetric: (metric) => {
      const { component, metrics } = diagnosticOf(world, service, api);
      if (component !== undefined && metrics) recordMetric(world, { ...metric, component, at: world.clock.now });
    },
  };
}

function states(world: World, service: Resource): GatewayStates {
  const all = statesOf(world);
  const known = all.get(service.id.toLowerCase()) ?? {
    counters: new MemoryCounters(),
    backendStates: new MemoryBackendStates(),
    vectorCache: new MemoryVectorCache(),
    cache: new MemoryCache(),
    concurrency: new MemoryConcurrency(),
  };
  all.set(service.id.toLowerCase(), known);
  return known;
}

/** Answers of models are kept in an external cache alone, and only where it has been onboarded. */
function hasCache(world: World, service: Resource): boolean {
  return world.store.below(service.id).some(({ type }) => type.toLowerCase() === `${SERVICE}/caches`.toLowerCase());
}

async function tokenOf(
  world: World,
  service: Resource,
  resource: string,
  clientId: string | undefined,
): Promise<string> {
  const principalId = principalOf(world, service, clientId);
  const principal = principalId === undefined ? undefined : directoryOf(world).servicePrincipal(principalId);
  if (principal === undefined) throw new Error('The service has no such managed identity.');
  try {
    return await keptToken(world, principal, resource);
  } catch (error) {
    if (error instanceof EntraError) throw new Error(error.message, { cause: error });
    throw error;
  }
}

/** A token is kept until it has five minutes left, as the platform keeps it: API Management asks for none per call. */
async function keptToken(world: World, principal: ServicePrincipal, resource: string): Promise<string> {
  const kept = tokensOf(world);
  const key = `${principal.id} ${resource}`;
  const known = kept.get(key);
  if (known !== undefined && known.until > world.clock.now) return known.token;
  const { token, expiresIn } = await identityAccessToken(world, principal, resource);
  kept.set(key, { token, until: world.clock.now + (expiresIn - 300) * 1000 });
  return token;
}

/** Object id of the user-assigned identity with that client id, or of the service's own. */
function principalOf(world: World, service: Resource, clientId: string | undefined): string | undefined {
  if (clientId === undefined) return textAt(service.identity, 'principalId');
  const identities = Object.keys(objectAt(service.identity, 'userAssignedIdentities')).map((id) => world.store.get(id));
  const found = identities.find((identity) => sameId(textAt(identity?.properties, 'clientId'), clientId));
  return textAt(found?.properties, 'principalId');
}

async function fetchJson(url: string, place: Place, ports: DataPlanePorts): Promise<unknown> {
  const response = await ports.callHost(outgoingRequest({ method: 'GET', url, place }));
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  const bytes = await bytesOf(response.body);
  return JSON.parse(bytes.toString('utf8')) as unknown;
}

async function send(outgoing: BackendRequest, place: Place, ports: DataPlanePorts): Promise<BackendResponse> {
  const body = Buffer.from(outgoing.body ?? new Uint8Array());
  try {
    const response = await ports.callHost(outgoingRequest({ ...outgoing, body, place }));
    const headers = headerPairs(response);
    return { status: response.status, headers, body: bodyOf(response.body) };
  } catch (error) {
    if (error instanceof UnreachableError) throw new BackendError('BackendConnectionFailure', error.message);
    throw error;
  }
}

function headerPairs(response: TwinResponse): Pairs {
  const pairs = Object.entries(response.headers ?? {}).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  );
  const typed = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  const type = contentTypeOf(response.body);
  return typed || type === undefined ? pairs : [['Content-Type', type], ...pairs];
}

function contentTypeOf(body: TwinResponse['body']): string | undefined {
  if (typeof body === 'string') return 'text/plain; charset=utf-8';
  if (body === undefined || Buffer.isBuffer(body) || isStream(body)) return undefined;
  return 'application/json; charset=utf-8';
}

function bodyOf(body: TwinResponse['body']): BackendResponse['body'] {
  if (body === undefined) return new Uint8Array();
  if (isStream(body)) return chunks(body);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

async function* chunks(body: AsyncIterable<string | Buffer>): AsyncIterable<Uint8Array> {
  for await (const chunk of body) yield Buffer.from(chunk);
}
