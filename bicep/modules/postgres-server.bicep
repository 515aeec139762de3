metadata description = 'PostgreSQL flexible server: server, database, configuration, logs, strictly one after the other, since it refuses two writes at a time.'
import { networkIntegration, postgresSettings, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Size, version, standby and backups.')
param settings postgresSettings

@description('Optional. Where the server stands, when it is part of the network. Without it, a private endpoint leads to it.')
param integration networkIntegration?

@description('Required. Name of the administrator.')
param administrator string

@secure()
@description('Required. Password of the administrator.')
param administratorPassword string

@description('Required. Name of the database.')
param databaseName string

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

@retryOn(['ServerIsBusy', 'ServerBusy'], 30)
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: settings.sku, tier: settings.tier }
  properties: {
    version: settings.version
    // baseline: Azure.Deployment.AdminUsername suppressed: the name is no secret, and the server has no public way in.
    administratorLogin: administrator
    administratorLoginPassword: administratorPassword
    // baseline: Azure.PostgreSQL.AAD suppressed: nobody but the app signs in, and the app cannot do so with an Azure
    //   identity.
    // baseline: Azure.PostgreSQL.AADOnly suppressed: as above; the password is made by the deployment, lies in Key Vault,
    //   and nobody has to know it.
    // Open WebUI has no way to sign in to a database with an Azure identity.
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    network: {
      publicNetworkAccess: 'Disabled'
      ...(integration == null
        ? {}
        : {
            delegatedSubnetResourceId: integration.?subnetId
            privateDnsZoneArmResourceId: integration.?zoneId
          })
    }
    storage: { storageSizeGB: settings.storageGiB, autoGrow: 'Enabled' }
    backup: {
      backupRetentionDays: settings.backupRetentionDays
      geoRedundantBackup: settings.geoRedundantBackup ? 'Enabled' : 'Disabled'
    }
    highAvailability: { mode: settings.highAvailability }
    // Left out where Azure may choose: a null would ask for none.
    ...(settings.?availabilityZone == null ? {} : { availabilityZone: settings.?availabilityZone })
  }
}

@retryOn(['ServerIsBusy', 'ServerBusy'], 30)
resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: databaseName
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// Only allows the extension; Open WebUI creates it in its database.
@retryOn(['ServerIsBusy', 'ServerBusy'], 30)
resource extensions 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2025-08-01' = {
  parent: server
  name: 'azure.extensions'
  properties: { source: 'user-override', value: 'VECTOR' }
  dependsOn: [database]
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: server
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
  dependsOn: [extensions]
}

@description('Resource id.')
output id string = server.id

@description('Host name. It resolves to a private address inside the network.')
output host string = server.properties.fullyQualifiedDomainName
