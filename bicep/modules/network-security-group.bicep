metadata description = 'A network security group from a table of rules.'
import { securityRules, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Rules.')
param rules securityRules

var directed = concat(
  map(rules.inbound, rule => { direction: 'Inbound', rule: rule }),
  map(rules.outbound, rule => { direction: 'Outbound', rule: rule })
)

resource group 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    securityRules: [
      for entry in directed: {
        name: entry.rule.name
        properties: {
          priority: entry.rule.priority
          direction: entry.direction
          access: entry.rule.?access ?? 'Allow'
          protocol: entry.rule.?protocol ?? 'Tcp'
          sourceAddressPrefix: entry.rule.from
          sourcePortRange: '*'
          destinationAddressPrefix: entry.rule.to
          // A list must not hold `*`, so one entry goes alone.
          destinationPortRange: length(entry.rule.ports) == 1 ? entry.rule.ports[0] : null
          destinationPortRanges: length(entry.rule.ports) == 1 ? null : entry.rule.ports
        }
      }
    ]
  }
}

@description('Resource id.')
output id string = group.id
