metadata description = 'A file share for what people upload. NFS knows no keys; SMB knows nothing else.'
import { textMap, uploadStorage } from '../types.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Account, share, protocol and size.')
param uploads uploadStorage

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

var nfs = uploads.kind == 'nfs'
var redundancy = uploads.zoneRedundant ? 'ZRS' : 'LRS'

// Accounts of SMB shares are named sts…, those of NFS shares stn….
// baseline: Azure.Storage.LocalAuth suppressed for sts*: SMB takes no identity of a container, only the key of the account.
// baseline: Azure.Storage.SecureTransfer suppressed for stn*: NFS has no encryption that this switch would accept; its traffic stays
//   between two subnets of the spoke. An SMB share keeps the switch on.
// baseline: CKV_AZURE_3 suppressed for stn*: as above.
// baseline: Azure.Storage.DefenderCloud suppressed: the plan is bought for a whole subscription, which is the platform
//   team's; only the app and its people reach this account.
// baseline: Azure.Storage.Defender.MalwareScan suppressed: as above; it reads blobs alone.
// baseline: CKV_AZURE_206 suppressed: uploads are copies of what people have; a second region would double the price and
//   put data where nobody asked for it.
resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: uploads.account
  location: location
  tags: tags
  kind: nfs ? 'FileStorage' : 'StorageV2'
  sku: { name: nfs ? 'Premium_${redundancy}' : 'Standard_${redundancy}' }
  properties: {
    ...(nfs ? {} : { accessTier: 'Hot' })
    allowSharedKeyAccess: !nfs
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: !nfs
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: {
      shareDeleteRetentionPolicy: { enabled: true, days: 7 }
    }

    resource share 'shares' = {
      name: uploads.folder
      properties: {
        enabledProtocols: nfs ? 'NFS' : 'SMB'
        shareQuota: uploads.?quotaGiB
        // Open WebUI runs as root, whose files another squash would give to nobody.
        ...(nfs ? { rootSquash: 'NoRootSquash' } : { accessTier: 'TransactionOptimized' })
      }
    }
  }
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: account::files
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Resource id.')
output id string = account.id
