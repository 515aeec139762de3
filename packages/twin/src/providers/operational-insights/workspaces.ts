import type { TwinResponse } from '../../kernel/http.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { numberAt, textAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import type { ActionContext } from '../type-definition.ts';

const WORKSPACE = 'Microsoft.OperationalInsights/workspaces';
const TABLE = `${WORKSPACE}/tables`;
const SOURCE = 'Microsoft.OperationalInsights validation';
const SKUS = ['PerGB2018', 'CapacityReservation', 'LACluster', 'Standalone', 'PerNode', 'Standard', 'Premium', 'Free'];

export const workspaces = defineType({
  type: WORKSPACE,
  apiVersions: API_VERSIONS.operationalInsights,
  location: 'required',
  asyncStyle: 'provisioning-state',
  duration: 'logAnalytics',
  rules: [
    nameRule(WORKSPACE, /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/, {
      code: 'InvalidResourceName',
      message: (name) =>
        `Workspace name '${name}' is invalid: 4 to 63 letters, digits and hyphens, not beginning or ending with a hyphen.`,
    }),
    choiceRule(
      'workspace-sku',
      'sku.name',
      SKUS,
      (sku) => refusal(400, 'UnsupportedSku', `The pricing tier '${sku}' is not supported.`),
      SOURCE,
    ),
    rule('workspace-retention', SOURCE, ({ properties }) => {
      const days = numberAt(properties, 'retentionInDays');
      if (days === undefined || (days >= 30 && days <= 730) || days === 7) return undefined;
      return refusal(
        400,
        'InvalidParameter',
        `'RetentionInDays' property doesn't match the SKU limits: ${days} is not between 30 and 730.`,
      );
    }),
  ],
  defaults: () => ({
    sku: { name: 'PerGB2018' },
    retentionInDays: 30,
    features: { legacy: 0, searchVersion: 1, enableLogAccessUsingOnlyResourcePermissions: true },
    workspaceCapping: { dailyQuotaGb: -1, dataIngestionStatus: 'RespectQuota' },
    publicNetworkAccessForIngestion: 'Enabled',
    publicNetworkAccessForQuery: 'Enabled',
  }),
  readOnly: ({ id }, world) => ({ customerId: world.guid(`workspace:${id.toLowerCase()}`) }),
  // Templates say listKeys(), the REST reference says sharedKeys: Azure answers both.
  actions: { sharedkeys: readSharedKeys, listkeys: readSharedKeys },
});

function readSharedKeys({ resource, world }: ActionContext): TwinResponse {
  return {
    status: 200,
    body: {
      primarySharedKey: sharedKey(world.guid(`shared-key-1:${resource.id.toLowerCase()}`)),
      secondarySharedKey: sharedKey(world.guid(`shared-key-2:${resource.id.toLowerCase()}`)),
    },
  };
}

function sharedKey(seed: string): string {
  return Buffer.from(seed.repeat(2).slice(0, 64)).toString('base64');
}

export const tables = defineType({
  type: TABLE,
  apiVersions: API_VERSIONS.operationalInsights,
  asyncStyle: 'azure-async-operation',
  duration: 'instant',
  rules: [
    nameRule(TABLE, /^[A-Za-z][A-Za-z0-9_]{3,62}$/, {
      code: 'InvalidParameter',
      message: (name) => `The table name '${name}' is invalid.`,
    }),
    choiceRule(
      'table-plan',
      'plan',
      ['Analytics', 'Basic', 'Auxiliary'],
      (plan) => refusal(400, 'InvalidParameter', `Table plan '${plan}' is not supported.`),
      SOURCE,
    ),
  ],
  defaults: ({ name, properties }) => ({
    plan: 'Analytics',
    retentionInDays: 30,
    totalRetentionInDays: numberAt(properties, 'retentionInDays') ?? 30,
    schema: { name: textAt(properties, 'schema.name') ?? name },
  }),
});
