using '../../hub/gateway.bicep'

param location = 'swedencentral'

param tags = {
  'managed-by': 'open-webui-landing-zone'
  environment: 'contoso-prod'
  owner: 'chat-team'
  'cost-center': '4711'
}

param names = {
  resourceGroup: 'rg-contoso-prod-hub'
  vnet: 'vnet-contoso-prod-hub'
  gatewayIdentity: {
    name: 'id-contoso-prod-gateway'
    id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-contoso-prod-hub/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-contoso-prod-gateway'
  }
  gatewayPublicIp: 'pip-contoso-prod-gateway'
  logAnalytics: 'log-contoso-prod'
  apim: 'apim-contoso-prod-swmgpk'
}

param sku = {
  name: 'Developer'
  capacity: 1
}

param networkKind = 'classic'

param zones = []

param publisherEmail = 'platform@contoso.com'

param publisherName = 'Contoso platform team'
