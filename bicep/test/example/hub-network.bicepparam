using '../../hub/network.bicep'

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
  gatewayPublicIp: 'pip-contoso-dev-gateway'
  apim: 'apim-contoso-dev-m55bu3'
}

param addressSpace = '10.10.0.0/22'

param networkKind = 'classic'
