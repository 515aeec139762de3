param enabled bool
param timeout int = 4
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'v'
  location: resourceGroup().location
  tags: { a: 'x' }
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] }, dhcpOptions: { dnsServers: [ identity.properties.clientId, 'y' ] } }
}
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'i', location: 'westeurope' }
resource far 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'e' }
resource ip 'Microsoft.Network/publicIPAddresses@2024-05-01' = if (enabled) {
  name: 'ip'
  location: 'westeurope'
  zones: [ '1' ]
  extendedLocation: { name: 'e', type: 'EdgeZone' }
  sku: { name: 'Standard' }
  properties: { idleTimeoutInMinutes: timeout }
}
module late 'modules/loop.bicep' = { name: 'late', params: { count: int(identity.properties.tenantId) } }
module maybe 'modules/names.bicep' = if (enabled) { name: 'maybe', params: { values: [ 'a', 'b' ] } }
output space object = vnet.properties.addressSpace
output prefixes array = vnet.properties.addressSpace.addressPrefixes
output count int = length(vnet.properties.addressSpace.addressPrefixes)
output tags object = vnet.tags
output servers array = vnet.properties.dhcpOptions.dnsServers
output server string = vnet.properties.dhcpOptions.dnsServers[0]
output all object = vnet.properties
output missingTag string = vnet.?tags.?zz ?? 'none'
output missing string = vnet.properties.?flowTimeoutInMinutes == null ? 'a' : 'b'
output mixed string = concat(vnet.tags.a, far.properties.addressSpace.addressPrefixes[0])
output first string = first(vnet.properties.addressSpace.addressPrefixes)
output has bool = contains(vnet.properties, 'addressSpace')
output mapped array = map(vnet.properties.addressSpace.addressPrefixes, p => 'p${p}')
output tried string = vnet.properties.?dhcpOptions.?dnsServers[1]
output otherVersion string = reference(vnet.id, '2023-01-01').?missing ?? 'none'
output whole object = reference(vnet.id, '2024-05-01', 'full')
output wholeProperty string = reference(vnet.id, '2024-05-01', 'full').properties.addressSpace.addressPrefixes[0]
output timeout int = ip!.properties.idleTimeoutInMinutes
output late array = late.outputs.ids
output joined string = maybe!.outputs.joined
output map object = maybe!.outputs.map
