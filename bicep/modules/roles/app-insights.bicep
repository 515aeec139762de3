metadata description = 'Lets an identity send metrics: local authentication is off.'

@description('Required. Name of the Application Insights component.')
param componentName string

@description('Required. Object id of the identity.')
param principalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

// A new identity takes a while to be seen everywhere; the principal type skips the look-up in the directory.
@retryOn(['PrincipalNotFound'], 10)
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, principalId, monitoringMetricsPublisher)
  scope: component
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

@description('Resource id.')
output id string = assignment.id
