import type { JsonObject } from '../../kernel/store.ts';
import { normalLocation } from '../common/ids.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule } from '../type-definition.ts';
import { skuOf } from './tiers.ts';

/** Regions of StandardV2 (api-management-region-availability.md of 2025-11-11, and Canada East, which a later copy adds). */
const STANDARD_V2 = [
  ...['australiacentral', 'australiaeast', 'australiasoutheast', 'brazilsouth', 'canadacentral', 'canadaeast'],
  ...['centralindia', 'centralus', 'eastasia', 'eastus', 'eastus2', 'francecentral', 'germanywestcentral'],
  ...['italynorth', 'japaneast', 'koreacentral', 'northcentralus', 'northeurope', 'norwayeast', 'southafricanorth'],
  ...['southcentralus', 'southindia', 'southeastasia', 'swedencentral', 'switzerlandnorth', 'uaenorth', 'uksouth'],
  ...['ukwest', 'westeurope', 'westus', 'westus2'],
];

/** Regions of PremiumV2, from the same page. */
const PREMIUM_V2 = [
  ...['australiaeast', 'canadacentral', 'centralus', 'eastus2', 'germanywestcentral', 'koreacentral', 'norwayeast'],
  ...['uksouth'],
];

/** The V2 tiers stand in some regions alone; the classic ones are taken to stand everywhere. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  BasicV2: STANDARD_V2,
  StandardV2: STANDARD_V2,
  PremiumV2: PREMIUM_V2,
};

/** A new service of a V2 tier in a region that does not offer it. */
export const regionRule: Rule = rule(
  'api-management-v2-region',
  'api-management-region-availability.md; the code is an assumption',
  (request) => {
    const regions = REGIONS[skuOf(request)];
    if (request.existing !== undefined || regions === undefined) return undefined;
    if (regions.includes(normalLocation(request.location))) return undefined;
    return refusal(
      400,
      'SkuNotAvailable',
      `The SKU '${skuOf(request)}' of API Management is not available in location '${request.location ?? ''}'.`,
    );
  },
);

/**
 * The answer of `GET …/providers/Microsoft.ApiManagement/skus` for the tiers that do not stand everywhere; shape of the
 * SDK's ApiManagementSku.
 */
export function listSkus(): readonly JsonObject[] {
  return Object.entries(REGIONS).map(([name, locations]) => ({
    resourceType: 'service',
    name,
    locations,
    restrictions: [],
  }));
}
