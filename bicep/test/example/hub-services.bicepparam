using '../../hub/services.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-dev'
}

param names = {
  resourceGroup: 'rg-contoso-dev-hub'
  vnet: 'vnet-contoso-dev-hub'
  gatewayIdentity: {
    name: 'id-contoso-dev-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-gateway'
  }
  logAnalytics: 'log-contoso-dev'
  appInsights: 'appi-contoso-dev'
  gatewayHost: 'apim-contoso-dev-m55bu3.azure-api.net'
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

param logRetentionInDays = 30

param logDailyCapGiB = -1

param locked = false
