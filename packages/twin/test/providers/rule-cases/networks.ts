import type { JsonObject } from '../../../src/kernel/store.ts';
import { IDS, LOCATION } from '../landscape.ts';
import { busy, NET, NOWHERE, p, refuse, SUB, taken } from './case.ts';
import type { RuleCase } from './case.ts';

const NSG_NOWHERE = `${NOWHERE}${NET}/networkSecurityGroups/none`;
const NEW_NETWORK = { as: `${NET}/virtualNetworks/new` };

/** Networks, subnets, peerings, security groups and public addresses. */
export const networks: readonly RuleCase[] = [
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
  refuse(
    'virtual-network-address-reserved',
    'NetcfgInvalidIPAddressPrefix',
    IDS.spoke,
    { [`${p}.addressSpace.addressPrefixes`]: ['169.254.4.0/22'], [`${p}.subnets`]: [] },
    NEW_NETWORK,
  ),
  refuse(
    'virtual-network-address-size',
    'NetcfgInvalidVirtualNetworkSite',
    IDS.spoke,
    { [`${p}.addressSpace.addressPrefixes`]: ['10.20.0.0/30'], [`${p}.subnets`]: [] },
    NEW_NETWORK,
  ),
  refuse(
    'virtual-network-address-overlap',
    'NetcfgInvalidVirtualNetworkSite',
    IDS.spoke,
    { [`${p}.addressSpace.addressPrefixes`]: ['10.10.4.0/22', '10.10.5.0/24'] },
    NEW_NETWORK,
  ),
  ...[
    ['virtual-network-subnet', IDS.spoke, `${p}.subnets.0.properties`, NEW_NETWORK] as const,
    ['subnet', `${SUB}/free`, p, {}] as const,
  ].flatMap(([prefix, id, at, more]) => [
    refuse(`${prefix}-size`, 'NetcfgInvalidSubnet', id, { [`${at}.addressPrefix`]: '10.10.6.0/30' }, more),
    refuse(
      `${prefix}-delegation-known`,
      'InvalidServiceNameOnDelegation',
      id,
      { [`${at}.delegations`]: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environment' } }] },
      more,
    ),
    refuse(
      `${prefix}-service-endpoint-known`,
      'InvalidServiceNameOnServiceEndpoint',
      id,
      { [`${at}.serviceEndpoints`]: [{ service: 'Microsoft.Storages' }] },
      more,
    ),
  ]),
  refuse(
    'network-security-group-rule-prefixes',
    'SecurityRuleInvalidAddressPrefix',
    `${NET}/networkSecurityGroups/nsg`,
    {
      [`${p}.securityRules.0.properties.sourceAddressPrefix`]: 'ApiManagment',
    },
  ),
  refuse(
    'network-security-group-rule-prefixes',
    'SecurityRuleParameterContainsUnsupportedValue',
    `${NET}/networkSecurityGroups/nsg`,
    {
      [`${p}.securityRules.0.properties.sourceAddressPrefix`]: undefined,
      [`${p}.securityRules.0.properties.sourceAddressPrefixes`]: ['10.0.0.0/24', 'VirtualNetwork'],
    },
  ),
  refuse(
    'security-rule-prefixes',
    'SecurityRuleInvalidAddressPrefix',
    `${NET}/networkSecurityGroups/nsg/securityRules/extra`,
    {
      [`${p}.destinationAddressPrefix`]: '10.0.0.1/24',
    },
  ),
  // A second spoke whose addresses are those of the first, which the hub is peered with already.
  refuse(
    'peering-address-space-of-another',
    'VnetAddressSpaceOverlapsWithAlreadyPeeredVnet',
    `${IDS.hub}/virtualNetworkPeerings/to-spoke`,
    {},
    {
      as: `${IDS.hub}/virtualNetworkPeerings/to-second`,
      given: (bench) =>
        bench.put(`${NET}/virtualNetworks/second`, {
          location: LOCATION,
          properties: { addressSpace: { addressPrefixes: ['10.10.5.0/24'] } },
        }),
      editsIn: (bench) => ({ [`${p}.remoteVirtualNetwork.id`]: bench.id(`${NET}/virtualNetworks/second`) }),
    },
  ),
  refuse(
    'public-ip-label-free',
    'DnsRecordInUse',
    `${NET}/publicIPAddresses/pip-nat`,
    { [`${p}.dnsSettings`]: { domainNameLabel: 'chat' } },
    { given: taken('Microsoft.Network/publicIPAddresses', 'chat') },
  ),
];
