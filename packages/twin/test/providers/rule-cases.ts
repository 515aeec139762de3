import type { Json, JsonObject } from '../../src/kernel/store.ts';
import { lockApi } from '../../src/providers/api-management/child.ts';
import type { Bench } from './bench.ts';
import { change } from './bench.ts';
import { DOCUMENT, IDS, LOCATION } from './landscape.ts';

/** One write that Azure refuses. It starts from the landscape's write of `id`, which every rule accepts. */
export interface RuleCase {
  readonly rule: string;
  readonly code: string;
  /** What is written: the landscape's own id, or another (`as`). */
  readonly id: string;
  readonly as?: string;
  /** Members of the body to change; undefined removes one. */
  readonly edits: Readonly<Record<string, Json | undefined>>;
  /** Brings about the state in which the write is refused. */
  readonly given?: (bench: Bench) => void;
  /** Edits that need ids of the world. */
  readonly editsIn?: (bench: Bench) => Readonly<Record<string, Json | undefined>>;
  /** The rule that would refuse the same write next: its mistake breaks two rules. */
  readonly also?: string;
}

type Edits = RuleCase['edits'];
type More = Partial<Pick<RuleCase, 'as' | 'given' | 'editsIn' | 'also'>>;

function refuse(rule: string, code: string, id: string, edits: Edits, more: More = {}): RuleCase {
  return { rule, code, id, edits, ...more };
}

const NET = 'Microsoft.Network';
const SUB = `${NET}/virtualNetworks/spoke/subnets`;
const NOWHERE = '/subscriptions/s/resourceGroups/rg/providers/';
const NSG_NOWHERE = `${NOWHERE}${NET}/networkSecurityGroups/none`;
const SUBNET_NOWHERE = `${NOWHERE}${SUB}/none`;
const busy =
  (id: string, state = 'Updating') =>
  (bench: Bench): void => {
    bench.alter(id, { provisioningState: state });
  };
const p = 'properties';

const network: readonly RuleCase[] = [
  refuse('virtual-network-address-space', 'VnetAddressSpaceNotSpecified', IDS.spoke, {
    [`${p}.addressSpace.addressPrefixes`]: [],
    [`${p}.subnets`]: undefined,
  }),
  refuse(
    'virtual-network-subnet-prefix-valid',
    'InvalidCIDRNotation',
    IDS.spoke,
    { [`${p}.subnets.0.properties.addressPrefixes`]: ['10.10.4.1/24'] },
    { as: `${NET}/virtualNetworks/new` },
  ),
  refuse(
    'virtual-network-subnet-inside',
    'NetcfgInvalidSubnet',
    IDS.spoke,
    { [`${p}.subnets.0.properties.addressPrefixes`]: ['10.99.0.0/24'] },
    { as: `${NET}/virtualNetworks/new` },
  ),
  refuse(
    'virtual-network-subnet-ranges-overlap',
    'NetcfgSubnetRangesOverlap',
    IDS.spoke,
    { [`${p}.subnets.1.properties.addressPrefixes`]: ['10.10.4.0/26'] },
    { as: `${NET}/virtualNetworks/new` },
  ),
  refuse(
    'virtual-network-subnet-names',
    'DuplicateResourceName',
    IDS.spoke,
    { [`${p}.subnets.0.name`]: 'same', [`${p}.subnets.1.name`]: 'Same' },
    { as: `${NET}/virtualNetworks/new` },
  ),
  refuse('virtual-network-in-use-subnet-dropped', 'InUseSubnetCannotBeDeleted', IDS.spoke, { [`${p}.subnets`]: [] }),
  refuse('virtual-network-in-use-subnet-changed', 'SubnetMissingRequiredDelegation', IDS.spoke, {
    [`${p}.subnets.1.properties.delegations`]: [],
  }),
  refuse('virtual-network-security-group-exists', 'InvalidResourceReference', IDS.spoke, {
    [`${p}.subnets.0.properties.networkSecurityGroup`]: { id: NSG_NOWHERE },
  }),
  refuse('virtual-network-route-table-exists', 'InvalidResourceReference', IDS.spoke, {
    [`${p}.subnets.0.properties.routeTable`]: { id: `${NOWHERE}${NET}/routeTables/none` },
  }),
  refuse('virtual-network-nat-gateway-exists', 'InvalidResourceReference', IDS.spoke, {
    [`${p}.subnets.0.properties.natGateway`]: { id: `${NOWHERE}${NET}/natGateways/none` },
  }),
  refuse('subnet-network-settled', 'AnotherOperationInProgress', `${SUB}/free`, {}, { given: busy(IDS.spoke) }),
  refuse('subnet-prefix-valid', 'InvalidCIDRNotation', `${SUB}/free`, { [`${p}.addressPrefix`]: '10.10.6.1/24' }),
  refuse('subnet-inside-virtual-network', 'NetcfgInvalidSubnet', `${SUB}/free`, {
    [`${p}.addressPrefix`]: '10.99.0.0/24',
  }),
  refuse('subnet-ranges-overlap', 'NetcfgSubnetRangesOverlap', `${SUB}/free`, {
    [`${p}.addressPrefix`]: '10.10.5.0/24',
  }),
  refuse(
    'subnet-in-use-change',
    'InUsePrefixCannotBeDeleted',
    `${SUB}/free`,
    { [`${p}.addressPrefix`]: '10.10.7.0/24' },
    { as: `${SUB}/private-endpoints` },
  ),
  refuse('subnet-network-security-group-exists', 'InvalidResourceReference', `${SUB}/free`, {
    [`${p}.networkSecurityGroup`]: { id: NSG_NOWHERE },
  }),
  refuse('subnet-route-table-exists', 'InvalidResourceReference', `${SUB}/free`, {
    [`${p}.routeTable`]: { id: `${NOWHERE}${NET}/routeTables/none` },
  }),
  refuse('subnet-nat-gateway-exists', 'InvalidResourceReference', `${SUB}/free`, {
    [`${p}.natGateway`]: { id: `${NOWHERE}${NET}/natGateways/none` },
  }),
  refuse(
    'peering-network-settled',
    'AnotherOperationInProgress',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    {},
    { given: busy(IDS.hub) },
  ),
  refuse('peering-remote-exists', 'InvalidResourceReference', `${IDS.hub}/virtualNetworkPeerings/to-spoke`, {
    [`${p}.remoteVirtualNetwork.id`]: `${NOWHERE}${NET}/virtualNetworks/none`,
  }),
  refuse('peering-remote-gateways', 'RemoteVnetHasNoGateways', `${IDS.hub}/virtualNetworkPeerings/to-spoke`, {
    [`${p}.useRemoteGateways`]: true,
  }),
  refuse(
    'peering-with-itself',
    'VnetCannotPeerWithItself',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    {},
    { editsIn: (bench) => ({ [`${p}.remoteVirtualNetwork.id`]: bench.id(IDS.hub) }) },
  ),
  refuse(
    'peering-address-spaces-overlap',
    'VnetAddressSpacesOverlap',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    {},
    {
      as: `${IDS.hub}/virtualNetworkPeerings/to-twin`,
      given: (bench) =>
        bench.put(`${NET}/virtualNetworks/twin`, {
          location: LOCATION,
          properties: { addressSpace: { addressPrefixes: ['10.10.0.0/24'] } },
        }),
      editsIn: (bench) => ({ [`${p}.remoteVirtualNetwork.id`]: bench.id(`${NET}/virtualNetworks/twin`) }),
    },
  ),
  refuse(
    'peering-remote-taken',
    'AnotherPeeringAlreadyReferencesRemoteVnet',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    {},
    { as: `${IDS.hub}/virtualNetworkPeerings/again` },
  ),
  refuse(
    'peering-gateway-flags',
    'VnetPeeringCannotUseRemoteGatewaysAndAllowGatewayTransit',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    { [`${p}.useRemoteGateways`]: true, [`${p}.allowGatewayTransit`]: true },
    { also: 'peering-remote-gateways' },
  ),
  refuse('network-security-group-rules-valid', 'SecurityRuleInvalidPriority', `${NET}/networkSecurityGroups/nsg`, {
    [`${p}.securityRules.0.properties.priority`]: 5000,
  }),
  refuse(
    'network-security-group-rule-names',
    'DuplicateResourceName',
    `${NET}/networkSecurityGroups/nsg`,
    {},
    {
      editsIn: (bench) => {
        const [one] = bench.get(`${NET}/networkSecurityGroups/nsg-ingress`).properties['securityRules'] as JsonObject[];
        const other = { ...one, properties: { ...(one?.['properties'] as JsonObject), priority: 4000 } };
        return { [`${p}.securityRules`]: [one ?? {}, other] };
      },
    },
  ),
  refuse(
    'network-security-group-rules-conflict',
    'SecurityRuleConflict',
    `${NET}/networkSecurityGroups/nsg`,
    {},
    {
      editsIn: (bench) => {
        const [one] = bench.get(`${NET}/networkSecurityGroups/nsg-ingress`).properties['securityRules'] as JsonObject[];
        return {
          [`${p}.securityRules`]: [
            { ...one, name: 'a' },
            { ...one, name: 'b' },
          ],
        };
      },
    },
  ),
  refuse(
    'security-rule-valid',
    'SecurityRuleInvalidPortRange',
    `${NET}/networkSecurityGroups/nsg/securityRules/extra`,
    { [`${p}.destinationPortRanges`]: ['443-80'] },
  ),
  refuse(
    'security-rule-conflict',
    'SecurityRuleConflict',
    `${NET}/networkSecurityGroups/nsg/securityRules/extra`,
    {},
    { as: `${NET}/networkSecurityGroups/nsg/securityRules/twin` },
  ),
  refuse('public-ip-sku', 'PublicIPAddressBasicSkuRetired', `${NET}/publicIPAddresses/pip-nat`, {
    'sku.name': 'Basic',
  }),
  refuse(
    'public-ip-standard-static',
    'PublicIPAddressWithStandardSkuMustUseStaticAllocation',
    `${NET}/publicIPAddresses/pip-nat`,
    { [`${p}.publicIPAllocationMethod`]: 'Dynamic' },
  ),
  refuse('public-ip-label-valid', 'InvalidDomainNameLabel', `${NET}/publicIPAddresses/pip-nat`, {
    [`${p}.dnsSettings`]: { domainNameLabel: 'No_Label' },
  }),
  refuse('public-ip-label-free', 'DnsRecordInUse', `${NET}/publicIPAddresses/pip-nat`, {
    [`${p}.dnsSettings`]: { domainNameLabel: 'contoso' },
  }),
  refuse('nat-gateway-public-ip-exists', 'InvalidResourceReference', `${NET}/natGateways/nat`, {
    [`${p}.publicIpAddresses.0.id`]: `${NOWHERE}${NET}/publicIPAddresses/none`,
  }),
];

