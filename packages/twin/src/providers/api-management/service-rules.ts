import { subnetOf, subnetPrefixes, virtualNetworkOf } from '../common/addresses.ts';
import { isNameTaken } from '../common/global-names.ts';
import { sameLocation } from '../common/ids.ts';
import { isTrueAt, objectsAt, textAt } from '../common/json.ts';
import {
  choiceRule,
  invalidReference,
  lateRule,
  linkedResourceRule,
  nameRule,
  refusal,
  rule,
} from '../common/rules.ts';
import { softDeleted } from '../common/soft-delete.ts';
import { isBusy } from '../common/states.ts';
import { regionRule } from './regions.ts';
import { isManageable, unreachableDependencies } from './service-network.ts';
import { tierRules } from './service-tier-rules.ts';
import { v2Rules } from './service-v2-rules.ts';
import { isV2, mode, skuOf, subnetIdOf, takesMode } from './tiers.ts';
import type { Rule } from '../type-definition.ts';

export const SERVICE = 'Microsoft.ApiManagement/service';
const SOURCE = 'facts/apim.md section 1.9; facts/azure.md section 2, APIM internal';
/** The service's own words while it cannot be written to. */
export function transitioning(name: string) {
  return refusal(
    409,
    'ServiceLocked',
    `The API Service ${name} is transitioning at this time. Please try the request again later.`,
    { curedByTime: true },
  );
}

