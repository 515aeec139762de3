metadata description = 'Records of the host name in a public DNS zone, which may lie in another subscription. The zone itself is somebody else\'s.'
import { textMap } from '../types.bicep'

@description('Required. Name of the zone.')
param zoneName string

@description('Required. Name of the record below the zone; `@` for the zone itself.')
param record string

@description('Required. Says in the zone whose records these are.')
param owner textMap

@description('Required. What the name leads to: a public IP address of ours, which the record follows; another name, which `@` cannot; or an address.')
param leadsTo 'public-ip' | 'name' | 'address'

@description('Required. The resource id, the name or the address.')
param target string

@description('Optional. `true`: prove to Container Apps that the name is ours.')
param proved bool = false

@description('Conditional. The proof.')
param verificationId string = ''

var ttl = 300

resource zone 'Microsoft.Network/dnsZones@2018-05-01' existing = {
  name: zoneName
}

resource following 'Microsoft.Network/dnsZones/A@2018-05-01' = if (leadsTo == 'public-ip') {
  parent: zone
  name: record
  #disable-next-line use-resource-id-functions // A parameter.
  properties: { TTL: ttl, metadata: owner, targetResource: { id: target } }
}

resource fixed 'Microsoft.Network/dnsZones/A@2018-05-01' = if (leadsTo == 'address') {
  parent: zone
  name: record
  properties: { TTL: ttl, metadata: owner, ARecords: [{ ipv4Address: target }] }
}

resource named 'Microsoft.Network/dnsZones/CNAME@2018-05-01' = if (leadsTo == 'name') {
  parent: zone
  name: record
  properties: { TTL: ttl, metadata: owner, CNAMERecord: { cname: target } }
}

resource proof 'Microsoft.Network/dnsZones/TXT@2018-05-01' = if (proved) {
  parent: zone
  name: record == '@' ? 'asuid' : 'asuid.${record}'
  properties: { TTL: ttl, metadata: owner, TXTRecords: [{ value: [verificationId] }] }
}

@description('Name that was recorded.')
output fqdn string = record == '@' ? zoneName : '${record}.${zoneName}'
