metadata description = 'The public way in: address, firewall, Application Gateway.'
import { textMap } from '../types.bicep'

@description('Required. Resource names.')
param names {
  applicationGateway: string
  wafPolicy: string
  ingressPublicIp: string
}

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags textMap

@description('Required. Label of the public address, unique in the region.')
param dnsLabel string

@description('Required. Resource id of the subnet of Application Gateway.')
param subnetId string

@description('Required. Resource id of the identity that reads the certificate.')
param identityId string

@description('Required. Unversioned address of the certificate in Key Vault.')
param certificateUri string

@description('Required. Public host name.')
param host string

@description('Required. Host name of the app inside the network.')
param backendHost string

@description('Required. Resource id of the Log Analytics workspace.')
param workspaceId string

module publicIp 'public-ip.bicep' = {
  params: { name: names.ingressPublicIp, location: location, tags: tags, dnsLabel: dnsLabel }
}

module firewall 'waf-policy.bicep' = {
  params: { name: names.wafPolicy, location: location, tags: tags }
}

module gateway 'application-gateway.bicep' = {
  params: {
    name: names.applicationGateway
    location: location
    tags: tags
    subnetId: subnetId
    publicIpId: publicIp.outputs.id
    firewallPolicyId: firewall.outputs.id
    identityId: identityId
    certificateUri: certificateUri
    host: host
    backendHost: backendHost
    workspaceId: workspaceId
  }
}

@description('Public address.')
output address string = publicIp.outputs.address

@description('Name in public DNS; what a CNAME record of the host name points at.')
output fqdn string = publicIp.outputs.fqdn
