using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-subnet'
}

param names = {
  resourceGroup: 'rg-contoso-subnet-spoke'
  vnet: 'vnet-contoso-subnet-spoke'
  appIdentity: {
    name: 'id-contoso-subnet-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-subnet-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-subnet-app'
  }
  ingressIdentity: {
    name: 'id-contoso-subnet-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-subnet-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-subnet-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-subnet-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-subnet-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-subnet-smoke'
  }
  keyVault: 'kv-contososubnet-gumjzu'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-subnet-gumjzu'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-subnet.private.postgres.database.azure.com'
  redis: 'redis-contoso-subnet-gumjzu'
  containerEnvironment: 'cae-contoso-subnet'
  containerApp: 'ca-contoso-subnet'
  migrationJob: 'caj-contoso-subnet-migrate'
  smokeJob: 'caj-contoso-subnet-smoke'
  foundry: 'aif-contoso-subnet-gumjzu'
  foundryProject: 'proj-contoso-subnet'
  applicationGateway: 'agw-contoso-subnet'
  wafPolicy: 'waf-contoso-subnet'
  ingressPublicIp: 'pip-contoso-subnet-ingress'
  tokenAlert: 'alert-contoso-subnet-token-cost'
  tokenActionGroup: 'ag-contoso-subnet-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-subnet-hub'
  vnet: 'vnet-contoso-subnet-hub'
  logAnalytics: 'log-contoso-subnet'
  gatewayIdentity: {
    name: 'id-contoso-subnet-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-subnet-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-subnet-gateway'
  }
  gatewayHost: 'apim-contoso-subnet-gumjzu.azure-api.net'
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
  kind: 'app-gateway'
  hostname: 'chat.contoso.com'
  dnsLabel: 'contoso-subnet-gumjzu'
}

param image = 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'

param postgres = {
  network: 'vnet-integration'
  sku: 'Standard_B2s'
  storageGiB: 32
  backupRetentionDays: 7
  geoRedundantBackup: false
  version: '16'
  highAvailability: 'Disabled'
  tier: 'Burstable'
}

param uploads = {
  kind: 'blob'
  account: 'stcontososubnetgumjzu'
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
  environment: 'contoso-subnet'
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
