import { hasDataAction } from '../../authorization/index.ts';
import { AUDIENCES, verifyBearer } from '../../entra/index.ts';
import type { Place, TwinRequest } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { FoundryError } from './errors.ts';

/** Host suffixes of an account: its subdomain answers under each (facts/apim.md section 4). */
const SUFFIXES = ['.openai.azure.com', '.services.ai.azure.com', '.cognitiveservices.azure.com'];

/** The custom subdomain in a host name of Foundry. */
export function labelOf(host: string): string | undefined {
  const suffix = SUFFIXES.find((each) => host.endsWith(each));
  const label = suffix === undefined ? '' : host.slice(0, -suffix.length);
  return label === '' || label.includes('.') ? undefined : label;
}

/** The account whose subdomain stands in `host`. */
export function accountOfHost(world: World, host: string): Resource | undefined {
  const label = labelOf(host.toLowerCase());
  if (label === undefined) return undefined;
  return world.store
    .ofType('Microsoft.CognitiveServices/accounts')
    .find((account) => (textAt(account.properties, 'customSubDomainName') ?? '').toLowerCase() === label);
}

/** Why a caller in `place` gets no connection: no such name for it, or no way to the private endpoint. */
export function whyUnreachable(world: World, host: string, place: Place): string | undefined {
  if (accountOfHost(world, host) === undefined)
    return `The host name ${host} cannot be resolved: no Foundry account has this subdomain.`;
  const [address] = resolveHost(world, place, host);
  if (address === undefined)
    return `The host name ${host} cannot be resolved from here: the linked private DNS zone has no record of it.`;
  if (canReach(world, place, address, 443)) return undefined;
  return `The connection to ${address}:443 timed out: no peering, or a security group blocks it.`;
}

/** Refuses a connection that came by the public address of an account without public access. */
export function checkNetwork(world: World, account: Resource, request: TwinRequest): void {
  if (textAt(account.properties, 'publicNetworkAccess')?.toLowerCase() !== 'disabled') return;
  const addresses = resolveHost(world, request.place, request.url.hostname);
  if (addresses.some((address) => isOwnEndpoint(world, account, address))) return;
  throw new FoundryError(403, '403', 'Public access is disabled. Please configure private endpoint.');
}

/** Whether the address is one of an approved private endpoint of the account. */
function isOwnEndpoint(world: World, account: Resource, address: string): boolean {
  return objectsAt(account.properties, 'privateEndpointConnections')
    .filter((item) => textAt(item, 'properties.privateLinkServiceConnectionState.status') === 'Approved')
    .flatMap((item) => world.store.get(textAt(item, 'properties.privateEndpoint.id') ?? '') ?? [])
    .flatMap((endpoint) => objectsAt(endpoint.properties, 'customDnsConfigs'))
    .some((config) => textsAt(config, 'ipAddresses').includes(address));
}

const UNAUTHORIZED =
  'Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com or https://ai.azure.com), or have expired.';

/** Who calls: a principal, or a bearer of the account's key, who may do everything. */
export type Caller = { readonly kind: 'key' } | { readonly kind: 'principal'; readonly principalId: string };

/** Checks the key or the token. Tokens age by virtual time here. */
export async function authenticate(world: World, account: Resource, request: TwinRequest): Promise<Caller> {
  const key = request.headers['api-key'];
  if (typeof key === 'string' && request.headers.authorization === undefined) return checkKey(world, account, key);
  const audiences = [...AUDIENCES.cognitiveServices, ...AUDIENCES.foundry];
  const verdict = await verifyBearer(world, request.headers.authorization, { audiences, lifetime: 'virtual' });
  if (!verdict.ok) throw new FoundryError(401, 'Unauthorized', UNAUTHORIZED);
  return { kind: 'principal', principalId: verdict.caller.principalId };
}

function checkKey(world: World, account: Resource, key: string): Caller {
  if (isTrueAt(account.properties, 'disableLocalAuth')) {
    throw new FoundryError(
      403,
      'AuthenticationTypeDisabled',
      'Key based authentication is disabled for this resource.',
    );
  }
  const keys = [1, 2].map((index) =>
    world.guid(`account-key-${index}:${account.id.toLowerCase()}`).replaceAll('-', ''),
  );
  if (keys.includes(key)) return { kind: 'key' };
  throw new FoundryError(
    401,
    '401',
    'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
  );
}

/** Refuses a principal without the data action; a role that has not taken effect yet is refused alike, until it has. */
export function authorize(world: World, account: Resource, caller: Caller, action: string, operation: string): void {
  if (caller.kind === 'key') return;
  const allowance = hasDataAction(world, caller.principalId, action, account.id);
  if (allowance === 'yes') return;
  const message = `The principal \`${caller.principalId}\` lacks the required data action \`${action}\` to perform \`${operation}\` operation.`;
  throw new FoundryError(401, 'PermissionDenied', message, { curedByTime: allowance === 'not-effective-yet' });
}
