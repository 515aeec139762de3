metadata description = 'A share as the apps of an environment mount it. With SMB, the key of the account lies here, where nobody can read it back.'
import { uploadStorage } from '../types.bicep'

@description('Required. Name of the Container Apps environment.')
param environmentName string

@description('Required. Name under which apps mount it.')
param name string

@description('Required. Account, share and protocol.')
param uploads uploadStorage

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  name: environmentName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: uploads.account
}

@retryOn(['AnotherOperationInProgress', 'RetryableError'], 10)
resource nfs 'Microsoft.App/managedEnvironments/storages@2026-01-01' = if (uploads.kind == 'nfs') {
  parent: environment
  name: name
  properties: {
    nfsAzureFile: {
      server: '${uploads.account}.file.${az.environment().suffixes.storage}'
      shareName: '/${uploads.account}/${uploads.folder}'
      accessMode: 'ReadWrite'
    }
  }
}

@retryOn(['AnotherOperationInProgress', 'RetryableError'], 10)
resource smb 'Microsoft.App/managedEnvironments/storages@2026-01-01' = if (uploads.kind == 'smb') {
  parent: environment
  name: name
  properties: {
    azureFile: {
      accountName: uploads.account
      accountKey: account.listKeys().keys[0].value
      shareName: uploads.folder
      accessMode: 'ReadWrite'
    }
  }
}
