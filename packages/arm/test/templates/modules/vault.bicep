param name string
@secure()
param password string
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: name }
resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'password'
  properties: { value: password }
}
output uri string = vault.properties.vaultUri
output secretId string = secret.id
