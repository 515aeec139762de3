metadata description = 'Microsoft Foundry: account, model deployments, project, one after the other, since an account takes one write at a time.'
import { contentFilter, model, textMap } from '../types.bicep'

@description('Required. Resource name, and the first label of its host names.')
param name string

@description('Required. Name of the project.')
param projectName string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Model deployments.')
param models model[]

@description('Required. Content filters of the environment.')
param contentFilters contentFilter[]

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

// The first write already says all: a later change of the account meets its children at work.
resource account 'Microsoft.CognitiveServices/accounts@2026-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'AIServices'
  sku: { name: 'S0' }
  identity: { type: 'SystemAssigned' }
  properties: {
    allowProjectManagement: true
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' }
  }
}

// Categories are looked for on both sides, attacks in prompts, protected material in answers.
@batchSize(1)
@retryOn(['RequestConflict', 'IfMatchPreconditionFailed', 'AccountProvisioningStateInvalid'], 30)
resource filters 'Microsoft.CognitiveServices/accounts/raiPolicies@2026-05-01' = [
  for filter in contentFilters: {
    parent: account
    name: filter.name
    tags: tags
    properties: {
      basePolicyName: 'Microsoft.DefaultV2'
      mode: filter.mode
      contentFilters: concat(
        flatten(map(items(filter.severities), item =>
          map(['Prompt', 'Completion'], side => {
            name: item.key
            source: side
            severityThreshold: item.value
            enabled: true
            blocking: true
          })
        )),
        [
          { name: 'Jailbreak', source: 'Prompt', enabled: filter.jailbreak, blocking: filter.jailbreak }
          {
            name: 'Indirect Attack'
            source: 'Prompt'
            enabled: filter.indirectAttack
            blocking: filter.indirectAttack
          }
        ],
        map(['Protected Material Text', 'Protected Material Code'], name => {
          name: name
          source: 'Completion'
          enabled: filter.protectedMaterial
          blocking: filter.protectedMaterial
        })
      )
    }
  }
]

@batchSize(1)
@retryOn(['RequestConflict', 'IfMatchPreconditionFailed', 'AccountProvisioningStateInvalid'], 30)
resource deployments 'Microsoft.CognitiveServices/accounts/deployments@2026-05-01' = [
  for model in models: {
    parent: account
    name: model.name
    // By these a later run knows which deployments it may take away again.
    tags: tags
    sku: { name: model.sku, capacity: model.capacity }
    // What is not asked for is left out, not null: Foundry fills it in, and a null would look like a change ever after.
    properties: union(
      {
        model: union(
          { format: model.format, name: model.model },
          model.?version == null ? {} : { version: model.?version }
        )
        versionUpgradeOption: model.versionUpgrade
      },
      model.?contentFilter == null ? {} : { raiPolicyName: model.?contentFilter }
    )
    dependsOn: [filters]
  }
]

@retryOn(['RequestConflict', 'IfMatchPreconditionFailed', 'AccountProvisioningStateInvalid'], 30)
resource project 'Microsoft.CognitiveServices/accounts/projects@2026-05-01' = {
  parent: account
  name: projectName
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { displayName: projectName }
  dependsOn: [deployments]
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
  dependsOn: [project]
}

@description('Resource id.')
output id string = account.id
