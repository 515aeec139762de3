metadata description = 'API Management with its private endpoint, as it is first made. Azure neither creates a service without public access nor closes one that has no private endpoint yet, so this comes before the service is written as it should be; where a service is there, it stays untouched.'
import { gatewaySku, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Tier and units.')
param sku gatewaySku

@description('Required. Address that notices of the service go to.')
param publisherEmail string

@description('Required. Name that notices of the service carry.')
param publisherName string

@description('Required. Resource id of the identity with which the gateway calls the models.')
param identityId string

@description('Required. Resource id of the subnet of what the service sends.')
param subnetId string

@description('Required. Resource id of the subnet of its private endpoint.')
param endpointSubnetId string

@onlyIfNotExists()
resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku.name, capacity: sku.capacity }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    apiVersionConstraint: { minApiVersion: '2021-08-01' }
    publisherEmail: publisherEmail
    publisherName: publisherName
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: subnetId }
  }
}

// Without records: the zone of the host name, which every tier uses, gets its record when the gateway is configured. The
// zone privatelink.azure-api.net would hide the private gateways of everybody else from these networks.
module endpoint 'private-endpoint.bicep' = {
  params: {
    target: { name: name, group: 'Gateway' }
    targetId: service.id
    place: {
      location: location
      tags: tags
      subnetId: endpointSubnetId
      zones: { subscriptionId: subscription().subscriptionId, resourceGroup: resourceGroup().name }
    }
    zones: []
  }
}
