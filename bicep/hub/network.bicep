metadata name = 'Hub network'
metadata description = 'What everything else of the hub stands on: takes about a minute.'
targetScope = 'subscription'

import { gatewayNetwork, identityName, securityRule, textMap } from '../types.bicep'
import {
  classicGatewayRules
  injectedGatewayRules
  integratedGatewayRules
  privateEndpointRules
} from '../modules/security-rules.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags of every resource.')
param tags textMap

@description('Required. Names of the hub, as packages/config computes them.')
param names {
  resourceGroup: string
  vnet: string
  gatewayIdentity: identityName
  gatewayPublicIp: string

  @description('Name of the API Management service; also the DNS label of its public address.')
  apim: string
}

@description('Required. CIDR of the hub, /24 or larger.')
param addressSpace string

@description('Required. How the gateway stands in the network; follows from the tier.')
param networkKind gatewayNetwork

// A /25 whatever the tier: a subnet in use can never grow, each unit takes two addresses, and no tier needs more.
var gatewayPrefix = cidrSubnet(addressSpace, 25, 1)

// Sources: virtual-network-injection-resources for the classic tiers, which take no delegated subnet; inject-vnet-v2 and
// integrate-vnet-outbound for the others.
var delegations = {
  classic: null
  injection: 'Microsoft.Web/hostingEnvironments'
  integration: 'Microsoft.Web/serverFarms'
}

var ownSubnet securityRule = {
  name: 'own-subnet'
  priority: 130
  protocol: '*'
  from: gatewayPrefix
  to: gatewayPrefix
  ports: ['*']
}

var gatewayRules = {
  classic: classicGatewayRules
  injection: {
    inbound: concat(injectedGatewayRules.inbound, [ownSubnet])
    outbound: injectedGatewayRules.outbound
  }
  integration: integratedGatewayRules
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.resourceGroup
  location: location
  tags: tags
}

module gatewaySecurity '../modules/network-security-group.bicep' = {
  scope: group
  params: {
    name: 'nsg-gateway'
    location: location
    tags: tags
    rules: gatewayRules[networkKind]
  }
}

module privateEndpointSecurity '../modules/network-security-group.bicep' = {
  scope: group
  params: {
    name: 'nsg-private-endpoints'
    location: location
    tags: tags
    rules: privateEndpointRules
  }
}

// baseline: Azure.VNET.PrivateSubnet suppressed for gateway: API Management leaves through the public address that it
//   is given, and stops working without a way out.
module network '../modules/virtual-network.bicep' = {
  scope: group
  params: {
    name: names.vnet
    location: location
    tags: tags
    addressSpace: addressSpace
    subnets: [
      {
        name: 'gateway'
        prefix: gatewayPrefix
        singlePrefix: networkKind != 'classic'
        delegation: delegations[networkKind]
        networkSecurityGroupId: gatewaySecurity.outputs.id
      }
      {
        name: 'private-endpoints'
        prefix: cidrSubnet(addressSpace, 27, 1)
        networkSecurityGroupId: privateEndpointSecurity.outputs.id
        privateEndpoints: true
        defaultOutboundAccess: false
      }
    ]
  }
}

module publicIp '../modules/public-ip.bicep' = if (networkKind == 'classic') {
  scope: group
  params: {
    name: names.gatewayPublicIp
    location: location
    tags: tags
    dnsLabel: names.apim
  }
}

module gatewayIdentity '../modules/identity.bicep' = {
  scope: group
  params: {
    name: names.gatewayIdentity.name
    location: location
    tags: tags
  }
}

@description('Resource id of the network.')
output networkId string = network.outputs.id

@description('Public address of the gateway, classic tiers alone: what partners see, not a way in.')
output gatewayPublicAddress string? = publicIp.?outputs.address

@description('Object id of the identity of the gateway.')
output gatewayPrincipalId string = gatewayIdentity.outputs.principalId

@description('Client id of the identity of the gateway.')
output gatewayClientId string = gatewayIdentity.outputs.clientId
