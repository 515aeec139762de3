metadata description = 'API Management, the AI gateway, reached from the networks alone. Its content (backends, policies, APIs) is not here: it changes more often than the service, and each write here takes minutes.'
import { gatewayNetwork, gatewaySku, textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Tier and units.')
param sku gatewaySku

@description('Required. How the service stands in the network.')
param network gatewayNetwork

@description('Required. Availability zones, tier Premium alone. None: Azure chooses.')
param zones string[]

@description('Required. Address that notices of the service go to.')
param publisherEmail string

@description('Required. Name that notices of the service carry.')
param publisherName string

@description('Required. Resource id of the subnet: of the service itself, or for `integration` of what it sends.')
param subnetId string

@description('Conditional. Resource id of the public IP address, for `classic`: the V2 tiers take none.')
param publicIpId string?

@description('Required. Resource id of the identity with which the gateway calls the models.')
param identityId string

@description('Required. Resource id of the Log Analytics workspace. It may still be on its way when the service starts.')
param workspaceId string

var gateway = 'Microsoft.WindowsAzure.ApiManagement.Gateway'

@description('Without forward secrecy, or with a mode of operation that is broken.')
var weakCiphers = [
  'TripleDes168'
  'TLS_RSA_WITH_AES_128_CBC_SHA'
  'TLS_RSA_WITH_AES_256_CBC_SHA'
  'TLS_RSA_WITH_AES_128_CBC_SHA256'
  'TLS_RSA_WITH_AES_256_CBC_SHA256'
  'TLS_RSA_WITH_AES_128_GCM_SHA256'
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'
]

// The V2 tiers have neither old protocols nor a choice of ciphers.
var protocols = union(
  toObject(weakCiphers, cipher => '${gateway}.Security.Ciphers.${cipher}', cipher => 'false'),
  {
    '${gateway}.Security.Protocols.Tls10': 'false'
    '${gateway}.Security.Protocols.Tls11': 'false'
    '${gateway}.Security.Protocols.Ssl30': 'false'
    '${gateway}.Security.Backend.Protocols.Tls10': 'false'
    '${gateway}.Security.Backend.Protocols.Tls11': 'false'
    '${gateway}.Security.Backend.Protocols.Ssl30': 'false'
    '${gateway}.Protocols.Server.Http2': 'true'
  }
)

// baseline: CKV_AZURE_152 suppressed: callers prove who they are with a token of Entra ID, which the policy of the API
//   checks; the property belongs to the Consumption tier.
// baseline: CKV_AZURE_174 suppressed: Azure refuses to create a service with it; in internal mode the gateway has no
//   public address to close.
// A private endpoint keeps a service busy for a moment.
@retryOn(['ServiceLocked'], 20)
resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku.name, capacity: sku.capacity }
  zones: empty(zones) ? null : zones
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    publisherEmail: publisherEmail
    publisherName: publisherName
    virtualNetworkType: network == 'integration' ? 'External' : 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: subnetId }
    ...(publicIpId == null ? {} : { publicIpAddressId: publicIpId })
    // Only a private endpoint can take the place of public access; a service inside a network has none to begin with.
    ...(network == 'integration' ? { publicNetworkAccess: 'Disabled' } : {})
    // Older versions of the management API would let a policy be read without the rights that the newer ones ask for.
    apiVersionConstraint: { minApiVersion: '2021-08-01' }
    ...(network == 'classic' ? { legacyPortalStatus: 'Disabled', customProperties: protocols } : {})
    developerPortalStatus: 'Disabled'
  }
}

// The older "stable" version of this type has another shape.
#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: service
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      { category: 'GatewayLogs', enabled: true }
      { category: 'GatewayLlmLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id.')
output id string = service.id

@description('Addresses inside the network; none for `integration`. They can change: whoever writes a DNS record reads them again.')
output privateAddresses string[] = network == 'integration' ? [] : service.properties.privateIPAddresses

@description('`stv2…`: the platform generation.')
output platformVersion string = service.properties.platformVersion
