metadata description = 'Key Vault of the spoke: roles instead of access policies, no public way in.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Optional. `true`: what is deleted cannot be purged for seven days. It can never be taken back.')
param purgeProtection bool = false

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: union({
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // ARM reads the database password here while it deploys; it and Application Gateway are trusted services.
    enabledForTemplateDeployment: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
  },
  // baseline: Azure.KeyVault.PurgeProtect suppressed: a choice of the environment file, off by default: it can never be
  //   taken back, and an environment that is destroyed must free its name. Soft delete keeps everything for a week.
  // baseline: CKV_AZURE_110 suppressed: as above.
  // baseline: CKV_AZURE_42 suppressed: as above.
  purgeProtection ? { enablePurgeProtection: true } : {})
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id.')
output id string = vault.id

@description('Address with a slash at the end.')
output uri string = vault.properties.vaultUri
