param config object = {}
param list array = []
resource existing 'Microsoft.App/containerApps@2024-03-01' existing = { name: 'app' }
resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: config.?site.?name ?? 'default'
  location: config.?location ?? resourceGroup().location
  properties: { serverFarmId: existing.?properties.?template.containers[0].image ?? 'none', reserved: config.?flags[?0] ?? false }
}
output a string = config.?a.?b.?c ?? 'missing'
output l string = list[?2].?name ?? 'missing'
output last any = last(list)
output fromEnd any = length(list) > 0 ? list[^1] : null
output safeEnd any = list[?^2]
output contains bool = contains(config, 'Site')
output keys array = objectKeys(config)
output items array = items(config)
