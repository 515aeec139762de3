import { readSecret } from '../../data-planes/key-vault/read-secret.ts';
import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, sameId, sameLocation } from '../common/ids.ts';
import { numberAt, objectsAt, textAt } from '../common/json.ts';
import { assignedIdentities, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { Refusal, Rule, WriteRequest } from '../type-definition.ts';
import { environmentOf } from './environments.ts';
import { imageProblem } from './images.ts';

const SOURCE = 'facts/azure.md section 1, ACA app; section 4, ACA';

function containersOf(properties: JsonObject): readonly JsonObject[] {
  return [...objectsAt(properties, 'template.containers'), ...objectsAt(properties, 'template.initContainers')];
}

/** Container Apps' words for a field it cannot use. */
export function invalidTemplate(field: string, detail: string, more: Partial<Refusal> = {}): Refusal {
  return refusal(
    400,
    'InvalidParameterValueInContainerTemplate',
    `The following field(s) are either invalid or missing. Field '${field}' is invalid with details: '${detail}';.`,
    more,
  );
}

function cores(container: JsonObject): number {
  return numberAt(container, 'resources.cpu') ?? Number(textAt(container, 'resources.cpu') ?? '0.5');
}

function memory(container: JsonObject): number {
  return Number(/^([\d.]+)Gi$/.exec(textAt(container, 'resources.memory') ?? '1Gi')?.[1] ?? Number.NaN);
}

function resourcesRefusal({ properties }: WriteRequest): Refusal | undefined {
  const containers = objectsAt(properties, 'template.containers');
  const cpu = containers.reduce((total, container) => total + cores(container), 0);
  const gibibytes = containers.reduce((total, container) => total + memory(container), 0);
  const profile = textAt(properties, 'workloadProfileName') ?? 'Consumption';
  const fits =
    profile !== 'Consumption' || (cpu >= 0.25 && cpu <= 4 && Number.isInteger(cpu * 4) && gibibytes === cpu * 2);
  if (fits) return undefined;
  const pairs = Array.from(
    { length: 16 },
    (_, index) => `[cpu: ${(index + 1) / 4}, memory: ${(index + 1) / 2}Gi]`,
  ).join('; ');
  return refusal(
    400,
    'ContainerAppInvalidResourceTotal',
    `The total requested CPU and memory resources for this application (CPU: ${cpu}, memory: ${gibibytes}) is invalid. Total CPU and memory for all containers defined in a Container App must add up to one of the following CPU - Memory combinations: ${pairs}`,
  );
}

function secretRefusal(request: WriteRequest, world: World): Refusal | undefined {
  const environment = world.store.get(environmentOf(request.properties) ?? '');
  const subnetId = textAt(environment?.properties, 'vnetConfiguration.infrastructureSubnetId');
  const origin =
    subnetId === undefined
      ? ({ kind: 'internet' } as const)
      : ({ kind: 'vnet', vnetId: subnetId.split('/').slice(0, -2).join('/') } as const);
  for (const secret of objectsAt(request.properties, 'configuration.secrets')) {
    const uri = textAt(secret, 'keyVaultUrl');
    if (uri === undefined) continue;
    const identity = textAt(secret, 'identity') ?? '';
    const name = textAt(secret, 'name') ?? '';
    const principalId =
      identity.toLowerCase() === 'system'
        ? textAt(request.identity, 'principalId')
        : textAt(world.store.get(identity)?.properties, 'principalId');
    const reading = readSecret(world, uri, principalId ?? '', origin);
    if (reading.kind === 'readable') continue;
    return invalidTemplate(
      'configuration.secrets',
      `Invalid value: "${name}": Unable to get value using Managed identity ${identity} for secret ${name}. Error: unable to fetch secret '${name}' using Managed identity '${identity}': ${reading.reason}`,
      { curedByTime: reading.kind === 'not-effective-yet' },
    );
  }
  return undefined;
}

/** Rules that container apps and jobs share. `prefix` begins their ids. */
export function templateRules(prefix: string): readonly Rule[] {
  return [
    rule(`${prefix}-environment-exists`, SOURCE, ({ properties }, world) => {
      const environment = environmentOf(properties);
      return environment !== undefined && world.store.has(environment)
        ? undefined
        : refusal(400, 'ManagedEnvironmentNotFound', `The managed environment '${environment ?? ''}' was not found.`);
    }),
    rule(`${prefix}-environment-ready`, SOURCE, ({ properties }, world) => {
      const environment = world.store.get(environmentOf(properties) ?? '');
      const unready =
        environment !== undefined &&
        (isBusy(environment) || textAt(environment.properties, 'provisioningState') === 'Failed');
      return unready
        ? refusal(
            409,
            'ManagedEnvironmentNotReadyForAppCreation',
            `The managed environment '${environment.name}' is not ready: its state is ${textAt(environment.properties, 'provisioningState') ?? ''}.`,
            { curedByTime: isBusy(environment) },
          )
        : undefined;
    }),
    rule(`${prefix}-region`, SOURCE, ({ properties, location }, world) => {
      const environment = world.store.get(environmentOf(properties) ?? '');
      return environment === undefined || sameLocation(environment.location, location)
        ? undefined
        : refusal(
            400,
            'ContainerAppLocationMismatch',
            `The location '${location ?? ''}' is not that of the managed environment, '${environment.location ?? ''}'.`,
          );
    }),
    rule(`${prefix}-workload-profile`, SOURCE, ({ properties }, world) => {
      const wanted = textAt(properties, 'workloadProfileName');
      const environment = world.store.get(environmentOf(properties) ?? '');
      const known = objectsAt(environment?.properties, 'workloadProfiles').map((profile) => textAt(profile, 'name'));
      return wanted === undefined || environment === undefined || known.includes(wanted)
        ? undefined
        : refusal(
            400,
            'InvalidWorkloadProfileName',
            `The workload profile '${wanted}' does not exist in the managed environment '${environment.name}'.`,
          );
    }),
    rule(`${prefix}-containers`, SOURCE, ({ properties }) => {
      const containers = objectsAt(properties, 'template.containers');
      if (containers.length === 0) return invalidTemplate('template.containers', 'At least one container is required.');
      const bad = containers.find(
        (container) =>
          !/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(textAt(container, 'name') ?? '') ||
          (textAt(container, 'name') ?? '').length > 46,
      );
      return bad === undefined
        ? undefined
        : invalidTemplate('template.containers.name', `Invalid value: "${textAt(bad, 'name') ?? ''}"`);
    }),
    rule(`${prefix}-resources`, SOURCE, resourcesRefusal),
    rule(`${prefix}-image`, `${SOURCE}; image must be pullable`, ({ properties }) => {
      for (const container of containersOf(properties)) {
        const image = textAt(container, 'image') ?? '';
        const problem = imageProblem(image);
        if (problem !== undefined)
          return invalidTemplate(
            `template.containers.${textAt(container, 'name') ?? ''}.image`,
            `Invalid value: "${image}": ${problem}`,
          );
      }
      return undefined;
    }),
    rule(`${prefix}-secret-name`, SOURCE, ({ properties }) => {
      const bad = objectsAt(properties, 'configuration.secrets').find(
        (secret) => !/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(textAt(secret, 'name') ?? ''),
      );
      return bad === undefined
        ? undefined
        : refusal(
            400,
            'ContainerAppSecretInvalid',
            `Secret name '${textAt(bad, 'name') ?? ''}' is invalid: lower-case letters, digits, hyphens and dots only.`,
          );
    }),
    rule(`${prefix}-secret-value`, SOURCE, ({ properties, existing }) => {
      const before = objectsAt(existing?.properties, 'configuration.secrets').map((secret) => textAt(secret, 'name'));
      const empty = objectsAt(properties, 'configuration.secrets').find(
        (secret) =>
          textAt(secret, 'keyVaultUrl') === undefined &&
          (textAt(secret, 'value') ?? '') === '' &&
          !before.includes(textAt(secret, 'name')),
      );
      return empty === undefined
        ? undefined
        : refusal(
            400,
            'ContainerAppSecretInvalid',
            `Invalid Request: Container app secret(s) with name(s) '${textAt(empty, 'name') ?? ''}' are invalid: value or keyVaultUrl and identity should be provided.`,
          );
    }),
    rule(`${prefix}-secret-identity`, SOURCE, (request) => {
      const own = assignedIdentities(request);
      const system = /systemassigned/i.test(textAt(request.identity, 'type') ?? '');
      const stray = objectsAt(request.properties, 'configuration.secrets').find((secret) => {
        const identity = textAt(secret, 'identity') ?? '';
        if (textAt(secret, 'keyVaultUrl') === undefined) return false;
        return identity.toLowerCase() === 'system' ? !system : !own.some((id) => sameId(id, identity));
      });
      return stray === undefined
        ? undefined
        : invalidTemplate(
            'configuration.secrets',
            `Invalid value: "${textAt(stray, 'name') ?? ''}": the identity '${textAt(stray, 'identity') ?? ''}' is not assigned to '${request.name}'`,
          );
    }),
    rule(`${prefix}-secret-readable`, SOURCE, secretRefusal),
    rule(`${prefix}-secret-reference`, SOURCE, ({ properties }) => {
      const names = new Set(objectsAt(properties, 'configuration.secrets').map((secret) => textAt(secret, 'name')));
      for (const container of containersOf(properties)) {
        const missing = objectsAt(container, 'env')
          .map((item) => textAt(item, 'secretRef'))
          .find((reference) => reference !== undefined && !names.has(reference));
        if (missing !== undefined)
          return refusal(
            400,
            'ContainerAppSecretRefNotFound',
            `SecretRef '${missing}' defined for container '${textAt(container, 'name') ?? ''}' not found.`,
          );
      }
      return undefined;
    }),
    rule(`${prefix}-volume-storage`, 'facts/azure.md section 1, ACA storages', ({ properties }, world) => {
      const missing = objectsAt(properties, 'template.volumes').find((volume) => {
        const storage = textAt(volume, 'storageName');
        return storage !== undefined && !world.store.has(`${environmentOf(properties) ?? ''}/storages/${storage}`);
      });
      return missing === undefined
        ? undefined
        : refusal(
            400,
            'ContainerAppVolumeStorageNotFound',
            `The storage '${textAt(missing, 'storageName') ?? ''}' of volume '${textAt(missing, 'name') ?? ''}' does not exist in the managed environment '${nameOf(environmentOf(properties) ?? '')}'.`,
          );
    }),
    rule(`${prefix}-volume-reference`, SOURCE, ({ properties }) => {
      const names = new Set(objectsAt(properties, 'template.volumes').map((volume) => textAt(volume, 'name')));
      const missing = containersOf(properties)
        .flatMap((container) => objectsAt(container, 'volumeMounts'))
        .find((mount) => !names.has(textAt(mount, 'volumeName')));
      return missing === undefined
        ? undefined
        : invalidTemplate(
            'template.containers.volumeMounts',
            `Invalid value: "${textAt(missing, 'volumeName') ?? ''}": the volume does not exist`,
          );
    }),
  ];
}
