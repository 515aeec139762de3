import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { readSecret } from '../key-vault/index.ts';

/** Environment variables of the first container, with secrets in place; a secret that cannot be read is missing. */
export function environmentOf(world: World, workload: Resource): ReadonlyMap<string, string> {
  const [container] = objectsAt(workload.properties, 'template.containers');
  return new Map(
    objectsAt(container, 'env').flatMap((item) => {
      const name = textAt(item, 'name');
      const reference = textAt(item, 'secretRef');
      const value = reference === undefined ? (textAt(item, 'value') ?? '') : secretValue(world, workload, reference);
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function secretValue(world: World, workload: Resource, name: string): string | undefined {
  const secrets = objectsAt(workload.properties, 'configuration.secrets');
  const index = secrets.findIndex((secret) => textAt(secret, 'name') === name);
  const uri = textAt(secrets[index], 'keyVaultUrl');
  if (uri === undefined) return workload.secrets[`configuration.secrets[${index}].value`];
  const identity = world.store.get(textAt(secrets[index], 'identity') ?? '');
  const principalId = textAt(identity?.properties, 'principalId') ?? '';
  const networkId = networkOf(world, workload);
  const reading = readSecret(
    world,
    uri,
    principalId,
    networkId === undefined ? { kind: 'internet' } : { kind: 'vnet', vnetId: networkId },
  );
  return reading.kind === 'readable' ? reading.value : undefined;
}

/** The Container Apps environment of an app or job. */
export function containerEnvironmentOf(world: World, workload: Resource): Resource | undefined {
  const id = textAt(workload.properties, 'environmentId') ?? textAt(workload.properties, 'managedEnvironmentId');
  return id === undefined ? undefined : world.store.get(id);
}

/** Id of the VNet that the environment stands in; undefined for one without a network of the tenant's. */
export function networkOf(world: World, workload: Resource): string | undefined {
  const environment = containerEnvironmentOf(world, workload);
  const subnetId = textAt(environment?.properties, 'vnetConfiguration.infrastructureSubnetId');
  return subnetId?.replace(/\/subnets\/[^/]+$/i, '');
}

/** Image of the first container. */
export function imageOf(workload: Resource): string {
  return textAt(objectsAt(workload.properties, 'template.containers')[0], 'image') ?? '';
}
