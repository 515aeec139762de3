targetScope = 'managementGroup'
param policy string
param subscriptionId string
resource definition 'Microsoft.Authorization/policyDefinitions@2023-04-01' = {
  name: policy
  properties: { policyType: 'Custom', mode: 'All', policyRule: { if: { field: 'type', equals: 'Microsoft.Compute/disks' }, then: { effect: 'audit' } } }
}
resource assignment 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: take(guid(managementGroup().id, policy), 24)
  properties: { policyDefinitionId: definition.id, displayName: '[not an expression]' }
}
module group 'modules/group.bicep' = { scope: subscription(subscriptionId), params: { name: 'rg-${policy}' } }
output id string = definition.id
output groupId string = group.outputs.id
output tenantRole string = tenantResourceId('Microsoft.Authorization/roleDefinitions', 'x')
