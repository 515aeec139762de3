import type { Json, JsonObject } from '../../src/kernel/store.ts';
import { defaultDomain, verificationId } from '../../src/providers/app/environments.ts';
import { chance, guid } from '../../src/world/random.ts';
import { Bench, SUBSCRIPTION, TENANT } from './bench.ts';

export const LOCATION = 'swedencentral';
const VNET = 'Microsoft.Network/virtualNetworks';
/** The workbook of the landscape: its name is a GUID. */
export const WORKBOOK = 'Microsoft.Insights/workbooks/6b1f3c1e-5a3d-4d52-9a1e-0d3c2b1a0f9e';

export const IDS = {
  hub: `${VNET}/hub`,
  spoke: `${VNET}/spoke`,
  apim: 'Microsoft.ApiManagement/service/apim-contoso',
  apimV2: 'Microsoft.ApiManagement/service/apim-standard',
  vault: 'Microsoft.KeyVault/vaults/kv-contoso',
  foundry: 'Microsoft.CognitiveServices/accounts/aif-contoso',
  server: 'Microsoft.DBforPostgreSQL/flexibleServers/psql-contoso',
  storage: 'Microsoft.Storage/storageAccounts/stcontoso',
  environment: 'Microsoft.App/managedEnvironments/cae-contoso',
  app: 'Microsoft.App/containerApps/ca-contoso',
  job: 'Microsoft.App/jobs/caj-contoso',
  openEnvironment: 'Microsoft.App/managedEnvironments/cae-open',
  openApp: 'Microsoft.App/containerApps/ca-open',
  zone: 'Microsoft.Network/dnsZones/contoso.com',
  gateway: 'Microsoft.Network/applicationGateways/agw-contoso',
  workspace: 'Microsoft.OperationalInsights/workspaces/log-contoso',
  component: 'Microsoft.Insights/components/appi-contoso',
  identity: 'Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso',
} as const;

/** The role Key Vault Secrets User. */
export const SECRETS_USER = '4633458b-17de-408a-b874-0445c86b69e6';

export const DOCUMENT = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'OpenAI', version: '1' },
  servers: [{ url: 'https://models.contoso.com/openai/v1' }],
  paths: {
    '/chat/completions': {
      post: { operationId: 'createChatCompletion', summary: 'Chat', responses: { '200': { description: 'ok' } } },
    },
    '/models/{model}': {
      get: {
        operationId: 'retrieve_Model',
        parameters: [{ name: 'model', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {},
      },
    },
  },
  components: { schemas: { Model: { type: 'object' } } },
});

function rule(
  name: string,
  priority: number,
  from: string,
  to: string,
  ports: readonly string[],
  direction = 'Inbound',
  access = 'Allow',
): JsonObject {
  return {
    name,
    properties: {
      priority,
      direction,
      access,
      protocol: 'Tcp',
      sourceAddressPrefix: from,
      sourcePortRange: '*',
      destinationAddressPrefix: to,
      destinationPortRanges: ports,
    },
  };
}

/** What looks random in the world of a bench. */
const random = { chance: (key: string) => chance(7, key), guid: (key: string) => guid(7, key) };

