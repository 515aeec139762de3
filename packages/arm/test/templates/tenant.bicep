targetScope = 'tenant'
param groups array
resource mgs 'Microsoft.Management/managementGroups@2023-04-01' = [for g in groups: { name: g.name, properties: { displayName: g.?title ?? g.name } }]
resource child 'Microsoft.Management/managementGroups@2023-04-01' = { name: 'child', properties: { details: { parent: { id: mgs[0].id } } } }
output ids array = [for (g, i) in groups: mgs[i].id]
output titles array = map(groups, g => g.?title ?? 'none')
