param count int
resource ips 'Microsoft.Network/publicIPAddresses@2024-05-01' = [for i in range(0, count): { name: 'ip-${i}', location: 'westeurope' }]
output ids array = [for i in range(0, count): ips[i].id]
