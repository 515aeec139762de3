import { numberAt, textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule, WriteRequest } from '../type-definition.ts';
import { isV2, mode, skuOf, tierOf } from './tiers.ts';

/** The first API versions in which the V2 tiers can be written, in Azure's own order (pulumi-azure-native#4510). */
const V2_VERSIONS = [
  '2023-03-01-preview',
  '2023-05-01-preview',
  '2023-09-01-preview',
  '2024-05-01',
  '2024-06-01-preview',
  '2024-10-01-preview',
  '2025-03-01-preview',
  '2025-09-01-preview',
];

/** `customProperties` of the choice of ciphers. */
const CIPHERS = '.Security.Ciphers.';

/** What Azure refuses because of the tier: units, zones, API version, and a change from one family to another. */
export const tierRules: readonly Rule[] = [
  rule('api-management-sku', 'facts/apim.md section 0', (request) =>
    tierOf(request) === undefined
      ? refusal(400, 'InvalidParameters', `Invalid parameter: the SKU '${skuOf(request)}' does not exist.`)
      : undefined,
  ),
  rule(
    'api-management-capacity',
    'facts/apim.md section 0; API Management limits; inject-vnet-v2.md, Premium v2 limit',
    (request) => {
      const tier = tierOf(request);
      const capacity = numberAt(request.sku, 'capacity');
      if (tier === undefined) return undefined;
      const fits = capacity !== undefined && capacity >= Math.min(1, tier.mostUnits) && capacity <= tier.mostUnits;
      return fits
        ? undefined
        : refusal(
            400,
            'InvalidParameters',
            `Invalid parameter: capacity ${capacity ?? 'none'} is not supported for SKU '${skuOf(request)}'.`,
          );
    },
  ),
  rule('api-management-v2-api-version', 'pulumi-azure-native#4510: the answer of the service', (request) =>
    !isV2(request) || V2_VERSIONS.includes(request.apiVersion)
      ? undefined
      : refusal(
          400,
          'OperationSupportedInSkuForApiVersions',
          `Operation on ${skuOf(request)} SKU is only supported in the api-versions ${V2_VERSIONS.join(',')}`,
        ),
  ),
  rule(
    'api-management-tier-family',
    'v2-service-tiers-overview.md, FAQ: no way from a classic tier to V2, nor back; the code is an assumption',
    (request) => {
      const after = tierOf(request);
      if (request.existing === undefined || after === undefined) return undefined;
      if (after.family === tierOf(request.existing)?.family) return undefined;
      return refusal(
        400,
        'NotSupported',
        `Changing the SKU of API Management service ${request.name} from ${skuOf(request.existing)} to ${skuOf(request)} is not supported.`,
      );
    },
  ),
  rule(
    'api-management-v2-ciphers',
    'v2-service-tiers-overview.md: no cipher configuration; code and words after azurerm#8405, where Consumption refuses it',
    (request) => {
      const given = request.properties['customProperties'];
      const names = typeof given === 'object' && given !== null ? Object.keys(given) : [];
      const ciphers = names.filter((name) => name.includes(CIPHERS));
      if (!isV2(request) || ciphers.length === 0) return undefined;
      return refusal(
        400,
        'NotSupported',
        `'${ciphers.join(',')}' customProperties are not supported in SkuType ${skuOf(request)}.`,
      );
    },
  ),
  ...zoneRules(),
];

function zoneRules(): readonly Rule[] {
  return [
    rule(
      'api-management-zones-sku',
      'api-management-features.md: zones by name in Premium alone; the code is an assumption',
      (request) =>
        (request.zones ?? []).length === 0 || tierOf(request)?.zones === true
          ? undefined
          : zonesRefused(`Availability zones are not supported for SKU '${skuOf(request)}'.`),
    ),
    rule(
      'api-management-zones-units',
      'enable-availability-zone-support.md: units are spread evenly; the code is an assumption',
      ({ zones = [], sku }) =>
        zones.length === 0 || (numberAt(sku, 'capacity') ?? 0) % zones.length === 0
          ? undefined
          : zonesRefused(
              `The capacity ${numberAt(sku, 'capacity') ?? 'none'} must be a multiple of the number of zones, ${zones.length}.`,
            ),
    ),
    rule(
      'api-management-zones-public-ip',
      'azurerm#27949: zones in a virtual network need a public IP address; the code is an assumption',
      (request: WriteRequest) =>
        (request.zones ?? []).length === 0 ||
        mode(request.properties) === 'None' ||
        tierOf(request)?.zones !== true ||
        textAt(request.properties, 'publicIpAddressId') !== undefined
          ? undefined
          : zonesRefused(
              `API Management service ${request.name} in availability zones of a virtual network needs a public IP address.`,
            ),
    ),
  ];
}

function zonesRefused(message: string) {
  return refusal(400, 'InvalidParameters', `Invalid parameter: zones. ${message}`);
}
