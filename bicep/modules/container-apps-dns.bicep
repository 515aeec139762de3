metadata description = 'Private names that lead to the ingress of an internal environment. A module, because the zone is named after a domain that exists only once the environment does.'
import { textMap } from '../types.bicep'

@description('Required. Domain of the environment, or a host name of the company.')
param domain string

@description('Required. `true`: every name below the domain leads there, too.')
param withNamesBelow bool

@description('Required. Address of the ingress of the environment.')
param address string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource ids of the networks that resolve it.')
param networkIds string[]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: domain
  location: 'global'
  tags: tags

  resource apps 'A' = if (withNamesBelow) {
    name: '*'
    properties: { ttl: 300, aRecords: [{ ipv4Address: address }] }
  }

  resource apex 'A' = {
    name: '@'
    properties: { ttl: 300, aRecords: [{ ipv4Address: address }] }
  }
}

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for networkId in networkIds: {
    parent: zone
    name: last(split(networkId, '/'))
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      #disable-next-line use-resource-id-functions // A parameter, one of a list.
      virtualNetwork: { id: networkId }
    }
  }
]

@description('Resource id.')
output id string = zone.id