const ZONES = `${NET}/privateDnsZones`;
const ZONE = `${ZONES}/contoso.internal`;
const VAULT_ZONE = `${ZONES}/privatelink.vaultcore.azure.net`;
const PE = `${NET}/privateEndpoints/pe-vault`;
const GROUP = `${PE}/privateDnsZoneGroups/default`;
const target =
  (id: string, group: string) =>
  (bench: Bench): Edits => ({
    [`${p}.privateLinkServiceConnections.0.properties`]: { privateLinkServiceId: bench.id(id), groupIds: [group] },
  });

const names: readonly RuleCase[] = [
  refuse('private-dns-zone-global', 'LocationNotAvailableForResourceType', ZONE, { location: LOCATION }),
  refuse('dns-link-network-exists', 'BadRequest', `${VAULT_ZONE}/virtualNetworkLinks/spoke`, {
    [`${p}.virtualNetwork.id`]: `${NOWHERE}${NET}/virtualNetworks/none`,
  }),
  refuse(
    'dns-link-network-once',
    'Conflict',
    `${VAULT_ZONE}/virtualNetworkLinks/spoke`,
    {},
    { as: `${VAULT_ZONE}/virtualNetworkLinks/again` },
  ),
  refuse(
    'dns-link-same-name-once',
    'BadRequest',
    `${VAULT_ZONE}/virtualNetworkLinks/spoke`,
    {},
    {
      as: '/subscriptions/s/resourceGroups/other/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/spoke',
    },
  ),
  refuse('a-record-address', 'BadRequest', `${ZONE}/A/chat`, { [`${p}.aRecords.0.ipv4Address`]: '10.10.4' }),
  ...['A', 'AAAA', 'MX', 'PTR', 'SRV', 'TXT'].map((kind) =>
    refuse(
      `${kind.toLowerCase()}-record-alone`,
      'CannotCreateRecordSet',
      kind === 'A' ? `${ZONE}/A/chat` : `${ZONE}/${kind}/other`,
      {},
      { as: `${ZONE}/${kind}/alias` },
    ),
  ),
  refuse('cname-record-alone', 'CannotCreateRecordSet', `${ZONE}/CNAME/alias`, {}, { as: `${ZONE}/CNAME/chat` }),
  refuse('private-endpoint-subnet-exists', 'InvalidResourceReference', PE, { [`${p}.subnet.id`]: SUBNET_NOWHERE }),
  refuse(
    'private-endpoint-region',
    'InvalidResourceReference',
    PE,
    { location: 'westeurope' },
    { as: `${NET}/privateEndpoints/new` },
  ),
  refuse(
    'private-endpoint-subnet-not-delegated',
    'PrivateEndpointCannotBeCreatedInSubnetThatHasDelegation',
    PE,
    {},
    { editsIn: (bench) => ({ [`${p}.subnet.id`]: bench.id(`${SUB}/apps`) }) },
  ),
  refuse('private-endpoint-network-settled', 'ReferencedResourceNotProvisioned', PE, {}, { given: busy(IDS.spoke) }),
  refuse('private-endpoint-target-exists', 'PrivateLinkServiceNotFound', PE, {
    [`${p}.privateLinkServiceConnections.0.properties.privateLinkServiceId`]: `${NOWHERE}Microsoft.KeyVault/vaults/none`,
  }),
  refuse('private-endpoint-connection-required', 'PrivateEndpointMustHaveExactlyOneConnection', PE, {
    [`${p}.privateLinkServiceConnections`]: [],
  }),
  refuse('private-endpoint-group-id', 'PrivateEndpointCannotConnectToResource', PE, {
    [`${p}.privateLinkServiceConnections.0.properties.groupIds`]: ['blob'],
  }),
  refuse(
    'private-endpoint-account-settled',
    'AccountProvisioningStateInvalid',
    PE,
    {},
    { given: busy(IDS.foundry, 'Accepted'), editsIn: target(IDS.foundry, 'account') },
  ),
  refuse(
    'private-endpoint-server-settled',
    'ServerIsBusy',
    PE,
    {},
    { given: busy(`${IDS.server}/databases/webui`), editsIn: target(IDS.server, 'postgresqlServer') },
  ),
  refuse(
    'private-endpoint-server-network-mode',
    'PrivateEndpointFeatureNotSupportedOnServer',
    PE,
    {},
    {
      given: (bench) => {
        bench.alter(IDS.server, { network: { delegatedSubnetResourceId: bench.id(`${SUB}/postgres`) } });
      },
      editsIn: target(IDS.server, 'postgresqlServer'),
    },
  ),
  refuse('zone-group-zone-exists', 'InvalidResourceReference', GROUP, {
    [`${p}.privateDnsZoneConfigs.0.properties.privateDnsZoneId`]: `${NOWHERE}${ZONES}/none.example`,
  }),
  refuse(
    'zone-group-once',
    'MoreThanOnePrivateDnsZoneGroupPerPrivateEndpointNotAllowed',
    GROUP,
    {},
    { as: `${PE}/privateDnsZoneGroups/second` },
  ),
  refuse(
    'zone-group-zone-twice',
    'PrivateDnsZonesWithSameNameNotAllowedInGroup',
    GROUP,
    {},
    {
      editsIn: (bench) => ({
        [`${p}.privateDnsZoneConfigs`]: ['a', 'b'].map((name) => ({
          name,
          properties: { privateDnsZoneId: bench.id(VAULT_ZONE) },
        })),
      }),
    },
  ),
  refuse('zone-group-endpoint-settled', 'AnotherOperationInProgress', GROUP, {}, { given: busy(PE) }),
  refuse(
    'zone-group-record-taken',
    'DnsRecordConflict',
    GROUP,
    {},
    {
      given: (bench) =>
        bench.put(`${VAULT_ZONE}/A/kv-contoso`, {
          properties: { aRecords: [{ ipv4Address: '10.0.0.1' }], metadata: { 'creator-endpoint': 'somebody' } },
        }),
    },
  ),
];

