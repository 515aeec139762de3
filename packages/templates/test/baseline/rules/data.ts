import { is, isNot, oneOf, present } from '../condition.ts';
import { logs, privateEndpoint } from '../joins.ts';
import { listAt, memberAt } from '../resource.ts';
import { custom, members, setting, type BaselineRule } from '../rule.ts';

const vault = 'Microsoft.KeyVault/vaults';
const secret = 'Microsoft.KeyVault/vaults/secrets';
const storage = 'Microsoft.Storage/storageAccounts';
const blobs = 'Microsoft.Storage/storageAccounts/blobServices';
const container = 'Microsoft.Storage/storageAccounts/blobServices/containers';
const redis = 'Microsoft.Cache/redisEnterprise';
const files = 'Microsoft.Storage/storageAccounts/fileServices';
const postgres = 'Microsoft.DBforPostgreSQL/flexibleServers';

const keyVaultRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.KeyVault.RBAC', vault, 'roles decide, not access policies'], {
    'properties.enableRbacAuthorization': is(true),
  }),
  custom(
    ['PSRule', 'Azure.KeyVault.AccessPolicy', vault, 'no access policy gives everything'],
    (resource) => !/"(all|purge)"/i.test(JSON.stringify(listAt(resource, 'properties.accessPolicies'))),
    { 'a policy for all': setting('properties.accessPolicies', [{ permissions: { secrets: ['all'] } }]) },
  ),
  members(['PSRule', 'Azure.KeyVault.Firewall', vault, 'only named networks come in'], {
    'properties.networkAcls.defaultAction': is('Deny'),
  }),
  logs('PSRule', 'Azure.KeyVault.Logs', vault, ['audit', 'AuditEvent']),
  members(['PSRule', 'Azure.KeyVault.SoftDelete', vault, 'what is deleted can be restored'], {
    'properties.enableSoftDelete': isNot(false),
  }),
  members(['PSRule', 'Azure.KeyVault.PurgeProtect', vault, 'what is deleted cannot be purged'], {
    'properties.enablePurgeProtection': is(true),
  }),
  members(['checkov', 'CKV_AZURE_109', vault, 'its firewall denies by default'], {
    'properties.networkAcls.defaultAction': is('Deny'),
  }),
  members(['checkov', 'CKV_AZURE_110', vault, 'it has purge protection'], {
    'properties.enablePurgeProtection': is(true),
  }),
  members(['checkov', 'CKV_AZURE_111', vault, 'soft delete is on'], { 'properties.enableSoftDelete': is(true) }),
  members(['checkov', 'CKV_AZURE_42', vault, 'it can be recovered'], {
    'properties.enableSoftDelete': is(true),
    'properties.enablePurgeProtection': is(true),
  }),
  members(['checkov', 'CKV_AZURE_189', vault, 'public network access is disabled'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  privateEndpoint('Defender', 'Azure Key Vaults should use private link', vault),
  members(['own', 'trusted-services', vault, 'of those outside, trusted services of Azure alone come in'], {
    'properties.networkAcls.bypass': is('AzureServices'),
  }),
  members(['checkov', 'CKV_AZURE_41', secret, 'it expires'], { 'properties.attributes.exp': present }),
  members(['checkov', 'CKV_AZURE_114', secret, 'it says what it holds'], { 'properties.contentType': present }),
];

const storageRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.Storage.LocalAuth', storage, 'its keys open nothing'], {
    'properties.allowSharedKeyAccess': is(false),
  }),
  members(['PSRule', 'Azure.Storage.Firewall', storage, 'only named networks come in'], {
    'properties.networkAcls.defaultAction': is('Deny'),
  }),
  members(['PSRule', 'Azure.Storage.MinTLS', storage, 'it speaks TLS 1.2 at least'], {
    'properties.minimumTlsVersion': oneOf('TLS1_2', 'TLS1_3'),
  }),
  members(['PSRule', 'Azure.Storage.SecureTransfer', storage, 'it takes encrypted connections alone'], {
    'properties.supportsHttpsTrafficOnly': is(true),
  }),
  members(['PSRule', 'Azure.Storage.BlobPublicAccess', storage, 'no container can be opened to everybody'], {
    'properties.allowBlobPublicAccess': is(false),
  }),
  custom(
    ['PSRule', 'Azure.Storage.DefenderCloud', storage, 'Microsoft Defender for Storage watches it'],
    ({ id }, all) => all.some((other) => other.id.startsWith(`${id}/providers/Microsoft.Security/`)),
    {},
  ),
  custom(
    ['PSRule', 'Azure.Storage.Defender.MalwareScan', storage, 'what is uploaded is scanned for malware'],
    ({ id }, all) => all.some((other) => other.id.startsWith(`${id}/providers/Microsoft.Security/defenderForStorage`)),
    {},
  ),
  members(['checkov', 'CKV_AZURE_3', storage, 'it takes HTTPS alone'], {
    'properties.supportsHttpsTrafficOnly': is(true),
  }),
  members(['checkov', 'CKV_AZURE_35', storage, 'its firewall denies by default'], {
    'properties.networkAcls.defaultAction': is('Deny'),
  }),
  members(['checkov', 'CKV_AZURE_36', storage, 'trusted services of Azure come in'], {
    'properties.networkAcls.bypass': is('AzureServices'),
  }),
  members(['checkov', 'CKV_AZURE_44', storage, 'TLS 1.2 is the least'], {
    'properties.minimumTlsVersion': is('TLS1_2'),
  }),
  members(['checkov', 'CKV_AZURE_59', storage, 'public access is disallowed'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  members(['checkov', 'CKV_AZURE_206', storage, 'it is replicated to a second region'], {
    'sku.name': oneOf('Standard_GRS', 'Standard_RAGRS', 'Standard_GZRS', 'Standard_RAGZRS'),
  }),
  members(['own', 'own-tenant', storage, 'nothing is replicated to another tenant'], {
    'properties.allowCrossTenantReplication': is(false),
  }),
  privateEndpoint('Defender', 'Storage accounts should use private link', storage),
  logs('own', 'storage-logs', storage),
  members(['PSRule', 'Azure.Storage.SoftDelete', blobs, 'a deleted file can be restored'], {
    'properties.deleteRetentionPolicy.enabled': is(true),
  }),
  members(['PSRule', 'Azure.Storage.ContainerSoftDelete', blobs, 'a deleted container can be restored'], {
    'properties.containerDeleteRetentionPolicy.enabled': is(true),
  }),
  members(['PSRule', 'Azure.Storage.BlobAccessType', container, 'nobody reads it without a right'], {
    'properties.publicAccess': is('None'),
  }),
  members(['checkov', 'CKV_AZURE_34', container, 'its public access level is private'], {
    'properties.publicAccess': is('None'),
  }),
  members(['PSRule', 'Azure.Storage.FileShareSoftDelete', files, 'a deleted share can be restored'], {
    'properties.shareDeleteRetentionPolicy.enabled': is(true),
  }),
];

const redisRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.RedisEnterprise.MinTLS', redis, 'it speaks TLS 1.2 at least'], {
    'properties.minimumTlsVersion': is('1.2'),
  }),
  members(['own', 'redis-inside', redis, 'public network access is disabled'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  privateEndpoint('Defender', 'Azure Cache for Redis should use private link', redis),
];

const postgresRules: readonly BaselineRule[] = [
  custom(
    ['PSRule', 'Azure.PostgreSQL.AAD', postgres, 'people sign in with Entra ID'],
    ({ id }, all) => all.some((other) => other.type === `${postgres}/administrators` && other.id.startsWith(`${id}/`)),
    {},
  ),
  members(['PSRule', 'Azure.PostgreSQL.AADOnly', postgres, 'nobody signs in with a password'], {
    'properties.authConfig.passwordAuth': is('Disabled'),
  }),
  custom(
    [
      'PSRule',
      'Azure.Deployment.AdminUsername',
      postgres,
      'the name of its administrator does not stand in the template',
    ],
    (resource) => String(memberAt(resource, 'properties.administratorLogin')).startsWith('['),
    { 'a fixed name': setting('properties.administratorLogin', 'administrator') },
  ),
  custom(
    ['PSRule', 'Azure.Deployment.SecureValue', postgres, 'its password comes from a secure value'],
    (resource) =>
      /^\[(parameters|getKeyVaultSecret)\(/.test(String(memberAt(resource, 'properties.administratorLoginPassword'))),
    { 'a password in the template': setting('properties.administratorLoginPassword', 'correct-horse') },
  ),
  members(['own', 'no-public-access', postgres, 'public network access is disabled'], {
    'properties.network.publicNetworkAccess': is('Disabled'),
  }),
  logs('own', 'database-logs', postgres),
  custom(
    ['PSRule', 'Azure.PostgreSQL.UseSSL', `${postgres}/configurations`, 'encryption is not switched off'],
    (resource) =>
      !(resource.name.endsWith('require_secure_transport') && memberAt(resource, 'properties.value') !== 'ON'),
    {
      'it is switched off': (resource) => {
        setting('name', `${resource.name}/require_secure_transport`)(resource, []);
        setting('properties.value', 'OFF')(resource, []);
      },
    },
  ),
];

/** Key Vault, storage and PostgreSQL. */
export const dataRules: readonly BaselineRule[] = [...keyVaultRules, ...storageRules, ...redisRules, ...postgresRules];
