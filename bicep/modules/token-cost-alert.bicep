metadata description = 'Writes to people when the tokens of the last day cost so much that a month at that pace would exceed the budget.'
import { budget, textMap, usageSettings } from '../types.bicep'

@description('Required. Name of the alert rule.')
param name string

@description('Required. Name of the action group.')
param actionGroupName string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Amount of a month, and addresses.')
param settings budget

@description('Required. The environment that is watched.')
param usage usageSettings

@description('Required. Resource id of the Log Analytics workspace that is asked.')
param workspaceId string

var query = replace(
  replace(loadTextContent('usage/token-cost-pace.kql'), '__ENVIRONMENT__', usage.environment),
  '__PRICES__',
  usage.prices
)

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'token-cost'
    enabled: true
    emailReceivers: [
      for (address, index) in settings.contacts: {
        name: 'contact-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// A rule looks back two days at most, whatever its query says; so it cannot add up a month, and measures the pace.
resource pace 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Tokens of ${usage.environment} cost more than budgeted'
    description: 'At the pace of the last day, tokens would cost more than ${settings.amount} ${usage.currency} a month.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    criteria: {
      allOf: [
        {
          query: query
          metricMeasureColumn: 'MonthlyCost'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: settings.amount
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}

@description('Resource id.')
output id string = pace.id