/** Every write of a whole landing zone, in an order that satisfies every rule. One per type at least. */
export function writes(
  id: (id: string) => string,
  tenantId: string,
): readonly (readonly [id: string, body: JsonObject])[] {
  const subnet = (name: string, prefix: string, group: string, delegation?: string): JsonObject => ({
    name,
    properties: {
      addressPrefixes: [prefix],
      networkSecurityGroup: { id: id(`Microsoft.Network/networkSecurityGroups/${group}`) },
      delegations: delegation === undefined ? [] : [{ name: 'delegation', properties: { serviceName: delegation } }],
    },
  });
  const subnetId = (vnet: 'hub' | 'spoke', name: string): string => id(`${VNET}/${vnet}/subnets/${name}`);
  const userAssigned = { type: 'UserAssigned', userAssignedIdentities: { [id(IDS.identity)]: {} } };
  const endpoint = (target: string, group: string): JsonObject => ({
    location: LOCATION,
    properties: {
      subnet: { id: subnetId('spoke', 'private-endpoints') },
      privateLinkServiceConnections: [
        { name: group, properties: { privateLinkServiceId: id(target), groupIds: [group] } },
      ],
    },
  });
  const zoneGroup = (...zones: readonly string[]): JsonObject => ({
    properties: {
      privateDnsZoneConfigs: zones.map((zone) => ({
        name: zone.replaceAll('.', '-'),
        properties: { privateDnsZoneId: id(`Microsoft.Network/privateDnsZones/${zone}`) },
      })),
    },
  });
  const link = (vnet: string): JsonObject => ({
    location: 'global',
    properties: { registrationEnabled: false, virtualNetwork: { id: id(`${VNET}/${vnet}`) } },
  });
  const part = (collection: string, name: string): JsonObject => ({ id: `${id(IDS.gateway)}/${collection}/${name}` });
  const container: JsonObject = {
    name: 'open-webui',
    image: 'ghcr.io/open-webui/open-webui:v0.11.3',
    resources: { cpu: 1, memory: '2Gi' },
    env: [{ name: 'WEBUI_SECRET_KEY', secretRef: 'webui-secret-key' }],
    probes: [{ type: 'Startup', httpGet: { path: '/health', port: 8080 }, periodSeconds: 10, failureThreshold: 60 }],
  };
  const secrets: Json = [
    {
      name: 'webui-secret-key',
      keyVaultUrl: 'https://kv-contoso.vault.azure.net/secrets/webui-secret-key',
      identity: id(IDS.identity),
    },
  ];
  const zones = [
    'privatelink.vaultcore.azure.net',
    'privatelink.cognitiveservices.azure.com',
    'privatelink.openai.azure.com',
    'privatelink.services.ai.azure.com',
    'privatelink.postgres.database.azure.com',
  ];
  const alert = { location: 'global', properties: { severity: 2, scopes: [id(IDS.apim)], criteria: {} } };
  const diagnostic = {
    properties: {
      loggerId: id(`${IDS.apim}/loggers/appinsights`),
      metrics: true,
      sampling: { samplingType: 'fixed', percentage: 100 },
    },
  };
  const xml = (inner: string): JsonObject => ({
    properties: {
      format: 'rawxml',
      value: `<policies><inbound><base />${inner}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
    },
  });
  return [
    ['Microsoft.Network/routeTables/rt', { location: LOCATION, properties: { routes: [] } }],
    [
      'Microsoft.Network/publicIPAddresses/pip-gateway',
      {
        location: LOCATION,
        sku: { name: 'Standard' },
        properties: { publicIPAllocationMethod: 'Static', dnsSettings: { domainNameLabel: 'apim-contoso' } },
      },
    ],
    [
      'Microsoft.Network/publicIPAddresses/pip-ingress',
      {
        location: LOCATION,
        sku: { name: 'Standard' },
        properties: { publicIPAllocationMethod: 'Static', dnsSettings: { domainNameLabel: 'contoso' } },
      },
    ],
    [
      'Microsoft.Network/publicIPAddresses/pip-nat',
      { location: LOCATION, sku: { name: 'Standard' }, properties: { publicIPAllocationMethod: 'Static' } },
    ],
    [
      'Microsoft.Network/natGateways/nat',
      {
        location: LOCATION,
        sku: { name: 'Standard' },
        properties: { publicIpAddresses: [{ id: id('Microsoft.Network/publicIPAddresses/pip-nat') }] },
      },
    ],
    [
      'Microsoft.Network/networkSecurityGroups/nsg',
      {
        location: LOCATION,
        properties: { securityRules: [rule('clients', 100, 'VirtualNetwork', 'VirtualNetwork', ['443'])] },
      },
    ],
    [
      'Microsoft.Network/networkSecurityGroups/nsg-gateway',
      {
        location: LOCATION,
        properties: { securityRules: [rule('management', 100, 'ApiManagement', 'VirtualNetwork', ['3443'])] },
      },
    ],
    [
      'Microsoft.Network/networkSecurityGroups/nsg-ingress',
      {
        location: LOCATION,
        properties: { securityRules: [rule('manager', 100, 'GatewayManager', '*', ['65200-65535'])] },
      },
    ],
    [
      'Microsoft.Network/networkSecurityGroups/nsg/securityRules/extra',
      { properties: rule('extra', 200, '*', '*', ['80'])['properties'] ?? {} },
    ],
    [
      IDS.hub,
      {
        location: LOCATION,
        properties: {
          addressSpace: { addressPrefixes: ['10.10.0.0/22'] },
          subnets: [
            subnet('gateway', '10.10.0.0/27', 'nsg-gateway'),
            subnet('integration', '10.10.1.0/27', 'nsg', 'Microsoft.Web/serverFarms'),
          ],
        },
      },
    ],
    [
      IDS.spoke,
      {
        location: LOCATION,
        properties: {
          addressSpace: { addressPrefixes: ['10.10.4.0/22'] },
          subnets: [
            subnet('ingress', '10.10.4.0/24', 'nsg-ingress'),
            subnet('apps', '10.10.5.0/26', 'nsg', 'Microsoft.App/environments'),
            subnet('private-endpoints', '10.10.5.64/27', 'nsg'),
            subnet('postgres', '10.10.5.96/28', 'nsg', 'Microsoft.DBforPostgreSQL/flexibleServers'),
          ],
        },
      },
    ],
    [`${IDS.spoke}/subnets/free`, { properties: { addressPrefix: '10.10.6.0/24' } }],
    [`${IDS.hub}/virtualNetworkPeerings/to-spoke`, { properties: { remoteVirtualNetwork: { id: id(IDS.spoke) } } }],
    [`${IDS.spoke}/virtualNetworkPeerings/to-hub`, { properties: { remoteVirtualNetwork: { id: id(IDS.hub) } } }],
    ...zones.flatMap((zone): [string, JsonObject][] => [
      [`Microsoft.Network/privateDnsZones/${zone}`, { location: 'global' }],
      [`Microsoft.Network/privateDnsZones/${zone}/virtualNetworkLinks/spoke`, link('spoke')],
    ]),
    ['Microsoft.Network/privateDnsZones/contoso.internal', { location: 'global' }],
    [
      'Microsoft.Network/privateDnsZones/contoso.internal/A/chat',
      { properties: { aRecords: [{ ipv4Address: '10.10.4.4' }] } },
    ],
    ...['AAAA', 'MX', 'PTR', 'SRV', 'TXT'].map((kind): [string, JsonObject] => [
      `Microsoft.Network/privateDnsZones/contoso.internal/${kind}/other`,
      { properties: {} },
    ]),
    [
      'Microsoft.Network/privateDnsZones/contoso.internal/CNAME/alias',
      { properties: { cnameRecord: { cname: 'chat.contoso.internal' } } },
    ],
    [IDS.identity, { location: LOCATION }],
    [
      `${IDS.identity}/federatedIdentityCredentials/github`,
      {
        properties: {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:contoso/chat:environment:dev',
          audiences: ['api://AzureADTokenExchange'],
        },
      },
    ],
    [IDS.workspace, { location: LOCATION, properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 } }],
    [`${IDS.workspace}/tables/ApiManagementGatewayLlmLog`, { properties: { plan: 'Analytics', retentionInDays: 30 } }],
    [
      IDS.component,
      {
        location: LOCATION,
        kind: 'web',
        properties: { Application_Type: 'web', WorkspaceResourceId: id(IDS.workspace) },
      },
    ],
    [
      'Microsoft.Insights/actionGroups/ag',
      {
        location: 'global',
        properties: {
          ...{ groupShortName: 'ops', enabled: true },
          emailReceivers: [{ name: 'ops', emailAddress: 'ops@contoso.com' }],
        },
      },
    ],
    [
      IDS.vault,
      {
        location: LOCATION,
        properties: {
          tenantId,
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          publicNetworkAccess: 'Disabled',
          networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' },
          softDeleteRetentionInDays: 7,
        },
      },
    ],
    [`${IDS.vault}/secrets/webui-secret-key`, { properties: { value: 'a secret', contentType: 'text/plain' } }],
    [
      `${IDS.vault}/secrets/ingress-certificate`,
      { properties: { value: 'cGZ4', contentType: 'application/x-pkcs12' } },
    ],
    [
      `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/log-analytics`,
      {
        properties: {
          workspaceId: id(IDS.workspace),
          logs: [{ categoryGroup: 'allLogs', enabled: true }],
          metrics: [{ category: 'AllMetrics', enabled: true }],
        },
      },
    ],
    ['Microsoft.Network/privateEndpoints/pe-vault', endpoint(IDS.vault, 'vault')],
    [
      'Microsoft.Network/privateEndpoints/pe-vault/privateDnsZoneGroups/default',
      zoneGroup('privatelink.vaultcore.azure.net'),
    ],
    [
      IDS.storage,
      {
        location: LOCATION,
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS' },
        properties: { minimumTlsVersion: 'TLS1_2', allowSharedKeyAccess: false },
      },
    ],
    [`${IDS.storage}/blobServices/default`, { properties: { deleteRetentionPolicy: { enabled: true, days: 7 } } }],
    [`${IDS.storage}/blobServices/default/containers/open-webui`, { properties: { publicAccess: 'None' } }],
    [`${IDS.storage}/fileServices/default`, { properties: { shareDeleteRetentionPolicy: { enabled: true, days: 7 } } }],
    [`${IDS.storage}/fileServices/default/shares/data`, { properties: { shareQuota: 100 } }],
    [
      IDS.server,
      {
        location: LOCATION,
        sku: { name: 'Standard_B2s', tier: 'Burstable' },
        properties: {
          version: '16',
          administratorLogin: 'webui',
          administratorLoginPassword: 'Xy7-long-enough',
          authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Enabled' },
          network: { publicNetworkAccess: 'Disabled' },
          storage: { storageSizeGB: 64 },
          backup: { backupRetentionDays: 7 },
        },
      },
    ],
    [
      'Microsoft.Cache/redisEnterprise/redis-contoso',
      {
        location: LOCATION,
        sku: { name: 'Balanced_B0' },
        properties: { highAvailability: 'Enabled', minimumTlsVersion: '1.2', publicNetworkAccess: 'Disabled' },
      },
    ],
    [
      'Microsoft.Cache/redisEnterprise/redis-contoso/databases/default',
      {
        properties: {
          clientProtocol: 'Encrypted',
          port: 10_000,
          clusteringPolicy: 'EnterpriseCluster',
          accessKeysAuthentication: 'Enabled',
        },
      },
    ],
    [`${IDS.server}/databases/webui`, { properties: { charset: 'UTF8', collation: 'en_US.utf8' } }],
    [
      `${IDS.server}/configurations/azure.extensions`,
      { properties: { value: 'VECTOR,PGCRYPTO', source: 'user-override' } },
    ],
    [
      `${IDS.server}/administrators/11111111-2222-4333-8444-555555555555`,
      { properties: { principalName: 'dba', principalType: 'User', tenantId } },
    ],
    [
      'Microsoft.DBforPostgreSQL/flexibleServers/psql-public',
      {
        location: LOCATION,
        sku: { name: 'Standard_B2s', tier: 'Burstable' },
        properties: { administratorLogin: 'webui', administratorLoginPassword: 'Xy7-long-enough' },
      },
    ],
    [
      'Microsoft.DBforPostgreSQL/flexibleServers/psql-public/firewallRules/office',
      { properties: { startIpAddress: '198.18.0.1', endIpAddress: '198.18.0.1' } },
    ],
    [
      IDS.foundry,
      {
        location: LOCATION,
        kind: 'AIServices',
        sku: { name: 'S0' },
        identity: { type: 'SystemAssigned' },
        properties: {
          allowProjectManagement: true,
          customSubDomainName: 'aif-contoso',
          disableLocalAuth: true,
          publicNetworkAccess: 'Disabled',
        },
      },
    ],
    [
      `${IDS.foundry}/deployments/gpt-5-mini`,
      {
        sku: { name: 'GlobalStandard', capacity: 100 },
        properties: {
          model: { format: 'OpenAI', name: 'gpt-5-mini' },
          versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
        },
      },
    ],
    [
      `${IDS.foundry}/projects/proj`,
      { location: LOCATION, identity: { type: 'SystemAssigned' }, properties: { displayName: 'Chat' } },
    ],
    [
      `${IDS.foundry}/connections/search`,
      { properties: { category: 'CognitiveSearch', authType: 'AAD', target: 'https://x' } },
    ],
    [
      `${IDS.foundry}/projects/proj/connections/search`,
      { properties: { category: 'CognitiveSearch', authType: 'AAD', target: 'https://x' } },
    ],
    [`${IDS.foundry}/raiPolicies/strict`, { properties: { basePolicyName: 'Microsoft.DefaultV2' } }],
    [
      IDS.environment,
      {
        location: LOCATION,
        properties: {
          vnetConfiguration: { internal: true, infrastructureSubnetId: subnetId('spoke', 'apps') },
          workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
          appLogsConfiguration: { destination: 'azure-monitor' },
        },
      },
    ],
    [
      `${IDS.environment}/storages/files`,
      {
        properties: {
          nfsAzureFile: {
            server: 'stfiles.file.core.windows.net',
            shareName: '/stfiles/data',
            accessMode: 'ReadWrite',
          },
        },
      },
    ],
    [`${IDS.environment}/certificates/chat`, { location: LOCATION, properties: { value: 'cGZ4', password: '' } }],
    [
      IDS.app,
      {
        location: LOCATION,
        identity: userAssigned,
        properties: {
          environmentId: id(IDS.environment),
          workloadProfileName: 'Consumption',
          configuration: {
            activeRevisionsMode: 'Single',
            ingress: {
              external: true,
              targetPort: 8080,
              stickySessions: { affinity: 'sticky' },
              traffic: [{ latestRevision: true, weight: 100 }],
            },
            secrets,
          },
          template: {
            containers: [container],
            scale: { minReplicas: 1, maxReplicas: 3 },
            volumes: [{ name: 'data', storageType: 'NfsAzureFile', storageName: 'files' }],
          },
        },
      },
    ],
    [IDS.zone, { location: 'global' }],
    [`${IDS.zone}/A/ingress`, { properties: { TTL: 300, ARecords: [{ ipv4Address: '198.18.0.4' }] } }],
    ...['AAAA', 'CAA', 'MX', 'NS', 'PTR', 'SRV'].map((kind): [string, JsonObject] => [
      `${IDS.zone}/${kind}/other`,
      { properties: { TTL: 300 } },
    ]),
    [
      `${IDS.zone}/TXT/asuid.open`,
      {
        properties: {
          TTL: 300,
          TXTRecords: [{ value: [verificationId(random, id('').split('/').slice(0, 3).join('/'))] }],
        },
      },
    ],
    [
      `${IDS.zone}/CNAME/open`,
      {
        properties: {
          TTL: 300,
          CNAMERecord: { cname: `ca-open.${defaultDomain(random, id(IDS.openEnvironment), LOCATION)}` },
        },
      },
    ],
    [IDS.openEnvironment, { location: LOCATION, identity: userAssigned, properties: {} }],
    [
      IDS.openApp,
      {
        location: LOCATION,
        properties: {
          environmentId: id(IDS.openEnvironment),
          configuration: {
            ingress: {
              external: true,
              targetPort: 8080,
              customDomains: [{ name: 'open.contoso.com', bindingType: 'Auto' }],
              ipSecurityRestrictions: [{ name: 'office', action: 'Allow', ipAddressRange: '203.0.113.0/24' }],
            },
          },
          template: {
            containers: [{ name: 'open', image: container['image'] ?? '', resources: { cpu: 1, memory: '2Gi' } }],
          },
        },
      },
    ],
    [
      `${IDS.openEnvironment}/managedCertificates/open`,
      { location: LOCATION, properties: { subjectName: 'open.contoso.com', domainControlValidation: 'CNAME' } },
    ],
    [
      IDS.job,
      {
        location: LOCATION,
        identity: userAssigned,
        properties: {
          environmentId: id(IDS.environment),
          workloadProfileName: 'Consumption',
          configuration: {
            triggerType: 'Manual',
            replicaTimeout: 600,
            secrets,
            manualTriggerConfig: { parallelism: 1 },
          },
          template: {
            containers: [
              { ...container, name: 'probe', image: 'node:24-alpine', resources: { cpu: 0.25, memory: '0.5Gi' } },
            ],
            volumes: [{ name: 'data', storageType: 'NfsAzureFile', storageName: 'files' }],
          },
        },
      },
    ],
    [
      'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf',
      {
        location: LOCATION,
        properties: {
          customRules: [{ name: 'a', priority: 1 }],
          managedRules: { managedRuleSets: [{ ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1' }] },
        },
      },
    ],
    [
      IDS.gateway,
      {
        location: LOCATION,
        identity: userAssigned,
        properties: {
          sku: { name: 'WAF_v2', tier: 'WAF_v2' },
          autoscaleConfiguration: { minCapacity: 1, maxCapacity: 3 },
          firewallPolicy: { id: id('Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf') },
          gatewayIPConfigurations: [{ name: 'subnet', properties: { subnet: { id: subnetId('spoke', 'ingress') } } }],
          frontendIPConfigurations: [
            {
              name: 'public',
              properties: { publicIPAddress: { id: id('Microsoft.Network/publicIPAddresses/pip-ingress') } },
            },
          ],
          frontendPorts: [
            { name: 'http', properties: { port: 80 } },
            { name: 'https', properties: { port: 443 } },
          ],
          sslCertificates: [
            {
              name: 'ingress',
              properties: { keyVaultSecretId: 'https://kv-contoso.vault.azure.net/secrets/ingress-certificate' },
            },
          ],
          backendAddressPools: [{ name: 'app', properties: { backendAddresses: [{ fqdn: 'ca-contoso.example' }] } }],
          backendHttpSettingsCollection: [
            { name: 'app', properties: { port: 443, protocol: 'Https', probe: part('probes', 'health') } },
          ],
          probes: [{ name: 'health', properties: { protocol: 'Https', path: '/health' } }],
          httpListeners: [
            {
              name: 'http',
              properties: {
                protocol: 'Http',
                frontendIPConfiguration: part('frontendIPConfigurations', 'public'),
                frontendPort: part('frontendPorts', 'http'),
              },
            },
            {
              name: 'https',
              properties: {
                protocol: 'Https',
                frontendIPConfiguration: part('frontendIPConfigurations', 'public'),
                frontendPort: part('frontendPorts', 'https'),
                sslCertificate: part('sslCertificates', 'ingress'),
              },
            },
          ],
          requestRoutingRules: [
            {
              name: 'http',
              properties: {
                ruleType: 'Basic',
                priority: 100,
                httpListener: part('httpListeners', 'http'),
                backendAddressPool: part('backendAddressPools', 'app'),
                backendHttpSettings: part('backendHttpSettingsCollection', 'app'),
              },
            },
            {
              name: 'https',
              properties: {
                ruleType: 'Basic',
                priority: 110,
                httpListener: part('httpListeners', 'https'),
                backendAddressPool: part('backendAddressPools', 'app'),
                backendHttpSettings: part('backendHttpSettingsCollection', 'app'),
              },
            },
          ],
        },
      },
    ],
    [
      IDS.apim,
      {
        location: LOCATION,
        sku: { name: 'Developer', capacity: 1 },
        identity: userAssigned,
        properties: {
          publisherEmail: 'platform@contoso.com',
          publisherName: 'Contoso',
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: { subnetResourceId: subnetId('hub', 'gateway') },
          publicIpAddressId: id('Microsoft.Network/publicIPAddresses/pip-gateway'),
        },
      },
    ],
    [`${IDS.apim}/namedValues/tenant`, { properties: { displayName: 'tenant', value: tenantId } }],
    [
      `${IDS.apim}/backends/foundry`,
      { properties: { protocol: 'http', url: 'https://aif-contoso.services.ai.azure.com/openai/v1' } },
    ],
    [
      `${IDS.apim}/caches/default`,
      { properties: { useFromLocation: 'default', connectionString: 'redis.contoso.com:10000,password=p,ssl=True' } },
    ],
    [
      `${IDS.apim}/loggers/appinsights`,
      {
        properties: {
          loggerType: 'applicationInsights',
          resourceId: id(IDS.component),
          credentials: { connectionString: 'InstrumentationKey=x' },
        },
      },
    ],
    [`${IDS.apim}/diagnostics/applicationinsights`, diagnostic],
    [
      `${IDS.apim}/policyFragments/limits`,
      {
        properties: {
          format: 'rawxml',
          value:
            '<fragment><set-header name="x-limit" exists-action="override"><value>1</value></set-header></fragment>',
        },
      },
    ],
    [
      `${IDS.apim}/policies/policy`,
      {
        properties: {
          format: 'rawxml',
          value: '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>',
        },
      },
    ],
    [`${IDS.apim}/apiVersionSets/v`, { properties: { displayName: 'v', versioningScheme: 'Segment' } }],
    [`${IDS.apim}/tags/ai`, { properties: { displayName: 'AI' } }],
    [`${IDS.apim}/groups/people`, { properties: { displayName: 'People' } }],
    [
      `${IDS.apim}/apis/openai`,
      {
        properties: {
          displayName: 'OpenAI v1',
          path: 'openai/v1',
          protocols: ['https'],
          serviceUrl: 'https://x.example/openai/v1',
          subscriptionRequired: false,
        },
      },
    ],
    [
      `${IDS.apim}/apis/openai/operations/list`,
      { properties: { displayName: 'List', method: 'GET', urlTemplate: '/models', templateParameters: [] } },
    ],
    [`${IDS.apim}/apis/openai/operations/list/policies/policy`, xml('')],
    [
      `${IDS.apim}/apis/openai/policies/policy`,
      xml('<set-backend-service backend-id="foundry" /><include-fragment fragment-id="limits" />'),
    ],
    [`${IDS.apim}/apis/openai/schemas/models`, { properties: { contentType: 'application/json', document: {} } }],
    [`${IDS.apim}/apis/openai/diagnostics/applicationinsights`, diagnostic],
    [`${IDS.apim}/apis/openai/tags/ai`, { properties: {} }],
    [`${IDS.apim}/apis/openai/releases/first`, { properties: { apiId: id(`${IDS.apim}/apis/openai`) } }],
    [
      `${IDS.apim}/products/chat`,
      { properties: { displayName: 'Chat', subscriptionRequired: true, approvalRequired: true } },
    ],
    [`${IDS.apim}/products/chat/policies/policy`, xml('')],
    [`${IDS.apim}/products/chat/apis/openai`, { properties: {} }],
    [`${IDS.apim}/products/chat/groups/people`, { properties: {} }],
    [`${IDS.apim}/products/chat/apiLinks/openai`, { properties: { apiId: id(`${IDS.apim}/apis/openai`) } }],
    [
      `${IDS.apim}/subscriptions/smoke`,
      { properties: { displayName: 'Smoke', scope: '/apis/openai', state: 'active', primaryKey: 'k' } },
    ],
    [
      `${IDS.vault}/providers/Microsoft.Authorization/roleAssignments/33333333-2222-4333-8444-555555555555`,
      {
        properties: {
          principalId: TENANT.client.objectId,
          roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${SECRETS_USER}`,
        },
      },
    ],
    [
      `${IDS.vault}/providers/Microsoft.Authorization/locks/keep`,
      { properties: { level: 'CanNotDelete', notes: 'The secrets of the app' } },
    ],
    [
      IDS.apimV2,
      {
        location: LOCATION,
        sku: { name: 'StandardV2', capacity: 1 },
        properties: {
          publisherEmail: 'platform@contoso.com',
          publisherName: 'Platform',
          virtualNetworkType: 'External',
          virtualNetworkConfiguration: { subnetResourceId: subnetId('hub', 'integration') },
        },
      },
    ],
    ['Microsoft.Network/privateEndpoints/pe-gateway', endpoint(IDS.apimV2, 'Gateway')],
    [
      'Microsoft.Consumption/budgets/monthly',
      {
        properties: {
          ...{ category: 'Cost', amount: 400, timeGrain: 'Monthly' },
          timePeriod: { startDate: '2026-11-01T00:00:00Z' },
          notifications: {
            half: { enabled: true, operator: 'GreaterThan', threshold: 50, contactEmails: ['a@contoso.com'] },
          },
        },
      },
    ],
    ['Microsoft.Insights/metricAlerts/requests', alert],
    [
      'Microsoft.Insights/scheduledQueryRules/errors',
      {
        location: LOCATION,
        properties: {
          ...{ scopes: [id(IDS.workspace)], severity: 3, evaluationFrequency: 'PT1H', windowSize: 'P1D' },
          criteria: {
            allOf: [
              {
                query: 'AppRequests | where not(Success) | summarize Failed = count()',
                metricMeasureColumn: 'Failed',
                ...{ timeAggregation: 'Total', operator: 'GreaterThan', threshold: 5 },
                failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
              },
            ],
          },
          actions: { actionGroups: [id('Microsoft.Insights/actionGroups/ag')] },
        },
      },
    ],
    [
      WORKBOOK,
      {
        location: LOCATION,
        kind: 'shared',
        properties: {
          displayName: 'Use of the models',
          category: 'workbook',
          serializedData: '{"version":"Notebook/1.0","items":[]}',
          sourceId: id(IDS.workspace),
        },
      },
    ],
  ];
}

/** The whole landscape, every write accepted and completed. */
export function landscape(): Bench {
  const bench = new Bench();
  for (const name of ['rg', 'other']) bench.addGroup(name, LOCATION);
  const list = writes((id) => bench.id(id), bench.world.tenant.tenantId);
  for (const [id, body] of list) {
    bench.put(id, body);
    if (id === IDS.foundry || id.startsWith(`${IDS.foundry}/projects/proj`)) bench.world.clock.spend(10 * 60_000);
    if (id === IDS.identity) {
      bench.assign(IDS.vault, bench.text(IDS.identity, 'principalId'), SECRETS_USER);
    }
  }
  return bench;
}
