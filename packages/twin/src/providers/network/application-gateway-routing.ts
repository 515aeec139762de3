import { numberAt, objectsAt, textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule } from '../type-definition.ts';

/** Parts that a gateway cannot be without, and what Azure calls one of them. */
const NEEDED: Readonly<Record<string, string>> = {
  gatewayIPConfigurations: 'GatewayIPConfiguration',
  frontendIPConfigurations: 'FrontendIPConfiguration',
  frontendPorts: 'FrontendPort',
  httpListeners: 'HttpListener',
  requestRoutingRules: 'RequestRoutingRule',
};

const MOST_UNITS = 125;

/** What Azure asks of the way a request takes through a gateway. */
export const routingRules: readonly Rule[] = [
  rule(
    'application-gateway-listener-once',
    'aztfm/terraform-azurerm-application-gateway issue 9',
    ({ id, properties }) => {
      const used = objectsAt(properties, 'requestRoutingRules').map(
        (item) => textAt(item, 'properties.httpListener.id')?.toLowerCase() ?? '',
      );
      const twice = used.find((listener, index) => listener !== '' && used.indexOf(listener) !== index);
      return twice === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayRequestRoutingRulesUsingSameHttpListener',
            `Two Request Routing Rules of Application Gateway ${id} are using the same Http Listener ${twice}.`,
          );
    },
  ),
  rule(
    'application-gateway-scale',
    'Microsoft Learn: Application Gateway limits, 125 instances; code and message are an assumption',
    ({ id, properties }) => {
      const least = numberAt(properties, 'autoscaleConfiguration.minCapacity') ?? 0;
      const most = numberAt(properties, 'autoscaleConfiguration.maxCapacity') ?? MOST_UNITS;
      const fixed = numberAt(properties, 'sku.capacity') ?? 1;
      if (least >= 0 && least <= most && most >= 2 && most <= MOST_UNITS && fixed >= 1 && fixed <= MOST_UNITS)
        return undefined;
      return refusal(
        400,
        'ApplicationGatewayInvalidCapacity',
        `Application Gateway ${id} has an invalid capacity: minCapacity from 0 on, maxCapacity from 2 to ${MOST_UNITS} and not below it, sku.capacity from 1 to ${MOST_UNITS}.`,
      );
    },
  ),
  rule(
    'application-gateway-parts-given',
    'Azure/azure-xplat-cli issue 2212 (the message); the code is an assumption',
    ({ properties }) => {
      const missing = Object.entries(NEEDED).find(([member]) => objectsAt(properties, member).length === 0);
      return missing === undefined
        ? undefined
        : refusal(400, 'InvalidRequestFormat', `Atleast one ${missing[1]} must be specified.`);
    },
  ),
];
