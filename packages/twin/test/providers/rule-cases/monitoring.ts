import { IDS, WORKBOOK } from '../landscape.ts';
import type { JsonObject } from '../../../src/kernel/store.ts';
import { NOWHERE, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const DIAGNOSTIC = `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/log-analytics`;
const QUERY_RULE = 'Microsoft.Insights/scheduledQueryRules/errors';
const ACTION_GROUP = 'Microsoft.Insights/actionGroups/ag';
const criterion = (more: JsonObject): JsonObject => ({
  ...{ query: 'AppRequests | count', timeAggregation: 'Total', operator: 'GreaterThan', threshold: 5 },
  ...more,
});
const criteria = (...more: readonly JsonObject[]) => ({ [`${p}.criteria`]: { allOf: more.map(criterion) } });

/** Workspaces, components, diagnostic settings, action groups and alerts. */
export const monitoring: readonly RuleCase[] = [
  refuse('table-plan', 'InvalidParameter', `${IDS.workspace}/tables/ApiManagementGatewayLlmLog`, {
    [`${p}.plan`]: 'Gold',
  }),
  refuse('workspace-sku', 'UnsupportedSku', IDS.workspace, { [`${p}.sku.name`]: 'Gold' }),
  refuse('workspace-retention', 'InvalidParameter', IDS.workspace, { [`${p}.retentionInDays`]: 3 }),
  refuse('component-workspace-exists', 'BadRequest', IDS.component, {
    [`${p}.WorkspaceResourceId`]: `${NOWHERE}x/y/z`,
  }),
  refuse('component-workspace-required', 'BadRequest', IDS.component, { [`${p}.WorkspaceResourceId`]: undefined }),
  refuse('diagnostic-setting-destination', 'BadRequest', DIAGNOSTIC, { [`${p}.workspaceId`]: undefined }),
  refuse('diagnostic-setting-workspace-exists', 'ResourceNotFound', DIAGNOSTIC, {
    [`${p}.workspaceId`]: `${NOWHERE}Microsoft.OperationalInsights/workspaces/none`,
  }),
  refuse('diagnostic-setting-category', 'BadRequest', DIAGNOSTIC, {
    [`${p}.logs`]: [{ category: 'GatewayLogs', enabled: true }],
  }),
  refuse(
    'diagnostic-setting-sink-once',
    'Conflict',
    DIAGNOSTIC,
    {},
    { as: `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/again` },
  ),
  refuse('action-group-short-name', 'InvalidActionGroupShortName', 'Microsoft.Insights/actionGroups/ag', {
    [`${p}.groupShortName`]: 'thirteen chars',
  }),
  ...[
    ['metric-alert', 'metricAlerts/requests'],
    ['query-alert', 'scheduledQueryRules/errors'],
  ].flatMap(([prefix = '', id = '']) => [
    refuse(`${prefix}-scope-exists`, 'ResourceNotFound', `Microsoft.Insights/${id}`, {
      [`${p}.scopes`]: [`${NOWHERE}x/y/z`],
    }),
    refuse(`${prefix}-severity`, 'BadRequest', `Microsoft.Insights/${id}`, { [`${p}.severity`]: 9 }),
  ]),
  refuse('action-group-receivers', 'BadRequest', ACTION_GROUP, {
    [`${p}.emailReceivers`]: [
      { name: 'a', emailAddress: 'a@b.cd' },
      { name: 'a', emailAddress: 'e@f.gh' },
    ],
  }),
  refuse('action-group-email', 'BadRequest', ACTION_GROUP, {
    [`${p}.emailReceivers`]: [{ name: 'a', emailAddress: 'contoso' }],
  }),
  refuse('query-alert-one-scope', 'BadRequest', QUERY_RULE, { [`${p}.scopes`]: [] }),
  refuse('query-alert-times', 'BadRequest', QUERY_RULE, { [`${p}.windowSize`]: 'PT7H' }),
  refuse('query-alert-frequency', 'BadRequest', QUERY_RULE, { [`${p}.windowSize`]: 'PT30M' }),
  refuse('query-alert-two-days', 'BadRequest', QUERY_RULE, { [`${p}.overrideQueryTimeRange`]: 'P30D' }),
  refuse(
    'query-alert-two-days',
    'BadRequest',
    QUERY_RULE,
    criteria({ failingPeriods: { numberOfEvaluationPeriods: 3, minFailingPeriodsToAlert: 1 } }),
  ),
  refuse('query-alert-one-criterion', 'BadRequest', QUERY_RULE, criteria({}, {})),
  refuse(
    'query-alert-failing-periods',
    'BadRequest',
    QUERY_RULE,
    criteria({ failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 2 } }),
  ),
  refuse('query-alert-mute-or-resolve', 'BadRequest', QUERY_RULE, {
    [`${p}.autoMitigate`]: true,
    [`${p}.muteActionsDuration`]: 'PT1H',
  }),
  refuse('query-alert-query', 'BadRequest', QUERY_RULE, criteria({ query: 'AppRequests | where Nothing == 1' })),
  refuse('query-alert-query', 'BadRequest', QUERY_RULE, criteria({ metricMeasureColumn: 'Cost' })),
  refuse('query-alert-actions-exist', 'ResourceNotFound', QUERY_RULE, {
    [`${p}.actions.actionGroups`]: [`${NOWHERE}Microsoft.Insights/actionGroups/none`],
  }),
  refuse('workbooks-name', 'BadRequest', WORKBOOK, {}, { as: 'Microsoft.Insights/workbooks/usage' }),
  refuse('workbook-kind', 'BadRequest', WORKBOOK, { kind: 'user' }),
  refuse('workbook-required', 'BadRequest', WORKBOOK, { [`${p}.category`]: undefined }),
  refuse('workbook-content', 'BadRequest', WORKBOOK, { [`${p}.serializedData`]: '{"items": [' }),
  refuse('workbook-source-exists', 'BadRequest', WORKBOOK, {
    [`${p}.sourceId`]: `${NOWHERE}Microsoft.OperationalInsights/workspaces/none`,
  }),
];