const WAF = `${NET}/ApplicationGatewayWebApplicationFirewallPolicies/waf`;
const AGW = IDS.gateway;
const SUBNET_PATH = `${p}.gatewayIPConfigurations.0.properties.subnet.id`;

const ingress: readonly RuleCase[] = [
  refuse('firewall-policy-managed-rules', 'ApplicationGatewayWebApplicationFirewallPolicyManagedRulesRequired', WAF, {
    [`${p}.managedRules.managedRuleSets`]: [],
  }),
  refuse('firewall-policy-custom-priority', 'ApplicationGatewayFirewallCustomRuleDuplicatePriority', WAF, {
    [`${p}.customRules`]: [
      { name: 'a', priority: 1 },
      { name: 'b', priority: 1 },
    ],
  }),
  refuse('firewall-policy-rule-set-known', 'ApplicationGatewayFirewallUnknownRuleSet', WAF, {
    [`${p}.managedRules.managedRuleSets.0.ruleSetVersion`]: '9.9',
  }),
  refuse('application-gateway-settled', 'AnotherOperationInProgress', AGW, {}, { given: busy(AGW) }),
  refuse('application-gateway-tier', 'ApplicationGatewaySkuNotSupported', AGW, {
    [`${p}.sku`]: { name: 'WAF_Medium', tier: 'WAF' },
    [`${p}.firewallPolicy`]: undefined,
  }),
  refuse('application-gateway-capacity', 'ApplicationGatewayCapacityNotSpecified', AGW, {
    [`${p}.autoscaleConfiguration`]: undefined,
  }),
  refuse('application-gateway-subnet-exists', 'InvalidResourceReference', AGW, { [SUBNET_PATH]: SUBNET_NOWHERE }),
  refuse(
    'application-gateway-subnet-dedicated',
    'ApplicationGatewaySubnetCannotBeSharedWithOtherResources',
    AGW,
    {},
    {
      given: (bench) =>
        bench.put(
          `${NET}/privateEndpoints/stray`,
          change(bodyOf(bench, PE), `${p}.subnet.id`, bench.id(`${SUB}/ingress`)),
        ),
    },
  ),
  refuse(
    'application-gateway-subnet-not-delegated',
    'ApplicationGatewaySubnetDelegatedToOtherService',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${SUB}/ingress`, { delegations: [{ properties: { serviceName: 'Microsoft.Web/serverFarms' } }] });
      },
    },
  ),
  refuse(
    'application-gateway-security-group',
    'ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/networkSecurityGroups/nsg-ingress`, { securityRules: [] });
      },
    },
  ),
  refuse(
    'application-gateway-region',
    'InvalidResourceReference',
    AGW,
    { location: 'westeurope' },
    {
      as: `${NET}/applicationGateways/new`,
      editsIn: () => ({
        [`${p}.frontendIPConfigurations.0.properties.publicIPAddress`]: undefined,
        [`${p}.httpListeners`]: [],
        [`${p}.requestRoutingRules`]: [],
        [`${p}.backendHttpSettingsCollection`]: [],
      }),
    },
  ),
  refuse('application-gateway-part-exists', 'InvalidResourceReference', AGW, { [`${p}.probes`]: [] }),
  refuse('application-gateway-public-ip-exists', 'InvalidResourceReference', AGW, {
    [`${p}.frontendIPConfigurations.0.properties.publicIPAddress.id`]: `${NOWHERE}${NET}/publicIPAddresses/none`,
  }),
  refuse(
    'application-gateway-public-ip-standard',
    'ApplicationGatewayPublicIpMustBeStandardStatic',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/publicIPAddresses/pip-ingress`, { publicIPAllocationMethod: 'Dynamic' });
      },
    },
  ),
  refuse(
    'application-gateway-public-ip-free',
    'PublicIPAddressInUse',
    AGW,
    {},
    {
      as: `${NET}/applicationGateways/new`,
      editsIn: () => ({
        [`${p}.httpListeners`]: [],
        [`${p}.requestRoutingRules`]: [],
        [`${p}.backendHttpSettingsCollection`]: [],
      }),
    },
  ),
  refuse('application-gateway-policy-exists', 'InvalidResourceReference', AGW, {
    [`${p}.firewallPolicy.id`]: `${NOWHERE}${WAF}-none`,
  }),
  refuse('application-gateway-policy-tier', 'ApplicationGatewayFirewallPolicyNotSupportedForSelectedSkuTier', AGW, {
    [`${p}.sku`]: { name: 'Standard_v2', tier: 'Standard_v2' },
  }),
  refuse('application-gateway-rule-priority', 'ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty', AGW, {
    [`${p}.requestRoutingRules.0.properties.priority`]: undefined,
  }),
  refuse('application-gateway-rule-priority-unique', 'ApplicationGatewayRequestRoutingRuleDuplicatePriority', AGW, {
    [`${p}.requestRoutingRules.0.properties.priority`]: 110,
  }),
  refuse(
    'application-gateway-listeners-distinct',
    'ApplicationGatewayHttpListenersUsingSameFrontendPortAndFrontendIpConfig',
    AGW,
    {},
    {
      editsIn: (bench) => ({
        [`${p}.httpListeners.0.properties.frontendPort.id`]: `${bench.id(AGW)}/frontendPorts/https`,
      }),
    },
  ),
  refuse('application-gateway-listener-certificate', 'ApplicationGatewayHttpsListenerMustReferenceSslCert', AGW, {
    [`${p}.httpListeners.1.properties.sslCertificate`]: undefined,
  }),
  refuse(
    'application-gateway-certificate-identity',
    'ApplicationGatewayKeyVaultSecretRequiresIdentity',
    AGW,
    { identity: undefined },
    { also: 'application-gateway-certificate-readable' },
  ),
  refuse('application-gateway-certificate-readable', 'ApplicationGatewayKeyVaultSecretException', AGW, {
    [`${p}.sslCertificates.0.properties.keyVaultSecretId`]: 'https://kv-contoso.vault.azure.net/secrets/none',
  }),
];

/** The landscape's own body of a resource, as far as it is shown. */
function bodyOf(bench: Bench, id: string): JsonObject {
  const { location, properties, sku } = bench.get(id);
  return { ...(location === undefined ? {} : { location }), ...(sku === undefined ? {} : { sku }), properties };
}

const APIM = IDS.apim;
const VNET_SUBNET = `${p}.virtualNetworkConfiguration.subnetResourceId`;
const API = `${APIM}/apis/openai`;
const deleted =
  (id: string) =>
  (bench: Bench): void => {
    const refused = bench.delete(id);
    if (refused !== undefined) throw new Error(refused.message);
  };

const service: readonly RuleCase[] = [
  refuse('api-management-settled', 'ServiceLocked', APIM, {}, { given: busy(APIM) }),
  refuse(
    'api-management-name-free',
    'ServiceAlreadyExists',
    APIM,
    {},
    { as: '/subscriptions/s/resourceGroups/other/providers/Microsoft.ApiManagement/service/apim-contoso' },
  ),
  refuse('api-management-soft-deleted', 'ServiceAlreadyExistsInSoftDeletedState', APIM, {}, { given: deleted(APIM) }),
  refuse(
    'api-management-restore-exists',
    'ServiceUndeleteNotPossible',
    APIM,
    { [`${p}.restore`]: true },
    { as: 'Microsoft.ApiManagement/service/never' },
  ),
  refuse('api-management-publisher', 'InvalidParameters', APIM, { [`${p}.publisherEmail`]: 'nobody' }),
  refuse('api-management-sku', 'InvalidParameters', APIM, { 'sku.name': 'Gold', [`${p}.virtualNetworkType`]: 'None' }),
  refuse('api-management-capacity', 'InvalidParameters', APIM, { 'sku.capacity': 2 }),
  refuse('api-management-network-type', 'InvalidParameters', APIM, { [`${p}.virtualNetworkType`]: 'Sideways' }),
  refuse('api-management-network-sku', 'VirtualNetworkNotSupportedForSku', APIM, { 'sku.name': 'Standard' }),
  refuse('api-management-network-subnet-given', 'InvalidParameters', APIM, {
    [`${p}.virtualNetworkConfiguration`]: undefined,
  }),
  refuse('api-management-subnet-exists', 'InvalidResourceReference', APIM, { [VNET_SUBNET]: SUBNET_NOWHERE }),
  refuse(
    'api-management-subnet-region',
    'VirtualNetworkLocationMismatch',
    APIM,
    { location: 'westeurope', [`${p}.publicIpAddressId`]: undefined },
    { as: 'Microsoft.ApiManagement/service/new' },
  ),
  refuse(
    'api-management-subnet-size',
    'SubnetTooSmall',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, { addressPrefix: '10.10.0.0/30', addressPrefixes: ['10.10.0.0/30'] });
      },
    },
  ),
  refuse(
    'api-management-subnet-not-delegated',
    'SubnetDelegatedToOtherService',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, {
          delegations: [{ properties: { serviceName: 'Microsoft.Web/hostingEnvironments' } }],
        });
      },
    },
  ),
  refuse(
    'api-management-subnet-security-group',
    'NetworkSecurityGroupRequired',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, { networkSecurityGroup: null });
      },
    },
  ),
  refuse('api-management-public-ip-exists', 'InvalidResourceReference', APIM, {
    [`${p}.publicIpAddressId`]: `${NOWHERE}${NET}/publicIPAddresses/none`,
  }),
  refuse(
    'api-management-public-ip-standard',
    'InvalidPublicIpAddress',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/publicIPAddresses/pip-gateway`, { publicIPAddressVersion: 'IPv6' });
      },
    },
  ),
  refuse(
    'api-management-public-ip-label',
    'PublicIpAddressWithoutDnsLabel',
    APIM,
    {},
    { editsIn: (bench) => ({ [`${p}.publicIpAddressId`]: bench.id(`${NET}/publicIPAddresses/pip-nat`) }) },
  ),
  refuse(
    'api-management-public-ip-region',
    'InvalidPublicIpAddress',
    APIM,
    { location: 'westeurope', [`${p}.virtualNetworkType`]: 'None', [`${p}.virtualNetworkConfiguration`]: undefined },
    { as: 'Microsoft.ApiManagement/service/new' },
  ),
  refuse(
    'api-management-public-access-new',
    'ActivationWithDisabledPublicNetworkAccessNotSupported',
    APIM,
    { [`${p}.publicNetworkAccess`]: 'Disabled' },
    { as: 'Microsoft.ApiManagement/service/new' },
  ),
  refuse(
    'api-management-manageable',
    'ActivationFailed',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/networkSecurityGroups/nsg-gateway`, { securityRules: [] });
      },
    },
  ),
  refuse(
    'api-management-dependencies',
    'ActivationFailed',
    APIM,
    {},
    {
      as: 'Microsoft.ApiManagement/service/new',
      given: (bench) => {
        const [management] = bench.get(`${NET}/networkSecurityGroups/nsg-gateway`).properties[
          'securityRules'
        ] as JsonObject[];
        const deny = {
          name: 'deny',
          properties: {
            priority: 4000,
            direction: 'Outbound',
            access: 'Deny',
            protocol: '*',
            sourceAddressPrefix: '*',
            destinationAddressPrefix: 'Sql',
            destinationPortRange: '*',
            sourcePortRange: '*',
          },
        };
        bench.alter(`${NET}/networkSecurityGroups/nsg-gateway`, { securityRules: [management ?? {}, deny] });
      },
    },
  ),
];

const withoutPathParameter = DOCUMENT.replace('"in":"path"', '"in":"header"');

const apis: readonly RuleCase[] = [
  refuse('apim-api-path', 'ValidationError', API, { [`${p}.path`]: '/leading' }),
  refuse('apim-api-path-free', 'ValidationError', API, {}, { as: `${APIM}/apis/other` }),
  refuse('apim-api-display-name', 'ValidationError', API, { [`${p}.displayName`]: 'x'.repeat(301) }),
  refuse('apim-api-protocols', 'ValidationError', API, { [`${p}.protocols`]: ['gopher'] }),
  refuse('apim-api-service-url', 'ValidationError', API, { [`${p}.serviceUrl`]: 'somewhere' }),
  refuse('apim-api-version-set-exists', 'ValidationError', API, { [`${p}.apiVersionSetId`]: '/apiVersionSets/none' }),
  refuse(
    'apim-api-source-exists',
    'ValidationError',
    API,
    { [`${p}.sourceApiId`]: '/apis/none' },
    { as: `${API};rev=2` },
  ),
  refuse(
    'apim-api-revision-of-nothing',
    'ValidationError',
    API,
    { [`${p}.path`]: 'elsewhere' },
    { as: `${APIM}/apis/none;rev=2` },
  ),
  refuse('apim-import-format', 'NotImplemented', API, {
    [`${p}.format`]: 'openapi-link',
    [`${p}.value`]: DOCUMENT,
  }),
  refuse('apim-import-size', 'ValidationError', API, {
    [`${p}.format`]: 'swagger-json',
    [`${p}.value`]: `{"swagger":"2.0","info":{"title":"x"},"paths":{},"x":"${'x'.repeat(4 * 1024 * 1024)}"}`,
  }),
  refuse('apim-import-valid', 'ValidationError', API, {
    [`${p}.format`]: 'openapi+json',
    [`${p}.value`]: withoutPathParameter,
  }),
  refuse('apim-operation-complete', 'ValidationError', `${API}/operations/list`, { [`${p}.displayName`]: undefined }),
  refuse('apim-operation-template-parameters', 'ValidationError', `${API}/operations/list`, {
    [`${p}.urlTemplate`]: '/models/{id}',
  }),
  refuse('apim-operation-unique', 'ValidationError', `${API}/operations/list`, {}, { as: `${API}/operations/again` }),
  refuse('apim-schema-content-type', 'ValidationError', `${API}/schemas/models`, { [`${p}.contentType`]: undefined }),
  refuse('apim-release-revision-exists', 'ValidationError', `${API}/releases/first`, {
    [`${p}.apiId`]: '/apis/openai;rev=9',
  }),
  refuse('apim-global-policy-valid', 'ValidationError', `${APIM}/policies/policy`, { [`${p}.value`]: '<policies>' }),
  refuse('apim-api-policy-valid', 'ValidationError', `${API}/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><set-backend-service backend-id="none" /></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-operation-policy-valid', 'ValidationError', `${API}/operations/list/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><set-header name="x" exists-action="override"><value>{{none}}</value></set-header></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-product-policy-valid', 'ValidationError', `${APIM}/products/chat/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><include-fragment fragment-id="none" /></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-policy-fragment-valid', 'ValidationError', `${APIM}/policyFragments/limits`, {
    [`${p}.value`]: '<fragment>',
  }),
  refuse('apim-policy-fragment-description', 'ValidationError', `${APIM}/policyFragments/limits`, {
    [`${p}.description`]: 'x'.repeat(1001),
  }),
];

const KV_VALUE = { secretIdentifier: 'https://kv-contoso.vault.azure.net/secrets/webui-secret-key' };

const entities: readonly RuleCase[] = [
  refuse('apim-named-value-display-name', 'ValidationError', `${APIM}/namedValues/tenant`, {
    [`${p}.displayName`]: 'no spaces',
  }),
  refuse(
    'apim-named-value-unique',
    'ValidationError',
    `${APIM}/namedValues/tenant`,
    {},
    { as: `${APIM}/namedValues/again` },
  ),
  refuse('apim-named-value-value', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.value`]: '  ' }),
  refuse('apim-named-value-secret-uri', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.keyVault`]: {} }),
  // The service has no identity of its own, and the value names none of its others.
  refuse('apim-named-value-readable', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.keyVault`]: KV_VALUE }),
  refuse('apim-backend-url', 'ValidationError', `${APIM}/backends/foundry`, { [`${p}.url`]: 'foundry' }),
  refuse('apim-backend-protocol', 'ValidationError', `${APIM}/backends/foundry`, { [`${p}.protocol`]: 'ftp' }),
  refuse('apim-backend-circuit-breaker', 'ValidationError', `${APIM}/backends/foundry`, {
    [`${p}.circuitBreaker`]: { rules: [{ name: 'a' }, { name: 'b' }] },
  }),
  refuse(
    'apim-backend-pool-members',
    'ValidationError',
    `${APIM}/backends/foundry`,
    { [`${p}.type`]: 'Pool', [`${p}.pool`]: { services: [{ id: '/backends/none' }] } },
    { as: `${APIM}/backends/pool` },
  ),
  refuse('apim-backend-identity', 'ValidationError', `${APIM}/backends/foundry`, {
    [`${p}.credentials`]: { managedIdentity: { resource: 'https://x', clientId: 'none' } },
  }),
  refuse('apim-logger-type', 'ValidationError', `${APIM}/loggers/appinsights`, { [`${p}.loggerType`]: 'paper' }),
  refuse(
    'apim-logger-credentials',
    'ValidationError',
    `${APIM}/loggers/appinsights`,
    { [`${p}.credentials`]: undefined },
    { as: `${APIM}/loggers/new` },
  ),
  refuse('apim-logger-resource', 'ValidationError', `${APIM}/loggers/appinsights`, {
    [`${p}.resourceId`]: `${NOWHERE}Microsoft.Insights/components/none`,
  }),
  refuse('apim-logger-identity', 'ValidationError', `${APIM}/loggers/appinsights`, {
    [`${p}.credentials.identityClientId`]: 'none',
  }),
  ...[
    ['', 'apim-diagnostic'],
    ['/apis/openai', 'apim-api-diagnostic'],
  ].flatMap(([scope = '', prefix = '']) => [
    refuse(`${prefix}-logger-exists`, 'ValidationError', `${APIM}${scope}/diagnostics/applicationinsights`, {
      [`${p}.loggerId`]: '/loggers/none',
    }),
    refuse(`${prefix}-sampling`, 'ValidationError', `${APIM}${scope}/diagnostics/applicationinsights`, {
      [`${p}.sampling.percentage`]: 101,
    }),
  ]),
  refuse('apim-product-display-name', 'ValidationError', `${APIM}/products/chat`, { [`${p}.displayName`]: '' }),
  refuse('apim-product-approval', 'ValidationError', `${APIM}/products/chat`, { [`${p}.subscriptionRequired`]: false }),
  refuse(
    'apim-product-apis-exists',
    'ValidationError',
    `${APIM}/products/chat/apis/openai`,
    {},
    { as: `${APIM}/products/chat/apis/none` },
  ),
  refuse(
    'apim-product-groups-exists',
    'ValidationError',
    `${APIM}/products/chat/groups/people`,
    {},
    { as: `${APIM}/products/chat/groups/none` },
  ),
  refuse('apim-product-api-link-exists', 'ValidationError', `${APIM}/products/chat/apiLinks/openai`, {
    [`${p}.apiId`]: `${NOWHERE}x/y/z`,
  }),
  refuse(
    'apim-product-api-link-once',
    'ResourceAlreadyExists',
    `${APIM}/products/chat/apiLinks/openai`,
    {},
    { as: `${APIM}/products/chat/apiLinks/again` },
  ),
  refuse('apim-group-display-name', 'ValidationError', `${APIM}/groups/people`, { [`${p}.displayName`]: '' }),
  refuse('apim-tag-display-name', 'ValidationError', `${APIM}/tags/ai`, { [`${p}.displayName`]: '' }),
  refuse('apim-version-set-display-name', 'ValidationError', `${APIM}/apiVersionSets/v`, { [`${p}.displayName`]: '' }),
  refuse('apim-version-set-scheme', 'ValidationError', `${APIM}/apiVersionSets/v`, {
    [`${p}.versioningScheme`]: 'Query',
  }),
  refuse('apim-subscription-display-name', 'ValidationError', `${APIM}/subscriptions/smoke`, {
    [`${p}.displayName`]: '',
  }),
  refuse('apim-subscription-scope', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.scope`]: '/apis/none' }),
  refuse('apim-subscription-state', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.state`]: 'asleep' }),
  refuse('apim-subscription-key-length', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.primaryKey`]: '' }),
];

const ENV = IDS.environment;
const ENV_SUBNET = `${p}.vnetConfiguration.infrastructureSubnetId`;
const NEW_ENV = { as: 'Microsoft.App/managedEnvironments/new' };
const free = (bench: Bench): Edits => ({ [ENV_SUBNET]: bench.id(`${SUB}/free`) });
const freeSubnet =
  (properties: JsonObject) =>
  (bench: Bench): void => {
    bench.alter(`${SUB}/free`, {
      delegations: [{ properties: { serviceName: 'Microsoft.App/environments' } }],
      ...properties,
    });
  };

const environments: readonly RuleCase[] = [
  refuse('container-environment-settled', 'AnotherOperationInProgress', ENV, {}, { given: busy(ENV) }),
  refuse(
    'container-environment-subnet-exists',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    { [ENV_SUBNET]: SUBNET_NOWHERE },
    NEW_ENV,
  ),
  refuse(
    'container-environment-region',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    { location: 'westeurope' },
    { ...NEW_ENV, given: freeSubnet({}), editsIn: free },
  ),
  refuse(
    'container-environment-subnet-delegated',
    'ManagedEnvironmentSubnetDelegationError',
    ENV,
    {},
    { ...NEW_ENV, editsIn: free },
  ),
  refuse(
    'container-environment-subnet-size',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    {},
    { ...NEW_ENV, given: freeSubnet({ addressPrefix: '10.10.6.0/28' }), editsIn: free },
  ),
  refuse(
    'container-environment-subnet-reserved',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    {},
    { ...NEW_ENV, given: freeSubnet({ addressPrefix: '172.30.1.0/24' }), editsIn: free },
  ),
  refuse('container-environment-subnet-dedicated', 'ManagedEnvironmentInvalidNetworkConfiguration', ENV, {}, NEW_ENV),
  refuse('container-environment-network-fixed', 'ManagedEnvironmentVnetConfigurationCannotBeChanged', ENV, {
    [`${p}.vnetConfiguration.internal`]: false,
  }),
  refuse('container-environment-log-destination', 'InvalidRequestParameterWithDetails', ENV, {
    [`${p}.appLogsConfiguration.destination`]: 'paper',
  }),
  refuse('container-environment-log-workspace', 'InvalidRequestParameterWithDetails', ENV, {
    [`${p}.appLogsConfiguration`]: {
      destination: 'log-analytics',
      logAnalyticsConfiguration: { customerId: 'none', sharedKey: 'x' },
    },
  }),
  refuse('container-environment-profile-type', 'InvalidWorkloadProfileType', ENV, {
    [`${p}.workloadProfiles.0.workloadProfileType`]: 'Huge',
  }),
  refuse('container-environment-storage-kind', 'InvalidRequestParameterWithDetails', `${ENV}/storages/files`, {
    [`${p}.azureFile`]: { accountName: 'x' },
  }),
  refuse('container-environment-storage-key', 'ManagedEnvironmentStorageKeyAccessDisabled', `${ENV}/storages/files`, {
    [`${p}.nfsAzureFile`]: undefined,
    [`${p}.azureFile`]: { accountName: 'stcontoso' },
  }),
  refuse('container-environment-certificate-content', 'CertificateMustProvideValue', `${ENV}/certificates/chat`, {
    [`${p}.value`]: undefined,
  }),
];

const C0 = `${p}.template.containers.0`;
const SECRET0 = `${p}.configuration.secrets.0`;
const INVALID = 'InvalidParameterValueInContainerTemplate';

const workloads: readonly RuleCase[] = [
  ['container-app', IDS.app],
  ['container-job', IDS.job],
].flatMap(([kind = '', id = '']) => [
  refuse(`${kind}-settled`, 'ContainerAppOperationInProgress', id, {}, { given: busy(id, 'InProgress') }),
  refuse(`${kind}-environment-exists`, 'ManagedEnvironmentNotFound', id, {
    [`${p}.environmentId`]: `${NOWHERE}Microsoft.App/managedEnvironments/none`,
    [SECRET0]: { name: 'webui-secret-key', value: 'x' },
    [`${p}.template.volumes`]: [],
  }),
  refuse(
    `${kind}-environment-ready`,
    'ManagedEnvironmentNotReadyForAppCreation',
    id,
    {},
    { given: busy(ENV, 'InfrastructureSetupInProgress') },
  ),
  refuse(`${kind}-region`, 'ContainerAppLocationMismatch', id, { location: 'westeurope' }),
  refuse(`${kind}-workload-profile`, 'InvalidWorkloadProfileName', id, { [`${p}.workloadProfileName`]: 'Huge' }),
  refuse(`${kind}-containers`, INVALID, id, { [`${C0}.name`]: 'Bad_Name' }),
  refuse(`${kind}-resources`, 'ContainerAppInvalidResourceTotal', id, {
    [`${C0}.resources`]: { cpu: 1, memory: '4Gi' },
  }),
  refuse(`${kind}-image`, INVALID, id, { [`${C0}.image`]: 'ghcr.io/open-webui/open-webui:v999-none' }),
  refuse(`${kind}-secret-name`, 'ContainerAppSecretInvalid', id, {
    [`${SECRET0}.name`]: 'Bad_Name',
    [`${C0}.env`]: [],
  }),
  refuse(`${kind}-secret-value`, 'ContainerAppSecretInvalid', id, {
    [SECRET0]: { name: 'other', value: '' },
    [`${C0}.env`]: [],
  }),
  refuse(`${kind}-secret-identity`, INVALID, id, { identity: { type: 'None' } }),
  refuse(`${kind}-secret-readable`, INVALID, id, {
    [`${SECRET0}.keyVaultUrl`]: 'https://kv-contoso.vault.azure.net/secrets/none',
  }),
  refuse(`${kind}-secret-reference`, 'ContainerAppSecretRefNotFound', id, { [`${C0}.env.0.secretRef`]: 'none' }),
  refuse(`${kind}-volume-storage`, 'ContainerAppVolumeStorageNotFound', id, {
    [`${p}.template.volumes.0.storageName`]: 'none',
  }),
  refuse(`${kind}-volume-reference`, INVALID, id, {
    [`${C0}.volumeMounts`]: [{ volumeName: 'none', mountPath: '/data' }],
  }),
]);

const apps: readonly RuleCase[] = [
  ...workloads,
  refuse('container-app-target-port', 'ContainerAppInvalidIngressTargetPort', IDS.app, {
    [`${p}.configuration.ingress.targetPort`]: 70000,
  }),
  refuse('container-app-sticky-single', 'ContainerAppStickySessionsNotSupported', IDS.app, {
    [`${p}.configuration.activeRevisionsMode`]: 'Multiple',
  }),
  refuse('container-app-traffic', 'ContainerAppInvalidTrafficWeight', IDS.app, {
    [`${p}.configuration.ingress.traffic.0.weight`]: 90,
  }),
  refuse('container-app-scale', 'ContainerAppInvalidScaleSpec', IDS.app, { [`${p}.template.scale.minReplicas`]: 5 }),
  refuse('container-app-probe', 'ContainerAppProbeInvalid', IDS.app, { [`${C0}.probes.0.initialDelaySeconds`]: 300 }),
  refuse(
    'container-app-revision-suffix',
    'RevisionSuffixInUse',
    IDS.app,
    { [`${p}.template.revisionSuffix`]: 'one' },
    {
      given: (bench) => {
        const app = bench.get(IDS.app);
        const id = `${app.id}/revisions/ca-contoso--one`;
        bench.world.store.put({
          ...app,
          id,
          type: 'Microsoft.App/containerApps/revisions',
          name: 'ca-contoso--one',
          secrets: { templateHash: 'another' },
        });
      },
    },
  ),
  refuse('container-job-trigger', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.triggerType`]: 'Whim',
  }),
  refuse('container-job-schedule', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.triggerType`]: 'Schedule',
  }),
  refuse('container-job-timeout', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.replicaTimeout`]: 0,
  }),
];

