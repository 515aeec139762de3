metadata description = 'Lets an identity read secrets.'

@description('Required. Name of the Key Vault.')
param vaultName string

@description('Required. Object id of the identity.')
param principalId string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName
}

// A new identity takes a while to be seen everywhere; the principal type skips the look-up in the directory.
@retryOn(['PrincipalNotFound'], 10)
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

@description('Resource id.')
output id string = assignment.id
