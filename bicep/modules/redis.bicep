metadata description = 'Azure Managed Redis: what replicas tell each other. Its address with the key goes into Key Vault and nowhere else.'
import { redisSettings, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Size and second node.')
param settings redisSettings

@description('Required. Where the address with the key is kept.')
param keptIn {
  vault: string
  secret: string
}

resource cluster 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: settings.sku }
  properties: {
    // Zones are not asked for: a second node is in another one where the region has zones.
    highAvailability: settings.highAvailability ? 'Enabled' : 'Disabled'
    minimumTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
  }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: cluster
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    // One address for all shards: Open WebUI asks for several keys at a time, which the other policy refuses.
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'VolatileLRU'
    // Open WebUI signs in to Redis with a password only.
    accessKeysAuthentication: 'Enabled'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: keptIn.vault
}

// baseline: CKV_AZURE_41 suppressed for redis-url: an address that expired would stop every replica at once; a new key is
//   handed over by the next deployment.
resource address 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = {
  parent: vault
  name: keptIn.secret
  properties: {
    value: 'rediss://:${uriComponent(database.listKeys().primaryKey)}@${cluster.properties.hostName}:10000/0'
    contentType: 'text/plain'
  }
}

@description('Resource id.')
output id string = cluster.id
