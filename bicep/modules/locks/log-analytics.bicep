metadata description = 'Forbids the deletion of a Log Analytics workspace, which holds data. A lock of its own, not of the group: a run still takes away what has to go.'

@description('Required. Name of a Log Analytics workspace.')
param name string

resource target 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
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
