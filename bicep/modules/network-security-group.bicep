metadata description = 'A network security group from a table of rules.'
import { securityRule, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Rules.')
param rules securityRule[]

resource group 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    securityRules: [
      for rule in rules: {
        name: '${toLower(rule.access)}-${toLower(rule.direction)}-${rule.name}'
        properties: {
          priority: rule.priority
          direction: rule.direction
          access: rule.access
          protocol: rule.protocol
          sourceAddressPrefix: rule.from
          sourcePortRange: '*'
          destinationAddressPrefix: rule.to
          destinationPortRanges: rule.ports
        }
      }
    ]
  }
}

@description('Resource id.')
output id string = group.id