/** What Azure refuses about a service: names, tier and size, network, public address. */
export const serviceRules: readonly Rule[] = [
  nameRule(SERVICE, /^(?=.{1,50}$)[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/, {
    code: 'ServiceNameInvalid',
    message: (name) =>
      `API Management service name '${name}' is invalid: 1 to 50 letters, digits and hyphens, beginning with a letter and ending with a letter or digit.`,
  }),
  rule('api-management-settled', 'facts/azure.md section 4, APIM busy', ({ name, existing }) =>
    existing !== undefined && isBusy(existing) ? transitioning(name) : undefined,
  ),
  rule('api-management-name-free', SOURCE, ({ id, name }, world) =>
    isNameTaken(world, SERVICE, name, id)
      ? refusal(409, 'ServiceAlreadyExists', `Api service already exists: ${name}`)
      : undefined,
  ),
  rule('api-management-soft-deleted', SOURCE, ({ name, properties, existing }, world) =>
    existing === undefined && softDeleted(world, SERVICE, name) !== undefined && !isTrueAt(properties, 'restore')
      ? refusal(
          409,
          'ServiceAlreadyExistsInSoftDeletedState',
          `Api service ${name} was soft-deleted. In order to create the new service with the same name, you have to either undelete the service or purge it. See https://aka.ms/apimsoftdelete.`,
        )
      : undefined,
  ),
  rule('api-management-restore-exists', SOURCE, ({ name, properties, existing }, world) =>
    existing === undefined && isTrueAt(properties, 'restore') && softDeleted(world, SERVICE, name) === undefined
      ? refusal(
          404,
          'ServiceUndeleteNotPossible',
          `Api service ${name} cannot be restored: it was never deleted, or was purged.`,
        )
      : undefined,
  ),
  rule('api-management-publisher', SOURCE, ({ properties }) =>
    isTrueAt(properties, 'restore') ||
    (/^[^@\s]+@[^@\s]+$/.test(textAt(properties, 'publisherEmail') ?? '') &&
      (textAt(properties, 'publisherName') ?? '') !== '')
      ? undefined
      : refusal(
          400,
          'InvalidParameters',
          'Invalid parameter: publisherEmail must be an e-mail address and publisherName must not be empty.',
        ),
  ),
  ...tierRules,
  regionRule,
  choiceRule(
    'api-management-network-type',
    'virtualNetworkType',
    ['None', 'External', 'Internal'],
    (value) => refusal(400, 'InvalidParameters', `Invalid parameter: virtualNetworkType '${value}'.`),
    SOURCE,
  ),
  rule('api-management-network-sku', SOURCE, (request) =>
    takesMode(request, mode(request.properties))
      ? undefined
      : refusal(
          400,
          'VirtualNetworkNotSupportedForSku',
          `Setting up '${mode(request.properties)}' Virtual Network Type is not supported for Sku Type '${skuOf(request)}'.`,
        ),
  ),
  rule('api-management-network-subnet-given', SOURCE, ({ properties }) =>
    mode(properties) === 'None' || subnetIdOf(properties) !== undefined
      ? undefined
      : refusal(
          400,
          'InvalidParameters',
          `Invalid parameter: virtualNetworkConfiguration.subnetResourceId is required for virtual network type '${mode(properties)}'.`,
        ),
  ),
  linkedResourceRule(
    'api-management-subnet-exists',
    'virtualNetworkConfiguration.subnetResourceId',
    'Microsoft.Network/virtualNetworks/subnets',
    invalidReference,
  ),
  rule('api-management-subnet-region', SOURCE, ({ properties, location }, world) => {
    const network = virtualNetworkOf(world.store, subnetIdOf(properties) ?? '');
    return network === undefined || sameLocation(network.location, location)
      ? undefined
      : refusal(
          400,
          'VirtualNetworkLocationMismatch',
          `The virtual network ${network.id} must be in the region of the service, ${location ?? ''}.`,
        );
  }),
  rule('api-management-subnet-size', SOURCE, ({ properties }, world) => {
    const subnet = subnetOf(world.store, subnetIdOf(properties));
    const length = subnet === undefined ? 0 : (subnetPrefixes(subnet)[0]?.length ?? 0);
    return length <= 29
      ? undefined
      : refusal(
          400,
          'SubnetTooSmall',
          `The subnet ${subnet?.id ?? ''} is too small for API Management: /29 is the smallest.`,
        );
  }),
  rule(
    'api-management-subnet-not-delegated',
    'facts/azure.md section 2: no delegation for the classic tiers',
    (request, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(request.properties));
      const [delegation] = objectsAt(subnet?.properties, 'delegations');
      if (delegation === undefined || isV2(request)) return undefined;
      return refusal(
        400,
        'SubnetDelegatedToOtherService',
        `The subnet ${subnet?.id ?? ''} is delegated to ${textAt(delegation, 'properties.serviceName') ?? ''}: API Management of SKU '${skuOf(request)}' needs a subnet without delegation.`,
      );
    },
  ),
  rule('api-management-subnet-security-group', SOURCE, ({ properties }, world) => {
    const subnet = subnetOf(world.store, subnetIdOf(properties));
    return subnet === undefined || textAt(subnet.properties, 'networkSecurityGroup.id') !== undefined
      ? undefined
      : refusal(
          400,
          'NetworkSecurityGroupRequired',
          `The subnet ${subnet.id} needs a network security group that allows the traffic of API Management. See https://aka.ms/apim-vnet-common-issues.`,
        );
  }),
  linkedResourceRule(
    'api-management-public-ip-exists',
    'publicIpAddressId',
    'Microsoft.Network/publicIPAddresses',
    invalidReference,
  ),
  rule('api-management-public-ip-standard', SOURCE, ({ properties }, world) => {
    const address = world.store.get(textAt(properties, 'publicIpAddressId') ?? '');
    const fits =
      textAt(address?.sku, 'name')?.startsWith('Standard') === true &&
      textAt(address?.properties, 'publicIPAddressVersion') === 'IPv4';
    return address === undefined || fits
      ? undefined
      : refusal(
          400,
          'InvalidPublicIpAddress',
          `The public IP address ${address.id} must be of SKU Standard, static and IPv4.`,
        );
  }),
  rule('api-management-public-ip-label', 'facts/azure.md section 2: give it a DNS label', ({ properties }, world) => {
    const address = world.store.get(textAt(properties, 'publicIpAddressId') ?? '');
    return address === undefined || textAt(address.properties, 'dnsSettings.domainNameLabel') !== undefined
      ? undefined
      : refusal(
          400,
          'PublicIpAddressWithoutDnsLabel',
          `The public IP address ${address.id} must have a DNS name label to be used with API Management.`,
        );
  }),
  rule('api-management-public-ip-region', SOURCE, ({ properties, location }, world) => {
    const address = world.store.get(textAt(properties, 'publicIpAddressId') ?? '');
    return address === undefined || sameLocation(address.location, location)
      ? undefined
      : refusal(
          400,
          'InvalidPublicIpAddress',
          `The public IP address ${address.id} must be in the region of the service, ${location ?? ''}.`,
        );
  }),
  ...v2Rules,
  lateRule(
    'api-management-manageable',
    'facts/apim.md section 1.1, 422 (a); facts/azure.md section 2, 3443',
    (request, world) =>
      isManageable(world, request)
        ? undefined
        : refusal(
            400,
            'ActivationFailed',
            `Failed to connect to management endpoint at ${request.name}.management.azure-api.net:3443 for a service deployed in a virtual network. Make sure to follow guidance at https://aka.ms/apim-vnet-common-issues.`,
          ),
  ),
  lateRule('api-management-dependencies', 'facts/azure.md section 2, outbound rules', (request, world) => {
    // A running service goes on and shows the failure in its network status; a new one cannot start.
    const missing = request.existing === undefined ? unreachableDependencies(world, request) : [];
    return missing.length === 0
      ? undefined
      : refusal(
          400,
          'ActivationFailed',
          `The service could not be activated because it cannot reach what it depends on: ${missing.join(', ')}. Make sure to follow guidance at https://aka.ms/apim-vnet-common-issues.`,
        );
  }),
];
