metadata description = 'Network of a spoke with its side of the peering.'
import { textMap } from '../types.bicep'
import {
  containerAppsRules
  databaseRules
  ingressRules
  privateEndpointRules
  publicContainerAppsRule
  publicIngressRule
} from 'security-rules.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. CIDR, /23 or larger: a /24 for Application Gateway, as its documentation advises, two /26, and a /27 for a database.')
param addressSpace string

@description('Required. What the Internet reaches: the ingress, the container apps, or nothing.')
param exposedAs 'app-gateway' | 'container-app' | 'private'

@description('Required. `true`: PostgreSQL stands in a subnet of its own.')
param withDatabase bool

@description('Required. Ports that private endpoints answer on, beside those of TLS and PostgreSQL.')
param endpointPorts string[]

@description('Required. Resource id of the network of the hub.')
param hubNetworkId string

var ingressPrefix = cidrSubnet(addressSpace, 24, 0)
var appsPrefix = cidrSubnet(addressSpace, 26, 4)
var endpointsPrefix = cidrSubnet(addressSpace, 26, 5)
// At least a /28; twice that, for a standby and for what the service adds during upgrades.
var databasePrefix = cidrSubnet(addressSpace, 27, 12)

module appsSecurity 'network-security-group.bicep' = {
  params: {
    name: 'nsg-container-apps'
    location: location
    tags: tags
    rules: {
      inbound: concat(
        containerAppsRules.inbound,
        [{ name: 'own-subnet', priority: 130, protocol: '*', from: appsPrefix, to: appsPrefix, ports: ['*'] }],
        exposedAs == 'container-app' ? [publicContainerAppsRule] : []
      )
      outbound: containerAppsRules.outbound
    }
  }
}

module ingressSecurity 'network-security-group.bicep' = {
  params: {
    name: 'nsg-ingress'
    location: location
    tags: tags
    rules: {
      inbound: concat(ingressRules.inbound, exposedAs == 'app-gateway' ? [publicIngressRule] : [])
      outbound: ingressRules.outbound
    }
  }
}

module endpointsSecurity 'network-security-group.bicep' = {
  params: {
    name: 'nsg-private-endpoints'
    location: location
    tags: tags
    rules: {
      inbound: concat(
        privateEndpointRules.inbound,
        empty(endpointPorts)
          ? []
          : [{ name: 'data', priority: 110, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: endpointPorts }]
      )
      outbound: privateEndpointRules.outbound
    }
  }
}

module databaseSecurity 'network-security-group.bicep' = if (withDatabase) {
  params: { name: 'nsg-postgres', location: location, tags: tags, rules: databaseRules }
}

var databaseSubnets = withDatabase
  ? [
      {
        name: 'postgres'
        prefix: databasePrefix
        networkSecurityGroupId: databaseSecurity!.outputs.id
        delegation: 'Microsoft.DBforPostgreSQL/flexibleServers'
        defaultOutboundAccess: false
      }
    ]
  : []

// baseline: Azure.VNET.PrivateSubnet suppressed for ingress, container-apps: Application Gateway has to reach the
//   Internet for its own health, and Container Apps for images; the way out of both is an address of the platform, not
//   the implicit one of virtual machines.
module network 'virtual-network.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    addressSpace: addressSpace
    subnets: concat([
      {
        name: 'ingress'
        prefix: ingressPrefix
        networkSecurityGroupId: ingressSecurity.outputs.id
      }
      {
        name: 'container-apps'
        prefix: appsPrefix
        networkSecurityGroupId: appsSecurity.outputs.id
        delegation: 'Microsoft.App/environments'
      }
      {
        name: 'private-endpoints'
        prefix: endpointsPrefix
        networkSecurityGroupId: endpointsSecurity.outputs.id
        privateEndpoints: true
        defaultOutboundAccess: false
      }
    ], databaseSubnets)
  }
}

module toHub 'peering.bicep' = {
  dependsOn: [network]
  params: { networkName: name, remoteNetworkId: hubNetworkId }
}

@description('Resource id.')
output id string = network.outputs.id
