import { hasDataAction } from '../../authorization/index.ts';
import type { Allowance } from '../../authorization/index.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, objectsAt, textAt, textsAt } from '../../providers/common/json.ts';

/** What can be done with secrets, by Key Vault's names: data action (roles) and permission (access policies). */
export const OPERATIONS = {
  get: 'Microsoft.KeyVault/vaults/secrets/getSecret/action',
  list: 'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
  set: 'Microsoft.KeyVault/vaults/secrets/setSecret/action',
  delete: 'Microsoft.KeyVault/vaults/secrets/delete',
  recover: 'Microsoft.KeyVault/vaults/secrets/recover/action',
  purge: 'Microsoft.KeyVault/vaults/secrets/purge/action',
} as const;

export type Operation = keyof typeof OPERATIONS;

/** Whether `principalId` may do `operation`: by role, or by access policy where the vault uses those. */
export function permits(
  world: World,
  vault: Resource,
  principalId: string,
  operation: Operation,
  secretName?: string,
): Allowance {
  const scope = secretName === undefined ? vault.id : `${vault.id}/secrets/${secretName}`;
  if (isTrueAt(vault.properties, 'enableRbacAuthorization'))
    return hasDataAction(world, principalId, OPERATIONS[operation], scope);
  const policy = objectsAt(vault.properties, 'accessPolicies').find(
    (item) => textAt(item, 'objectId')?.toLowerCase() === principalId.toLowerCase(),
  );
  const granted = textsAt(policy, 'permissions.secrets').map((item) => item.toLowerCase());
  return granted.includes(operation) || granted.includes('all') ? 'yes' : 'no';
}
