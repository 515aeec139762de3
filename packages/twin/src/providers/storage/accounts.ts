import { AzureError, type TwinResponse } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isNameTaken } from '../common/global-names.ts';
import { nameOf, normalLocation } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { choiceRule, linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { serviceEndpointRule } from '../common/service-endpoints.ts';
import type { ActionContext } from '../type-definition.ts';
import { zonesOf } from '../common/regions.ts';

export const STORAGE = 'Microsoft.Storage/storageAccounts';
export const SOURCE = 'Microsoft.Storage validation';
export const VALID_NAME = /^[a-z0-9]{3,24}$/;
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

function redundancyOf(sku: JsonObject | undefined): string {
  return (textAt(sku, 'name') ?? '').toUpperCase().split('_').at(-1) ?? '';
}

function endpoints(name: string): JsonObject {
  const plain = ['blob', 'dfs', 'file', 'queue', 'table'].map((service): [string, string] => [
    service,
    `https://${name}.${service}.core.windows.net/`,
  ]);
  // The number of the zone differs from region to region.
  return { ...Object.fromEntries(plain), web: `https://${name}.z1.web.core.windows.net/` };
}

/** Both keys as they are now: each new one is drawn from how often it was made anew. */
export function accountKeys(world: World, account: Resource): readonly string[] {
  return [1, 2].map((index) => {
    const turn = account.secrets[turnOf(index)] ?? '';
    const seed = `storage-key-${index}:${account.id.toLowerCase()}${turn === '' ? '' : `:${turn}`}`;
    return Buffer.from(world.guid(seed).repeat(2).slice(0, 64)).toString('base64');
  });
}

/** Where an account keeps how often a key was made anew. */
function turnOf(index: number): string {
  return `key${index}.turn`;
}

function listKeys(world: World, account: Resource): TwinResponse {
  const creationTime = new Date(account.createdAt).toISOString();
  const keys = accountKeys(world, account).map((value, index) => ({
    ...{ keyName: `key${index + 1}`, value, permissions: 'FULL', creationTime },
  }));
  return { status: 200, body: { keys } };
}

/** Whatever was given the old key has to be given the new one. */
function regenerateKey({ resource, world, body }: ActionContext): TwinResponse {
  const index = ['key1', 'key2'].indexOf(textAt(body, 'keyName') ?? '') + 1;
  if (index === 0) {
    throw new AzureError(400, { code: 'InvalidRequestPropertyValue', message: 'keyName must be key1 or key2.' });
  }
  const turn = String(Number(resource.secrets[turnOf(index)] ?? '0') + 1);
  const renewed = { ...resource, secrets: { ...resource.secrets, [turnOf(index)]: turn } };
  world.store.put(renewed);
  return { ...listKeys(world, renewed), wrote: true };
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
    rule('storage-account-zones', SOURCE, ({ sku, location }) =>
      /ZRS$/i.test(textAt(sku, 'name') ?? '') && zonesOf(location ?? '').length === 0
        ? refusal(
            400,
            'RedundancyConfigurationNotAvailableInRegion',
            `The redundancy ${textAt(sku, 'name') ?? ''} is not available in ${location ?? ''}.`,
          )
        : undefined,
    ),
    rule('storage-account-redundancy-fixed', `${SOURCE}; code: assumption`, ({ sku, existing }) => {
      const before = redundancyOf(existing?.sku);
      const now = redundancyOf(sku);
      return before === '' || now === '' || before.includes('ZRS') === now.includes('ZRS')
        ? undefined
        : refusal(
            409,
            'AccountTypeConversionNotSupported',
            `Storage account '${existing?.name ?? ''}' cannot be converted from ${before} to ${now} by a write.`,
          );
    }),
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
    listkeys: ({ resource, world }) => listKeys(world, resource),
    regeneratekey: regenerateKey,
  },
});
