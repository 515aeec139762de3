metadata name = 'Spoke'
metadata description = 'What Open WebUI stands on: its data, its models, its way in, and the job that migrates its database. The app itself comes after that job, by app.bicep.'
targetScope = 'subscription'

import {
  budget
  contentFilter
  entraApplication
  exposure
  hubReference
  model
  postgresSettings
  privateDnsZones
  redisSettings
  smokeSettings
  spokeNames
  textMap
  uploadStorage
  usageSettings
  vaultReference
} from '../types.bicep'

@description('Required. Azure region.')
param location string

@description('Required. Tags of every resource.')
param tags textMap

@description('Required. Names of the spoke.')
param names spokeNames

@description('Required. The hub that this spoke belongs to, in this subscription or another of the tenant.')
param hub hubReference

@description('Required. Private DNS zones of the hub.')
param zones privateDnsZones

@description('Required. CIDR of the spoke, /23 or larger.')
param addressSpace string

@description('Required. How people reach Open WebUI.')
param exposedAs exposure

@description('Optional. Key Vault of the certificate, where it is not the one of the spoke: the ingress gets the right to read it.')
param certificateVault vaultReference?

@description('Required. Image of Open WebUI with tag or digest, whose schema the migration job makes.')
param image string

@description('Required. PostgreSQL.')
param postgres postgresSettings

@description('Required. Where uploads lie.')
param uploads uploadStorage

@description('Conditional. Redis; required for more than one replica.')
param redis redisSettings?

@description('Required. Model deployments.')
@minLength(1)
param models model[]

@description('Optional. Content filters of the environment, for models that name them.')
param contentFilters contentFilter[] = []

@description('Optional. `true`: what holds data cannot be deleted.')
param locked bool = false

@description('Optional. `true`: the Key Vault is protected from being purged, for ever.')
param purgeProtection bool = false

@description('Optional. Monthly budget of the resource group.')
param monthlyBudget budget?

@description('Conditional. First day of the first month of the budget; required with `monthlyBudget`.')
param budgetStart string = ''

@description('Optional. Monthly budget of the tokens of the models.')
param modelBudget budget?

@description('Conditional. First day of the first month of that budget; required with `modelBudget`.')
param modelBudgetStart string = ''

@description('Required. What the workbook and the alert know of the environment.')
param usage usageSettings

@description('Required. Entra application.')
param entra entraApplication

@description('Required. URL path of the API on the gateway.')
param apiPath string

@description('Required. What the smoke job tries.')
param probe smokeSettings

@secure()
@description('Optional. Trial certificate: PFX, base64, without password. Needed where the Key Vault of the spoke has none yet.')
param certificatePfx string = ''

@secure()
@description('Optional. Password of the database, used only where there is none yet. Upper and lower case, digits and hyphens: strong, and safe inside a URL.')
param databasePassword string = '${newGuid()}-${toUpper(newGuid())}'

@secure()
@description('Optional. Key of the sessions of Open WebUI, used only where there is none yet.')
param webuiSecretKey string = '${newGuid()}${newGuid()}'

var databaseUser = 'openwebui'
var internal = exposedAs.kind != 'container-app'
var behindGateway = exposedAs.kind == 'app-gateway'
var databaseInNetwork = postgres.network == 'vnet-integration'
var uploadsAreBlobs = uploads.kind == 'blob'
// Without Application Gateway the app itself answers to the host name, where there is one.
var ownName = behindGateway ? '' : exposedAs.?hostname ?? ''
var ownCertificate = !empty(ownName) && exposedAs.?certificateUri != null
var readsCertificate = behindGateway || ownCertificate
var recorded = exposedAs.?dns != null
var atApex = exposedAs.?dns.?record == '@'
// What says in a zone of somebody else's whose records these are.
var recordOwner = { 'managed-by': 'open-webui-landing-zone', spoke: names.resourceGroup }
var gatewayUrl = 'https://${hub.gatewayHost}/${apiPath}'

