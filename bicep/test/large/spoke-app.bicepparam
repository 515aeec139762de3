using '../../spoke/app.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-prod'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-large-spoke'
  appIdentity: {
    name: 'id-contoso-large-app'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-large-spoke/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-large-app'
  }
  keyVault: 'kv-contosolarge-s3k5rv'
  secrets: {
    databasePassword: 'database-password'
    webuiSecretKey: 'webui-secret-key'
    redisUrl: 'redis-url'
  }
  postgres: 'psql-contoso-large-s3k5rv'
  postgresDatabase: 'webui'
  containerEnvironment: 'cae-contoso-large'
  containerApp: 'ca-contoso-large'
}

param app = {
  image: 'ghcr.io/open-webui/open-webui:v0.11.4-slim'
  cpu: '2'
  memory: '4Gi'
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
  deploymentId: '87ea92df99e8'
}

param exposedAs = {
  kind: 'app-gateway'
  hostname: 'chat.contoso.com'
  certificateUri: 'https://kv-contoso.vault.azure.net/secrets/chat'
  dnsLabel: 'contoso-large-s3k5rv'
}

param entra = {
  tenantId: '22222222-2222-4222-8222-222222222222'
  clientId: '33333333-3333-4333-8333-333333333333'
}

param gatewayHost = 'apim-contoso-large-s3k5rv.azure-api.net'

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
  account: 'stcontosolarges3k5rv'
  folder: 'open-webui'
  zoneRedundant: false
}

param withRedis = false
