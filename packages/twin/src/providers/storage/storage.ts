import { AzureError } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isNameTaken } from '../common/global-names.ts';
import { nameOf, normalLocation } from '../common/ids.ts';
import { numberAt, textAt } from '../common/json.ts';
import { choiceRule, linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { serviceEndpointRule } from '../common/service-endpoints.ts';
import type { ProviderOperation } from '../type-definition.ts';

export const STORAGE = 'Microsoft.Storage/storageAccounts';
const SOURCE = 'Microsoft.Storage validation';
const VALID_NAME = /^[a-z0-9]{3,24}$/;
const SKUS = [
  'Standard_LRS',
  'Standard_ZRS',
  'Standard_GRS',
  'Standard_RAGRS',
  'Standard_GZRS',
  'Standard_RAGZRS',
  'Premium_LRS',
  'Premium_ZRS',
  'PremiumV2_LRS',
  'PremiumV2_ZRS',
  'StandardV2_LRS',
  'StandardV2_ZRS',
  'StandardV2_GRS',
  'StandardV2_GZRS',
];
const KINDS = ['StorageV2', 'BlobStorage', 'BlockBlobStorage', 'FileStorage', 'Storage'];

function endpoints(name: string): JsonObject {
  const plain = ['blob', 'dfs', 'file', 'queue', 'table'].map((service): [string, string] => [
    service,
    `https://${name}.${service}.core.windows.net/`,
  ]);
  // The number of the zone differs from region to region.
  return { ...Object.fromEntries(plain), web: `https://${name}.z1.web.core.windows.net/` };
}

function key(world: World, id: string, index: number): string {
  return Buffer.from(world.guid(`storage-key-${index}:${id.toLowerCase()}`).repeat(2).slice(0, 64)).toString('base64');
}

/** Services and their default settings that every account has without anybody writing them. */
function writeServices(account: Resource, world: World): void {
  for (const service of ['blobServices', 'fileServices']) {
    const id = `${account.id}/${service}/default`;
    if (world.store.has(id)) continue;
    world.store.put({
      id,
      type: `${STORAGE}/${service}`,
      name: 'default',
      apiVersion: account.apiVersion,
      properties: { deleteRetentionPolicy: { enabled: false }, cors: { corsRules: [] } },
      secrets: {},
      etag: account.etag,
      createdAt: world.clock.now,
      changedAt: world.clock.now,
    });
  }
}

export const storageAccounts = defineType({
  type: STORAGE,
  apiVersions: API_VERSIONS.storage,
  location: 'required',
  asyncStyle: 'location',
  duration: 'storage',
  deletesAtOnce: () => true,
  rules: [
    nameRule(STORAGE, VALID_NAME, {
      code: 'AccountNameInvalid',
      message: (name) =>
        `${name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.`,
    }),
    rule('storage-account-name-free', SOURCE, ({ id, name }, world) =>
      isNameTaken(world, STORAGE, name, id)
        ? refusal(409, 'StorageAccountAlreadyTaken', `The storage account named ${name} is already taken.`)
        : undefined,
    ),
    rule('storage-account-sku', SOURCE, ({ sku }) =>
      SKUS.some((known) => known.toLowerCase() === (textAt(sku, 'name') ?? '').toLowerCase())
        ? undefined
        : refusal(
            400,
            'InvalidValuesForRequestParameters',
            `Values for request parameters are invalid: sku.name '${textAt(sku, 'name') ?? ''}'.`,
          ),
    ),
    rule('storage-account-kind', SOURCE, ({ kind, sku }) => {
      if (kind === undefined || !KINDS.includes(kind))
        return refusal(
          400,
          'InvalidValuesForRequestParameters',
          `Values for request parameters are invalid: kind '${kind ?? ''}'.`,
        );
      const premium = (textAt(sku, 'name') ?? '').startsWith('Premium');
      return kind === 'FileStorage' && !premium && !(textAt(sku, 'name') ?? '').includes('V2')
        ? refusal(
            400,
            'InvalidSkuForKind',
            `The SKU '${textAt(sku, 'name') ?? ''}' is not supported for kind FileStorage.`,
          )
        : undefined;
    }),
    rule('storage-account-kind-fixed', SOURCE, ({ kind, existing }) =>
      existing?.kind === undefined || kind === existing.kind || kind === 'StorageV2'
        ? undefined
        : refusal(
            409,
            'AccountTypeCannotBeChanged',
            `The kind of storage account '${existing.name}' cannot be changed from ${existing.kind} to ${kind ?? ''}.`,
          ),
    ),
    choiceRule(
      'storage-account-tls',
      'minimumTlsVersion',
      ['TLS1_2', 'TLS1_3'],
      (value) =>
        refusal(
          400,
          'InvalidValuesForRequestParameters',
          `minimumTlsVersion '${value}' is retired: TLS1_2 is the lowest.`,
        ),
      'Microsoft: TLS 1.0 and 1.1 of storage accounts retired in February 2026',
    ),
    linkedResourceRule(
      'storage-account-network-rule-subnet',
      'networkAcls.virtualNetworkRules[].id',
      'Microsoft.Network/virtualNetworks/subnets',
      (missing) =>
        refusal(
          400,
          'NetworkAclsValidationFailure',
          `Validation of network acls failure: SubnetsNotProvisioned:Cannot proceed with operation because subnets ${nameOf(missing)} of the virtual network are not provisioned.`,
        ),
    ),
    serviceEndpointRule('storage-account-network-rule-endpoint', 'Microsoft.Storage', ({ code, message }) =>
      refusal(400, 'NetworkAclsValidationFailure', `Validation of network acls failure: ${code}:${message}`),
    ),
  ],
  defaults: () => ({
    accessTier: 'Hot',
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    allowSharedKeyAccess: true,
    defaultToOAuthAuthentication: false,
    minimumTlsVersion: 'TLS1_2',
    supportsHttpsTrafficOnly: true,
    publicNetworkAccess: 'Enabled',
    networkAcls: { bypass: 'AzureServices', virtualNetworkRules: [], ipRules: [], defaultAction: 'Allow' },
    encryption: {
      services: { file: { keyType: 'Account', enabled: true }, blob: { keyType: 'Account', enabled: true } },
      keySource: 'Microsoft.Storage',
    },
  }),
  readOnly: ({ name, location, existing }, world) => ({
    creationTime: new Date(existing?.createdAt ?? world.clock.now).toISOString(),
    primaryLocation: normalLocation(location),
    statusOfPrimary: 'available',
    primaryEndpoints: endpoints(name),
  }),
  afterComplete: writeServices,
  actions: {
    listkeys({ resource, world }) {
      return {
        status: 200,
        body: {
          keys: [1, 2].map((index) => ({
            keyName: `key${index}`,
            value: key(world, resource.id, index),
            permissions: 'FULL',
            creationTime: new Date(resource.createdAt).toISOString(),
          })),
        },
      };
    },
  },
});

function service(kind: 'blobServices' | 'fileServices', defaults: JsonObject) {
  const type = `${STORAGE}/${kind}`;
  return defineType({
    type,
    apiVersions: API_VERSIONS.storage,
    asyncStyle: 'none',
    duration: 'instant',
    showsState: false,
    rules: [
      nameRule(type, /^default$/, {
        code: 'InvalidResourceName',
        message: (name) => `The only ${kind} resource of a storage account is called 'default', not '${name}'.`,
      }),
      rule(`${kind.toLowerCase()}-retention`, SOURCE, ({ properties }) => {
        const member = kind === 'blobServices' ? 'deleteRetentionPolicy' : 'shareDeleteRetentionPolicy';
        const days = numberAt(properties, `${member}.days`);
        return days === undefined || (days >= 1 && days <= 365)
          ? undefined
          : refusal(400, 'InvalidValuesForRequestParameters', `${member}.days must be between 1 and 365, not ${days}.`);
      }),
    ],
    defaults: () => defaults,
  });
}

export const blobServices = service('blobServices', {
  cors: { corsRules: [] },
  deleteRetentionPolicy: { allowPermanentDelete: false, enabled: false },
});
export const fileServices = service('fileServices', {
  cors: { corsRules: [] },
  shareDeleteRetentionPolicy: { enabled: true, days: 7 },
});

const CONTAINER = `${STORAGE}/blobServices/containers`;

export const containers = defineType({
  type: CONTAINER,
  apiVersions: API_VERSIONS.storage,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(CONTAINER, /^(?=.{3,63}$)[a-z0-9](?:-?[a-z0-9])*$|^\$(?:root|web|logs)$/, {
      code: 'InvalidResourceName',
      message: (name) => `The specified resource name contains invalid characters. Container: '${name}'.`,
    }),
    rule('container-public-access', SOURCE, ({ id, properties }, world) => {
      const account = world.store.get(id.split('/').slice(0, 9).join('/'));
      const open = textAt(properties, 'publicAccess') ?? 'None';
      return open !== 'None' && account?.properties['allowBlobPublicAccess'] !== true
        ? refusal(409, 'PublicAccessNotPermitted', 'Public access is not permitted on this storage account.')
        : undefined;
    }),
  ],
  defaults: () => ({
    publicAccess: 'None',
    defaultEncryptionScope: '$account-encryption-key',
    denyEncryptionScopeOverride: false,
  }),
  readOnly: () => ({
    leaseStatus: 'Unlocked',
    leaseState: 'Available',
    hasImmutabilityPolicy: false,
    hasLegalHold: false,
  }),
});

