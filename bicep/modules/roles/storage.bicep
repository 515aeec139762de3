metadata description = 'Lets an identity read and write blobs.'

@description('Required. Name of the storage account.')
param accountName string

@description('Required. Object id of the identity.')
param principalId string

var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

// A new identity takes a while to be seen everywhere; the principal type skips the look-up in the directory.
@retryOn(['PrincipalNotFound'], 10)
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, storageBlobDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

@description('Resource id.')
output id string = assignment.id
