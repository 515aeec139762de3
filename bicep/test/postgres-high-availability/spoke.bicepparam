using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-standby'
}

param names = {
  resourceGroup: 'rg-contoso-standby-spoke'
  vnet: 'vnet-contoso-standby-spoke'
  appIdentity: {
    name: 'id-contoso-standby-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-standby-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-standby-app'
  }
  ingressIdentity: {
    name: 'id-contoso-standby-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-standby-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-standby-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-standby-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-standby-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-standby-smoke'
  }
  keyVault: 'kv-contosostandby-usflsq'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-standby-usflsq'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-standby.private.postgres.database.azure.com'
  redis: 'redis-contoso-standby-usflsq'
  containerEnvironment: 'cae-contoso-standby'
  containerApp: 'ca-contoso-standby'
  migrationJob: 'caj-contoso-standby-migrate'
  smokeJob: 'caj-contoso-standby-smoke'
  foundry: 'aif-contoso-standby-usflsq'
  foundryProject: 'proj-contoso-standby'
  applicationGateway: 'agw-contoso-standby'
  wafPolicy: 'waf-contoso-standby'
  ingressPublicIp: 'pip-contoso-standby-ingress'
  tokenAlert: 'alert-contoso-standby-token-cost'
  tokenActionGroup: 'ag-contoso-standby-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-standby-hub'
  vnet: 'vnet-contoso-standby-hub'
  logAnalytics: 'log-contoso-standby'
  gatewayIdentity: {
    name: 'id-contoso-standby-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-standby-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-standby-gateway'
  }
  gatewayHost: 'apim-contoso-standby-usflsq.azure-api.net'
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
  dnsLabel: 'contoso-standby-usflsq'
}

param image = 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'

param postgres = {
  sku: 'Standard_D2ds_v5'
  storageGiB: 64
  backupRetentionDays: 35
  geoRedundantBackup: true
  network: 'private-endpoint'
  version: '16'
  highAvailability: 'SameZone'
  availabilityZone: '2'
  tier: 'GeneralPurpose'
}

param uploads = {
  kind: 'blob'
  account: 'stcontosostandbyusflsq'
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
  environment: 'contoso-standby'
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
