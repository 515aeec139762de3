import type { World } from '../kernel/world.ts';
import { EntraError } from './aadsts.ts';
import { directoryOf } from './directory.ts';
import { GRAPH_APP_ID } from './first-party.ts';
import type { ServicePrincipal } from './model.ts';

const OPENID_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** What a `scope` parameter asks for. */
export interface ScopeRequest {
  /** `openid`, `profile`, `email`, `offline_access`. */
  readonly openid: readonly string[];
  /** The resource as named in the request; Graph where only its short names or none were given. */
  readonly resourceName: string;
  /** Names of delegated permissions, or `.default`. */
  readonly permissions: readonly string[];
}

/** Reads `scope`. Throws AADSTS28000 for two resources and AADSTS70011 for `.default` beside named permissions. */
export function readScopes(scope: string): ScopeRequest {
  const words = scope.split(/\s+/).filter(Boolean);
  const openid = words.filter((word) => OPENID_SCOPES.includes(word));
  const asked = words.filter((word) => !OPENID_SCOPES.includes(word)).map(splitScope);
  const resources = [...new Set(asked.map((item) => item.resource))];
  if (resources.length > 1)
    throw new EntraError(
      28000,
      'invalid_request',
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
    );
  const permissions = asked.map((item) => item.permission);
  if (permissions.length > 1 && permissions.includes('.default'))
    throw new EntraError(
      70011,
      'invalid_scope',
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid. .default scope can't be combined with resource-specific scopes.`,
    );
  return { openid, resourceName: resources[0] ?? 'https://graph.microsoft.com', permissions };
}

/** The API named `name`, or AADSTS500011: an API without a service principal is not found either. */
export function findResource(world: World, name: string): ServicePrincipal {
  const directory = directoryOf(world);
  const resource = directory.resourceNamed(name);
  if (resource !== undefined && directory.isVisible(resource)) return resource;
  throw new EntraError(
    500011,
    'invalid_resource',
    `The resource principal named ${name} was not found in the tenant named Contoso. This can happen if the ` +
      'application has not been installed by the administrator of the tenant or consented to by any user in the ' +
      'tenant. You might have sent your authentication request to the wrong tenant.',
    { curedByTime: resource !== undefined },
  );
}

/**
 * The permissions of `asked` that the token may carry: each must exist (AADSTS650053) and be consented to, by a grant
 * or by the API's pre-authorisation (AADSTS65001). `.default` stands for everything consented to.
 */
export function consentedScopes(
  world: World,
  client: ServicePrincipal,
  resource: ServicePrincipal,
  personId: string,
  asked: readonly string[],
): readonly string[] {
  const offered = directoryOf(world)
    .scopesOf(resource)
    .filter((scope) => scope.isEnabled);
  const consented = new Set(consentOf(world, client, resource, personId));
  if (asked.includes('.default')) {
    if (consented.size === 0) throw consentRequired(client);
    return [...consented];
  }
  for (const name of asked) {
    if (!offered.some((scope) => scope.value === name))
      throw new EntraError(
        650053,
        'invalid_client',
        `The application '${client.displayName}' asked for scope '${name}' that doesn't exist on the resource ` +
          `'${resource.appId}'. Contact the app vendor.`,
      );
    if (!consented.has(name)) throw consentRequired(client);
  }
  return asked;
}

function consentOf(
  world: World,
  client: ServicePrincipal,
  resource: ServicePrincipal,
  personId: string,
): readonly string[] {
  const directory = directoryOf(world);
  const granted = directory.grants
    .all()
    .filter(
      (grant) =>
        grant.clientId === client.id &&
        grant.resourceId === resource.id &&
        (grant.consentType === 'AllPrincipals' || grant.principalId === personId),
    )
    .flatMap((grant) => grant.scope.split(' ').filter(Boolean));
  const preAuthorized =
    directory.applicationOf(resource.appId)?.preAuthorized.find((item) => item.appId === client.appId)
      ?.delegatedPermissionIds ?? [];
  const byId = directory.scopesOf(resource).filter((scope) => preAuthorized.includes(scope.id));
  return [...granted, ...byId.map((scope) => scope.value)];
}

function consentRequired(client: ServicePrincipal): EntraError {
  return new EntraError(
    65001,
    'invalid_grant',
    `The user or administrator has not consented to use the application with ID '${client.appId}' named ` +
      `'${client.displayName}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  );
}

/** `api://x/read` → `api://x` and `read`; `User.Read` → Graph. The double slash of a resource that ends in one is kept. */
function splitScope(word: string): { readonly resource: string; readonly permission: string } {
  const at = word.lastIndexOf('/');
  if (at === -1) return { resource: 'https://graph.microsoft.com', permission: word };
  return { resource: word.slice(0, at), permission: word.slice(at + 1) };
}

/** Whether `resource` is Graph, the one API that is asked for when no other is. */
export function isGraph(resource: ServicePrincipal): boolean {
  return resource.appId === GRAPH_APP_ID;
}
