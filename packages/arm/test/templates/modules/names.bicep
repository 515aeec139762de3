param values array
output joined string = join(values, '-')
output count int = length(values)
output first string = values[0]
output map object = toObject(values, v => v, v => { name: v, hash: uniqueString(v) })