const FIC = `${IDS.identity}/federatedIdentityCredentials/github`;
const DIAGNOSTIC = `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/log-analytics`;

const foundation: readonly RuleCase[] = [
  refuse('federated-credential-complete', 'BadRequest', FIC, { [`${p}.issuer`]: undefined }),
  refuse(
    'federated-credential-unique',
    'Conflict',
    FIC,
    {},
    { as: `${IDS.identity}/federatedIdentityCredentials/again` },
  ),
  refuse(
    'federated-credential-count',
    'TooManyFederatedIdentityCredentials',
    FIC,
    { [`${p}.subject`]: 'new' },
    {
      as: `${IDS.identity}/federatedIdentityCredentials/new`,
      given: (bench) => {
        for (let index = 0; index < 19; index += 1)
          bench.put(`${IDS.identity}/federatedIdentityCredentials/f-${index}`, {
            properties: { issuer: 'x', subject: `s${index}`, audiences: ['a'] },
          });
      },
    },
  ),
  refuse('table-plan', 'InvalidParameter', `${IDS.workspace}/tables/ApiManagementGatewayLlmLog`, {
    [`${p}.plan`]: 'Gold',
  }),
  refuse('workspace-sku', 'UnsupportedSku', IDS.workspace, { [`${p}.sku.name`]: 'Gold' }),
  refuse('workspace-retention', 'InvalidParameter', IDS.workspace, { [`${p}.retentionInDays`]: 3 }),
  refuse('component-workspace-exists', 'BadRequest', IDS.component, {
    [`${p}.WorkspaceResourceId`]: `${NOWHERE}x/y/z`,
  }),
  refuse('component-workspace-required', 'BadRequest', IDS.component, { [`${p}.WorkspaceResourceId`]: undefined }),
  refuse('diagnostic-setting-destination', 'BadRequest', DIAGNOSTIC, { [`${p}.workspaceId`]: undefined }),
  refuse('diagnostic-setting-workspace-exists', 'ResourceNotFound', DIAGNOSTIC, {
    [`${p}.workspaceId`]: `${NOWHERE}Microsoft.OperationalInsights/workspaces/none`,
  }),
  refuse('diagnostic-setting-category', 'BadRequest', DIAGNOSTIC, {
    [`${p}.logs`]: [{ category: 'GatewayLogs', enabled: true }],
  }),
  refuse(
    'diagnostic-setting-sink-once',
    'Conflict',
    DIAGNOSTIC,
    {},
    { as: `${IDS.vault}/providers/Microsoft.Insights/diagnosticSettings/again` },
  ),
  refuse('action-group-short-name', 'InvalidActionGroupShortName', 'Microsoft.Insights/actionGroups/ag', {
    [`${p}.groupShortName`]: 'thirteen chars',
  }),
  ...[
    ['metric-alert', 'metricAlerts/requests'],
    ['query-alert', 'scheduledQueryRules/errors'],
  ].flatMap(([prefix = '', id = '']) => [
    refuse(`${prefix}-scope-exists`, 'ResourceNotFound', `Microsoft.Insights/${id}`, {
      [`${p}.scopes`]: [`${NOWHERE}x/y/z`],
    }),
    refuse(`${prefix}-severity`, 'BadRequest', `Microsoft.Insights/${id}`, { [`${p}.severity`]: 9 }),
  ]),
  refuse(
    'vault-name-free',
    'VaultAlreadyExists',
    IDS.vault,
    {},
    { as: '/subscriptions/s/resourceGroups/other/providers/Microsoft.KeyVault/vaults/kv-contoso' },
  ),
  refuse(
    'vault-access-policies',
    'BadRequest',
    IDS.vault,
    { [`${p}.enableRbacAuthorization`]: false },
    { as: 'Microsoft.KeyVault/vaults/kv-policies' },
  ),
  refuse('vault-soft-deleted', 'ConflictError', IDS.vault, {}, { given: deleted(IDS.vault) }),
  refuse(
    'vault-recover-exists',
    'DeletedVaultNotFound',
    IDS.vault,
    { [`${p}.createMode`]: 'recover' },
    { as: 'Microsoft.KeyVault/vaults/kv-never' },
  ),
  refuse('vault-tenant', 'BadRequest', IDS.vault, { [`${p}.tenantId`]: 'another' }),
  refuse('vault-sku', 'BadRequest', IDS.vault, { [`${p}.sku.name`]: 'gold' }),
  refuse('vault-soft-delete-off', 'BadRequest', IDS.vault, { [`${p}.enableSoftDelete`]: false }),
  refuse('vault-purge-protection-off', 'BadRequest', IDS.vault, { [`${p}.enablePurgeProtection`]: false }),
  refuse(
    'vault-retention',
    'BadRequest',
    IDS.vault,
    { [`${p}.softDeleteRetentionInDays`]: 3 },
    { as: 'Microsoft.KeyVault/vaults/kv-new' },
  ),
  refuse('vault-retention-fixed', 'BadRequest', IDS.vault, { [`${p}.softDeleteRetentionInDays`]: 30 }),
  refuse('vault-network-default', 'BadRequest', IDS.vault, { [`${p}.networkAcls.defaultAction`]: 'Maybe' }),
  refuse(
    'vault-secret-value',
    'BadRequest',
    `${IDS.vault}/secrets/webui-secret-key`,
    { [`${p}.value`]: undefined },
    { as: `${IDS.vault}/secrets/new` },
  ),
  refuse('vault-secret-size', 'BadRequest', `${IDS.vault}/secrets/webui-secret-key`, {
    [`${p}.value`]: 'x'.repeat(25_601),
  }),
  refuse('vault-secret-attributes', 'BadRequest', `${IDS.vault}/secrets/webui-secret-key`, {
    [`${p}.attributes`]: { nbf: 10, exp: 5 },
  }),
];

