import type { TypeDefinition } from '../type-definition.ts';
import { peerings } from './peerings.ts';
import { privateDnsZones, records, virtualNetworkLinks } from './private-dns.ts';
import { natGateways, publicIPAddresses, routeTables } from './public-addresses.ts';
import { networkSecurityGroups, securityRules } from './security-groups.ts';
import { subnets } from './subnets.ts';
import { virtualNetworks } from './virtual-networks.ts';

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
];
