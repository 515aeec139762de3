import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { readSecret } from '../key-vault/index.ts';
import { placeOf } from './workload.ts';

/** Environment variables of a container; `problem` says which secret could not be read, and why. */
export interface Variables {
  readonly values: ReadonlyMap<string, string>;
  readonly problem: string | undefined;
}

type Reading = { readonly value: string } | { readonly problem: string };

/** What the first container of an app or job is started with: literal values, and secrets as they can be read now. */
export function variablesOf(world: World, workload: Resource): Variables {
  const [container] = objectsAt(workload.properties, 'template.containers');
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const item of objectsAt(container, 'env')) {
    const reading = valueOf(world, workload, item);
    if ('value' in reading) values.set(textAt(item, 'name') ?? '', reading.value);
    else problems.push(reading.problem);
  }
  return { values, problem: problems[0] };
}

function valueOf(world: World, workload: Resource, item: JsonObject): Reading {
  const reference = textAt(item, 'secretRef');
  if (reference === undefined) return { value: textAt(item, 'value') ?? '' };
  const secrets = objectsAt(workload.properties, 'configuration.secrets');
  const index = secrets.findIndex((secret) => textAt(secret, 'name') === reference);
  const uri = textAt(secrets[index], 'keyVaultUrl');
  if (uri !== undefined) return fromKeyVault(world, workload, reference, uri, textAt(secrets[index], 'identity') ?? '');
  const value = workload.secrets[`configuration.secrets[${index}].value`];
  return value === undefined ? { problem: `The secret '${reference}' has no value.` } : { value };
}

function fromKeyVault(world: World, workload: Resource, name: string, uri: string, identityId: string): Reading {
  const identity = identityId.toLowerCase() === 'system' ? workload.identity : world.store.get(identityId)?.properties;
  const reading = readSecret(world, uri, textAt(identity, 'principalId') ?? '', placeOf(world, workload));
  if (reading.kind === 'readable') return { value: reading.value };
  return { problem: `Unable to fetch secret '${name}' using Managed identity '${identityId}': ${reading.reason}` };
}