const SHARE = `${STORAGE}/fileServices/shares`;

export const shares = defineType({
  type: SHARE,
  apiVersions: API_VERSIONS.storage,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(SHARE, /^(?=.{3,63}$)[a-z0-9](?:-?[a-z0-9])*$/, {
      code: 'InvalidResourceName',
      message: (name) => `The specified share name contains invalid characters: '${name}'.`,
    }),
    rule(
      'share-nfs-account',
      'facts/azure.md section 4, SMB mount: NFS needs Premium FileStorage',
      ({ id, properties }, world) => {
        const account = world.store.get(id.split('/').slice(0, 9).join('/'));
        return textAt(properties, 'enabledProtocols') === 'NFS' && account?.kind !== 'FileStorage'
          ? refusal(
              400,
              'InvalidRequestPropertyValue',
              "The value 'NFS' is not allowed for property enabledProtocols: the account is not of kind FileStorage.",
            )
          : undefined;
      },
    ),
    rule('share-quota', SOURCE, ({ id, properties }, world) => {
      const quota = numberAt(properties, 'shareQuota');
      const account = world.store.get(id.split('/').slice(0, 9).join('/'));
      const least = account?.kind === 'FileStorage' && !(textAt(account.sku, 'name') ?? '').includes('V2') ? 100 : 1;
      return quota === undefined || (quota >= least && quota <= 262_144)
        ? undefined
        : refusal(400, 'InvalidShareQuota', `Share quota ${quota} is not between ${least} and 262144 GiB.`);
    }),
  ],
  defaults: () => ({ accessTier: 'TransactionOptimized', enabledProtocols: 'SMB', shareQuota: 5120 }),
  readOnly: () => ({ leaseStatus: 'unlocked', leaseState: 'available' }),
});

export const storageOperations: readonly ProviderOperation[] = [
  {
    method: 'POST',
    path: 'providers/Microsoft.Storage/checkNameAvailability',
    apiVersions: API_VERSIONS.storage,
    action: 'Microsoft.Storage/checkNameAvailability/read',
    handle({ world, body }) {
      const name = textAt(body, 'name');
      if (name === undefined)
        throw new AzureError(400, { code: 'InvalidRequestContent', message: 'The member name is required.' });
      if (!VALID_NAME.test(name))
        return {
          status: 200,
          wrote: false,
          body: {
            nameAvailable: false,
            reason: 'AccountNameInvalid',
            message: `${name} is not a valid storage account name.`,
          },
        };
      const taken = isNameTaken(world, STORAGE, name);
      return {
        status: 200,
        wrote: false,
        body: taken
          ? {
              nameAvailable: false,
              reason: 'AlreadyExists',
              message: `The storage account named ${name} is already taken.`,
            }
          : { nameAvailable: true },
      };
    },
  },
];
