using '../../hub/services.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-governed'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-governed-hub'
  vnet: 'vnet-contoso-governed-hub'
  gatewayIdentity: {
    name: 'id-contoso-governed-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-governed-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-governed-gateway'
  }
  logAnalytics: 'log-contoso-governed'
  appInsights: 'appi-contoso-governed'
  gatewayHost: 'apim-contoso-governed-7tnk24.azure-api.net'
}

param privateZones = {
  vault: 'privatelink.vaultcore.azure.net'
  postgres: 'privatelink.postgres.database.azure.com'
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  redis: 'privatelink.redis.azure.net'
  cognitiveServices: 'privatelink.cognitiveservices.azure.com'
  openAi: 'privatelink.openai.azure.com'
  foundry: 'privatelink.services.ai.azure.com'
}

param logRetentionInDays = 90

param logDailyCapGiB = 10

param locked = true

param monthlyBudget = {
  amount: 900
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