// Ids by name, with the dependency declared separately: an id from another module would blind what-if.
var networkId = resourceId(
  subscription().subscriptionId,
  names.resourceGroup,
  'Microsoft.Network/virtualNetworks',
  names.vnet
)
var subnetIds = toObject(
  ['container-apps', 'ingress', 'postgres', 'private-endpoints'],
  name => name,
  name =>
    resourceId(
      subscription().subscriptionId,
      names.resourceGroup,
      'Microsoft.Network/virtualNetworks/subnets',
      names.vnet,
      name
    )
)

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.resourceGroup
  location: location
  tags: tags
}

resource hubNetwork 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  scope: resourceGroup(hub.?subscriptionId ?? subscription().subscriptionId, hub.resourceGroup)
  name: hub.vnet
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  scope: resourceGroup(hub.?subscriptionId ?? subscription().subscriptionId, hub.resourceGroup)
  name: hub.logAnalytics
}

resource gatewayIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup(hub.?subscriptionId ?? subscription().subscriptionId, hub.resourceGroup)
  name: hub.gatewayIdentity.name
}

module foundation '../modules/spoke-foundation.bicep' = {
  scope: group
  params: {
    names: names
    location: location
    tags: tags
    withCertificate: behindGateway && certificateVault == null
    certificatePfx: certificatePfx
    databasePassword: databasePassword
    webuiSecretKey: webuiSecretKey
    purgeProtection: purgeProtection
    workspaceId: workspace.id
  }
}

// Apart from the foundation: the Container Apps environment may need the identity, and waits for nothing else of it.
module certificateReader '../modules/identity.bicep' = if (readsCertificate) {
  scope: group
  params: { name: names.ingressIdentity.name, location: location, tags: tags }
}

module readsCertificates '../modules/roles/key-vault.bicep' = if (readsCertificate) {
  scope: resourceGroup(certificateVault.?resourceGroup ?? names.resourceGroup)
  dependsOn: [foundation]
  params: {
    vaultName: certificateVault.?name ?? names.keyVault
    #disable-next-line what-if-short-circuiting // The object id is part of the name: a recreated identity gets a new assignment.
    principalId: certificateReader!.outputs.principalId
  }
}

// Network.

module network '../modules/spoke-network.bicep' = {
  scope: group
  params: {
    name: names.vnet
    location: location
    tags: tags
    addressSpace: addressSpace
    exposedAs: exposedAs.kind
    withDatabase: databaseInNetwork
    endpointPorts: concat({ blob: [], nfs: ['2049'], smb: ['445'] }[uploads.kind], redis == null ? [] : ['10000'])
    hubNetworkId: hubNetwork.id
  }
}

module attachment '../modules/hub-attachment.bicep' = {
  scope: resourceGroup(hub.?subscriptionId ?? subscription().subscriptionId, hub.resourceGroup)
  dependsOn: [network]
  params: {
    networkName: hub.vnet
    zones: concat([hub.gatewayHost], map(items(zones), zone => zone.value))
    spokeNetworkId: networkId
    tags: tags
  }
}

// Data.

// A server that is part of the network needs the zone of its record, linked, before it is made.
module databaseZone '../modules/private-dns-zone.bicep' = if (databaseInNetwork) {
  scope: group
  dependsOn: [network]
  params: { name: names.postgresZone, tags: tags, networkId: networkId }
}

module database '../modules/postgres.bicep' = {
  scope: group
  dependsOn: [foundation, databaseZone]
  params: {
    name: names.postgres
    location: location
    tags: tags
    settings: postgres
    integration: databaseInNetwork
      ? {
          subnetId: subnetIds.postgres
          zoneId: resourceId(
            subscription().subscriptionId,
            names.resourceGroup,
            'Microsoft.Network/privateDnsZones',
            names.postgresZone
          )
        }
      : null
    administrator: databaseUser
    keptIn: { vault: names.keyVault, secret: names.secrets.databasePassword }
    databaseName: names.postgresDatabase
    workspaceId: workspace.id
  }
}

