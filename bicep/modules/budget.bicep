metadata description = 'A monthly budget of a resource group, or of one of its resources. It stops nothing: it writes to people when what is spent reaches a share of it.'
import { budget } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Amount, addresses and shares.')
param settings budget

@description('Required. First day of the first month, `2026-11-01T00:00:00Z`. Azure never lets it change.')
param startDate string

@description('Optional. Resource id of what alone is counted.')
param onlyFor string?

resource monthly 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: settings.amount
    timeGrain: 'Monthly'
    ...(onlyFor == null ? {} : { filter: { dimensions: { name: 'ResourceId', operator: 'In', values: [onlyFor!] } } })
    timePeriod: { startDate: startDate }
    notifications: toObject(
      settings.thresholds,
      threshold => 'actual-${threshold}-percent',
      threshold => {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: threshold
        thresholdType: 'Actual'
        contactEmails: settings.contacts
      }
    )
  }
}

@description('Resource id.')
output id string = monthly.id
