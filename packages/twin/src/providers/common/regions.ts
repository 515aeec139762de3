import { normalLocation } from './ids.ts';

/** Regions without availability zones (Microsoft Learn: reliability/availability-zones-region-support). */
const WITHOUT_ZONES: ReadonlySet<string> = new Set(
  'australiacentral,australiasoutheast,brazilsoutheast,canadaeast,francesouth,germanynorth,koreasouth,northcentralus,norwaywest,southafricawest,southindia,swedensouth,switzerlandwest,uaecentral,ukwest,westcentralus,westindia,westus'.split(
    ',',
  ),
);

/** The zones of a region, as a resource names them. */
export function zonesOf(location: string): readonly string[] {
  return WITHOUT_ZONES.has(normalLocation(location)) ? [] : ['1', '2', '3'];
}
