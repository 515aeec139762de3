metadata description = 'What a hub gets for each spoke: its side of the peering, and its names resolved in the spoke.'
import { textMap } from '../types.bicep'

@description('Required. Name of the network of the hub.')
param networkName string

@description('Required. Private DNS zones of the hub.')
param zones string[]

@description('Required. Resource id of the network of the spoke, whose own side of the peering exists.')
param spokeNetworkId string

@description('Required. Tags.')
param tags textMap

module fromHub 'peering.bicep' = {
  params: { networkName: networkName, remoteNetworkId: spokeNetworkId }
}

module links 'private-dns-links.bicep' = {
  params: { zones: zones, tags: tags, networkId: spokeNetworkId }
}
