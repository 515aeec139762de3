import type { TwinHost, TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { AUDIENCES, issuerOf, verifyBearer } from '../../entra/index.ts';
import type { Caller, TokenProblem } from '../../entra/index.ts';
import { VaultError, vaultErrorResponse } from './errors.ts';
import { vaultReach } from './network.ts';
import { OPERATIONS, permits } from './permission.ts';
import type { Operation } from './permission.ts';
import { vaultNamed } from './read-secret.ts';
import { routeSecrets } from './secrets.ts';

const SUFFIX = '.vault.azure.net';
const API_VERSIONS = ['2025-07-01', '7.6', '7.5', '7.4', '7.3', '7.2', '7.1', '7.0', '2016-10-01'];

/** Data plane of every key vault in the store: secrets. Keys and certificates answer 501. */
export function keyVaultHost(world: World): TwinHost {
  return {
    name: 'Key Vault',
    serves: (host) => host.endsWith(SUFFIX),
    unreachable: (host) =>
      vaultNamed(world, nameOf(host)) === undefined
        ? `The name ${host} does not resolve: there is no such vault.`
        : undefined,
    handle: async (request) => {
      try {
        return await handle(world, request);
      } catch (error) {
        if (error instanceof VaultError) return vaultErrorResponse(error);
        throw error;
      }
    },
  };
}

async function handle(world: World, request: TwinRequest): Promise<TwinResponse> {
  const vault = vaultNamed(world, nameOf(request.url.hostname));
  if (vault === undefined) throw new VaultError(404, 'NotFound', 'There is no such vault.');
  const caller = await authenticate(world, request);
  checkNetwork(world, vault, request, caller);
  checkVersion(request);
  return routeSecrets({
    world,
    vault,
    request,
    authorize: (operation, secret) => {
      authorize(world, vault, caller, operation, secret);
    },
  });
}

const PROBLEMS: Readonly<Record<TokenProblem, string>> = {
  missing: 'AKV10000: Request is missing a Bearer or PoP token.',
  malformed: 'AKV10001: The bearer token is not a well-formed JSON web token.',
  signature: 'AKV10046: Unable to resolve the key used for signature validation.',
  issuer: 'AKV10032: Invalid issuer. The token is not of the tenant of the vault.',
  audience: 'AKV10022: Invalid audience. Expected https://vault.azure.net.',
  expired: 'AKV10047: Lifetime validation failed. The token is expired.',
};

/** Tokens age by virtual time here; the challenge tells a client where to get another. */
async function authenticate(world: World, request: TwinRequest): Promise<Caller> {
  const expected = { audiences: AUDIENCES.keyVault, lifetime: 'virtual' } as const;
  const verdict = await verifyBearer(world, request.headers.authorization, expected);
  if (verdict.ok) return verdict.caller;
  const authority = `https://login.microsoftonline.com/${world.tenant.tenantId}`;
  const challenge = `Bearer authorization="${authority}", resource="https://vault.azure.net"`;
  throw new VaultError(401, 'Unauthorized', PROBLEMS[verdict.problem], { headers: { 'www-authenticate': challenge } });
}

function checkNetwork(world: World, vault: Resource, request: TwinRequest, caller: Caller): void {
  const reach = vaultReach(world, vault, request.place);
  if (reach === 'open') return;
  const reason =
    reach === 'ForbiddenByConnection'
      ? 'Public network access is disabled and request is not from a trusted service nor via an approved private link.'
      : 'Client address is not authorized and caller is not a trusted service.';
  throw new VaultError(403, 'Forbidden', `${reason}\r\n${describe(world, vault, caller)}`, { inner: reach });
}

function checkVersion(request: TwinRequest): void {
  const version = request.url.searchParams.get('api-version');
  if (version === null) throw new VaultError(400, 'BadParameter', 'api-version must be specified');
  if (!API_VERSIONS.includes(version))
    throw new VaultError(400, 'BadParameter', `The api-version '${version}' is not supported.`);
}

function authorize(
  world: World,
  vault: Resource,
  caller: Caller,
  operation: Operation,
  secret: string | undefined,
): void {
  const allowance = permits(world, vault, caller.principalId, operation, secret);
  if (allowance === 'yes') return;
  if (vault.properties['enableRbacAuthorization'] !== true)
    throw new VaultError(
      403,
      'Forbidden',
      `The user, group or application '${describe(world, vault, caller)}' does not have secrets ${operation} permission on key vault '${vault.name}'.`,
      { inner: 'AccessDenied' },
    );
  const resource = secret === undefined ? vault.id : `${vault.id}/secrets/${secret}`;
  throw new VaultError(
    403,
    'Forbidden',
    'Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role ' +
      'definitions were changed recently, please observe propagation time.\r\n' +
      `Caller: appid=${caller.appId};oid=${caller.principalId};iss=${issuerOf(world, 1)}\r\n` +
      `Action: '${OPERATIONS[operation]}'\r\nResource: '${resource.toLowerCase()}'\r\nAssignment: (not found)\r\n` +
      `DenyAssignmentId: null\r\nDecisionReason: null\r\nVault: ${vault.name};location=${vault.location ?? ''}`,
    { inner: 'ForbiddenByRbac', curedByTime: allowance === 'not-effective-yet' },
  );
}

function describe(world: World, vault: Resource, caller: Caller): string {
  return `Caller: appid=${caller.appId};oid=${caller.principalId};iss=${issuerOf(world, 1)}\r\nVault: ${vault.name};location=${vault.location ?? ''}`;
}

function nameOf(host: string): string {
  return host.slice(0, -SUFFIX.length);
}
