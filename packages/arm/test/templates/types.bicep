type Sku = {
  name: 'Basic' | 'Standard'
  @minValue(1)
  capacity: int?
  tags: { *: string }?
}
type Circle = { kind: 'circle', radius: int }
type Square = { kind: 'square', side: int, color: string? }
@discriminator('kind')
type Shape = Circle | Square
param sku Sku
param shape Shape
@maxLength(3)
param names string[]
param pair [ string, int ]
param optional string?
@description('tuple or null') 
param ports ( 80 | 443 )[] = [ 443 ]
resource account 'Microsoft.Automation/automationAccounts@2023-11-01' = {
  name: 'aa-${shape.kind}'
  location: 'westeurope'
  tags: sku.?tags ?? { none: 'true' }
  properties: { sku: { name: sku.name, capacity: sku.?capacity } , publicNetworkAccess: empty(optional) }
}
output area int = shape.kind == 'circle' ? shape.radius * shape.radius * 3 : shape.side * shape.side
output color string = shape.?color ?? 'none'
output pair string = '${pair[0]}:${pair[1]}'
output optional string? = optional
output upper array = map(names, toUpperCase => toUpper(toUpperCase))
output ports array = ports
