param enabled bool
param names array
resource ids 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [for n in names: { name: 'id-${n}', location: 'westeurope' }]
output all array = [for (n, i) in names: { name: n, id: ids[i].id, principal: ids[i].properties.principalId }]
output principals array = map(ids, i => i.properties.principalId)
output names array = [for n in names: 'x-${n}']
output only string = enabled ? ids[0].properties.clientId : 'off'
output object object = { list: names, nested: { flag: enabled, count: length(names) } }
@secure()
output secret string = ids[0].properties.clientId
output group string = '${resourceGroup().name}/${resourceGroup().location}/${subscription().subscriptionId}/${tenant().tenantId}'
output deploymentName string = deployment().name
