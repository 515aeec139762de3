import type { World } from '../kernel/world.ts';
import { EntraError } from './aadsts.ts';
import { directoryOf } from './directory.ts';
import { checkAssertion } from './federation.ts';
import type { ServicePrincipal } from './model.ts';
import type { TokenRequest } from './token-request.ts';

/** How a client proved who it is. */
export type Proof = 'secret' | 'assertion' | 'none';

/** The service principal of `clientId` in the tenant, or AADSTS700016 / 7000229 / 7000112. */
export function findClient(world: World, clientId: string): ServicePrincipal {
  const directory = directoryOf(world);
  const client = directory.servicePrincipalOf(clientId);
  const registered = directory.applicationOf(clientId) !== undefined;
  if (client === undefined && registered)
    throw new EntraError(
      7000229,
      'unauthorized_client',
      `The client application ${clientId} is missing service principal in the tenant ${world.tenant.tenantId}.`,
    );
  if (client === undefined || !directory.isVisible(client))
    throw new EntraError(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory 'Contoso'. This can happen if the ` +
        'application has not been installed by the administrator of the tenant or consented to by any user in the ' +
        'tenant. You may have sent your authentication request to the wrong tenant.',
      { curedByTime: client !== undefined },
    );
  if (!client.accountEnabled)
    throw new EntraError(
      7000112,
      'unauthorized_client',
      `Application '${clientId}'(${client.displayName}) is disabled.`,
    );
  return client;
}

/** Checks the secret or the assertion that came with the request; `none` where neither did. */
export async function authenticateClient(
  world: World,
  client: ServicePrincipal,
  request: Pick<TokenRequest, 'secret' | 'assertion'>,
): Promise<Proof> {
  if (request.assertion !== undefined) {
    await checkAssertion(world, client, request.assertion);
    return 'assertion';
  }
  if (request.secret === undefined) return 'none';
  checkSecret(world, client, request.secret);
  return 'secret';
}

function checkSecret(world: World, client: ServicePrincipal, secret: string): void {
  const passwords = directoryOf(world).applicationOf(client.appId)?.passwords ?? [];
  const match = passwords.find((item) => item.secretText === secret);
  if (match === undefined)
    throw new EntraError(
      7000215,
      'invalid_client',
      'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not ' +
        `the client secret ID, for a secret added to app '${client.appId}'.`,
    );
  if (match.endsAt <= world.clock.now)
    throw new EntraError(
      7000222,
      'invalid_client',
      `The provided client secret keys for app '${client.appId}' are expired. ` +
        'Visit the Azure portal to create new keys for your app.',
    );
}
