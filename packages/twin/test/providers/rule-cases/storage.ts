import { IDS } from '../landscape.ts';
import { OTHER_GROUP, p, refuse, SUB, SUBNET_NOWHERE, taken } from './case.ts';
import type { RuleCase } from './case.ts';

/** Storage accounts, containers and shares. */
export const storage: readonly RuleCase[] = [
  refuse(
    'storage-account-name-free',
    'StorageAccountAlreadyTaken',
    IDS.storage,
    {},
    { as: `${OTHER_GROUP}Microsoft.Storage/storageAccounts/stcontoso` },
  ),
  refuse('storage-account-sku', 'InvalidValuesForRequestParameters', IDS.storage, { 'sku.name': 'Gold' }),
  refuse(
    'storage-account-kind',
    'InvalidSkuForKind',
    IDS.storage,
    { kind: 'FileStorage' },
    { as: 'Microsoft.Storage/storageAccounts/stnew' },
  ),
  refuse('storage-account-kind-fixed', 'AccountTypeCannotBeChanged', IDS.storage, { kind: 'BlobStorage' }),
  refuse(
    'storage-account-zones',
    'RedundancyConfigurationNotAvailableInRegion',
    IDS.storage,
    { location: 'westus', 'sku.name': 'Standard_ZRS' },
    { as: 'Microsoft.Storage/storageAccounts/stnew' },
  ),
  refuse('storage-account-redundancy-fixed', 'AccountTypeConversionNotSupported', IDS.storage, {
    'sku.name': 'Standard_ZRS',
  }),
  refuse('storage-account-tls', 'InvalidValuesForRequestParameters', IDS.storage, {
    [`${p}.minimumTlsVersion`]: 'TLS1_0',
  }),
  refuse('storage-account-network-rule-subnet', 'NetworkAclsValidationFailure', IDS.storage, {
    [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: SUBNET_NOWHERE }] },
  }),
  refuse('blobservices-retention', 'InvalidValuesForRequestParameters', `${IDS.storage}/blobServices/default`, {
    [`${p}.deleteRetentionPolicy.days`]: 900,
  }),
  refuse('fileservices-retention', 'InvalidValuesForRequestParameters', `${IDS.storage}/fileServices/default`, {
    [`${p}.shareDeleteRetentionPolicy.days`]: 900,
  }),
  refuse(
    'container-public-access',
    'PublicAccessNotPermitted',
    `${IDS.storage}/blobServices/default/containers/open-webui`,
    { [`${p}.publicAccess`]: 'Blob' },
  ),
  refuse('share-nfs-account', 'InvalidRequestPropertyValue', `${IDS.storage}/fileServices/default/shares/data`, {
    [`${p}.enabledProtocols`]: 'NFS',
  }),
  refuse('share-quota', 'InvalidShareQuota', `${IDS.storage}/fileServices/default/shares/data`, {
    [`${p}.shareQuota`]: 0,
  }),
  refuse(
    'storage-account-name-free',
    'StorageAccountAlreadyTaken',
    IDS.storage,
    {},
    { as: 'Microsoft.Storage/storageAccounts/stnew', given: taken('Microsoft.Storage/storageAccounts', 'stnew') },
  ),
  refuse(
    'storage-account-network-rule-endpoint',
    'NetworkAclsValidationFailure',
    IDS.storage,
    {},
    { editsIn: (bench) => ({ [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: bench.id(`${SUB}/free`) }] } }) },
  ),
];
