metadata description = 'Blob storage for the files that people upload. No keys: identities only.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Name of the container.')
param containerName string

@description('Required. `true`: a copy in each zone.')
param zoneRedundant bool

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

// baseline: Azure.Storage.DefenderCloud suppressed: the plan is bought for a whole subscription, which is the platform
//   team's; only the app and its people reach this account.
// baseline: Azure.Storage.Defender.MalwareScan suppressed: as above.
// baseline: CKV_AZURE_206 suppressed: uploads are copies of what people have; a second region would double the price and
//   put data where nobody asked for it.
resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 7 }
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
    }

    resource container 'containers' = {
      name: containerName
      properties: { publicAccess: 'None' }
    }
  }
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Resource id.')
output id string = account.id

@description('Address of the blob service.')
output endpoint string = account.properties.primaryEndpoints.blob
