using '../../spoke/app.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-dev'
}

param names = {
  resourceGroup: 'rg-contoso-dev-spoke'
  appIdentity: {
    name: 'id-contoso-dev-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-dev-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-dev-app'
  }
  keyVault: 'kv-contosodev-m55bu3'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
  }
  postgres: 'psql-contoso-dev-m55bu3'
  postgresDatabase: 'webui'
  containerEnvironment: 'cae-contoso-dev'
  containerApp: 'ca-contoso-dev'
}

param app = {
  image: 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'
  cpu: '1'
  memory: '2Gi'
  minReplicas: 1
  maxReplicas: 1
  environment: {}
  deploymentId: '98a7af2f7ed2'
}

param exposedAs = {
  kind: 'container-app'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param gatewayHost = 'apim-contoso-dev-m55bu3.azure-api.net'

param apiPath = 'openai/v1'

param chatModels = [
  'gpt-5-mini'
]

param uploads = {
  kind: 'blob'
  account: 'stcontosodevm55bu3'
  folder: 'open-webui'
  zoneRedundant: false
}

param withRedis = false
