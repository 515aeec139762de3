metadata description = 'A static public IPv4 address with a DNS label.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Label, unique in the region.')
param dnsLabel string

resource address 'Microsoft.Network/publicIPAddresses@2025-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Regional' }
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
    dnsSettings: { domainNameLabel: dnsLabel }
  }
}

@description('Resource id.')
output id string = address.id

@description('The address.')
output address string = address.properties.ipAddress

@description('Name in public DNS; what a CNAME record points at.')
output fqdn string = address.properties.dnsSettings.fqdn
