targetScope = 'subscription'
param names string[] = [ 'one', 'two' ]
param region string = 'northeurope'
@secure()
param secret string
resource groups 'Microsoft.Resources/resourceGroups@2024-03-01' = [for n in names: { name: 'rg-${n}', location: region, tags: { n: n } }]
module stores 'modules/storage.bicep' = [for (n, i) in names: {
  scope: groups[i]
  name: 'store-${n}'
  params: { name: 'st${n}${take(uniqueString(groups[i].id), 5)}', secret: secret, tags: { index: string(i) } }
}]
module unnamed 'modules/names.bicep' = { scope: groups[0], params: { values: [for (n, i) in names: stores[i].outputs.upper] } }
module last 'modules/storage.bicep' = {
  scope: resourceGroup('shared')
  params: { name: 'stlast', location: deployment().location, tags: { blob: stores[0].outputs.blob, joined: unnamed.outputs.joined, id: stores[1].outputs.id } }
}
output joined string = unnamed.outputs.joined
output map object = unnamed.outputs.map
output blobs array = [for (n, i) in names: stores[i].outputs.blob]
output last object = last.outputs.tags
output location string = deployment().location
