targetScope = 'subscription'
param name string
resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = { name: name, location: deployment().location }
module store 'storage.bicep' = { scope: group, params: { name: 'stgroup' } }
output id string = group.id
output storeId string = store.outputs.id
