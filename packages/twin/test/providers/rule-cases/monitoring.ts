import { IDS } from '../landscape.ts';
import { NOWHERE, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const DIAGNOSTIC = `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/log-analytics`;
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
];
