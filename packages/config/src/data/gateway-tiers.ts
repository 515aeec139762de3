import type { OwnHub } from '../environment.ts';

/** A tier of API Management that can reach models without public access. */
export type GatewaySku = OwnHub['gateway']['sku'];

/**
 * How a gateway stands in the hub's network. `classic`: in a subnet without delegation, in internal mode. `injection`:
 * the same by the rules of the V2 tiers, in a subnet of its own. `integration`: outside, with a subnet of its own for
 * what it sends, and a private endpoint for what it takes.
 */
export type GatewayNetwork = 'classic' | 'injection' | 'integration';

/** What sets a tier apart. */
export interface GatewayTier {
  readonly network: GatewayNetwork;
  readonly mostUnits: number;
  /** Whether units can be spread over availability zones by name. */
  readonly zones: boolean;
}

/**
 * Units: pricing and limits of API Management; inject-vnet-v2.md for PremiumV2. Zones: api-management-features.md and
 * enable-availability-zone-support.md, which for PremiumV2 name a preview property, so it is not offered here.
 */
export const gatewayTiers: Readonly<Record<GatewaySku, GatewayTier>> = {
  Developer: { network: 'classic', mostUnits: 1, zones: false },
  Premium: { network: 'classic', mostUnits: 31, zones: true },
  StandardV2: { network: 'integration', mostUnits: 10, zones: false },
  PremiumV2: { network: 'injection', mostUnits: 30, zones: false },
};
