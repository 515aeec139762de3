using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-nfs'
}

param names = {
  resourceGroup: 'rg-contoso-nfs-spoke'
  vnet: 'vnet-contoso-nfs-spoke'
  appIdentity: {
    name: 'id-contoso-nfs-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-nfs-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-nfs-app'
  }
  ingressIdentity: {
    name: 'id-contoso-nfs-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-nfs-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-nfs-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-nfs-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-nfs-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-nfs-smoke'
  }
  keyVault: 'kv-contosonfs-u44u65'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-nfs-u44u65'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-nfs.private.postgres.database.azure.com'
  redis: 'redis-contoso-nfs-u44u65'
  containerEnvironment: 'cae-contoso-nfs'
  containerApp: 'ca-contoso-nfs'
  migrationJob: 'caj-contoso-nfs-migrate'
  smokeJob: 'caj-contoso-nfs-smoke'
  foundry: 'aif-contoso-nfs-u44u65'
  foundryProject: 'proj-contoso-nfs'
  applicationGateway: 'agw-contoso-nfs'
  wafPolicy: 'waf-contoso-nfs'
  ingressPublicIp: 'pip-contoso-nfs-ingress'
  tokenAlert: 'alert-contoso-nfs-token-cost'
  tokenActionGroup: 'ag-contoso-nfs-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-nfs-hub'
  vnet: 'vnet-contoso-nfs-hub'
  logAnalytics: 'log-contoso-nfs'
  gatewayIdentity: {
    name: 'id-contoso-nfs-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-nfs-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-nfs-gateway'
  }
  gatewayHost: 'apim-contoso-nfs-u44u65.azure-api.net'
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
  dnsLabel: 'contoso-nfs-u44u65'
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
  kind: 'nfs'
  account: 'stncontosonfsu44u65'
  folder: 'open-webui'
  quotaGiB: 256
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
  environment: 'contoso-nfs'
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
