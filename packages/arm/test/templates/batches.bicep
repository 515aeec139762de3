param models array
param sku string = 'GlobalStandard'
resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = { name: 'foundry', location: 'swedencentral', kind: 'AIServices', sku: { name: 'S0' }, identity: { type: 'SystemAssigned' }, properties: { customSubDomainName: 'foundry' } }
@batchSize(1)
resource deployments 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = [for m in models: {
  parent: account
  name: m.name
  sku: { name: m.?sku ?? sku, capacity: m.?capacity ?? 10 }
  properties: { model: { format: 'OpenAI', name: m.name, version: m.?version } }
}]
@batchSize(2)
module ips 'modules/loop.bicep' = [for (m, i) in models: { name: 'ips-${i}', params: { count: i } }]
output names array = [for (m, i) in models: deployments[i].name]
output ids array = [for (m, i) in models: ips[i].outputs.ids]
output endpoint string = account.properties.endpoint
