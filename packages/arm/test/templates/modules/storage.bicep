param name string
param tags object = {}
@secure()
param secret string = ''
param location string = resourceGroup().location
resource account 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: name
  location: location
  tags: union(tags, { group: resourceGroup().name })
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: { customDomain: { name: secret } }
}
output id string = account.id
output blob string = account.properties.primaryEndpoints.blob
output upper string = toUpper(name)
output tags object = account.tags
