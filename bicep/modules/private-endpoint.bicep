metadata description = 'A private endpoint with its records in private DNS.'
import { textMap } from '../types.bicep'

@description('Required. The service that is reached.')
param target {
  @description('Resource name; the endpoint is called `pe-<name>`.')
  name: string

  @description('Sub-resource.')
  group: 'vault' | 'blob' | 'file' | 'redisEnterprise' | 'postgresqlServer' | 'account' | 'Gateway'
}

@description('Required. Resource id of that service.')
param targetId string

@description('Required. Where the endpoint stands.')
param place {
  location: string
  tags: textMap

  @description('Resource id of the subnet.')
  subnetId: string

  @description('Where the private DNS zones lie.')
  zones: {
    subscriptionId: string
    resourceGroup: string
  }
}

@description('Required. Private DNS zones that get a record. All in one group: a second group would be refused. None: somebody else writes the record.')
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
  name: 'pe-${target.name}'
  location: place.location
  tags: place.tags
  properties: {
    subnet: { id: place.subnetId }
    customNetworkInterfaceName: 'nic-pe-${target.name}'
    privateLinkServiceConnections: [
      {
        name: target.group
        properties: {
          privateLinkServiceId: targetId
          groupIds: [target.group]
        }
      }
    ]
  }
}

@retryOn(['AnotherOperationInProgress', 'RetryableError'], 20)
resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = if (!empty(zones)) {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      for zone in zones: {
        name: replace(zone, '.', '-')
        properties: {
          privateDnsZoneId: resourceId(
            place.zones.subscriptionId,
            place.zones.resourceGroup,
            'Microsoft.Network/privateDnsZones',
            zone
          )
        }
      }
    ]
  }
}

@description('Resource id.')
output id string = endpoint.id
