import type { TypeDefinition } from '../type-definition.ts';
import { applicationGateways } from './application-gateways.ts';
import { firewallPolicies } from './firewall-policies.ts';
import { peerings } from './peerings.ts';
import { privateDnsZones, records, virtualNetworkLinks } from './private-dns.ts';
import { networkInterfaces, privateEndpoints } from './private-endpoints.ts';
import { publicDnsZones, publicRecords } from './public-dns.ts';
import { natGateways, publicIPAddresses, routeTables } from './public-addresses.ts';
import { networkSecurityGroups, securityRules } from './security-groups.ts';
import { subnets } from './subnets.ts';
import { virtualNetworks } from './virtual-networks.ts';
import { privateDnsZoneGroups } from './zone-groups.ts';

/** Microsoft.Network. */
export const network: readonly TypeDefinition[] = [
  virtualNetworks,
  subnets,
  peerings,
  networkSecurityGroups,
  securityRules,
  routeTables,
  publicIPAddresses,
  natGateways,
  privateDnsZones,
  virtualNetworkLinks,
  ...records,
  publicDnsZones,
  ...publicRecords,
  privateEndpoints,
  privateDnsZoneGroups,
  networkInterfaces,
  firewallPolicies,
  applicationGateways,
];
