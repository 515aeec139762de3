param environment 'dev' | 'test' | 'prod'
param withBackup bool = environment == 'prod'
param size int = 3
resource plan 'Microsoft.Web/serverfarms@2023-12-01' = if (environment != 'dev') {
  name: 'plan-${environment}'
  location: 'westeurope'
  sku: { name: environment == 'prod' ? 'P1v3' : 'B1', capacity: withBackup ? size : 1 }
}
resource backup 'Microsoft.RecoveryServices/vaults@2023-04-01' = if (withBackup) {
  name: 'backup'
  location: 'westeurope'
  sku: { name: 'Standard' }
  properties: {}
}
resource disks 'Microsoft.Compute/disks@2023-10-02' = [for i in range(0, size): if (i % 2 == 0 || withBackup) {
  name: 'disk-${i}'
  location: 'westeurope'
  properties: { diskSizeGB: (i + 1) * 32, creationData: { createOption: 'Empty' } }
}]
output plan string = environment != 'dev' ? plan!.id : 'none'
output host string? = withBackup ? backup!.properties.provisioningState : null
output even array = filter(range(0, size), i => i % 2 == 0)
output diskIds array = [for i in range(0, size): disks[i].id]
