import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { normalLocation, sameId, subscriptionOf } from '../common/ids.ts';
import { listAt, numberAt, objectsAt, textAt } from '../common/json.ts';
import { linkedNotFound, linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';

const COMPONENT = 'Microsoft.Insights/components';
const DIAGNOSTIC = 'Microsoft.Insights/diagnosticSettings';
const ACTION_GROUP = 'Microsoft.Insights/actionGroups';
const WORKSPACE = 'Microsoft.OperationalInsights/workspaces';
const SOURCE = 'Microsoft.Insights validation';

export const components = defineType({
  type: COMPONENT,
  apiVersions: API_VERSIONS.components,
  location: 'required',
  asyncStyle: 'none',
  duration: 'logAnalytics',
  rules: [
    nameRule(COMPONENT, /^[^%&\\?/]{0,259}[^%&\\?/ .]$/, {
      code: 'InvalidResourceName',
      message: (name) => `The Application Insights name '${name}' is invalid.`,
    }),
    rule(
      'component-workspace-exists',
      'facts/azure.md section 0; log destination must exist',
      ({ properties }, world) => {
        const workspace = textAt(properties, 'WorkspaceResourceId');
        if (workspace === undefined || world.store.has(workspace)) return undefined;
        return refusal(
          400,
          'BadRequest',
          `Workspace '${workspace}' could not be found. The Log Analytics workspace must exist before the Application Insights component.`,
        );
      },
    ),
    rule('component-workspace-required', 'Microsoft: classic Application Insights retired in 2024', ({ properties }) =>
      textAt(properties, 'WorkspaceResourceId') === undefined
        ? refusal(
            400,
            'BadRequest',
            'Classic Application Insights components can no longer be created: WorkspaceResourceId is required.',
          )
        : undefined,
    ),
  ],
  defaults: () => ({
    Application_Type: 'web',
    Flow_Type: 'Bluefield',
    Request_Source: 'rest',
    RetentionInDays: 90,
    IngestionMode: 'LogAnalytics',
    publicNetworkAccessForIngestion: 'Enabled',
    publicNetworkAccessForQuery: 'Enabled',
    Ver: 'v2',
  }),
  readOnly({ id, name, location }, world) {
    const InstrumentationKey = world.guid(`instrumentation:${id.toLowerCase()}`);
    const AppId = world.guid(`component:${id.toLowerCase()}`);
    const region = normalLocation(location);
    return {
      ApplicationId: name,
      AppId,
      Name: name,
      InstrumentationKey,
      ConnectionString: `InstrumentationKey=${InstrumentationKey};IngestionEndpoint=https://${region}-0.in.applicationinsights.azure.com/;LiveEndpoint=https://${region}.livediagnostics.monitor.azure.com/;ApplicationId=${AppId}`,
      TenantId: subscriptionOf(id).split('/').at(-1) ?? '',
      HockeyAppId: '',
    };
  },
});

/** Log categories that a diagnostic setting may name, where the twin knows them. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  'microsoft.apimanagement/service': [
    'GatewayLogs',
    'WebSocketConnectionLogs',
    'DeveloperPortalAuditLogs',
    'GatewayLlmLogs',
    'GatewayMCPLogs',
  ],
  'microsoft.keyvault/vaults': ['AuditEvent', 'AzurePolicyEvaluationDetails'],
  'microsoft.network/applicationgateways': [
    'ApplicationGatewayAccessLog',
    'ApplicationGatewayPerformanceLog',
    'ApplicationGatewayFirewallLog',
  ],
  'microsoft.network/networksecuritygroups': ['NetworkSecurityGroupEvent', 'NetworkSecurityGroupRuleCounter'],
  'microsoft.network/virtualnetworks': ['VMProtectionAlerts'],
  'microsoft.network/publicipaddresses': [
    'DDoSProtectionNotifications',
    'DDoSMitigationFlowLogs',
    'DDoSMitigationReports',
  ],
  'microsoft.dbforpostgresql/flexibleservers': [
    'PostgreSQLLogs',
    'PostgreSQLFlexSessions',
    'PostgreSQLFlexQueryStoreRuntime',
    'PostgreSQLFlexQueryStoreWaitStats',
    'PostgreSQLFlexTableStats',
    'PostgreSQLFlexDatabaseXacts',
    'PostgreSQLFlexPGBouncer',
  ],
  'microsoft.app/managedenvironments': [
    'ContainerAppConsoleLogs',
    'ContainerAppSystemLogs',
    'AppEnvSpringAppConsoleLogs',
    'AppEnvSessionConsoleLogs',
    'AppEnvSessionPoolEventLogs',
    'AppEnvSessionLifeCycleLogs',
  ],
  'microsoft.cognitiveservices/accounts': ['Audit', 'RequestResponse', 'AzureOpenAIRequestUsage', 'Trace'],
  'microsoft.storage/storageaccounts/blobservices': ['StorageRead', 'StorageWrite', 'StorageDelete'],
  'microsoft.storage/storageaccounts/fileservices': ['StorageRead', 'StorageWrite', 'StorageDelete'],
  'microsoft.operationalinsights/workspaces': ['Audit', 'SummaryLogs', 'Jobs'],
  'microsoft.insights/components': [
    'AppAvailabilityResults',
    'AppBrowserTimings',
    'AppEvents',
    'AppMetrics',
    'AppDependencies',
    'AppExceptions',
    'AppPageViews',
    'AppPerformanceCounters',
    'AppRequests',
    'AppSystemEvents',
    'AppTraces',
    'OTelResources',
  ],
  'microsoft.storage/storageaccounts': [],
};

const GROUPS = ['alllogs', 'audit'];

export const diagnosticSettings = defineType({
  type: DIAGNOSTIC,
  apiVersions: API_VERSIONS.diagnosticSettings,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(DIAGNOSTIC, /^[^*<>%:&?\\/+]{1,260}$/, {
      code: 'BadRequest',
      message: (name) => `Diagnostic setting name '${name}' is invalid.`,
    }),
    rule('diagnostic-setting-destination', SOURCE, ({ properties }) => {
      const members = ['workspaceId', 'storageAccountId', 'eventHubAuthorizationRuleId', 'marketplacePartnerId'];
      return members.some((member) => textAt(properties, member) !== undefined)
        ? undefined
        : refusal(400, 'BadRequest', 'At least one data sink needs to be specified.');
    }),
    linkedResourceRule('diagnostic-setting-workspace-exists', 'workspaceId', WORKSPACE, (missing) =>
      refusal(404, 'ResourceNotFound', linkedNotFound(missing).message),
    ),
    rule('diagnostic-setting-category', SOURCE, ({ parentId, properties }, world) => {
      const target = world.store.get(parentId);
      const known = CATEGORIES[target?.type.toLowerCase() ?? ''];
      if (known === undefined) return undefined;
      for (const log of objectsAt(properties, 'logs')) {
        const category = textAt(log, 'category');
        const group = textAt(log, 'categoryGroup');
        if (
          category !== undefined &&
          category !== '' &&
          !known.some((one) => one.toLowerCase() === category.toLowerCase())
        ) {
          return refusal(400, 'BadRequest', `Category '${category}' is not supported.`);
        }
        if (group !== undefined && group !== '' && (known.length === 0 || !GROUPS.includes(group.toLowerCase()))) {
          return refusal(
            400,
            'BadRequest',
            `CategoryGroup '${group}' is not supported, supported ones are: 'audit,allLogs'`,
          );
        }
      }
      return undefined;
    }),
    rule('diagnostic-setting-sink-once', SOURCE, ({ id, parentId, properties }, world) => {
      const mine = enabledOf(properties);
      const other = world.store
        .below(parentId)
        .find(
          (item) =>
            item.type.toLowerCase() === DIAGNOSTIC.toLowerCase() &&
            !sameId(item.id, id) &&
            sameId(diagnosticParent(item.id), parentId) &&
            sameId(textAt(item.properties, 'workspaceId'), textAt(properties, 'workspaceId')) &&
            enabledOf(item.properties).some((category) => mine.includes(category)),
        );
      if (other === undefined) return undefined;
      return refusal(
        409,
        'Conflict',
        `Data sink '${textAt(properties, 'workspaceId') ?? ''}' is already used in diagnostic setting '${other.name}' for category '${mine[0] ?? ''}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
      );
    }),
  ],
  defaults: ({ properties }) => ({ logs: listAt(properties, 'logs'), metrics: listAt(properties, 'metrics') }),
});

function diagnosticParent(id: string): string {
  return id.replace(/\/providers\/microsoft\.insights\/diagnosticsettings\/[^/]+$/i, '');
}

function enabledOf(properties: Parameters<typeof objectsAt>[0]): readonly string[] {
  return [...objectsAt(properties, 'logs'), ...objectsAt(properties, 'metrics')]
    .filter((item) => item['enabled'] === true)
    .map((item) => (textAt(item, 'category') ?? textAt(item, 'categoryGroup') ?? '').toLowerCase());
}

export const actionGroups = defineType({
  type: ACTION_GROUP,
  apiVersions: API_VERSIONS.actionGroups,
  location: 'required',
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(ACTION_GROUP, /^[^:<>+/&%\\?|]{0,259}[^:<>+/&%\\?| .]$/, {
      code: 'InvalidResourceName',
      message: (name) => `The action group name '${name}' is invalid.`,
    }),
    rule('action-group-short-name', SOURCE, ({ properties }) => {
      const short = textAt(properties, 'groupShortName') ?? '';
      return short.length >= 1 && short.length <= 12
        ? undefined
        : refusal(400, 'InvalidActionGroupShortName', `groupShortName '${short}' must have 1 to 12 characters.`);
    }),
  ],
  defaults: () => ({ enabled: true, emailReceivers: [], smsReceivers: [], webhookReceivers: [], armRoleReceivers: [] }),
});

function alertType(type: string, apiVersions: readonly string[], prefix: string) {
  return defineType({
    type,
    apiVersions,
    location: 'required',
    asyncStyle: 'none',
    duration: 'instant',
    showsState: false,
    rules: [
      nameRule(type, /^[^*#&+:<>?@%{}\\/]{0,259}[^*#&+:<>?@%{}\\/ .]$/, {
        code: 'BadRequest',
        message: (name) => `The alert rule name '${name}' is invalid.`,
      }),
      rule(`${prefix}-scope-exists`, SOURCE, ({ properties }, world) => {
        const missing = listAt(properties, 'scopes').find(
          (scope) => typeof scope === 'string' && /\/providers\//i.test(scope) && !world.store.has(scope),
        );
        return typeof missing === 'string'
          ? refusal(404, 'ResourceNotFound', linkedNotFound(missing).message)
          : undefined;
      }),
      rule(`${prefix}-severity`, SOURCE, ({ properties }) => {
        const severity = numberAt(properties, 'severity') ?? 3;
        return severity >= 0 && severity <= 4
          ? undefined
          : refusal(400, 'BadRequest', `Alert severity ${severity} is not between 0 and 4.`);
      }),
    ],
    defaults: () => ({ enabled: true, severity: 3, autoMitigate: true }),
  });
}

export const metricAlerts = alertType('Microsoft.Insights/metricAlerts', API_VERSIONS.metricAlerts, 'metric-alert');
export const scheduledQueryRules = alertType(
  'Microsoft.Insights/scheduledQueryRules',
  API_VERSIONS.scheduledQueryRules,
  'query-alert',
);
