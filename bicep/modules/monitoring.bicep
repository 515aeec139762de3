metadata description = 'Log Analytics and Application Insights.'
import { textMap } from '../types.bicep'

@description('Required. Name of the Log Analytics workspace.')
param workspaceName string

@description('Required. Name of the Application Insights component.')
param componentName string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Optional. Days that logs are kept.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 30

@description('Optional. GiB a day after which logs are thrown away until the next day; -1: no cap.')
param dailyCapGiB int = -1

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    workspaceCapping: { dailyQuotaGb: dailyCapGiB }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: componentName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    // The service takes it and needs it to keep the dimensions of llm-emit-token-metric; its published schema lacks it.
    #disable-next-line BCP037
    CustomMetricsOptedInType: 'WithDimensions'
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of the component.')
output componentId string = component.id
