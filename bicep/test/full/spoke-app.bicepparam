using '../../spoke/app.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-prod'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-prod-spoke'
  appIdentity: {
    name: 'id-contoso-prod-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-app'
  }
  keyVault: 'kv-contosoprod-swmgpk'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
  }
  postgres: 'psql-contoso-prod-swmgpk'
  postgresDatabase: 'webui'
  containerEnvironment: 'cae-contoso-prod'
  containerApp: 'ca-contoso-prod'
}

param app = {
  image: 'ghcr.io/open-webui/open-webui:v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f'
  cpu: '1'
  memory: '2Gi'
  minReplicas: 1
  maxReplicas: 1
  environment: {
    WEBUI_NAME: 'Contoso Chat'
    WEBUI_BANNERS: '[{"id":"ec97af2e90c2","type":"info","title":"Please note","content":"Answers may be wrong. Check what matters.","dismissible":true,"timestamp":1}]'
    DEFAULT_PROMPT_SUGGESTIONS: '[{"title":["Summarise","a long e-mail"],"content":"Summarise this e-mail in three sentences:"}]'
    RESPONSE_WATERMARK: 'Written by AI'
    DEFAULT_LOCALE: 'en-GB'
    USER_PERMISSIONS_CHAT_TEMPORARY: 'false'
  }
  deploymentId: '0e15b47d5546'
}

param exposedAs = {
  kind: 'app-gateway'
  hostname: 'chat.contoso.com'
  dnsLabel: 'contoso-prod-swmgpk'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param gatewayHost = 'apim-contoso-prod-swmgpk.azure-api.net'

param apiPath = 'openai/v1'

param chatModels = [
  'gpt-5-mini'
  'chat'
  'Mistral-Nemo'
  'grok-4'
  'DeepSeek-V3.1'
]

param uploads = {
  kind: 'blob'
  account: 'stcontosoprodswmgpk'
  folder: 'open-webui'
  zoneRedundant: false
}

param withRedis = false
