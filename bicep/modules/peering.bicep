metadata description = 'One side of a peering. Both sides are needed.'

@description('Required. Name of the network of this side.')
param networkName string

@description('Required. Resource id of the network of the other side.')
param remoteNetworkId string

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: networkName
}

// A peering waits while subnets or private endpoints of the same network are written.
@retryOn(['AnotherOperationInProgress', 'RetryableError', 'ReferencedResourceNotProvisioned'], 20)
resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: network
  name: 'to-${last(split(remoteNetworkId, '/'))}'
  properties: {
    remoteVirtualNetwork: { id: remoteNetworkId }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

@description('Resource id.')
output id string = peering.id
