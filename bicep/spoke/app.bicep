metadata name = 'Spoke app'
metadata description = 'Open WebUI itself, deployed when everything that it stands on is there and its database has been migrated.'
targetScope = 'subscription'

import { entraApplication, exposure, openWebUiSettings, spokeAppNames, textMap, uploadStorage } from '../types.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags of every resource.')
param tags textMap

@description('Required. Names of the spoke.')
param names spokeAppNames

@description('Required. How people reach Open WebUI.')
param exposedAs exposure

@description('Required. Open WebUI.')
param app openWebUiSettings

@description('Required. Where uploads lie.')
param uploads uploadStorage

@description('Required. `true`: replicas share their messages through Redis.')
param withRedis bool

@description('Required. Deployment names of the models that people chat with. The first is the default.')
@minLength(1)
param chatModels string[]

@description('Required. Entra application.')
param entra entraApplication

@description('Required. Host name of the gateway.')
param gatewayHost string

@description('Required. URL path of the API on the gateway.')
param apiPath string

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' existing = {
  name: names.resourceGroup
}

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  scope: group
  name: names.containerEnvironment
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: group
  name: names.appIdentity.name
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  scope: group
  name: names.keyVault
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' existing = {
  scope: group
  name: names.postgres
}

var appHost = '${names.containerApp}.${environment.properties.defaultDomain}'

// Without Application Gateway the app itself answers to the host name, where there is one.
var ownName = exposedAs.kind == 'app-gateway' ? '' : exposedAs.?hostname ?? ''
var managedCertificate = !empty(ownName) && exposedAs.?certificateUri == null
var atApex = exposedAs.?dns.?record == '@'

module openWebUi '../modules/open-webui.bicep' = {
  scope: group
  params: {
    name: names.containerApp
    location: location
    tags: tags
    environmentId: environment.id
    app: app
    identity: names.appIdentity
    identityClientId: identity.properties.clientId
    host: exposedAs.?hostname ?? appHost
    domain: empty(ownName)
      ? null
      : { hostname: ownName, certificateId: managedCertificate ? null : '${environment.id}/certificates/ingress' }
    allowedAddresses: exposedAs.?allowedAddresses ?? []
    entra: entra
    gatewayUrl: 'https://${gatewayHost}/${apiPath}'
    models: chatModels
    database: {
      host: server.properties.fullyQualifiedDomainName
      name: names.postgresDatabase
      user: server.properties.administratorLogin
    }
    uploads: uploads
    redisUri: withRedis ? '${vault.properties.vaultUri}secrets/${names.secrets.redisUrl}' : null
    secretUris: {
      databasePassword: '${vault.properties.vaultUri}secrets/${names.secrets.databasePassword}'
      webuiSecretKey: '${vault.properties.vaultUri}secrets/${names.secrets.webuiSecretKey}'
    }
  }
}

module issued '../modules/managed-certificate.bicep' = if (managedCertificate) {
  scope: group
  dependsOn: [openWebUi]
  params: {
    environmentName: names.containerEnvironment
    location: location
    tags: tags
    hostname: ownName
    provedBy: atApex ? 'HTTP' : 'CNAME'
  }
}

@description('Resource id of the container app.')
output appId string = openWebUi.outputs.id

@description('Image that the app runs.')
output image string = app.image
