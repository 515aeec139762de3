import { fixed, usage, type Item, type PricedResource } from './item.ts';
import { numberAt, textAt } from './members.ts';

/** What a resource of one type costs. */
type Meter = (resource: PricedResource) => readonly Item[];

const free: Meter = () => [];

/** Capacity units that Application Gateway reserves for each instance (understanding-pricing.md). */
const unitsPerInstance = 10;

/**
 * What is billed of each type. A type of no entry is reported as unknown, never taken for free. Types that only bring
 * others about, or that Azure does not bill, are named as free.
 */
const meters: Readonly<Record<string, Meter>> = {
  'Microsoft.ApiManagement/service': (service) => [
    fixed(
      service,
      `api-management-${lower(service.sku?.name)}`,
      service.sku?.capacity ?? 1,
      undefined,
      skuTitle(service),
    ),
  ],
  'Microsoft.App/containerApps': containerApp,
  'Microsoft.App/jobs': (job) => [usage(job, 'container-apps-active-cpu', 'only while it runs')],
  'Microsoft.Cache/redisEnterprise': (redis) => [
    fixed(
      redis,
      `redis-${lower(redis.sku?.name)}`,
      textAt(redis, 'highAvailability') === 'Disabled' ? 1 : 2,
      undefined,
      skuTitle(redis),
    ),
  ],
  'Microsoft.CognitiveServices/accounts/deployments': modelDeployment,
  'Microsoft.DBforPostgreSQL/flexibleServers': postgres,
  'Microsoft.KeyVault/vaults': (vault) => [usage(vault, 'key-vault-operations')],
  'Microsoft.Network/applicationGateways': applicationGateway,
  'Microsoft.Network/dnsZones': (zone) => [fixed(zone, 'public-dns-zone', 1)],
  'Microsoft.Network/privateDnsZones': (zone) => [fixed(zone, 'private-dns-zone', 1)],
  'Microsoft.Network/privateEndpoints': (endpoint) => [
    fixed(endpoint, 'private-endpoint', 1),
    usage(endpoint, 'private-endpoint-traffic'),
  ],
  'Microsoft.Network/publicIPAddresses': (address) => [fixed(address, 'public-ip', 1)],
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': (peering) => [usage(peering, 'peering-traffic')],
  'Microsoft.OperationalInsights/workspaces': workspace,
  'Microsoft.Storage/storageAccounts': storageAccount,
  'Microsoft.Storage/storageAccounts/fileServices/shares': share,
  'Microsoft.App/managedEnvironments': free,
  'Microsoft.App/managedEnvironments/certificates': free,
  'Microsoft.App/managedEnvironments/managedCertificates': free,
  'Microsoft.App/managedEnvironments/storages': free,
  'Microsoft.Authorization/locks': free,
  'Microsoft.Authorization/roleAssignments': free,
  'Microsoft.Cache/redisEnterprise/databases': free,
  'Microsoft.CognitiveServices/accounts': free,
  'Microsoft.CognitiveServices/accounts/projects': free,
  'Microsoft.CognitiveServices/accounts/raiPolicies': free,
  'Microsoft.Consumption/budgets': free,
  'Microsoft.DBforPostgreSQL/flexibleServers/configurations': free,
  'Microsoft.DBforPostgreSQL/flexibleServers/databases': free,
  'Microsoft.Insights/actionGroups': free,
  'Microsoft.Insights/components': free,
  'Microsoft.Insights/diagnosticSettings': free,
  'Microsoft.Insights/scheduledQueryRules': (rule) => [fixed(rule, 'log-alert-hourly', 1, 'checked every hour')],
  'Microsoft.Insights/workbooks': free,
  'Microsoft.KeyVault/vaults/secrets': free,
  'Microsoft.ManagedIdentity/userAssignedIdentities': free,
  'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies': free,
  'Microsoft.Network/dnsZones/A': free,
  'Microsoft.Network/dnsZones/CNAME': free,
  'Microsoft.Network/dnsZones/TXT': free,
  'Microsoft.Network/networkSecurityGroups': free,
  'Microsoft.Network/privateDnsZones/A': free,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': free,
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': free,
  'Microsoft.Network/virtualNetworks': free,
  'Microsoft.Network/virtualNetworks/subnets': free,
  'Microsoft.Resources/deployments': free,
  'Microsoft.Resources/resourceGroups': free,
  'Microsoft.Storage/storageAccounts/blobServices': free,
  'Microsoft.Storage/storageAccounts/blobServices/containers': free,
  'Microsoft.Storage/storageAccounts/fileServices': free,
};

