metadata description = 'PostgreSQL with the password that lies in Key Vault: ARM reads it there, so nobody carries it. Start this when the secret exists.'
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

@description('Required. Where the password of the administrator lies.')
param keptIn {
  vault: string
  secret: string
}

@description('Required. Name of the database.')
param databaseName string

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: keptIn.vault
}

module server 'postgres-server.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    settings: settings
    integration: integration
    administrator: administrator
    administratorPassword: vault.getSecret(keptIn.secret)
    databaseName: databaseName
    workspaceId: workspaceId
  }
}

@description('Resource id.')
output id string = server.outputs.id

@description('Host name. It resolves to a private address inside the network.')
output host string = server.outputs.host
