metadata description = 'A user-assigned identity. It exists before the service that uses it, so no role waits for a service.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Object id of the service principal; what a role is assigned to.')
output principalId string = identity.properties.principalId

@description('Client id; how code picks this identity.')
output clientId string = identity.properties.clientId
