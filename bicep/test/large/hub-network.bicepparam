using '../../hub/network.bicep'

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
  gatewayPublicIp: 'pip-contoso-large-gateway'
  apim: 'apim-contoso-large-s3k5rv'
}

param addressSpace = '10.20.0.0/22'

param networkKind = 'classic'
