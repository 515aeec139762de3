targetScope = 'subscription'
param level string = 'one'
module outer 'modules/group.bicep' = { name: 'outer-${level}', params: { name: 'rg-${level}' } }
module again 'modules/group.bicep' = { scope: subscription('55555555-5555-5555-5555-555555555555'), name: 'again', params: { name: 'rg2-${level}' } }
module conditional 'modules/group.bicep' = if (level == 'two') { name: 'conditional', params: { name: 'rg3' } }
output id string = outer.outputs.storeId
output other string = again.outputs.id
output maybe string = conditional.?outputs.?id ?? 'none'
