import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { normalLocation, sameId, subscriptionOf } from '../common/ids.ts';
import { listAt, objectsAt, textAt } from '../common/json.ts';
import { linkedNotFound, linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';

const COMPONENT = 'Microsoft.Insights/components';
const DIAGNOSTIC = 'Microsoft.Insights/diagnosticSettings';
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
