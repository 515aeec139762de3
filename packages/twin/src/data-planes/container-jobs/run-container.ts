import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { registerReplica } from '../../entra/index.ts';
import { objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { environmentOf, imageOf, networkOf } from '../container-apps/app.ts';

/** Real milliseconds after which a child process that does not end is ended: a job must not hold up the twin. */
const REAL_LIMIT_MS = 120_000;

/** How a container ended. */
export interface ContainerEnd {
  readonly exitCode: number;
  /** Why it never ran; absent where it did. */
  readonly reason?: string;
}

/**
 * Runs a job's container for real, as a child process: images of Node whose command is `node`. Its environment, its
 * identities and its place in the network are those that Container Apps would give it. Any other image cannot be pulled
 * here, and the end says so.
 */
export async function runContainer(
  world: World,
  job: Resource,
  execution: Resource,
  onLine: (line: string) => void,
): Promise<ContainerEnd> {
  const image = imageOf(execution);
  const [container] = objectsAt(execution.properties, 'template.containers');
  const [command, ...first] = textsAt(container, 'command');
  if (!/(?:^|\/)node:/.test(image)) return { exitCode: 1, reason: `The twin runs images of Node only, not ${image}.` };
  if (command !== 'node')
    return { exitCode: 127, reason: `The twin runs the command node only, not ${command ?? '(none)'}.` };
  const child = spawn(process.execPath, [...first, ...textsAt(container, 'args')], {
    env: containerEnvironment(world, job, execution),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: REAL_LIMIT_MS,
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 137);
    });
  });
  return { exitCode };
}

function containerEnvironment(world: World, job: Resource, execution: Resource): Record<string, string> {
  const networkId = networkOf(world, job);
  const place: Place = networkId === undefined ? { kind: 'internet' } : { kind: 'vnet', vnetId: networkId };
  const identities = Object.keys((job.identity?.['userAssignedIdentities'] ?? {}) as object);
  const identity = identities.length === 0 ? undefined : registerReplica(world, identities);
  return {
    ...world.processEnvironment(place),
    CONTAINER_APP_JOB_NAME: job.name,
    CONTAINER_APP_JOB_EXECUTION_NAME: execution.name,
    CONTAINER_APP_ENV_DNS_SUFFIX: textAt(job.properties, 'environmentId')?.split('/').at(-1) ?? '',
    ...Object.fromEntries(
      environmentOf(world, {
        ...job,
        properties: { ...job.properties, template: execution.properties['template'] ?? {} },
      }),
    ),
    ...(identity === undefined ? {} : { IDENTITY_ENDPOINT: identity.endpoint, IDENTITY_HEADER: identity.header }),
  };
}
