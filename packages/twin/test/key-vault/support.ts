import type { Place } from '../../src/kernel/http.ts';
import type { JsonObject, Resource } from '../../src/kernel/store.ts';
import type { World } from '../../src/kernel/world.ts';
import { put } from '../entra/support.ts';

const GROUP = '/subscriptions/s/resourceGroups/r';
export const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-test`;
export const NETWORK = `${GROUP}/providers/Microsoft.Network`;
export const SPOKE = `${NETWORK}/virtualNetworks/spoke`;
export const USER = '4633458b-17de-408a-b874-0445c86b69e6';
export const OFFICER = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7';
export const URI = 'https://kv-test.vault.azure.net/secrets/password';
export const INSIDE: Place = { kind: 'vnet', vnetId: SPOKE };

/** A vault with roles. */
export function vault(world: World, properties: JsonObject = {}): Resource {
  return put(
    world,
    VAULT,
    'Microsoft.KeyVault/vaults',
    { enableRbacAuthorization: true, ...properties },
    { location: 'swedencentral' },
  );
}

/** A secret as ARM's own PUT leaves it. */
export function secret(world: World, value = 'hunter2', properties: JsonObject = {}): void {
  const uri = `${URI}/0123456789abcdef0123456789abcdef`;
  put(
    world,
    `${VAULT}/secrets/password`,
    'Microsoft.KeyVault/vaults/secrets',
    { secretUriWithVersion: uri, attributes: { enabled: true }, ...properties },
    { secrets: { value } },
  );
}

/** Gives the client a role, at the vault by default. */
export function allow(world: World, roleDefinitionId: string, scope = VAULT): void {
  const type = 'Microsoft.Authorization/roleAssignments';
  put(world, `${scope}/providers/${type}/${roleDefinitionId}`, type, {
    principalId: world.tenant.client.objectId,
    roleDefinitionId,
  });
}
