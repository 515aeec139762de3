import type { JsonObject } from '../../kernel/store.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { numberAt, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { SOURCE, STORAGE } from './accounts.ts';

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
