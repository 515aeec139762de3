import { objectsAt, textAt } from './json.ts';
import { nameOf, ownerOf } from './ids.ts';
import { refusal, rule } from './rules.ts';
import type { Refusal, Rule } from '../type-definition.ts';

/**
 * A network rule of a service admits a subnet only if the subnet has the service's endpoint, unless the rule says that
 * this may be missing. `wrap` puts the refusal into words of the service's own.
 */
export function serviceEndpointRule(
  id: string,
  service: string,
  wrap: (inner: Refusal) => Refusal = (inner) => inner,
): Rule {
  return rule(id, 'hashicorp/terraform-provider-azurerm issue 16547', ({ properties }, world) => {
    for (const item of objectsAt(properties, 'networkAcls.virtualNetworkRules')) {
      const subnet = world.store.get(textAt(item, 'id') ?? '');
      if (subnet === undefined || item['ignoreMissingVnetServiceEndpoint'] === true) continue;
      const has = objectsAt(subnet.properties, 'serviceEndpoints').some((endpoint) =>
        (textAt(endpoint, 'service') ?? '').toLowerCase().startsWith(service.toLowerCase()),
      );
      if (!has) return wrap(missingEndpoint(subnet.id, service));
    }
    return undefined;
  });
}

function missingEndpoint(subnetId: string, service: string): Refusal {
  return refusal(
    400,
    'SubnetsHaveNoServiceEndpointsConfigured',
    `Subnets ${nameOf(subnetId)} of virtual network ${ownerOf(subnetId)} do not have ServiceEndpoints for ${service} resources configured. Add ${service} to subnet's ServiceEndpoints collection before trying to ACL ${service} resources to these subnets..`,
  );
}
