metadata description = 'Links of existing private DNS zones to one network. The zones stay with the template that made them.'
import { textMap } from '../types.bicep'

@description('Required. Zone names.')
param zones string[]

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the network that resolves them.')
param networkId string

resource existingZones 'Microsoft.Network/privateDnsZones@2024-06-01' existing = [
  for zone in zones: {
    name: zone
  }
]

@retryOn(['AnotherOperationInProgress', 'RetryableError', 'Conflict'], 20)
resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zones: {
    parent: existingZones[i]
    name: last(split(networkId, '/'))
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
]
