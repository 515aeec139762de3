metadata description = 'Lets an identity call the models of every maker; the narrower OpenAI role leaves out those of partners.'

@description('Required. Name of the Foundry account.')
param accountName string

@description('Required. Object id of the identity.')
param principalId string

var cognitiveServicesUser = 'a97b65f3-24c7-4388-baec-2e87135dc908'

resource account 'Microsoft.CognitiveServices/accounts@2026-05-01' existing = {
  name: accountName
}

// A new identity takes a while to be seen everywhere; the principal type skips the look-up in the directory.
@retryOn(['PrincipalNotFound'], 10)
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, cognitiveServicesUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesUser)
  }
}

@description('Resource id.')
output id string = assignment.id
