metadata description = 'Container Apps environment in the network of the spoke.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the subnet, delegated to `Microsoft.App/environments`.')
param subnetId string

@description('Required. `true`: reachable from the networks alone. It can never be changed.')
param internal bool

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Optional. Resource id of the identity that reads the certificate of a host name from Key Vault.')
param certificateIdentityId string = ''

@retryOn(['ManagedEnvironmentInvalidNetworkConfiguration', 'AnotherOperationInProgress', 'RetryableError'], 5)
resource environment 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: name
  location: location
  tags: tags
  identity: empty(certificateIdentityId)
    ? null
    : { type: 'UserAssigned', userAssignedIdentities: { '${certificateIdentityId}': {} } }
  properties: {
    // baseline: Azure.ContainerApp.PublicAccess suppressed: public only with the exposure `container-app`, which chooses
    //   just that; every other keeps it inside.
    vnetConfiguration: { internal: internal, infrastructureSubnetId: subnetId }
    publicNetworkAccess: internal ? 'Disabled' : 'Enabled'
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    // Through a diagnostic setting, since the other way needs the key of the workspace.
    appLogsConfiguration: { destination: 'azure-monitor' }
    zoneRedundant: false
  }
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id.')
output id string = environment.id

@description('Proof that a host name is ours: the value of its `asuid` record.')
output verificationId string = environment.properties.customDomainConfiguration.customDomainVerificationId

@description('Domain of all its apps.')
output defaultDomain string = environment.properties.defaultDomain

@description('Address of its ingress.')
output staticIp string = environment.properties.staticIp