module storage '../modules/blob-storage.bicep' = if (uploadsAreBlobs) {
  scope: group
  params: {
    name: uploads.account
    location: location
    tags: tags
    containerName: uploads.folder
    zoneRedundant: uploads.zoneRedundant
    workspaceId: workspace.id
  }
}

module shares '../modules/file-storage.bicep' = if (!uploadsAreBlobs) {
  scope: group
  params: { location: location, tags: tags, uploads: uploads, workspaceId: workspace.id }
}

module appWritesBlobs '../modules/roles/storage.bicep' = if (uploadsAreBlobs) {
  scope: group
  dependsOn: [storage]
  params: {
    accountName: uploads.account
    #disable-next-line what-if-short-circuiting // The object id is part of the name: a recreated identity gets a new assignment.
    principalId: foundation.outputs.appPrincipalId
  }
}

module messages '../modules/redis.bicep' = if (redis != null) {
  scope: group
  dependsOn: [foundation]
  params: {
    name: names.redis
    location: location
    tags: tags
    settings: redis ?? { sku: 'Balanced_B0', highAvailability: true }
    keptIn: { vault: names.keyVault, secret: names.secrets.redisUrl }
  }
}

module foundry '../modules/foundry.bicep' = {
  scope: group
  params: {
    name: names.foundry
    projectName: names.foundryProject
    location: location
    tags: tags
    models: models
    contentFilters: contentFilters
    workspaceId: workspace.id
  }
}

module gatewayCallsModels '../modules/roles/foundry.bicep' = {
  scope: group
  dependsOn: [foundry]
  params: {
    accountName: names.foundry
    #disable-next-line what-if-short-circuiting // As above.
    principalId: gatewayIdentity.properties.principalId
  }
}

// Operations. Locks come last: they forbid nothing that is written here.

module vaultLock '../modules/locks/key-vault.bicep' = if (locked) {
  scope: group
  dependsOn: [foundation]
  params: { name: names.keyVault }
}

module databaseLock '../modules/locks/postgres.bicep' = if (locked) {
  scope: group
  dependsOn: [database]
  params: { name: names.postgres }
}

module storageLock '../modules/locks/storage.bicep' = if (locked) {
  scope: group
  dependsOn: [storage, shares]
  params: { name: uploads.account }
}

module spending '../modules/budget.bicep' = if (monthlyBudget != null) {
  scope: group
  params: { name: 'monthly', settings: monthlyBudget!, startDate: budgetStart }
}

// Use of the models.

// What Foundry bills, which is the truth and up to a day late; the alert beside it sees the pace within the hour.
module tokenSpending '../modules/budget.bicep' = if (modelBudget != null) {
  scope: group
  params: {
    name: 'tokens'
    settings: modelBudget!
    startDate: modelBudgetStart
    onlyFor: resourceId(
      subscription().subscriptionId,
      names.resourceGroup,
      'Microsoft.CognitiveServices/accounts',
      names.foundry
    )
  }
}

module tokenPace '../modules/token-cost-alert.bicep' = if (modelBudget != null) {
  scope: group
  params: {
    name: names.tokenAlert
    actionGroupName: names.tokenActionGroup
    location: location
    tags: tags
    settings: modelBudget!
    usage: usage
    workspaceId: workspace.id
  }
}

module usageWorkbook '../modules/usage-workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, usage: usage, workspaceId: workspace.id }
}

// Private endpoints.

var endpointPlace = {
  location: location
  tags: tags
  subnetId: subnetIds['private-endpoints']
  zones: { subscriptionId: hub.?subscriptionId ?? subscription().subscriptionId, resourceGroup: hub.resourceGroup }
}

module vaultEndpoint '../modules/private-endpoint.bicep' = {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: names.keyVault, group: 'vault' }
    targetId: foundation.outputs.vaultId
    place: endpointPlace
    zones: [zones.vault]
  }
}

