using '../../spoke/main.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-prod'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-prod-spoke'
  vnet: 'vnet-contoso-prod-spoke'
  appIdentity: {
    name: 'id-contoso-prod-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-app'
  }
  ingressIdentity: {
    name: 'id-contoso-prod-ingress'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-ingress'
  }
  smokeIdentity: {
    name: 'id-contoso-prod-smoke'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-smoke'
  }
  keyVault: 'kv-contosoprod-swmgpk'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
    certificate: 'ingress-certificate'
  }
  postgres: 'psql-contoso-prod-swmgpk'
  postgresDatabase: 'webui'
  postgresZone: 'contoso-prod.private.postgres.database.azure.com'
  redis: 'redis-contoso-prod-swmgpk'
  containerEnvironment: 'cae-contoso-prod'
  containerApp: 'ca-contoso-prod'
  migrationJob: 'caj-contoso-prod-migrate'
  smokeJob: 'caj-contoso-prod-smoke'
  foundry: 'aif-contoso-prod-swmgpk'
  foundryProject: 'proj-contoso-prod'
  applicationGateway: 'agw-contoso-prod'
  wafPolicy: 'waf-contoso-prod'
  ingressPublicIp: 'pip-contoso-prod-ingress'
  tokenAlert: 'alert-contoso-prod-token-cost'
  tokenActionGroup: 'ag-contoso-prod-token-cost'
}

param hub = {
  resourceGroup: 'rg-contoso-prod-hub'
  vnet: 'vnet-contoso-prod-hub'
  logAnalytics: 'log-contoso-prod'
  gatewayIdentity: {
    name: 'id-contoso-prod-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-gateway'
  }
  gatewayHost: 'apim-contoso-prod-swmgpk.azure-api.net'
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

param addressSpace = '10.20.4.0/22'

param exposedAs = {
  kind: 'app-gateway'
  hostname: 'chat.contoso.com'
  dnsLabel: 'contoso-prod-swmgpk'
}

param image = 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'

param postgres = {
  sku: 'Standard_D2ds_v5'
  storageGiB: 128
  backupRetentionDays: 14
  geoRedundantBackup: false
  network: 'private-endpoint'
  version: '16'
  highAvailability: 'Disabled'
  availabilityZone: '1'
  tier: 'GeneralPurpose'
}

param uploads = {
  kind: 'blob'
  account: 'stcontosoprodswmgpk'
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
  {
    name: 'chat'
    model: 'gpt-5.2'
    format: 'OpenAI'
    sku: 'DataZoneStandard'
    version: '2025-12-11'
    capacity: 100
    versionUpgrade: 'OnceCurrentVersionExpired'
    contentFilter: 'strict'
  }
  {
    name: 'Mistral-Nemo'
    model: 'Mistral-Nemo'
    format: 'Mistral AI'
    sku: 'GlobalStandard'
    capacity: 1
    versionUpgrade: 'OnceNewDefaultVersionAvailable'
  }
  {
    name: 'grok-4'
    model: 'grok-4'
    format: 'xAI'
    sku: 'GlobalStandard'
    capacity: 50
    versionUpgrade: 'OnceNewDefaultVersionAvailable'
  }
  {
    name: 'DeepSeek-V3.1'
    model: 'DeepSeek-V3.1'
    format: 'DeepSeek'
    sku: 'GlobalStandard'
    capacity: 50
    versionUpgrade: 'OnceNewDefaultVersionAvailable'
  }
]

param contentFilters = [
  {
    name: 'strict'
    jailbreak: true
    indirectAttack: true
    protectedMaterial: true
    severities: {
      Hate: 'Low'
      Sexual: 'Low'
      Violence: 'Medium'
      Selfharm: 'Low'
    }
    mode: 'Blocking'
  }
]

param locked = false

param purgeProtection = false

param monthlyBudget = {
  amount: 400
  contacts: [
    'platform@contoso.com'
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
  ]
  thresholds: [
    50
    80
    100
  ]
}

param modelBudgetStart = '2026-11-01T00:00:00Z'

param usage = {
  environment: 'contoso-prod'
  prices: '\'gpt-5-mini\', 0.25, 2.0, \'chat\', 1.93, 15.4, \'Mistral-Nemo\', 0.15, 0.15, \'grok-4\', 3.0, 15.0, \'DeepSeek-V3.1\', 0.56, 1.68'
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
