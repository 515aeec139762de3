using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-chat'
}

param names = {
  resourceGroup: 'rg-contoso-chat-spoke'
  vnet: 'vnet-contoso-chat-spoke'
  appIdentity: {
    name: 'id-contoso-chat-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-chat-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-chat-app'
  }
  ingressIdentity: {
    name: 'id-contoso-chat-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-chat-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-chat-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-chat-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-chat-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-chat-smoke'
  }
  keyVault: 'kv-contosochat-5xolxe'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-chat-5xolxe'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-chat.private.postgres.database.azure.com'
  redis: 'redis-contoso-chat-5xolxe'
  containerEnvironment: 'cae-contoso-chat'
  containerApp: 'ca-contoso-chat'
  migrationJob: 'caj-contoso-chat-migrate'
  smokeJob: 'caj-contoso-chat-smoke'
  foundry: 'aif-contoso-chat-5xolxe'
  foundryProject: 'proj-contoso-chat'
  applicationGateway: 'agw-contoso-chat'
  wafPolicy: 'waf-contoso-chat'
  ingressPublicIp: 'pip-contoso-chat-ingress'
  tokenAlert: 'alert-contoso-chat-token-cost'
  tokenActionGroup: 'ag-contoso-chat-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-hub-hub'
  vnet: 'vnet-contoso-hub-hub'
  logAnalytics: 'log-contoso-hub'
  gatewayIdentity: {
    name: 'id-contoso-hub-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-hub-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-hub-gateway'
  }
  gatewayHost: 'apim-contoso-hub-pl42ok.azure-api.net'
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
  dnsLabel: 'contoso-chat-5xolxe'
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
  account: 'stcontosochat5xolxe'
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
  environment: 'contoso-chat'
  prices: '\'gpt-5-mini\', 0.25, 2.0'
  currency: 'USD'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param apiPath = 'contoso-chat/openai/v1'

param probe = {
  probeScript: 'const name = \'probe\';\nconsole.log(`\${name}: \\\\ "up"`);'
  image: 'docker.io/library/node:24-alpine'
  model: 'gpt-5-mini'
  prompt: 'Answer with one short sentence: is the chat platform up?'
  firstTokenSeconds: 60
}

param certificatePfx = 'cGZ4IG9mIGEgdGVzdA=='
