import type { Place } from '../../kernel/http.ts';
import { INTERNET } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { ownerOf } from '../../providers/common/ids.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';

/** The Container Apps environment of an app or job. */
export function containerEnvironmentOf(world: World, workload: Resource): Resource | undefined {
  const id = textAt(workload.properties, 'environmentId') ?? textAt(workload.properties, 'managedEnvironmentId');
  return id === undefined ? undefined : world.store.get(id);
}

/** Where the containers of an app or job stand: the environment's VNet, or the internet for one without. */
export function placeOf(world: World, workload: Resource): Place {
  const environment = containerEnvironmentOf(world, workload);
  const subnetId = textAt(environment?.properties, 'vnetConfiguration.infrastructureSubnetId');
  return subnetId === undefined ? INTERNET : { kind: 'vnet', vnetId: ownerOf(subnetId) };
}

/** Image of the first container. */
export function imageOf(workload: Resource): string {
  return textAt(objectsAt(workload.properties, 'template.containers')[0], 'image') ?? '';
}
