metadata description = 'Application Gateway with a web application firewall: the public way in.'
import { textMap } from '../types.bicep'

@description('Required. Resource name.')
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Resource id of its own subnet.')
param subnetId string

@description('Required. Resource id of the public IP address.')
param publicIpId string

@description('Required. Resource id of the firewall policy.')
param firewallPolicyId string

@description('Required. Resource id of the identity that reads the certificate.')
param identityId string

@description('Required. Unversioned address of the certificate in Key Vault. It is asked for a new version every four hours.')
param certificateUri string

@description('Required. Public host name.')
param host string

@description('Required. Host name of the app inside the network.')
param backendHost string

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

@retryOn(['ApplicationGatewayKeyVaultSecretException', 'AnotherOperationInProgress', 'RetryableError'], 20)
resource gateway 'Microsoft.Network/applicationGateways@2025-05-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    sku: { name: 'WAF_v2', tier: 'WAF_v2' }
    autoscaleConfiguration: { minCapacity: 1, maxCapacity: 3 }
    firewallPolicy: { id: firewallPolicyId }
    sslPolicy: { policyType: 'Predefined', policyName: 'AppGwSslPolicy20220101S' }
    enableHttp2: true
    gatewayIPConfigurations: [{ name: 'subnet', properties: { subnet: { id: subnetId } } }]
    frontendIPConfigurations: [{ name: 'public', properties: { publicIPAddress: { id: publicIpId } } }]
    frontendPorts: [
      { name: 'http', properties: { port: 80 } }
      { name: 'https', properties: { port: 443 } }
    ]
    sslCertificates: [{ name: 'ingress', properties: { keyVaultSecretId: certificateUri } }]
    backendAddressPools: [{ name: 'open-webui', properties: { backendAddresses: [{ fqdn: backendHost }] } }]
    backendHttpSettingsCollection: [
      {
        name: 'open-webui'
        properties: {
          protocol: 'Https'
          port: 443
          // Container Apps finds the app by this name; Open WebUI knows its public one from its settings.
          pickHostNameFromBackendAddress: true
          cookieBasedAffinity: 'Enabled'
          affinityCookieName: 'lz-affinity'
          // Seconds. Also how long a stream or a socket may stay silent.
          requestTimeout: 1200
          connectionDraining: { enabled: true, drainTimeoutInSec: 60 }
          probe: { id: resourceId('Microsoft.Network/applicationGateways/probes', name, 'health') }
        }
      }
    ]
    probes: [
      {
        name: 'health'
        properties: {
          protocol: 'Https'
          path: '/health'
          pickHostNameFromBackendHttpSettings: true
          interval: 15
          timeout: 10
          unhealthyThreshold: 3
          match: { statusCodes: ['200'] }
        }
      }
    ]
    httpListeners: [
      {
        name: 'http'
        properties: {
          protocol: 'Http'
          hostName: host
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/frontendIPConfigurations', name, 'public')
          }
          frontendPort: { id: resourceId('Microsoft.Network/applicationGateways/frontendPorts', name, 'http') }
        }
      }
      {
        name: 'https'
        properties: {
          protocol: 'Https'
          hostName: host
          requireServerNameIndication: true
          frontendIPConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/frontendIPConfigurations', name, 'public')
          }
          frontendPort: { id: resourceId('Microsoft.Network/applicationGateways/frontendPorts', name, 'https') }
          sslCertificate: { id: resourceId('Microsoft.Network/applicationGateways/sslCertificates', name, 'ingress') }
        }
      }
    ]
    redirectConfigurations: [
      {
        name: 'to-https'
        properties: {
          redirectType: 'Permanent'
          targetListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'https') }
          includePath: true
          includeQueryString: true
        }
      }
    ]
    requestRoutingRules: [
      {
        name: 'http'
        properties: {
          ruleType: 'Basic'
          priority: 100
          httpListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'http') }
          redirectConfiguration: {
            id: resourceId('Microsoft.Network/applicationGateways/redirectConfigurations', name, 'to-https')
          }
        }
      }
      {
        name: 'https'
        properties: {
          ruleType: 'Basic'
          priority: 110
          httpListener: { id: resourceId('Microsoft.Network/applicationGateways/httpListeners', name, 'https') }
          backendAddressPool: {
            id: resourceId('Microsoft.Network/applicationGateways/backendAddressPools', name, 'open-webui')
          }
          backendHttpSettings: {
            id: resourceId('Microsoft.Network/applicationGateways/backendHttpSettingsCollection', name, 'open-webui')
          }
        }
      }
    ]
  }
}

#disable-next-line use-recent-api-versions
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log-analytics'
  scope: gateway
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id.')
output id string = gateway.id
