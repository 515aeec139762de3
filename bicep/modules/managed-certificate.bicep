metadata description = 'Free certificate that Container Apps makes and renews. The app must claim the host name before, and takes the certificate by itself.'
import { textMap } from '../types.bicep'

@description('Required. Name of the Container Apps environment.')
param environmentName string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. The host name.')
param hostname string

@description('Required. How the name is proved to be ours: by its alias, or by a file that the app serves, where it is no alias.')
param provedBy 'CNAME' | 'HTTP'

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  name: environmentName
}

// Public DNS may not know the records yet that were made a moment ago.
@retryOn(['FailedCnameValidation', 'FailedHttpValidation', 'AnotherOperationInProgress'], 20)
resource certificate 'Microsoft.App/managedEnvironments/managedCertificates@2026-01-01' = {
  parent: environment
  name: 'ingress'
  location: location
  tags: tags
  properties: { subjectName: hostname, domainControlValidation: provedBy }
}

@description('Resource id.')
output id string = certificate.id
