import { perWorld } from '../../entra/per-world.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { sameId } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { durationOf } from '../durations.ts';

const ENVIRONMENT = 'Microsoft.App/managedEnvironments';
const LINK = 'legionservicelink';

/** Until when a service holds a subnet whose last resource is gone, by the subnet's lower-case id. */
const holds = perWorld(() => new Map<string, number>());

/**
 * Keeps the subnet of a deleted environment held for a while: the platform gives it back when its own parts are gone
 * (microsoft/azure-container-apps#974, microsoft-foundry/foundry-samples#153).
 */
export function holdSubnet(world: World, subnetId: string): void {
  const until = world.clock.now + durationOf(world, 'subnetRelease', subnetId);
  holds(world).set(subnetId.toLowerCase(), until);
  world.clock.at(until, `subnet-release:${subnetId.toLowerCase()}`, () => undefined);
}

/** Whether nothing is in the subnet any more and a service holds it still: only time frees it. */
export function isHeld(world: World, subnetId: string): boolean {
  return (holds(world).get(subnetId.toLowerCase()) ?? 0) > world.clock.now;
}

/** What a GET shows of the services that hold the subnet: nothing, for a subnet that none does. */
export function serviceLinks(world: World, subnet: Resource): readonly JsonObject[] {
  const used = world.store
    .ofType(ENVIRONMENT)
    .some(({ properties }) => sameId(textAt(properties, 'vnetConfiguration.infrastructureSubnetId'), subnet.id));
  if (!used && !isHeld(world, subnet.id)) return [];
  return [
    {
      id: serviceLinkId(subnet.id),
      name: LINK,
      type: 'Microsoft.Network/virtualNetworks/subnets/serviceAssociationLinks',
      properties: {
        provisioningState: 'Succeeded',
        linkedResourceType: 'Microsoft.App/environments',
        allowDelete: false,
        locations: [],
      },
    },
  ];
}

/** Id of the link by which Container Apps holds a subnet. */
export function serviceLinkId(subnetId: string): string {
  return `${subnetId}/serviceAssociationLinks/${LINK}`;
}
