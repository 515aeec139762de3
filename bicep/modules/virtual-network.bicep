metadata description = 'A virtual network with all of its subnets. The list is complete: a subnet that is missing here is deleted.'
import { subnet, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. CIDR.')
param addressSpace string

@description('Required. Subnets, all of them.')
param subnets subnet[]

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressSpace] }
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        properties: {
          ...(subnet.?singlePrefix ?? false ? { addressPrefix: subnet.prefix } : { addressPrefixes: [subnet.prefix] })
          // The id comes from the module that made the group: that is what orders the two.
          #disable-next-line use-resource-id-functions
          networkSecurityGroup: { id: subnet.networkSecurityGroupId }
          delegations: subnet.?delegation == null
            ? []
            : [{ name: replace(subnet.?delegation ?? '', '/', '-'), properties: { serviceName: subnet.?delegation } }]
          privateEndpointNetworkPolicies: subnet.?privateEndpoints ?? false ? 'NetworkSecurityGroupEnabled' : 'Disabled'
          defaultOutboundAccess: subnet.?defaultOutboundAccess
        }
      }
    ]
  }
}

@description('Resource id.')
output id string = network.id
