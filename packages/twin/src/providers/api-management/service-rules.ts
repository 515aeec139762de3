import type { JsonObject } from '../../kernel/store.ts';
import { subnetOf, subnetPrefixes, virtualNetworkOf } from '../common/addresses.ts';
import { isNameTaken } from '../common/global-names.ts';
import { sameLocation } from '../common/ids.ts';
import { isTrueAt, numberAt, objectsAt, textAt } from '../common/json.ts';
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
import type { WriteRequest } from '../type-definition.ts';
import { isManageable, unreachableDependencies } from './service-network.ts';
import type { Rule } from '../type-definition.ts';

export const SERVICE = 'Microsoft.ApiManagement/service';
const SOURCE = 'facts/apim.md section 1.9; facts/azure.md section 2, APIM internal';
const SKUS = [
  'Consumption',
  'Developer',
  'Basic',
  'BasicV2',
  'Standard',
  'StandardV2',
  'Premium',
  'PremiumV2',
  'Isolated',
];
/** Tiers that can stand inside a network. */
const INJECTED = ['Developer', 'Premium', 'PremiumV2', 'Isolated'];

/** The subnet that a service stands in. */
export function subnetIdOf(properties: JsonObject): string | undefined {
  return textAt(properties, 'virtualNetworkConfiguration.subnetResourceId');
}

/** The tier of a write. */
export function skuOf(request: Pick<WriteRequest, 'sku'>): string {
  return textAt(request.sku, 'name') ?? '';
}

/** `None`, `External` or `Internal`. */
export function mode(properties: JsonObject): string {
  return textAt(properties, 'virtualNetworkType') ?? 'None';
}

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
  rule('api-management-sku', SOURCE, ({ sku }) =>
    SKUS.includes(textAt(sku, 'name') ?? '')
      ? undefined
      : refusal(400, 'InvalidParameters', `Invalid parameter: the SKU '${textAt(sku, 'name') ?? ''}' does not exist.`),
  ),
  rule('api-management-capacity', SOURCE, ({ sku }) => {
    const name = textAt(sku, 'name') ?? '';
    const capacity = numberAt(sku, 'capacity');
    const fits =
      name === 'Consumption'
        ? capacity === 0
        : capacity !== undefined && capacity >= 1 && (name !== 'Developer' || capacity === 1);
    return fits
      ? undefined
      : refusal(
          400,
          'InvalidParameters',
          `Invalid parameter: capacity ${capacity ?? 'none'} is not supported for SKU '${name}'.`,
        );
  }),
  choiceRule(
    'api-management-network-type',
    'virtualNetworkType',
    ['None', 'External', 'Internal'],
    (value) => refusal(400, 'InvalidParameters', `Invalid parameter: virtualNetworkType '${value}'.`),
    SOURCE,
  ),
  rule('api-management-network-sku', SOURCE, (request) =>
    mode(request.properties) === 'None' ||
    INJECTED.includes(skuOf(request)) ||
    (skuOf(request) === 'StandardV2' && mode(request.properties) === 'External')
      ? undefined
      : refusal(
          400,
          'VirtualNetworkNotSupportedForSku',
          `Virtual network type '${mode(request.properties)}' is not supported for SKU '${skuOf(request)}'.`,
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
      if (delegation === undefined || skuOf(request).endsWith('V2')) return undefined;
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
  rule(
    'api-management-public-access-new',
    'facts/azure.md section 7: cannot be created with public access disabled',
    ({ properties, existing }) =>
      existing === undefined && textAt(properties, 'publicNetworkAccess') === 'Disabled'
        ? refusal(
            400,
            'ActivationWithDisabledPublicNetworkAccessNotSupported',
            'Blocking all public network access by setting property publicNetworkAccess of API Management service is not enabled during service creation.',
          )
        : undefined,
  ),
  lateRule(
    'api-management-manageable',
    'facts/apim.md section 1.1, 422 (a); facts/azure.md section 2, 3443',
    ({ name, properties }, world) =>
      isManageable(world, subnetIdOf(properties))
        ? undefined
        : refusal(
            400,
            'ActivationFailed',
            `Failed to connect to management endpoint at ${name}.management.azure-api.net:3443 for a service deployed in a virtual network. Make sure to follow guidance at https://aka.ms/apim-vnet-common-issues.`,
          ),
  ),
  lateRule(
    'api-management-dependencies',
    'facts/azure.md section 2, outbound rules',
    ({ properties, existing }, world) => {
      // A running service goes on and shows the failure in its network status; a new one cannot start.
      const missing = existing === undefined ? unreachableDependencies(world, subnetIdOf(properties)) : [];
      return missing.length === 0
        ? undefined
        : refusal(
            400,
            'ActivationFailed',
            `The service could not be activated because it cannot reach what it depends on: ${missing.join(', ')}. Make sure to follow guidance at https://aka.ms/apim-vnet-common-issues.`,
          );
    },
  ),
];
