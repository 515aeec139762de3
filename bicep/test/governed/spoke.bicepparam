using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-governed'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-governed-spoke'
  vnet: 'vnet-contoso-governed-spoke'
  appIdentity: {
    name: 'id-contoso-governed-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-governed-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-governed-app'
  }
  ingressIdentity: {
    name: 'id-contoso-governed-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-governed-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-governed-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-governed-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-governed-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-governed-smoke'
  }
  keyVault: 'kv-contosogoverne-7tnk24'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-governed-7tnk24'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-governed.private.postgres.database.azure.com'
  redis: 'redis-contoso-governed-7tnk24'
  containerEnvironment: 'cae-contoso-governed'
  containerApp: 'ca-contoso-governed'
  migrationJob: 'caj-contoso-governed-migrate'
  smokeJob: 'caj-contoso-governed-smoke'
  foundry: 'aif-contoso-governed-7tnk24'
  foundryProject: 'proj-contoso-governed'
  applicationGateway: 'agw-contoso-governed'
  wafPolicy: 'waf-contoso-governed'
  ingressPublicIp: 'pip-contoso-governed-ingress'
  tokenAlert: 'alert-contoso-governed-token-cost'
  tokenActionGroup: 'ag-contoso-governed-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-governed-hub'
  vnet: 'vnet-contoso-governed-hub'
  logAnalytics: 'log-contoso-governed'
  gatewayIdentity: {
    name: 'id-contoso-governed-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-governed-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-governed-gateway'
  }
  gatewayHost: 'apim-contoso-governed-7tnk24.azure-api.net'
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

param addressSpace = '10.32.4.0/22'

param exposedAs = {
  kind: 'app-gateway'
  hostname: 'governed.contoso.com'
  dnsLabel: 'contoso-governed-7tnk24'
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
  account: 'stcontosogoverned7tnk24'
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

param locked = true

param purgeProtection = true

param monthlyBudget = {
  amount: 400
  contacts: [
    'platform@contoso.com'
    'finance@contoso.com'
  ]
  thresholds: [
    50
    80
    100
  ]
}

param budgetStart = '2026-11-01T00:00:00Z'

param modelBudget = {
  amount: 200
  contacts: [
    'platform@contoso.com'
    'finance@contoso.com'
  ]
  thresholds: [
    50
    80
    100
  ]
}

param modelBudgetStart = '2026-11-01T00:00:00Z'

param usage = {
  environment: 'contoso-governed'
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

param certificatePfx = 'cGZ4IG9mIGEgdGVzdA=='
