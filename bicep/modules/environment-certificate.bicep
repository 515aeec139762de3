metadata description = 'Certificate of a host name of the company, read from its Key Vault by the Container Apps environment, again and again.'
import { textMap } from '../types.bicep'

@description('Required. Name of the Container Apps environment.')
param environmentName string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of the identity that reads the certificate; the environment has it.')
param identityId string

@description('Required. Unversioned address of the certificate in Key Vault.')
param certificateUri string

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  name: environmentName
}

// The role of the identity may not have reached Key Vault yet.
@retryOn(['CertificateKeyVaultAccessDenied', 'ManagedEnvironmentNotReady', 'AnotherOperationInProgress'], 20)
resource certificate 'Microsoft.App/managedEnvironments/certificates@2026-01-01' = {
  parent: environment
  name: 'ingress'
  location: location
  tags: tags
  properties: { certificateKeyVaultProperties: { identity: identityId, keyVaultUrl: certificateUri } }
}

@description('Resource id.')
output id string = certificate.id
