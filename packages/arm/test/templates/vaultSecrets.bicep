param name string
@secure()
param password string = newGuid()
param stamp string = utcNow('yyyy-MM-dd')
resource kv 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: name }
resource kv2 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'far', scope: resourceGroup('far-rg') }
module copySecret 'modules/vault.bicep' = { params: { name: 'target', password: kv.getSecret('admin') } }
module copyVersion 'modules/vault.bicep' = { name: 'version', params: { name: 'target2', password: kv2.getSecret('admin', 'v1') } }
module own 'modules/vault.bicep' = { params: { name: 'target3', password: password } }
resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = { parent: kv, name: 'made', tags: { stamp: stamp }, properties: { value: password, attributes: { exp: dateTimeToEpoch('2030-01-01T00:00:00Z') } } }
output uri string = own.outputs.uri
output secretId string = copySecret.outputs.secretId
