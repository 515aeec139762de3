param text string
param number int
var multi = '''
line one ${text}
line 'two'
'''
resource action 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: toLower(replace(text, ' ', '-'))
  location: 'global'
  tags: { multi: multi, base64: base64(text), uri: uriComponent(text), '${toUpper(text)}': 'dynamic', '[bracket]': '[x]', quote: 'it\'s' }
  properties: { groupShortName: take(text, 12), enabled: number > 1, emailReceivers: [for i in range(0, number): { name: format('{0:D3}', i), emailAddress: '${substring(text, 0, 1)}@x.y' }] }
}
output formatted string = format('{0,-8}|{1,8:N1}|{2:X4}|{{}}', text, number, number * 255)
output split array = split(text, [ ' ', ',' ])
output indexes array = [ indexOf(text, 'A'), lastIndexOf(text, 'a'), indexOf(text, 'zz') ]
output json object = json('{"a": [1, 2, {"b": null}]}')
output roundTrip string = base64ToString(base64(text))
output guid string = guid(text, string(number))
output unique string = uniqueString(text, resourceGroup().id)
output dates array = [ dateTimeAdd('2024-02-28T10:00:00Z', 'P2D'), dateTimeAdd('2024-01-01', '-PT1H', 'yyyy/MM/dd HH'), dateTimeFromEpoch(1700000000) ]
output joined string = join([ text, string(number), string(true) ], '|')
