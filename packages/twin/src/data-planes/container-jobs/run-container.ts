import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { registerReplica } from '../../entra/index.ts';
import { numberAt, objectAt, objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { containerEnvironmentOf, imageOf, placeOf, variablesOf } from '../container-apps/index.ts';
import { importConfig } from '../open-webui/migration.ts';
import { isOpenWebUi, settingsOf, startFailure } from '../open-webui/settings.ts';

/** Real milliseconds after which a child process that does not end is ended, whatever the job's own limit is. */
const REAL_LIMIT_MS = 120_000;

/** How a container ended. */
export interface ContainerEnd {
  readonly exitCode: number;
  /** Why it never ran, or was ended; absent where it came to its own end. */
  readonly reason?: string;
  /** What the container has done to others by then. */
  readonly effect?: () => void;
}

/**
 * Runs a job's container. Images of Node whose command is `node` run for real, as a child process: their environment,
 * identities and place in the network are those that Container Apps would give them. Open WebUI's migration is played.
 * Any other image cannot be run here, and the end says so.
 */
export async function runContainer(
  world: World,
  job: Resource,
  execution: Resource,
  onLine: (line: string) => void,
): Promise<ContainerEnd> {
  // An execution may have a template of its own; everything else is the job's.
  const workload = { ...job, properties: { ...job.properties, template: objectAt(execution.properties, 'template') } };
  const image = imageOf(workload);
  const [container] = objectsAt(workload.properties, 'template.containers');
  const [command, ...first] = textsAt(container, 'command');
  if (isOpenWebUi(image)) return migrate(world, workload, onLine);
  if (!/(?:^|\/)node(?:[:@]|$)/.test(image))
    return { exitCode: 1, reason: `The twin runs images of Node only, not ${image}.` };
  if (command !== 'node')
    return { exitCode: 127, reason: `The twin runs the command node only, not ${command ?? '(none)'}.` };
  const { values, problem } = variablesOf(world, workload);
  if (problem !== undefined) return { exitCode: 1, reason: problem };
  const environment = { ...containerEnvironment(world, workload, execution.name), ...Object.fromEntries(values) };
  const limit = Math.min((numberAt(job.properties, 'configuration.replicaTimeout') ?? 1800) * 1000, REAL_LIMIT_MS);
  return await runNode([...first, ...textsAt(container, 'args')], environment, limit, onLine);
}

/** `python -c "import open_webui.config"`: what is left of Open WebUI where only its schema is wanted. */
function migrate(world: World, workload: Resource, onLine: (line: string) => void): ContainerEnd {
  const [container] = objectsAt(workload.properties, 'template.containers');
  const command = [...textsAt(container, 'command'), ...textsAt(container, 'args')].join(' ');
  if (command !== 'python -c import open_webui.config')
    return { exitCode: 127, reason: `Of Open WebUI's image the twin runs the migration only, not ${command}.` };
  const { values, problem } = variablesOf(world, workload);
  if (problem !== undefined) return { exitCode: 1, reason: problem };
  const settings = settingsOf(values, imageOf(workload));
  const failure = startFailure(settings);
  if (failure !== undefined) return { exitCode: 1, reason: failure };
  const { lines, raises, apply } = importConfig(world, placeOf(world, workload), settings);
  for (const line of lines) onLine(line);
  return { exitCode: raises ? 1 : 0, ...(apply === undefined ? {} : { effect: apply }) };
}

async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  timeout: number,
  onLine: (line: string) => void,
): Promise<ContainerEnd> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  return await new Promise<ContainerEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      // Container Apps ends a container that takes too long by a signal, which counts as 128 + 9.
      resolve(
        code === null ? { exitCode: 137, reason: 'DeadlineExceeded: the replica took too long.' } : { exitCode: code },
      );
    });
  });
}

/** What the platform itself sets: the proxy to the twin, the job's names, and the endpoint of its identities. */
function containerEnvironment(world: World, job: Resource, execution: string): Record<string, string> {
  const identities = Object.keys((job.identity?.['userAssignedIdentities'] ?? {}) as object);
  const identity = identities.length === 0 ? undefined : registerReplica(world, identities);
  return {
    ...world.processEnvironment(placeOf(world, job)),
    CONTAINER_APP_JOB_NAME: job.name,
    CONTAINER_APP_JOB_EXECUTION_NAME: execution,
    CONTAINER_APP_ENV_DNS_SUFFIX: textAt(containerEnvironmentOf(world, job)?.properties, 'defaultDomain') ?? '',
    ...(identity === undefined ? {} : { IDENTITY_ENDPOINT: identity.endpoint, IDENTITY_HEADER: identity.header }),
  };
}