const PG = IDS.server;
const PG_NEW = { as: 'Microsoft.DBforPostgreSQL/flexibleServers/psql-new' };
const BAD = 'InvalidParameterValue';
const ADMIN = `${PG}/administrators/11111111-2222-4333-8444-555555555555`;
const delegated = (bench: Bench): Edits => ({
  [`${p}.network`]: {
    delegatedSubnetResourceId: bench.id(`${SUB}/postgres`),
    privateDnsZoneArmResourceId: bench.id(`${ZONES}/privatelink.postgres.database.azure.com`),
  },
});

const data: readonly RuleCase[] = [
  refuse(
    'storage-account-name-free',
    'StorageAccountAlreadyTaken',
    IDS.storage,
    {},
    { as: '/subscriptions/s/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/stcontoso' },
  ),
  refuse('storage-account-sku', 'InvalidValuesForRequestParameters', IDS.storage, { 'sku.name': 'Gold' }),
  refuse(
    'storage-account-kind',
    'InvalidSkuForKind',
    IDS.storage,
    { kind: 'FileStorage' },
    { as: 'Microsoft.Storage/storageAccounts/stnew' },
  ),
  refuse('storage-account-kind-fixed', 'AccountTypeCannotBeChanged', IDS.storage, { kind: 'BlobStorage' }),
  refuse('storage-account-tls', 'InvalidValuesForRequestParameters', IDS.storage, {
    [`${p}.minimumTlsVersion`]: 'TLS1_0',
  }),
  refuse('storage-account-network-rule-subnet', 'NetworkAclsValidationFailure', IDS.storage, {
    [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: SUBNET_NOWHERE }] },
  }),
  refuse('blobservices-retention', 'InvalidValuesForRequestParameters', `${IDS.storage}/blobServices/default`, {
    [`${p}.deleteRetentionPolicy.days`]: 900,
  }),
  refuse('fileservices-retention', 'InvalidValuesForRequestParameters', `${IDS.storage}/fileServices/default`, {
    [`${p}.shareDeleteRetentionPolicy.days`]: 900,
  }),
  refuse(
    'container-public-access',
    'PublicAccessNotPermitted',
    `${IDS.storage}/blobServices/default/containers/open-webui`,
    { [`${p}.publicAccess`]: 'Blob' },
  ),
  refuse('share-nfs-account', 'InvalidRequestPropertyValue', `${IDS.storage}/fileServices/default/shares/data`, {
    [`${p}.enabledProtocols`]: 'NFS',
  }),
  refuse('share-quota', 'InvalidShareQuota', `${IDS.storage}/fileServices/default/shares/data`, {
    [`${p}.shareQuota`]: 0,
  }),
  refuse(
    'postgresql-server-name-free',
    'ServerNameAlreadyExists',
    PG,
    {},
    { as: '/subscriptions/s/resourceGroups/other/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-contoso' },
  ),
  refuse('postgresql-server-settled', 'ServerIsBusy', PG, {}, { given: busy(PG) }),
  refuse('postgresql-server-version', BAD, PG, { [`${p}.version`]: '9' }),
  refuse('postgresql-server-sku', BAD, PG, { 'sku.tier': 'GeneralPurpose' }),
  refuse('postgresql-server-storage', BAD, PG, { [`${p}.storage.storageSizeGB`]: 100 }),
  refuse('postgresql-server-storage-shrink', 'StorageSizeDecreaseNotSupported', PG, {
    [`${p}.storage.storageSizeGB`]: 32,
  }),
  refuse('postgresql-server-backup', BAD, PG, { [`${p}.backup.backupRetentionDays`]: 3 }),
  refuse('postgresql-server-ha-tier', 'HANotSupportedForBurstableSkus', PG, {
    [`${p}.highAvailability`]: { mode: 'ZoneRedundant' },
  }),
  refuse(
    'postgresql-server-login',
    'InvalidAdministratorLogin',
    PG,
    { [`${p}.administratorLogin`]: 'azure_superuser' },
    PG_NEW,
  ),
  refuse('postgresql-server-login-fixed', BAD, PG, { [`${p}.administratorLogin`]: 'other' }),
  refuse('postgresql-server-password', BAD, PG, { [`${p}.administratorLoginPassword`]: 'password' }),
  refuse('postgresql-server-network-mode', 'ServerNetworkModeCannotBeChanged', PG, {}, { editsIn: delegated }),
  refuse(
    'postgresql-server-subnet-exists',
    'InvalidResourceReference',
    PG,
    {},
    {
      ...PG_NEW,
      also: 'postgresql-server-zone',
      editsIn: (bench) => ({ ...delegated(bench), [`${p}.network.delegatedSubnetResourceId`]: SUBNET_NOWHERE }),
      given: (bench) => {
        bench.put(`${ZONES}/x.postgres.database.azure.com`, { location: 'global' });
      },
    },
  ),
  refuse(
    'postgresql-server-subnet-delegated',
    'SubnetMissingRequiredDelegation',
    PG,
    {},
    {
      ...PG_NEW,
      editsIn: (bench) => ({
        ...delegated(bench),
        [`${p}.network.delegatedSubnetResourceId`]: bench.id(`${SUB}/free`),
      }),
    },
  ),
  refuse(
    'postgresql-server-zone',
    'PrivateDnsZoneNameNotValid',
    PG,
    {},
    {
      ...PG_NEW,
      editsIn: (bench) => ({ ...delegated(bench), [`${p}.network.privateDnsZoneArmResourceId`]: bench.id(VAULT_ZONE) }),
    },
  ),
  refuse(
    'postgresql-databases-server-free',
    'ServerIsBusy',
    `${PG}/databases/webui`,
    {},
    { given: busy(`${PG}/configurations/azure.extensions`) },
  ),
  refuse(
    'postgresql-configurations-server-free',
    'ServerIsBusy',
    `${PG}/configurations/azure.extensions`,
    {},
    { given: busy(PG) },
  ),
  refuse('postgresql-administrators-server-free', 'ServerIsBusy', ADMIN, {}, { given: busy(`${PG}/databases/webui`) }),
  refuse(
    'postgresql-firewallrules-server-free',
    'ServerIsBusy',
    `${PG.replace('contoso', 'public')}/firewallRules/office`,
    {},
    { given: busy(PG.replace('contoso', 'public')) },
  ),
  refuse('postgresql-database-charset', BAD, `${PG}/databases/webui`, { [`${p}.charset`]: 'no charset' }),
  refuse('postgresql-extension-known', BAD, `${PG}/configurations/azure.extensions`, {
    [`${p}.value`]: 'VECTOR,TELEPATHY',
  }),
  refuse('postgresql-configuration-value', BAD, `${PG}/configurations/azure.extensions`, { [`${p}.value`]: undefined }),
  refuse(
    'postgresql-administrator-entra-on',
    'AadAuthNotEnabled',
    ADMIN,
    {},
    {
      given: (bench) => {
        bench.alter(PG, { authConfig: { activeDirectoryAuth: 'Disabled' } });
      },
    },
  ),
  refuse(
    'postgresql-administrator-server-accessible',
    'AadAuthOperationCannotBePerformedWhenServerIsNotAccessible',
    ADMIN,
    {},
    { given: busy(PG), also: 'postgresql-administrators-server-free' },
  ),
  refuse('postgresql-administrator-name', BAD, ADMIN, { [`${p}.principalName`]: undefined }),
  refuse(
    'postgresql-firewall-private',
    'FirewallRulesNotAllowedWhenPublicAccessDisabled',
    `${PG.replace('contoso', 'public')}/firewallRules/office`,
    {},
    { as: `${PG}/firewallRules/office` },
  ),
];

