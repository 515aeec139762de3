import type { JsonObject } from '../../kernel/store.ts';
import { textAt } from '../common/json.ts';

/** What sets a tier of API Management apart (api-management-features.md; facts/apim.md section 1.9). */
export interface Tier {
  readonly mostUnits: number;
  /** Tiers of one family can be changed into each other; from one family to the other there is no way. */
  readonly family: 'consumption' | 'classic' | 'v2';
  /** May stand in a subnet. */
  readonly injects: boolean;
  /** May send through a subnet while it stands outside. */
  readonly integrates: boolean;
  /** May be reached by a private endpoint. */
  readonly takesEndpoints: boolean;
  /** Takes `zones`. */
  readonly zones: boolean;
}

const classic: Tier = {
  mostUnits: 1,
  family: 'classic',
  injects: false,
  integrates: false,
  takesEndpoints: true,
  zones: false,
};
const v2: Tier = { ...classic, family: 'v2' };

const TIERS: Readonly<Record<string, Tier>> = {
  Consumption: { ...classic, mostUnits: 0, family: 'consumption', takesEndpoints: false },
  Developer: { ...classic, injects: true },
  Basic: { ...classic, mostUnits: 2 },
  Standard: { ...classic, mostUnits: 4 },
  Premium: { ...classic, mostUnits: 31, injects: true, zones: true },
  Isolated: { ...classic, injects: true },
  BasicV2: { ...v2, mostUnits: 10, takesEndpoints: false },
  StandardV2: { ...v2, mostUnits: 10, integrates: true },
  PremiumV2: { ...v2, mostUnits: 30, injects: true, integrates: true },
};

/** Anything that has a tier: a service, or a write of one. */
export interface Tiered {
  readonly sku?: JsonObject | undefined;
}

/** The name of the tier; empty where none is written. */
export function skuOf({ sku }: Tiered): string {
  return textAt(sku, 'name') ?? '';
}

/** The tier, if there is one of that name. */
export function tierOf(tiered: Tiered): Tier | undefined {
  const name = skuOf(tiered);
  return Object.hasOwn(TIERS, name) ? TIERS[name] : undefined;
}

/** Whether it is one of the V2 tiers. */
export function isV2(tiered: Tiered): boolean {
  return tierOf(tiered)?.family === 'v2';
}

/** `None`, `External` or `Internal`. */
export function mode(properties: JsonObject): string {
  return textAt(properties, 'virtualNetworkType') ?? 'None';
}

/** Whether the tier can stand in a network in the way that is written: V2 tiers integrate as `External`. */
export function takesMode(tiered: Tiered, wanted: string): boolean {
  const tier = tierOf(tiered);
  if (wanted === 'None' || tier === undefined) return wanted === 'None';
  if (tier.family === 'v2' && wanted === 'External') return tier.integrates;
  return tier.injects;
}

/** The subnet that a service stands in, or sends through. */
export function subnetIdOf(properties: JsonObject): string | undefined {
  return textAt(properties, 'virtualNetworkConfiguration.subnetResourceId');
}
