metadata name = 'Hub gateway'
metadata description = 'API Management: 28 to 60 minutes in the classic tiers. A deployment of its own, so that nothing else waits for it.'
targetScope = 'subscription'

import { gatewayNetwork, gatewaySku, identityName, textMap } from '../types.bicep'

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
  logAnalytics: string
  apim: string
}

@description('Required. Tier and units.')
param sku gatewaySku

@description('Required. How the gateway stands in the network; follows from the tier.')
param networkKind gatewayNetwork

@description('Required. Availability zones, tier Premium alone. None: Azure chooses.')
param zones string[]

@description('Required. Address that notices of the service go to.')
param publisherEmail string

@description('Required. Name that notices of the service carry.')
param publisherName string

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  scope: resourceGroup(names.resourceGroup)
  name: names.vnet

  resource gatewaySubnet 'subnets' existing = {
    name: 'gateway'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'private-endpoints'
  }
}

resource publicIp 'Microsoft.Network/publicIPAddresses@2025-05-01' existing = if (networkKind == 'classic') {
  scope: resourceGroup(names.resourceGroup)
  name: names.gatewayPublicIp
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(names.resourceGroup)
  name: names.gatewayIdentity.name
}

// Only its id: the services of the hub are made at the same time, and the workspace is needed last.
var workspaceId = resourceId(
  subscription().subscriptionId,
  names.resourceGroup,
  'Microsoft.OperationalInsights/workspaces',
  names.logAnalytics
)

module creation '../modules/api-management-creation.bicep' = if (networkKind == 'integration') {
  scope: resourceGroup(names.resourceGroup)
  params: {
    name: names.apim
    location: location
    tags: tags
    sku: sku
    publisherEmail: publisherEmail
    publisherName: publisherName
    identityId: identity.id
    subnetId: network::gatewaySubnet.id
    endpointSubnetId: network::endpointSubnet.id
  }
}

module gateway '../modules/api-management.bicep' = {
  scope: resourceGroup(names.resourceGroup)
  dependsOn: [creation]
  params: {
    name: names.apim
    location: location
    tags: tags
    sku: sku
    network: networkKind
    zones: zones
    publisherEmail: publisherEmail
    publisherName: publisherName
    subnetId: network::gatewaySubnet.id
    publicIpId: networkKind == 'classic' ? publicIp.id : null
    identityId: identity.id
    workspaceId: workspaceId
  }
}

@description('Resource id of the service.')
output gatewayId string = gateway.outputs.id

@description('Addresses of the gateway inside the network.')
output gatewayPrivateAddresses string[] = gateway.outputs.privateAddresses

@description('Platform generation of the gateway.')
output platformVersion string = gateway.outputs.platformVersion
