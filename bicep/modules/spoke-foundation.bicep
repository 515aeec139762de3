metadata description = 'Identities, Key Vault, roles and secrets. First of all, since a role may take minutes to work: long-running services come in between.'
import { spokeNames, textMap } from '../types.bicep'

@description('Required. Names of the spoke.')
param names spokeNames

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. `true`: the certificate of the ingress lies in the Key Vault of the spoke.')
param withCertificate bool

@secure()
@description('Required. Trial certificate, empty where Key Vault has one.')
param certificatePfx string

@secure()
@description('Required. Password of the database, used only where there is none yet.')
param databasePassword string

@secure()
@description('Required. Key of the sessions of Open WebUI, used only where there is none yet.')
param webuiSecretKey string

@description('Required. `true`: the Key Vault is protected from being purged, for ever.')
param purgeProtection bool

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

module appIdentity 'identity.bicep' = {
  params: { name: names.appIdentity.name, location: location, tags: tags }
}

module smokeIdentity 'identity.bicep' = {
  params: { name: names.smokeIdentity.name, location: location, tags: tags }
}

module vault 'key-vault.bicep' = {
  params: {
    name: names.keyVault
    location: location
    tags: tags
    purgeProtection: purgeProtection
    workspaceId: workspaceId
  }
}

module appReadsSecrets 'roles/key-vault.bicep' = {
  dependsOn: [vault]
  params: {
    vaultName: names.keyVault
    #disable-next-line what-if-short-circuiting // The object id is part of the name: a recreated identity gets a new assignment.
    principalId: appIdentity.outputs.principalId
  }
}

module secrets 'key-vault-secrets.bicep' = {
  dependsOn: [vault]
  params: {
    vaultName: names.keyVault
    names: names.secrets
    databasePassword: databasePassword
    webuiSecretKey: webuiSecretKey
    withCertificate: withCertificate
    certificatePfx: certificatePfx
  }
}

@description('Resource id of the Key Vault.')
output vaultId string = vault.outputs.id

@description('Address of the Key Vault, with a slash at the end.')
output vaultUri string = vault.outputs.uri

@description('Client id of the identity of the app.')
output appClientId string = appIdentity.outputs.clientId

@description('Object id of the identity of the app.')
output appPrincipalId string = appIdentity.outputs.principalId

@description('Client id of the identity of the smoke job.')
output smokeClientId string = smokeIdentity.outputs.clientId

@description('Object id of the identity of the smoke job.')
output smokePrincipalId string = smokeIdentity.outputs.principalId
