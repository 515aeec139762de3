import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isV2, mode, skuOf, tierOf } from '../api-management/tiers.ts';
import { refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { Refusal, Rule, WriteRequest } from '../type-definition.ts';
import { connectionsOf } from './private-link-connections.ts';

const TYPE = 'microsoft.apimanagement/service';

/** How API Management begins every refusal of an endpoint. */
const setUp = (service: Resource): string =>
  `Setting up Private Endpoint Connection for API Management service ${service.id}`;

function called(message: string): Refusal {
  return refusal(400, 'NotSupported', `Call to Microsoft.ApiManagement/service failed. Error message: ${message}`);
}

/** The first refusal of `check` for the API Management services that an endpoint connects to. */
function ofServices(check: (service: Resource, groupIds: readonly string[]) => Refusal | undefined) {
  return ({ properties }: WriteRequest, world: World): Refusal | undefined => {
    for (const { targetId, groupIds } of connectionsOf(properties)) {
      const target = world.store.get(targetId);
      const refused = target?.type.toLowerCase() === TYPE ? check(target, groupIds) : undefined;
      if (refused !== undefined) return refused;
    }
    return undefined;
  };
}

/** What API Management refuses about private endpoints to itself. */
export const gatewayEndpointRules: readonly Rule[] = [
  rule(
    'private-endpoint-gateway-group-case',
    'azurerm#30296: the answer of the service to `gateway`',
    ofServices((service, groupIds) => {
      const wrong = groupIds.filter((groupId) => groupId !== 'Gateway');
      return wrong.length === 0
        ? undefined
        : called(
            `${setUp(service)} with Private Endpoint Connection groupId(s) ${wrong.join(',')} is not supported. Please refer to https://aka.ms/apim-private-link on more details.`,
          );
    }),
  ),
  rule(
    'private-endpoint-gateway-tier',
    'facts/apim.md section 1.9; the words are those of a tier that was not supported yet',
    ofServices((service) =>
      tierOf(service)?.takesEndpoints === true
        ? undefined
        : called(`${setUp(service)} which is of ${skuOf(service)} is not supported yet.`),
    ),
  ),
  rule(
    'private-endpoint-gateway-injected',
    'azure-docs#125876: the answer of the service; private-endpoint.md, limitations',
    ofServices((service) => {
      const type = mode(service.properties);
      const injected = isV2(service) ? type === 'Internal' : type !== 'None';
      return injected
        ? called(
            `${setUp(service)} is not supported as it is setup in VirtualNetwork Type: ${type}. Please disable Virtual Network on the service and try again.`,
          )
        : undefined;
    }),
  ),
  rule(
    'private-endpoint-gateway-settled',
    'facts/azure.md section 4, APIM busy; that an endpoint waits as well is an assumption',
    ofServices((service) =>
      isBusy(service)
        ? refusal(
            409,
            'ServiceLocked',
            `The API Service ${service.name} is transitioning at this time. Please try the request again later.`,
            { curedByTime: true },
          )
        : undefined,
    ),
  ),
];
