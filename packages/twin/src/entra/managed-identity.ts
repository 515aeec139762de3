import { json } from '../kernel/http.ts';
import type { TwinHost, TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { EntraError } from './aadsts.ts';
import { issueAccessToken, realClockOf } from './access-token.ts';
import { directoryOf, same } from './directory.ts';
import { checkAssigned } from './grants.ts';
import type { ServicePrincipal } from './model.ts';
import { perWorld } from './per-world.ts';
import { findResource } from './scopes.ts';

/** Where the endpoint of the twin's containers answers; Container Apps itself uses a port of the replica's loopback. */
const HOST = 'identity.container-apps.internal';

/** `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` of one replica. */
export interface IdentityEndpoint {
  readonly endpoint: string;
  readonly header: string;
}

interface Replica {
  /** Resource ids of the user-assigned identities it carries. */
  readonly identities: readonly string[];
}

const replicasOf = perWorld(() => new Map<string, Replica>());

/** Gives a replica that carries `identities` (resource ids) an endpoint at which it gets tokens, and only its own. */
export function registerReplica(world: World, identities: readonly string[]): IdentityEndpoint {
  const replicas = replicasOf(world);
  const header = world.guid(`replica:${replicas.size + 1}`);
  replicas.set(header, { identities });
  return { endpoint: `https://${HOST}/msi/token`, header };
}

/** Token endpoint of managed identities in Container Apps: `GET ?resource=&api-version=2019-08-01[&client_id=]`. */
export function managedIdentityHost(world: World): TwinHost {
  return {
    name: 'Managed identities of Container Apps',
    serves: (host) => host === HOST,
    handle: (request) => handle(world, request),
  };
}

async function handle(world: World, request: TwinRequest): Promise<TwinResponse> {
  const header = request.headers['x-identity-header'];
  const replica = typeof header === 'string' ? replicasOf(world).get(header) : undefined;
  if (replica === undefined) return failure(403, 'Missing or wrong X-IDENTITY-HEADER.');
  const query = request.url.searchParams;
  if (request.method !== 'GET' || request.url.pathname !== '/msi/token') return failure(404, 'Not found.');
  if (query.get('api-version') !== '2019-08-01') return failure(400, "The api-version must be '2019-08-01'.");
  const resource = query.get('resource');
  if (resource === null) return failure(400, "The parameter 'resource' is missing.");
  const selector =
    query.get('client_id') ?? query.get('principal_id') ?? query.get('object_id') ?? query.get('mi_res_id');
  const client = carried(world, replica).find((item) => selector !== null && isNamed(item, selector));
  if (client === undefined)
    return failure(
      400,
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
    );
  return managedIdentityToken(world, client, resource);
}

/**
 * A token of the managed identity `client` for `resource`, in the answer of the identity endpoint: also for services
 * that use their identity themselves (API Management).
 */
export async function managedIdentityToken(
  world: World,
  client: ServicePrincipal,
  resource: string,
): Promise<TwinResponse> {
  try {
    if (!directoryOf(world).isVisible(client)) return { ...failure(400, 'Identity not found'), curedByTime: true };
    const { token, expiresIn } = await identityAccessToken(world, client, resource);
    return json(200, {
      access_token: token,
      expires_on: String(Math.floor(realClockOf(world).now() / 1000) + expiresIn),
      resource,
      token_type: 'Bearer',
      client_id: client.appId,
    });
  } catch (error) {
    if (error instanceof EntraError) return failure(400, error.message);
    throw error;
  }
}

/** The bare access token of the managed identity `client` for `resource`. Throws EntraError (AADSTS500011, 501051). */
export function identityAccessToken(world: World, client: ServicePrincipal, resource: string) {
  const api = findResource(world, resource);
  checkAssigned(world, client, api);
  return issueAccessToken(world, { kind: 'application', client, proof: 'platform' }, api, resource);
}

function carried(world: World, replica: Replica): readonly ServicePrincipal[] {
  return replica.identities.flatMap((id) => {
    const principalId = world.store.get(id)?.properties['principalId'];
    const found = typeof principalId === 'string' ? directoryOf(world).servicePrincipal(principalId) : undefined;
    return found === undefined ? [] : [found];
  });
}

function isNamed(client: ServicePrincipal, selector: string): boolean {
  const names = client.other['alternativeNames'];
  const resourceIds = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  return [client.appId, client.id, ...resourceIds].some((name) => same(name, selector));
}

function failure(statusCode: number, message: string): TwinResponse {
  return json(statusCode, { statusCode, message });
}
