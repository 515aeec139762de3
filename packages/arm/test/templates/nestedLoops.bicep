param matrix array = [ [ 1, 2 ], [ 3 ] ]
var flat = flatten(matrix)
resource rt 'Microsoft.Network/routeTables@2024-05-01' = [for (row, r) in matrix: {
  name: 'rt-${r}'
  location: resourceGroup().location
  properties: { routes: [for (cell, c) in row: { name: 'route-${r}-${c}', properties: { addressPrefix: '10.${r}.${cell}.0/24', nextHopType: cell > 2 ? 'Internet' : 'VnetLocal' } }] }
}]
resource children 'Microsoft.Network/routeTables/routes@2024-05-01' = [for (n, i) in flat: { name: 'rt-0/extra-${n}', properties: { addressPrefix: '192.168.${i}.0/24', nextHopType: 'None' }, dependsOn: [ rt ] }]
resource parent 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'v'
  location: resourceGroup().location
  properties: { addressSpace: { addressPrefixes: [for n in flat: '10.${n}.0.0/16'] } }
  resource sub 'subnets' = [for (n, i) in flat: { name: 's${n}', properties: { addressPrefix: cidrSubnet('10.${n}.0.0/16', 24, i) } }]
}
output flat array = flat
output sum int = reduce(flat, 0, (a, b) => a + b)
output subnets array = [for (n, i) in flat: parent::sub[i].id]
output intersection array = intersection([ 1, 2, 3 ], flat)
output maxMin array = [ max(flat), min(flat) ]