const byType = new Map(Object.entries(meters).map(([type, meter]) => [type.toLowerCase(), meter]));

/** Items of one resource. */
export function itemsOf(resource: PricedResource): readonly Item[] {
  const meter = byType.get(resource.type.toLowerCase());
  return meter === undefined
    ? [fixed(resource, resource.type.toLowerCase(), 1, undefined, resource.type)]
    : meter(resource);
}

function containerApp(app: PricedResource): readonly Item[] {
  const replicas = numberAt(app, 'template.scale.minReplicas') ?? 0;
  const cpu = numberAt(app, 'template.containers.0.resources.cpu') ?? 0;
  const memory = Number.parseFloat(textAt(app, 'template.containers.0.resources.memory') ?? '0');
  const always =
    replicas === 0
      ? []
      : [
          fixed(app, 'container-apps-idle-cpu', replicas * cpu, 'at the idle rate, before the monthly free grant'),
          fixed(app, 'container-apps-memory', replicas * memory, 'before the monthly free grant'),
        ];
  return [
    ...always,
    usage(
      app,
      'container-apps-active-cpu',
      replicas === 0 ? 'nothing while nobody chats' : 'in place of the idle rate',
    ),
    usage(app, 'container-apps-requests'),
  ];
}

function postgres(server: PricedResource): readonly Item[] {
  const standby = ['ZoneRedundant', 'SameZone'].includes(textAt(server, 'highAvailability.mode') ?? '');
  const servers = standby ? 2 : 1;
  const note = standby ? 'with its standby' : undefined;
  const storage = numberAt(server, 'storage.storageSizeGB') ?? 0;
  return [
    fixed(server, `postgresql-${lower(server.sku?.name)}`, servers, note, skuTitle(server)),
    fixed(server, 'postgresql-storage', storage * servers, note),
    usage(server, 'postgresql-backup'),
  ];
}

function applicationGateway(gateway: PricedResource): readonly Item[] {
  const instances = numberAt(gateway, 'autoscaleConfiguration.minCapacity') ?? numberAt(gateway, 'sku.capacity') ?? 0;
  const reserved = instances * unitsPerInstance;
  return [
    fixed(gateway, 'application-gateway-waf', 1),
    ...(reserved === 0
      ? []
      : [
          fixed(
            gateway,
            'application-gateway-waf-unit',
            reserved,
            `reserved for ${instances} ${instances === 1 ? 'instance' : 'instances'}`,
          ),
        ]),
    usage(gateway, 'application-gateway-waf-unit', 'beyond what is reserved'),
  ];
}

function workspace(resource: PricedResource): readonly Item[] {
  const days = numberAt(resource, 'retentionInDays') ?? 30;
  return [
    usage(resource, 'log-analytics-ingestion'),
    ...(days > 31 ? [usage(resource, 'log-analytics-retention', `kept for ${days} days`)] : []),
  ];
}

function storageAccount(account: PricedResource): readonly Item[] {
  if (lower(account.kind) === 'filestorage') return [];
  return [usage(account, `blob-hot-${redundancy(account)}`)];
}

function share(resource: PricedResource): readonly Item[] {
  const quota = numberAt(resource, 'shareQuota') ?? 0;
  if (textAt(resource, 'enabledProtocols') !== 'NFS') return [usage(resource, 'files-transaction-optimized-lrs')];
  return [fixed(resource, 'files-premium-lrs', quota, 'what is provisioned, used or not')];
}

function modelDeployment(deployment: PricedResource): readonly Item[] {
  const provisioned = /provisioned/i.test(deployment.sku?.name ?? '');
  if (provisioned) return [fixed(deployment, 'model-provisioned', deployment.sku?.capacity ?? 1)];
  return [usage(deployment, 'model-tokens')];
}

function redundancy(account: PricedResource): string {
  return lower(account.sku?.name).split('_')[1] ?? 'lrs';
}

/** What an item is called whose price the table lacks. */
function skuTitle({ type, sku }: PricedResource): string {
  return `${type} ${sku?.name ?? ''}`.trim();
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase();
}
