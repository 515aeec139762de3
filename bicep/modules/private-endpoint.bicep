metadata description = 'A private endpoint with its records in private DNS.'
import { textMap } from '../types.bicep'

@description('Required. Name of the service that is reached; the endpoint is called `pe-<name>`.')
param targetName string

@description('Required. Resource id of that service.')
param targetId string

@description('Required. Sub-resource: `vault`, `blob`, `postgresqlServer`, `account`.')
param group string

@description('Required. Azure region of the network.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the subnet.')
param subnetId string

@description('Required. Resource group of the private DNS zones.')
param zoneResourceGroup string

@description('Required. Private DNS zones that get a record. All in one group: a second group would be refused.')
param zones string[]

// Foundry says Succeeded before it takes an endpoint (`AccountProvisioningStateInvalid`); PostgreSQL is busy for a while
// after each child; a network takes one write at a time.
@retryOn(
  [
    'AccountProvisioningStateInvalid'
    'ServerIsBusy'
    'ServerBusy'
    'AnotherOperationInProgress'
    'RetryableError'
    'RequestConflict'
  ],
  30
)
resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: 'pe-${targetName}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: 'nic-pe-${targetName}'
    privateLinkServiceConnections: [
      {
        name: group
        properties: {
          privateLinkServiceId: targetId
          groupIds: [group]
        }
      }
    ]
  }
}

@retryOn(['AnotherOperationInProgress', 'RetryableError'], 20)
resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      for zone in zones: {
        name: replace(zone, '.', '-')
        properties: {
          privateDnsZoneId: resourceId(zoneResourceGroup, 'Microsoft.Network/privateDnsZones', zone)
        }
      }
    ]
  }
}

@description('Resource id.')
output id string = endpoint.id
