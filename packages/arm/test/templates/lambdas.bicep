func double(n int) int => n * 2
func label(prefix string, n int) string => '${prefix}-${padLeft(n, 3, '0')}'
func describe(o { name: string, size: int }) object => { text: label(o.name, double(o.size)), big: o.size > 5 }
param items array = [ { name: 'b', size: 3, group: 'x' }, { name: 'a', size: 7, group: 'y' }, { name: 'c', size: 1, group: 'x' } ]
param limit int = 2
var sorted = sort(items, (a, b) => a.size < b.size)
var grouped = groupBy(items, i => i.group)
var total = reduce(items, 0, (sum, i) => sum + i.size)
resource topics 'Microsoft.EventGrid/topics@2022-06-15' = [for (item, i) in sorted: if (i < limit) {
  name: '${item.name}-${i}'
  location: 'westeurope'
  tags: toObject(objectKeys(grouped), k => k, k => string(length(grouped[k])))
  properties: { inputSchema: 'EventGridSchema' }
}]
output sorted array = map(sorted, i => i.name)
output total int = total
output groups object = mapValues(grouped, g => map(g, i => i.name))
output described array = map(items, i => describe({ name: i.name, size: i.size }))
output indexed array = map(items, (i, n) => '${n}:${i.name}')
output filtered array = filter(items, (i, n) => n > 0 && i.size < 5)
output names string = join(map(items, i => i.name), ',')
output byName object = toObject(items, i => i.name, i => i.size)
output nested array = map(range(1, 3), x => map(range(0, x), y => x * y))
output reduced object = reduce(items, {}, (acc, i, n) => union(acc, { '${i.name}': n }))
output merged object = shallowMerge([ { a: { x: 1 } }, { a: { y: 2 }, b: 3 } ])
output deep object = union({ a: { x: 1 } }, { a: { y: 2 }, b: 3 })
