using '../../hub/services.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-prod'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-large-hub'
  vnet: 'vnet-contoso-large-hub'
  gatewayIdentity: {
    name: 'id-contoso-large-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-large-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-large-gateway'
  }
  logAnalytics: 'log-contoso-large'
  appInsights: 'appi-contoso-large'
  gatewayHost: 'apim-contoso-large-s3k5rv.azure-api.net'
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

param logDailyCapGiB = 20

param locked = false

param monthlyBudget = {
  amount: 900
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
