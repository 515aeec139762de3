metadata description = 'A private DNS zone and its link to one network.'
import { textMap } from '../types.bicep'

@description('Required. Zone name.')
param name string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the network that resolves it.')
param networkId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: name
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: last(split(networkId, '/'))
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}

@description('Resource id.')
output id string = zone.id
