using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-many'
}

param names = {
  resourceGroup: 'rg-contoso-many-spoke'
  vnet: 'vnet-contoso-many-spoke'
  appIdentity: {
    name: 'id-contoso-many-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-many-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-many-app'
  }
  ingressIdentity: {
    name: 'id-contoso-many-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-many-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-many-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-many-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-many-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-many-smoke'
  }
  keyVault: 'kv-contosomany-eewetx'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-many-eewetx'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-many.private.postgres.database.azure.com'
  redis: 'redis-contoso-many-eewetx'
  containerEnvironment: 'cae-contoso-many'
  containerApp: 'ca-contoso-many'
  migrationJob: 'caj-contoso-many-migrate'
  smokeJob: 'caj-contoso-many-smoke'
  foundry: 'aif-contoso-many-eewetx'
  foundryProject: 'proj-contoso-many'
  applicationGateway: 'agw-contoso-many'
  wafPolicy: 'waf-contoso-many'
  ingressPublicIp: 'pip-contoso-many-ingress'
  tokenAlert: 'alert-contoso-many-token-cost'
  tokenActionGroup: 'ag-contoso-many-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-many-hub'
  vnet: 'vnet-contoso-many-hub'
  logAnalytics: 'log-contoso-many'
  gatewayIdentity: {
    name: 'id-contoso-many-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-many-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-many-gateway'
  }
  gatewayHost: 'apim-contoso-many-eewetx.azure-api.net'
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
  dnsLabel: 'contoso-many-eewetx'
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
  account: 'stcontosomanyeewetx'
  folder: 'open-webui'
  zoneRedundant: false
}

param redis = {
  sku: 'Balanced_B0'
  highAvailability: true
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
  environment: 'contoso-many'
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