module databaseEndpoint '../modules/private-endpoint.bicep' = if (!databaseInNetwork) {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: names.postgres, group: 'postgresqlServer' }
    targetId: database.outputs.id
    place: endpointPlace
    zones: [zones.postgres]
  }
}

module storageEndpoint '../modules/private-endpoint.bicep' = if (uploadsAreBlobs) {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: uploads.account, group: 'blob' }
    targetId: storage!.outputs.id
    place: endpointPlace
    zones: [zones.blob]
  }
}

module sharesEndpoint '../modules/private-endpoint.bicep' = if (!uploadsAreBlobs) {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: uploads.account, group: 'file' }
    targetId: shares!.outputs.id
    place: endpointPlace
    zones: [zones.file]
  }
}

module messagesEndpoint '../modules/private-endpoint.bicep' = if (redis != null) {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: names.redis, group: 'redisEnterprise' }
    targetId: messages!.outputs.id
    place: endpointPlace
    zones: [zones.redis]
  }
}

module foundryEndpoint '../modules/private-endpoint.bicep' = {
  scope: group
  dependsOn: [network]
  params: {
    target: { name: names.foundry, group: 'account' }
    targetId: foundry.outputs.id
    place: endpointPlace
    zones: [zones.cognitiveServices, zones.openAi, zones.foundry]
  }
}

// App.

module environment '../modules/container-apps-environment.bicep' = {
  scope: group
  dependsOn: [network, certificateReader]
  params: {
    name: names.containerEnvironment
    location: location
    tags: tags
    subnetId: subnetIds['container-apps']
    internal: internal
    workspaceId: workspace.id
    certificateIdentityId: ownCertificate ? names.ingressIdentity.id : ''
  }
}

module environmentStorage '../modules/container-apps-storage.bicep' = if (!uploadsAreBlobs) {
  scope: group
  dependsOn: [environment, shares]
  params: { environmentName: names.containerEnvironment, name: 'uploads', uploads: uploads }
}

module appNames '../modules/container-apps-dns.bicep' = if (internal) {
  scope: group
  dependsOn: [network]
  params: {
    #disable-next-line what-if-short-circuiting // The platform chooses the domain.
    domain: environment.outputs.defaultDomain
    address: environment.outputs.staticIp
    withNamesBelow: true
    tags: tags
    networkIds: [networkId, hubNetwork.id]
  }
}

module privateName '../modules/container-apps-dns.bicep' = if (internal && !empty(ownName)) {
  scope: group
  // After the other zone: two links to one network at the same time get into each other's way.
  dependsOn: [network, appNames]
  params: {
    domain: ownName
    address: environment.outputs.staticIp
    withNamesBelow: false
    tags: tags
    networkIds: [networkId, hubNetwork.id]
  }
}

var appHost = '${names.containerApp}.${environment.outputs.defaultDomain}'

module certificate '../modules/environment-certificate.bicep' = if (ownCertificate) {
  scope: group
  dependsOn: [environment, readsCertificates, vaultEndpoint]
  params: {
    environmentName: names.containerEnvironment
    location: location
    tags: tags
    identityId: names.ingressIdentity.id
    certificateUri: exposedAs.?certificateUri ?? ''
  }
}

// Before the app, which may claim the name only once these are there.
module appRecords '../modules/public-dns-records.bicep' = if (recorded && !behindGateway) {
  scope: resourceGroup(
    exposedAs.?dns.?subscriptionId ?? subscription().subscriptionId,
    exposedAs.?dns.?resourceGroup ?? names.resourceGroup
  )
  params: {
    zoneName: exposedAs.?dns.?zone ?? ''
    record: exposedAs.?dns.?record ?? ''
    owner: recordOwner
    leadsTo: atApex ? 'address' : 'name'
    target: atApex ? environment.outputs.staticIp : appHost
    proved: true
    verificationId: environment.outputs.verificationId
  }
}

