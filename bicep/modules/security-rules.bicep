// Security rules of every subnet, as tables. Sources: virtual-network-reference of API Management, configuration-infrastructure
// of Application Gateway, firewall-integration of Container Apps.
import { securityRule, securityRules } from '../types.bicep'

@description('Administration protocols have no business between these subnets; a break-in must not spread over them.')
var denyLateral securityRule = {
  name: 'deny-lateral'
  access: 'Deny'
  priority: 4000
  from: 'VirtualNetwork'
  to: 'VirtualNetwork'
  ports: ['22', '3389', '5985', '5986']
}

@description('Replaces the platform default that lets the whole virtual network in.')
var denyInbound securityRule = {
  name: 'deny-inbound'
  access: 'Deny'
  priority: 4096
  protocol: '*'
  from: '*'
  to: '*'
  ports: ['*']
}

@export()
@description('Subnet of API Management, classic tiers in internal mode.')
var classicGatewayRules securityRules = {
  inbound: [
    { name: 'management', priority: 100, from: 'ApiManagement', to: 'VirtualNetwork', ports: ['3443'] }
    { name: 'load-balancer', priority: 110, from: 'AzureLoadBalancer', to: 'VirtualNetwork', ports: ['6390', '6391'] }
    { name: 'clients', priority: 120, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['443'] }
    denyInbound
  ]
  outbound: [
    { name: 'storage', priority: 100, from: 'VirtualNetwork', to: 'Storage', ports: ['443'] }
    { name: 'sql', priority: 110, from: 'VirtualNetwork', to: 'Sql', ports: ['1433'] }
    { name: 'key-vault', priority: 120, from: 'VirtualNetwork', to: 'AzureKeyVault', ports: ['443'] }
    { name: 'monitor', priority: 130, from: 'VirtualNetwork', to: 'AzureMonitor', ports: ['443', '1886'] }
    { name: 'certificates', priority: 140, from: 'VirtualNetwork', to: 'Internet', ports: ['80'] }
    { name: 'entra', priority: 150, from: 'VirtualNetwork', to: 'AzureActiveDirectory', ports: ['443'] }
    { name: 'event-hub', priority: 160, from: 'VirtualNetwork', to: 'EventHub', ports: ['5671', '5672', '443'] }
    { name: 'private-endpoints', priority: 170, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['443'] }
    denyLateral
  ]
}

@description('What API Management of the V2 tiers sends through the subnet: Storage and Key Vault are required, the others it uses. Azure manages these tiers by another way than port 3443.')
var gatewayV2Outbound securityRule[] = [
  { name: 'storage', priority: 100, from: 'VirtualNetwork', to: 'Storage', ports: ['443'] }
  { name: 'key-vault', priority: 120, from: 'VirtualNetwork', to: 'AzureKeyVault', ports: ['443'] }
  { name: 'monitor', priority: 130, from: 'VirtualNetwork', to: 'AzureMonitor', ports: ['443', '1886'] }
  { name: 'entra', priority: 150, from: 'VirtualNetwork', to: 'AzureActiveDirectory', ports: ['443'] }
  { name: 'private-endpoints', priority: 170, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['443'] }
  denyLateral
]

@export()
@description('Subnet of API Management, tier PremiumV2. The rule for traffic within the subnet needs its address and is added where that is known.')
var injectedGatewayRules securityRules = {
  inbound: [
    { name: 'load-balancer', priority: 110, from: 'AzureLoadBalancer', to: '*', ports: ['*'], protocol: '*' }
    { name: 'clients', priority: 120, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['443'] }
    denyInbound
  ]
  outbound: gatewayV2Outbound
}

@export()
@description('Subnet of API Management, tier StandardV2: nothing comes in here, callers use the private endpoint.')
var integratedGatewayRules securityRules = {
  inbound: [denyInbound]
  outbound: gatewayV2Outbound
}

@export()
@description('Subnet of Application Gateway. Its way to the Internet stays open: the platform requires it.')
var ingressRules securityRules = {
  inbound: [
    { name: 'gateway-manager', priority: 100, from: 'GatewayManager', to: '*', ports: ['65200-65535'] }
    { name: 'load-balancer', priority: 110, from: 'AzureLoadBalancer', to: '*', ports: ['*'], protocol: '*' }
    denyInbound
  ]
  outbound: [
    denyLateral
  ]
}

// baseline: CKV_AZURE_160 suppressed for nsg-ingress, nsg-container-apps: people type addresses without https; plain
//   HTTP is answered with a redirect and nothing else.
@export()
@description('Rule that a public ingress adds; plain HTTP is only answered with a redirect.')
var publicIngressRule securityRule = {
  name: 'public-clients'
  priority: 120
  from: 'Internet'
  to: '*'
  ports: ['80', '443']
}

@export()
@description('Subnet of Container Apps. `31080` and `31443` are the ports of its edge proxy, `30000-32767` those that the load balancer probes. The rule for traffic within the subnet needs its address and is added where that is known.')
var containerAppsRules securityRules = {
  inbound: [
    {
      name: 'clients'
      priority: 100
      from: 'VirtualNetwork'
      to: 'VirtualNetwork'
      ports: ['80', '443', '31080', '31443']
    }
    { name: 'load-balancer', priority: 110, from: 'AzureLoadBalancer', to: 'VirtualNetwork', ports: ['30000-32767'] }
    denyInbound
  ]
  outbound: [
    denyLateral
  ]
}

@export()
@description('Rule that a publicly reachable Container Apps environment adds.')
var publicContainerAppsRule securityRule = {
  name: 'public-clients'
  priority: 120
  from: 'Internet'
  to: 'VirtualNetwork'
  ports: ['80', '443', '31080', '31443']
}

@export()
@description('Subnet of a PostgreSQL server that is part of the network. `5432` and `6432` are also how a standby follows; logs are archived in storage.')
var databaseRules securityRules = {
  inbound: [
    { name: 'clients', priority: 100, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['5432', '6432'] }
    denyInbound
  ]
  outbound: [
    { name: 'storage', priority: 100, from: 'VirtualNetwork', to: 'Storage', ports: ['443'] }
    denyLateral
  ]
}

@export()
@description('Subnets of private endpoints: TLS and PostgreSQL.')
var privateEndpointRules securityRules = {
  inbound: [
    { name: 'clients', priority: 100, from: 'VirtualNetwork', to: 'VirtualNetwork', ports: ['443', '5432'] }
    denyInbound
  ]
  outbound: [
    denyLateral
  ]
}