const AI = IDS.foundry;
const MODEL = `${AI}/deployments/gpt-5-mini`;
const PROJECT = `${AI}/projects/proj`;
const AI_NEW = { as: 'Microsoft.CognitiveServices/accounts/aif-new' };
const PROPS = 'InvalidResourceProperties';

const foundry: readonly RuleCase[] = [
  refuse('foundry-account-settled', 'RequestConflict', AI, {}, { given: busy(MODEL, 'Creating') }),
  refuse('foundry-account-kind', 'InvalidApiSetId', AI, { kind: 'Magic' }),
  refuse('foundry-account-sku', 'InvalidSkuId', AI, { 'sku.name': 'S9' }),
  refuse('foundry-account-soft-deleted', 'FlagMustBeSetForRestore', AI, {}, { given: deleted(AI) }),
  refuse(
    'foundry-account-restore-exists',
    'CanNotRestoreANonExistingResource',
    AI,
    { [`${p}.restore`]: true, [`${p}.customSubDomainName`]: 'new' },
    AI_NEW,
  ),
  refuse('foundry-subdomain-valid', 'SubDomainNameInvalid', AI, { [`${p}.customSubDomainName`]: 'no_label' }, AI_NEW),
  refuse('foundry-subdomain-free', 'CustomDomainInUse', AI, {}, AI_NEW),
  refuse('foundry-subdomain-fixed', 'CustomSubDomainNameCannotBeChanged', AI, {
    [`${p}.customSubDomainName`]: 'other',
  }),
  refuse('foundry-project-management-identity', PROPS, AI, { identity: undefined }),
  refuse('foundry-project-management-subdomain', PROPS, AI, { [`${p}.customSubDomainName`]: undefined }, AI_NEW),
  refuse('foundry-network-rule-subnet', 'SubnetNotFound', AI, {
    [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: SUBNET_NOWHERE }] },
  }),
  refuse('foundry-deployment-alone', 'RequestConflict', MODEL, {}, { given: busy(PROJECT, 'Creating') }),
  refuse('foundry-deployment-model-known', 'DeploymentModelNotSupported', MODEL, { [`${p}.model.name`]: 'gpt-99' }),
  refuse(
    'foundry-deployment-model-alive',
    'ServiceModelDeprecated',
    MODEL,
    { [`${p}.model`]: { format: 'OpenAI', name: 'gpt-35-turbo' }, 'sku.name': 'Standard' },
    { as: `${AI}/deployments/old` },
  ),
  refuse('foundry-deployment-sku', PROPS, MODEL, { 'sku.name': 'Standard' }),
  refuse('foundry-deployment-capacity', PROPS, MODEL, { 'sku.capacity': 0 }),
  refuse(
    'foundry-deployment-quota',
    'InsufficientQuota',
    MODEL,
    { 'sku.capacity': 950 },
    { as: `${AI}/deployments/second` },
  ),
  refuse('foundry-deployment-upgrade', PROPS, MODEL, { [`${p}.versionUpgradeOption`]: 'Never' }),
  refuse('foundry-deployment-rai-policy', PROPS, MODEL, { [`${p}.raiPolicyName`]: 'none' }),
  refuse('foundry-project-alone', 'RequestConflict', PROJECT, {}, { given: busy(MODEL, 'Creating') }),
  refuse(
    'foundry-project-allowed',
    PROPS,
    PROJECT,
    {},
    {
      given: (bench) => {
        bench.alter(AI, { allowProjectManagement: false });
      },
    },
  ),
  refuse('foundry-project-identity', PROPS, PROJECT, { identity: undefined }),
  refuse('foundry-project-region', PROPS, PROJECT, { location: 'westeurope' }),
  refuse(
    'foundry-connection-alone',
    'RequestConflict',
    `${AI}/connections/search`,
    {},
    { given: busy(MODEL, 'Creating') },
  ),
  refuse('foundry-connection-category', PROPS, `${AI}/connections/search`, { [`${p}.category`]: undefined }),
  refuse(
    'foundry-project-connection-alone',
    'RequestConflict',
    `${PROJECT}/connections/search`,
    {},
    { given: busy(MODEL, 'Creating') },
  ),
  refuse('foundry-project-connection-category', PROPS, `${PROJECT}/connections/search`, {
    [`${p}.category`]: undefined,
  }),
  refuse(
    'foundry-rai-policy-alone',
    'RequestConflict',
    `${AI}/raiPolicies/strict`,
    {},
    { given: busy(MODEL, 'Creating') },
  ),
  refuse('foundry-rai-policy-base', PROPS, `${AI}/raiPolicies/strict`, { [`${p}.basePolicyName`]: undefined }),
];

export const CASES: readonly RuleCase[] = [
  ...network,
  ...names,
  ...ingress,
  ...service,
  ...apis,
  ...entities,
  ...environments,
  ...apps,
  ...foundation,
  ...data,
  ...foundry,
];

/** Locks the landscape's API, as an import that has just ended does. */
export function lock(bench: Bench): void {
  lockApi(bench.world, bench.id(API));
}
