import { json } from '../kernel/http.ts';
import type { TwinHost, TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { EntraError, errorResponse } from './aadsts.ts';
import { authorize } from './authorize-endpoint.ts';
import { instanceDiscovery, openIdConfiguration, tenantOf } from './discovery.ts';
import { grantToken } from './grants.ts';
import { entraSigner } from './keys.ts';
import { readTokenRequest } from './token-request.ts';

const HOSTS = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];

/** Entra ID's sign-in and token service. */
export function entraHost(world: World): TwinHost {
  return {
    name: 'Entra ID',
    serves: (host) => HOSTS.includes(host),
    handle: async (request) => {
      try {
        return await route(world, request);
      } catch (error) {
        if (error instanceof EntraError) return errorResponse(world, error, correlationOf(request));
        throw error;
      }
    },
  };
}

async function route(world: World, request: TwinRequest): Promise<TwinResponse> {
  const [, tenant = '', ...rest] = request.url.pathname.split('/');
  const path = rest.join('/');
  switch (`${request.method} ${path.toLowerCase()}`) {
    case 'GET discovery/instance':
      return discoverInstance(request);
    case 'GET v2.0/.well-known/openid-configuration':
      return json(200, openIdConfiguration(world, request.url.host, tenant, 'v2'));
    case 'GET .well-known/openid-configuration':
      return json(200, openIdConfiguration(world, request.url.host, tenant, 'v1'));
    case 'GET discovery/v2.0/keys':
    case 'GET discovery/keys':
      tenantOf(world, tenant);
      return json(200, (await entraSigner()).jwks);
    case 'POST oauth2/v2.0/token':
      return token(world, request, tenant, 'v2');
    case 'POST oauth2/token':
      return token(world, request, tenant, 'v1');
    case 'GET oauth2/v2.0/authorize':
    case 'POST oauth2/v2.0/authorize':
      tenantOf(world, tenant);
      return authorize(world, request);
    case 'GET oauth2/v2.0/logout':
    case 'GET oauth2/logout':
      return logout(request);
    default:
      return json(501, {
        error: 'not_implemented',
        error_description: `The twin's Entra ID has no ${request.method} ${request.url.pathname}.`,
      });
  }
}

async function token(world: World, request: TwinRequest, tenant: string, endpoint: 'v1' | 'v2'): Promise<TwinResponse> {
  const asked = readTokenRequest(request, endpoint);
  if (tenantOf(world, tenant) === 'shared' && asked.grantType === 'client_credentials')
    throw new EntraError(
      50059,
      'invalid_request',
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  const body = await grantToken(world, asked);
  return { ...json(200, body, { 'cache-control': 'no-store', pragma: 'no-cache' }), wrote: false };
}

function discoverInstance(request: TwinRequest): TwinResponse {
  const asked = request.url.searchParams.get('authorization_endpoint') ?? '';
  const authority = URL.canParse(asked) ? new URL(asked) : undefined;
  const version = request.url.searchParams.get('api-version') ?? '1.1';
  if (authority === undefined || !HOSTS.includes(authority.hostname))
    throw new EntraError(50049, 'invalid_request', 'Unknown or invalid instance.');
  const [, tenant = 'common'] = authority.pathname.split('/');
  const endpoint = `https://${authority.host}/${tenant}/v2.0/.well-known/openid-configuration`;
  return json(200, instanceDiscovery(endpoint, version));
}

function logout(request: TwinRequest): TwinResponse {
  const back = request.url.searchParams.get('post_logout_redirect_uri');
  if (back !== null && URL.canParse(back)) return { status: 302, headers: { location: back }, wrote: false };
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'You signed out.' };
}

function correlationOf(request: TwinRequest): string | undefined {
  const header = request.headers['client-request-id'];
  return typeof header === 'string' ? header : undefined;
}
