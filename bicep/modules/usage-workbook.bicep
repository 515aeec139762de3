metadata description = 'The workbook that shows tokens, cost, latency and refusals by person, role, group, model and day. Its content is made by packages/templates/scripts/generate-usage.ts.'
import { textMap, usageSettings } from '../types.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. The environment that is shown.')
param usage usageSettings

@description('Required. Resource id of the Log Analytics workspace that is asked.')
param workspaceId string

var content = replace(
  replace(
    replace(
      replace(loadTextContent('usage/workbook.json'), '__WORKSPACE__', workspaceId),
      '__ENVIRONMENT__',
      usage.environment
    ),
    '__PRICES__',
    usage.prices
  ),
  '__CURRENCY__',
  usage.currency
)

// The service asks for a GUID as the name.
resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'usage')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Use of the models of ${usage.environment}'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: workspaceId
    serializedData: content
  }
}

@description('Resource id.')
output id string = workbook.id
