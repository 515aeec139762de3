import { IDS } from '../landscape.ts';
import { deleted, OTHER_GROUP, p, refuse, SUB, SUBNET_NOWHERE, taken } from './case.ts';
import type { RuleCase } from './case.ts';

/** Key vaults and their secrets. */
export const keyVaults: readonly RuleCase[] = [
  refuse(
    'vault-name-free',
    'VaultAlreadyExists',
    IDS.vault,
    {},
    { as: `${OTHER_GROUP}Microsoft.KeyVault/vaults/kv-contoso` },
  ),
  refuse(
    'vault-access-policies',
    'BadRequest',
    IDS.vault,
    { [`${p}.enableRbacAuthorization`]: false },
    { as: 'Microsoft.KeyVault/vaults/kv-policies' },
  ),
  refuse('vault-soft-deleted', 'ConflictError', IDS.vault, {}, { given: deleted(IDS.vault) }),
  refuse(
    'vault-recover-exists',
    'DeletedVaultNotFound',
    IDS.vault,
    { [`${p}.createMode`]: 'recover' },
    { as: 'Microsoft.KeyVault/vaults/kv-never' },
  ),
  refuse('vault-tenant', 'BadRequest', IDS.vault, { [`${p}.tenantId`]: 'another' }),
  refuse('vault-sku', 'BadRequest', IDS.vault, { [`${p}.sku.name`]: 'gold' }),
  refuse('vault-soft-delete-off', 'BadRequest', IDS.vault, { [`${p}.enableSoftDelete`]: false }),
  refuse('vault-purge-protection-off', 'BadRequest', IDS.vault, { [`${p}.enablePurgeProtection`]: false }),
  refuse(
    'vault-retention',
    'BadRequest',
    IDS.vault,
    { [`${p}.softDeleteRetentionInDays`]: 3 },
    { as: 'Microsoft.KeyVault/vaults/kv-new' },
  ),
  refuse('vault-retention-fixed', 'BadRequest', IDS.vault, { [`${p}.softDeleteRetentionInDays`]: 30 }),
  refuse('vault-network-default', 'BadRequest', IDS.vault, { [`${p}.networkAcls.defaultAction`]: 'Maybe' }),
  refuse(
    'vault-secret-value',
    'BadRequest',
    `${IDS.vault}/secrets/webui-secret-key`,
    { [`${p}.value`]: undefined },
    { as: `${IDS.vault}/secrets/new` },
  ),
  refuse('vault-secret-size', 'BadRequest', `${IDS.vault}/secrets/webui-secret-key`, {
    [`${p}.value`]: 'x'.repeat(25_601),
  }),
  refuse('vault-secret-attributes', 'BadRequest', `${IDS.vault}/secrets/webui-secret-key`, {
    [`${p}.attributes`]: { nbf: 10, exp: 5 },
  }),
  refuse(
    'vault-name-free',
    'VaultAlreadyExists',
    IDS.vault,
    {},
    { as: 'Microsoft.KeyVault/vaults/kv-new', given: taken('Microsoft.KeyVault/vaults', 'KV-new') },
  ),
  refuse('vault-network-rule-subnet', 'ResourceNotFound', IDS.vault, {
    [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: SUBNET_NOWHERE }] },
  }),
  refuse(
    'vault-network-rule-endpoint',
    'SubnetsHaveNoServiceEndpointsConfigured',
    IDS.vault,
    {},
    { editsIn: (bench) => ({ [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: bench.id(`${SUB}/free`) }] } }) },
  ),
];
