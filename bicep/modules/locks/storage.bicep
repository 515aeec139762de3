metadata description = 'Forbids the deletion of a storage account, which holds data. A lock of its own, not of the group: a run still takes away what has to go.'

@description('Required. Name of a storage account.')
param name string

resource target 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: name
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'data'
  scope: target
  properties: {
    level: 'CanNotDelete'
    // A lock has no tags: by these words mode destroy knows which it may lift.
    notes: 'Made by open-webui-landing-zone: this holds data. Lifted by mode destroy alone.'
  }
}

@description('Resource id.')
output id string = lock.id
