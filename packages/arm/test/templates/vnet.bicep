param name string
param space string = '10.0.0.0/16'
param subnets array = [ 'a', 'b' ]
param bits int = 24
var prefixes = [for (s, i) in subnets: { name: s, prefix: cidrSubnet(space, bits, i), gateway: cidrHost(cidrSubnet(space, bits, i), 0) }]
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for s in subnets: {
  name: 'nsg-${s}'
  location: resourceGroup().location
  properties: { securityRules: [for i in range(0, 2): { name: 'r${i}', properties: { priority: 100 + i, direction: 'Inbound', access: 'Allow', protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: '*', sourcePortRange: '*', destinationPortRange: string(1000 * i) } }] }
}]
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: resourceGroup().location
  tags: { info: parseCidr(space).lastUsable }
  properties: {
    addressSpace: { addressPrefixes: [ space ] }
    subnets: [for (p, i) in prefixes: { name: p.name, properties: { addressPrefix: p.prefix, networkSecurityGroup: { id: nsg[i].id } } }]
  }
}
output prefixes array = prefixes
output subnetIds array = [for (s, i) in subnets: vnet.properties.subnets[i].id]
output first string = vnet.properties.subnets[0].name
