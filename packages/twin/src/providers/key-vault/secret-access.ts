import { hasDataAction } from '../../authorization/index.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { objectsAt, textAt } from '../common/json.ts';
import { arePeered } from '../network/peerings.ts';
import { LINK } from '../network/private-dns.ts';

const VAULT = 'Microsoft.KeyVault/vaults';
const GET_SECRET = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';

/** Who reads a secret: an identity, and where it stands. */
export interface SecretReader {
  readonly principalId: string;
  /** VNet that the reader's calls come from; absent for a reader outside of every VNet. */
  readonly networkId?: string | undefined;
  /** Whether Key Vault lets this service in past its firewall (`bypass: AzureServices`). */
  readonly trustedService: boolean;
}

export type SecretAccess =
  | { readonly kind: 'readable'; readonly value: string }
  | { readonly kind: 'missing' | 'forbidden' | 'unreachable' | 'not-effective-yet'; readonly reason: string };

/** `https://<vault>.vault.azure.net/secrets/<name>[/<version>]` taken apart; undefined when it is something else. */
export function parseSecretUri(
  uri: string,
): { readonly vault: string; readonly secret: string; readonly version?: string } | undefined {
  const match =
    /^https:\/\/([a-z0-9-]+)\.vault\.azure\.net(?::443)?\/secrets\/([A-Za-z0-9-]+)(?:\/([0-9a-f]*))?\/?$/i.exec(uri);
  const [, vault, secret, version] = match ?? [];
  if (vault === undefined || secret === undefined) return undefined;
  return version === undefined || version === '' ? { vault, secret } : { vault, secret, version };
}

/** The vault of that name. Vault names are unique in all of Azure. */
export function vaultNamed(world: World, name: string): Resource | undefined {
  return world.store.ofType(VAULT).find((vault) => vault.name.toLowerCase() === name.toLowerCase());
}

/** Whether `reader` gets the secret at `uri`, and if not, why: the network, the role, or the secret itself. */
export function secretAccess(world: World, reader: SecretReader, uri: string): SecretAccess {
  const parsed = parseSecretUri(uri);
  const vault = parsed === undefined ? undefined : vaultNamed(world, parsed.vault);
  if (parsed === undefined || vault === undefined)
    return { kind: 'missing', reason: `The vault of '${uri}' does not exist.` };
  if (!reachable(world, vault, reader)) {
    return {
      kind: 'unreachable',
      reason:
        'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
    };
  }
  const secret = world.store.get(`${vault.id}/secrets/${parsed.secret}`);
  const allowance = hasDataAction(world, reader.principalId, GET_SECRET, `${vault.id}/secrets/${parsed.secret}`);
  if (allowance === 'no')
    return {
      kind: 'forbidden',
      reason: `Caller is not authorized to perform action on resource. Action: '${GET_SECRET}'.`,
    };
  if (allowance === 'not-effective-yet')
    return { kind: 'not-effective-yet', reason: 'The role assignment has not taken effect yet.' };
  if (secret === undefined) {
    return { kind: 'missing', reason: `A secret with (name/id) ${parsed.secret} was not found in this key vault.` };
  }
  return { kind: 'readable', value: secret.secrets['value'] ?? '' };
}

function reachable(world: World, vault: Resource, reader: SecretReader): boolean {
  const closed =
    textAt(vault.properties, 'publicNetworkAccess')?.toLowerCase() === 'disabled' ||
    textAt(vault.properties, 'networkAcls.defaultAction')?.toLowerCase() === 'deny';
  if (!closed) return true;
  if (reader.trustedService && (textAt(vault.properties, 'networkAcls.bypass') ?? 'AzureServices') === 'AzureServices')
    return true;
  return reader.networkId !== undefined && reachesPrivately(world, vault, reader.networkId);
}

/** A private endpoint in a peered VNet, and a record for it in a zone that the reader's VNet is linked to. */
function reachesPrivately(world: World, vault: Resource, networkId: string): boolean {
  const endpoints = objectsAt(vault.properties, 'privateEndpointConnections').flatMap(
    (connection) => world.store.get(textAt(connection, 'properties.privateEndpoint.id') ?? '') ?? [],
  );
  const near = endpoints.some((endpoint) =>
    arePeered(world, networkId, ownerOf(textAt(endpoint.properties, 'subnet.id') ?? '')),
  );
  const resolved = world.store.ofType('Microsoft.Network/privateDnsZones/A').some((record) => {
    const zone = ownerOf(record.id);
    const links = world.store.below(zone).filter((child) => child.type.toLowerCase() === LINK.toLowerCase());
    return (
      record.name.toLowerCase() === vault.name.toLowerCase() &&
      nameOf(zone).toLowerCase() === 'privatelink.vaultcore.azure.net' &&
      links.some((link) => sameId(textAt(link.properties, 'virtualNetwork.id'), networkId))
    );
  });
  return near && resolved;
}

/** Object id of a user-assigned identity, if it exists. */
export function principalOf(world: World, identityId: string): string | undefined {
  return textAt(world.store.get(identityId)?.properties, 'principalId');
}
