metadata name = 'Hub services'
metadata description = 'Logs, metrics and private DNS: beside the gateway, not before it.'
targetScope = 'subscription'

import { budget, identityName, privateDnsZones, textMap } from '../types.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags of every resource.')
param tags textMap

@description('Required. Names of the hub, as packages/config computes them.')
param names {
  resourceGroup: string
  vnet: string
  gatewayIdentity: identityName
  logAnalytics: string
  appInsights: string

  @description('Host name of the gateway and name of its zone: a zone for all of azure-api.net would hide everybody else\'s gateways.')
  gatewayHost: string
}

@description('Required. Private DNS zones of the services that spokes reach through private endpoints.')
param privateZones privateDnsZones

@description('Optional. Days that logs are kept.')
param logRetentionInDays int = 30

@description('Optional. GiB of logs a day after which they are thrown away until the next day; -1: no cap.')
param logDailyCapGiB int = -1

@description('Optional. `true`: the workspace, which holds the logs, cannot be deleted.')
param locked bool = false

@description('Optional. Monthly budget of the resource group.')
param monthlyBudget budget?

@description('Conditional. First day of the first month of the budget; required with `monthlyBudget`.')
param budgetStart string = ''

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  scope: resourceGroup(names.resourceGroup)
  name: names.vnet
}

resource gatewayIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(names.resourceGroup)
  name: names.gatewayIdentity.name
}

module monitoring '../modules/monitoring.bicep' = {
  scope: resourceGroup(names.resourceGroup)
  params: {
    workspaceName: names.logAnalytics
    componentName: names.appInsights
    location: location
    tags: tags
    retentionInDays: logRetentionInDays
    dailyCapGiB: logDailyCapGiB
  }
}

module logsLock '../modules/locks/log-analytics.bicep' = if (locked) {
  scope: resourceGroup(names.resourceGroup)
  dependsOn: [monitoring]
  params: { name: names.logAnalytics }
}

module spending '../modules/budget.bicep' = if (monthlyBudget != null) {
  scope: resourceGroup(names.resourceGroup)
  params: { name: 'monthly', settings: monthlyBudget!, startDate: budgetStart }
}

module metricsRole '../modules/roles/app-insights.bicep' = {
  scope: resourceGroup(names.resourceGroup)
  dependsOn: [monitoring]
  params: {
    componentName: names.appInsights
    // The object id is part of the name of the assignment: a recreated identity must get a new one.
    #disable-next-line what-if-short-circuiting
    principalId: gatewayIdentity.properties.principalId
  }
}

module gatewayZone '../modules/private-dns-zone.bicep' = {
  scope: resourceGroup(names.resourceGroup)
  params: {
    name: names.gatewayHost
    tags: tags
    networkId: network.id
  }
}

module zones '../modules/private-dns-zone.bicep' = [
  for zone in items(privateZones): {
    scope: resourceGroup(names.resourceGroup)
    params: {
      name: zone.value
      tags: tags
      networkId: network.id
    }
  }
]

@description('Resource id of the Log Analytics workspace.')
output workspaceId string = monitoring.outputs.workspaceId

@description('Resource id of the Application Insights component.')
output componentId string = monitoring.outputs.componentId

@description('Resource id of the zone of the gateway.')
output gatewayZoneId string = gatewayZone.outputs.id
