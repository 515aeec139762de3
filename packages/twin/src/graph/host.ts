import { json } from '../kernel/http.ts';
import type { TwinHost, TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { AUDIENCES, directoryOf, verifyBearer } from '../entra/index.ts';
import type { Caller, TokenProblem } from '../entra/index.ts';
import { applications } from './applications.ts';
import type { Body, GraphContext, Handler } from './context.ts';
import { deletedItems } from './deleted-items.ts';
import { badRequest, GraphError, graphErrorResponse, notImplemented } from './errors.ts';
import { segmentOf } from './odata.ts';
import { directoryObjects, groups, me, organization, users } from './people.ts';
import { permissionGrants } from './permission-grants.ts';
import { isBody } from './read-body.ts';
import { servicePrincipals } from './service-principals.ts';

const COLLECTIONS: Readonly<Record<string, Handler>> = {
  applications,
  directory: deletedItems,
  directoryObjects,
  groups,
  me,
  oauth2PermissionGrants: permissionGrants,
  organization,
  servicePrincipals,
  users,
};

/** Microsoft Graph v1.0, as far as a landing zone needs it. What is missing answers 501 and says so. */
export function graphHost(world: World): TwinHost {
  return {
    name: 'Microsoft Graph',
    serves: (host) => host === 'graph.microsoft.com',
    handle: async (request) => {
      try {
        return await route(world, request);
      } catch (error) {
        if (error instanceof GraphError) return graphErrorResponse(world, error);
        throw error;
      }
    },
  };
}

async function route(world: World, request: TwinRequest): Promise<TwinResponse> {
  const [version = '', ...path] = request.url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const caller = await authenticate(world, request);
  if (version === 'oidc' && path[0] === 'userinfo') return userInfo(world, caller);
  if (version !== 'v1.0') throw notImplemented(`the version '${version}'`);
  const name = segmentOf(path[0] ?? '').name;
  const handler = Object.entries(COLLECTIONS).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  if (handler === undefined) throw notImplemented(`'${path[0] ?? ''}'`);
  const context: GraphContext = {
    world,
    directory: directoryOf(world),
    caller,
    method: request.method,
    path,
    query: request.url.searchParams,
    body: bodyOf(request),
    createIfMissing: /(^|,)\s*create-if-missing\b/i.test(String(request.headers['prefer'] ?? '')),
  };
  return handler(context);
}

const PROBLEMS: Readonly<Record<TokenProblem, string>> = {
  missing: 'Access token is empty.',
  malformed: 'IDX14100: JWT is not well formed, there are no dots (.).',
  signature: 'Access token validation failure. Invalid signature.',
  issuer: 'Access token validation failure. Invalid issuer.',
  audience: 'Access token validation failure. Invalid audience.',
  expired: 'Lifetime validation failed, the token is expired.',
};

async function authenticate(world: World, request: TwinRequest): Promise<Caller> {
  const expected = { audiences: AUDIENCES.graph, lifetime: 'real' } as const;
  const verdict = await verifyBearer(world, request.headers.authorization, expected);
  if (verdict.ok) return verdict.caller;
  throw new GraphError(401, 'InvalidAuthenticationToken', PROBLEMS[verdict.problem]);
}

function bodyOf(request: TwinRequest): Body {
  if (request.body.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (isBody(parsed)) return parsed;
  throw badRequest('Write requests must contain a JSON object.');
}

function userInfo(world: World, caller: Caller): TwinResponse {
  const person = directoryOf(world).people.get(caller.principalId);
  if (person === undefined) throw new GraphError(403, 'Authorization_RequestDenied', 'UserInfo needs a person.');
  return json(200, { sub: caller.claims.sub ?? '', name: person.displayName, email: person.mail });
}
