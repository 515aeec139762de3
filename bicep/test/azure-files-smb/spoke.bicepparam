using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-smb'
}

param names = {
  resourceGroup: 'rg-contoso-smb-spoke'
  vnet: 'vnet-contoso-smb-spoke'
  appIdentity: {
    name: 'id-contoso-smb-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-smb-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-smb-app'
  }
  ingressIdentity: {
    name: 'id-contoso-smb-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-smb-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-smb-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-smb-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-smb-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-smb-smoke'
  }
  keyVault: 'kv-contososmb-ruc4bc'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-smb-ruc4bc'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-smb.private.postgres.database.azure.com'
  redis: 'redis-contoso-smb-ruc4bc'
  containerEnvironment: 'cae-contoso-smb'
  containerApp: 'ca-contoso-smb'
  migrationJob: 'caj-contoso-smb-migrate'
  smokeJob: 'caj-contoso-smb-smoke'
  foundry: 'aif-contoso-smb-ruc4bc'
  foundryProject: 'proj-contoso-smb'
  applicationGateway: 'agw-contoso-smb'
  wafPolicy: 'waf-contoso-smb'
  ingressPublicIp: 'pip-contoso-smb-ingress'
  tokenAlert: 'alert-contoso-smb-token-cost'
  tokenActionGroup: 'ag-contoso-smb-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-smb-hub'
  vnet: 'vnet-contoso-smb-hub'
  logAnalytics: 'log-contoso-smb'
  gatewayIdentity: {
    name: 'id-contoso-smb-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-smb-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-smb-gateway'
  }
  gatewayHost: 'apim-contoso-smb-ruc4bc.azure-api.net'
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
  dnsLabel: 'contoso-smb-ruc4bc'
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
  kind: 'smb'
  account: 'stscontososmbruc4bc'
  folder: 'open-webui'
  quotaGiB: 100
  zoneRedundant: true
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
  environment: 'contoso-smb'
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