module migrationJob '../modules/migration-job.bicep' = {
  scope: group
  dependsOn: [attachment, vaultEndpoint, databaseEndpoint]
  params: {
    name: names.migrationJob
    location: location
    tags: tags
    environmentId: environment.outputs.id
    image: image
    identity: names.appIdentity
    database: { host: database.outputs.host, name: names.postgresDatabase, user: databaseUser }
    secretUris: {
      databasePassword: '${foundation.outputs.vaultUri}secrets/${names.secrets.databasePassword}'
      webuiSecretKey: '${foundation.outputs.vaultUri}secrets/${names.secrets.webuiSecretKey}'
    }
  }
}

module smokeJob '../modules/smoke-job.bicep' = {
  scope: group
  params: {
    name: names.smokeJob
    location: location
    tags: tags
    environmentId: environment.outputs.id
    identity: names.smokeIdentity
    identityClientId: foundation.outputs.smokeClientId
    applicationId: entra.clientId
    gatewayUrl: gatewayUrl
    appUrl: exposedAs.kind == 'private' ? 'https://${appHost}' : ''
    ownUrl: exposedAs.kind == 'private' && !empty(ownName) ? 'https://${ownName}' : ''
    settings: probe
  }
}

// Way in.

// It needs only the name of the app, not the app: both are made at the same time.
module ingress '../modules/ingress.bicep' = if (behindGateway) {
  scope: group
  dependsOn: [network, attachment, vaultEndpoint, appNames, readsCertificates]
  params: {
    names: {
      applicationGateway: names.applicationGateway
      wafPolicy: names.wafPolicy
      ingressPublicIp: names.ingressPublicIp
    }
    location: location
    tags: tags
    dnsLabel: exposedAs.?dnsLabel ?? names.containerApp
    subnetId: subnetIds.ingress
    identityId: names.ingressIdentity.id
    certificateUri: exposedAs.?certificateUri ?? '${foundation.outputs.vaultUri}secrets/${names.secrets.certificate}'
    host: exposedAs.?hostname ?? appHost
    backendHost: appHost
    workspaceId: workspace.id
  }
}

module ingressRecord '../modules/public-dns-records.bicep' = if (recorded && behindGateway) {
  scope: resourceGroup(
    exposedAs.?dns.?subscriptionId ?? subscription().subscriptionId,
    exposedAs.?dns.?resourceGroup ?? names.resourceGroup
  )
  dependsOn: [ingress]
  params: {
    zoneName: exposedAs.?dns.?zone ?? ''
    record: exposedAs.?dns.?record ?? ''
    owner: recordOwner
    leadsTo: 'public-ip'
    target: resourceId(
      subscription().subscriptionId,
      names.resourceGroup,
      'Microsoft.Network/publicIPAddresses',
      names.ingressPublicIp
    )
  }
}

@description('Resource id of the network.')
output networkId string = networkId

@description('Address that people type.')
output url string = 'https://${exposedAs.?hostname ?? appHost}'

@description('Host name of the app inside the network.')
output appHost string = appHost

@description('Resource id of the job that migrates the database.')
output migrationJobId string = migrationJob.outputs.id

@description('Address of the ingress of the Container Apps environment.')
output environmentAddress string = environment.outputs.staticIp

@description('Public address of the ingress; empty where there is none.')
output ingressAddress string = behindGateway ? ingress!.outputs.address : ''

@description('Public DNS name of the ingress: what a CNAME record of the host name points at; empty where there is none.')
output ingressFqdn string = behindGateway ? ingress!.outputs.fqdn : ''

@description('Resource id of the Foundry account.')
output foundryId string = foundry.outputs.id

@description('Object id of the identity of the smoke job.')
output smokePrincipalId string = foundation.outputs.smokePrincipalId

@description('Resource id of the smoke job.')
output smokeJobId string = smokeJob.outputs.id

@description('Client id of the Entra application: what the gateway checks tokens for.')
output applicationClientId string = entra.clientId
