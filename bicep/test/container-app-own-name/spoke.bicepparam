using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-dev'
}

param names = {
  resourceGroup: 'rg-contoso-dev-spoke'
  vnet: 'vnet-contoso-dev-spoke'
  appIdentity: {
    name: 'id-contoso-dev-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-app'
  }
  ingressIdentity: {
    name: 'id-contoso-dev-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-dev-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-smoke'
  }
  keyVault: 'kv-contosodev-m55bu3'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-dev-m55bu3'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-dev.private.postgres.database.azure.com'
  redis: 'redis-contoso-dev-m55bu3'
  containerEnvironment: 'cae-contoso-dev'
  containerApp: 'ca-contoso-dev'
  migrationJob: 'caj-contoso-dev-migrate'
  smokeJob: 'caj-contoso-dev-smoke'
  foundry: 'aif-contoso-dev-m55bu3'
  foundryProject: 'proj-contoso-dev'
  applicationGateway: 'agw-contoso-dev'
  wafPolicy: 'waf-contoso-dev'
  ingressPublicIp: 'pip-contoso-dev-ingress'
  tokenAlert: 'alert-contoso-dev-token-cost'
  tokenActionGroup: 'ag-contoso-dev-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-dev-hub'
  vnet: 'vnet-contoso-dev-hub'
  logAnalytics: 'log-contoso-dev'
  gatewayIdentity: {
    name: 'id-contoso-dev-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-gateway'
  }
  gatewayHost: 'apim-contoso-dev-m55bu3.azure-api.net'
}

param zones = {
  vault: 'privatelink.vaultcore.azure.net'
  postgres: 'privatelink.postgres.database.azure.com'
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  redis: 'privatelink.redis.azure.net'
  cognitiveServices: 'privatelink.cognitiveservices.azure.com'
  openAi: 'privatelink.openai.azure.com'
  foundry: 'privatelink.services.ai.azure.com'
}

param addressSpace = '10.10.4.0/22'

param exposedAs = {
  kind: 'container-app'
  hostname: 'chat.contoso.com'
  dns: {
    subscriptionId: '11111111-1111-4111-8111-111111111111'
    resourceGroup: 'rg-dns'
    zone: 'contoso.com'
    record: 'chat'
  }
  allowedAddresses: [
    '203.0.113.0/24'
    '198.51.100.7/32'
  ]
}

param image = 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'

param postgres = {
  sku: 'Standard_B2s'
  storageGiB: 32
  backupRetentionDays: 7
  geoRedundantBackup: false
  network: 'private-endpoint'
  version: '16'
  highAvailability: 'Disabled'
  tier: 'Burstable'
}

param uploads = {
  kind: 'blob'
  account: 'stcontosodevm55bu3'
  folder: 'open-webui'
  zoneRedundant: false
}

param models = [
  {
    name: 'gpt-5-mini'
    model: 'gpt-5-mini'
    format: 'OpenAI'
    sku: 'GlobalStandard'
    capacity: 50
    versionUpgrade: 'OnceNewDefaultVersionAvailable'
    contentFilter: 'Microsoft.DefaultV2'
  }
]

param contentFilters = []

param locked = false

param purgeProtection = false

param usage = {
  environment: 'contoso-dev'
  prices: '\'gpt-5-mini\', 0.25, 2.0'
  currency: 'USD'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param apiPath = 'openai/v1'

param probe = {
  probeScript: 'const name = \'probe\';\nconsole.log(`\${name}: \\\\ "up"`);'
  image: 'docker.io/library/node:24-alpine'
  model: 'gpt-5-mini'
  prompt: 'Answer with one short sentence: is the chat platform up?'
  firstTokenSeconds: 60
}
