import type { Resource } from '../../kernel/store.ts';
import { subnetOf, subnetPrefixes, usersOf } from '../common/addresses.ts';
import { sameId } from '../common/ids.ts';
import { objectsAt, textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Refusal, Rule } from '../type-definition.ts';
import { isV2, mode, skuOf, subnetIdOf } from './tiers.ts';

const SUBNET_SOURCE = 'inject-vnet-v2.md, integrate-vnet-outbound.md';

/** Services that a subnet must be delegated to, by how a V2 tier uses it. */
const DELEGATIONS: Readonly<Record<string, string>> = {
  External: 'Microsoft.Web/serverFarms',
  Internal: 'Microsoft.Web/hostingEnvironments',
};

/** What Azure refuses about the network of the V2 tiers, and about public access to any tier. */
export const v2Rules: readonly Rule[] = [
  rule(
    'api-management-v2-delegation',
    `${SUBNET_SOURCE}; terraform-azurerm-avm-ptn-aiml-landing-zone#93 has the code and the words`,
    (request, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(request.properties));
      const wanted = DELEGATIONS[mode(request.properties)];
      if (!isV2(request) || subnet === undefined || wanted === undefined) return undefined;
      const delegated = objectsAt(subnet.properties, 'delegations').some((item) =>
        sameId(textAt(item, 'properties.serviceName'), wanted),
      );
      return delegated ? undefined : wrongDelegation(mode(request.properties), subnet.id, wanted);
    },
  ),
  rule('api-management-v2-subnet-size', `${SUBNET_SOURCE}: /27; the code is an assumption`, (request, world) => {
    const subnet = subnetOf(world.store, subnetIdOf(request.properties));
    const length = subnet === undefined ? 0 : (subnetPrefixes(subnet)[0]?.length ?? 0);
    return !isV2(request) || length <= 27
      ? undefined
      : refusal(
          400,
          'SubnetTooSmall',
          `The subnet ${subnet?.id ?? ''} is too small for API Management of SKU '${skuOf(request)}': /27 is the smallest.`,
        );
  }),
  rule(
    'api-management-v2-subnet-dedicated',
    `${SUBNET_SOURCE}: no other resource in the subnet; the code is an assumption`,
    (request, world) => {
      const subnetId = subnetIdOf(request.properties);
      if (!isV2(request) || subnetId === undefined) return undefined;
      const other = usersOf(world.store, subnetId).find(({ id }) => !sameId(id, request.id));
      return other === undefined
        ? undefined
        : refusal(
            400,
            'SubnetInUse',
            `The subnet ${subnetId} is used by ${other.id}: API Management of SKU '${skuOf(request)}' needs a subnet of its own.`,
          );
    },
  ),
  rule(
    'api-management-v2-public-ip',
    `${SUBNET_SOURCE}: the V2 tiers have no address of one's own; the code is an assumption`,
    (request) =>
      isV2(request) && textAt(request.properties, 'publicIpAddressId') !== undefined
        ? refusal(400, 'NotSupported', `publicIpAddressId is not supported for SKU '${skuOf(request)}'.`)
        : undefined,
  ),
  rule(
    'api-management-v2-injection-new',
    'inject-vnet-v2.md: only when it is created, and no change between injection and integration; the code is an assumption',
    ({ existing, properties, ...request }) => {
      if (existing === undefined || !isV2(existing) || !isV2(request)) return undefined;
      const [before, after] = [mode(existing.properties), mode(properties)];
      return before === after || (before !== 'Internal' && after !== 'Internal')
        ? undefined
        : refusal(
            400,
            'NotSupported',
            `Changing the virtual network type of API Management service ${existing.name} from '${before}' to '${after}' is not supported for SKU '${skuOf(request)}'.`,
          );
    },
  ),
  rule(
    'api-management-public-access-new',
    'azurerm#31788 for the V2 tiers, azurerm#21506 for the others: the answers of the service',
    (request) =>
      request.existing === undefined && isClosed(request.properties)
        ? refusal(
            400,
            isV2(request) ? 'ActivateServiceWithPrivateEndpointAccessNotAllowed' : 'NotSupported',
            `Blocking all public network access by setting property \`publicNetworkAccess\` of API Management service ${request.id} is not enabled during service creation.`,
          )
        : undefined,
  ),
  rule(
    'api-management-public-access-endpoint',
    'azure-rest-api-specs#24947: the answer of the service',
    ({ id, existing, properties }) =>
      existing !== undefined && isClosed(properties) && !hasEndpoint(existing)
        ? refusal(
            400,
            'NotSupported',
            `Disabling all \`publicNetworkAccess\` for service: ${id} is not supported if the service does not atleast one approved Private Endpoint Connections.`,
          )
        : undefined,
  ),
];

function wrongDelegation(type: string, subnetId: string, wanted: string): Refusal {
  const use = type === 'External' ? 'outbound Virtual Network integration' : 'Virtual Network injection';
  const page = type === 'External' ? ' Please refer to https://aka.ms/apim-vnet-outbound for more details.' : '';
  return refusal(
    400,
    'VirtualNetworkSubnetHasIncorrectDelegation',
    `API Management service V2 ${use} with SubnetId \`${subnetId}\` requires subnet to be delegated to ${wanted}.${page}`,
  );
}

function isClosed(properties: Resource['properties']): boolean {
  return textAt(properties, 'publicNetworkAccess')?.toLowerCase() === 'disabled';
}

/** Whether a private endpoint of the service has been approved. */
function hasEndpoint(service: Resource): boolean {
  return objectsAt(service.properties, 'privateEndpointConnections').some(
    (item) => textAt(item, 'properties.privateLinkServiceConnectionState.status') === 'Approved',
  );
}
