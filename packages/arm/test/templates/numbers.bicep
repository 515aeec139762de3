param a int
param b int
param c bool = a > b
resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!c || a == b) { name: 'alert-${a / b}-${a % b}', location: 'global', properties: { severity: a % 5, enabled: c, scopes: [], evaluationFrequency: 'PT5M', windowSize: 'PT5M', criteria: { 'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria', allOf: [] } } }
output sum int = a + b - a * b
output division int = -a / b
output modulo int = -a % b
output compare array = [ a < b, a <= b, a == b, a != b, 'a' < 'B', 'Abc' =~ 'aBC' ]
output logic bool = c && (a > 0 || b / a > 1)
output floats object = json('{"x": 1.5, "y": 2e3}')
output text string = '${a}${b}${c}'
output coalesce int = null ?? a
