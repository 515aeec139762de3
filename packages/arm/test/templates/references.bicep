param suffix string
param keyName string = 'key1'
resource account 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: 'st${suffix}', location: resourceGroup().location, sku: { name: 'Standard_LRS' }, kind: 'StorageV2' }
resource other 'Microsoft.Storage/storageAccounts@2023-01-01' existing = { name: 'other${suffix}', scope: resourceGroup('other-rg') }
resource far 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'kv', scope: resourceGroup('33333333-3333-3333-3333-333333333333', 'far-rg') }
resource insights 'Microsoft.Insights/components@2020-02-02' = { name: 'ai-${suffix}', location: resourceGroup().location, kind: 'web', properties: { Application_Type: 'web' } }
resource settings 'Microsoft.App/jobs@2024-03-01' = {
  name: 'job-${suffix}'
  location: resourceGroup().location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: resourceId('Microsoft.App/managedEnvironments', 'env')
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 60
      secrets: [ { name: 'conn', value: 'AccountKey=${account.listKeys().keys[0].value};Suffix=${environment().suffixes.storage}' }, { name: 'other', value: other.listKeys('2022-09-01').keys[0][keyName] } ]
    }
    template: { containers: [ { name: 'x', image: 'img', env: [ { name: 'A', value: insights.properties.ConnectionString }, { name: 'B', value: far.properties.vaultUri }, { name: 'C', value: identity.properties.clientId }, { name: 'D', value: account.identity.?principalId ?? '' } ] } ] }
  }
}
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'id-${suffix}', location: resourceGroup().location }
resource diag 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: account, name: 'diag', properties: { workspaceId: insights.properties.WorkspaceResourceId, logs: [] } }
resource lock 'Microsoft.Authorization/locks@2020-05-01' = { name: 'lock', scope: insights, properties: { level: 'CanNotDelete' } }
module role 'modules/role.bicep' = { params: { principalId: identity.properties.principalId, scopeName: account.name } }
module role2 'modules/role.bicep' = { scope: resourceGroup('other-rg'), params: { principalId: '44444444-4444-4444-4444-444444444444', scopeName: other.name } }
output conn string = insights.properties.ConnectionString
output otherId string = other.id
output role string = role2.outputs.id
output kind string = account.kind
output key string = account.listKeys().keys[0].value
