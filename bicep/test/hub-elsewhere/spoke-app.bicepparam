using '../../spoke/app.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-chat'
}

param names = {
  resourceGroup: 'rg-contoso-chat-spoke'
  appIdentity: {
    name: 'id-contoso-chat-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-chat-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-chat-app'
  }
  keyVault: 'kv-contosochat-5xolxe'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
  }
  postgres: 'psql-contoso-chat-5xolxe'
  postgresDatabase: 'webui'
  containerEnvironment: 'cae-contoso-chat'
  containerApp: 'ca-contoso-chat'
}

param app = {
  image: 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'
  cpu: '1'
  memory: '2Gi'
  minReplicas: 1
  maxReplicas: 1
  environment: {}
  deploymentId: 'e2697636207c'
}

param exposedAs = {
  kind: 'app-gateway'
  hostname: 'chat.contoso.com'
  dnsLabel: 'contoso-chat-5xolxe'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param gatewayHost = 'apim-contoso-hub-45y4uy.azure-api.net'

param apiPath = 'contoso-chat/openai/v1'

param chatModels = [
  'gpt-5-mini'
]

param uploads = {
  kind: 'blob'
  account: 'stcontosochat5xolxe'
  folder: 'open-webui'
  zoneRedundant: false
}

param withRedis = false
