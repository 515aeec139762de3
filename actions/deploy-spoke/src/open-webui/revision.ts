import { ActionError, CONTAINER_APPS_VERSION, type Run } from '@lz/action';
import { formatDuration } from '@lz/azure';
import { restoreCommand, type RestorePoint } from './restore-point.ts';
import { tagOf } from './versions.ts';

interface App {
  readonly properties: { readonly latestRevisionName?: string; readonly latestReadyRevisionName?: string };
}

interface Revision {
  readonly properties: {
    readonly healthState?: string;
    readonly runningState?: string;
    readonly runningStateDetails?: string;
  };
}

/** The startup probe gives a container ten minutes; pulling the image comes before that. */
const PATIENCE_MS = 15 * 60_000;

/**
 * Waits until the newest revision is healthy: in single revision mode the one before serves until then. Throws where it
 * never will be, and says what serves meanwhile.
 */
export async function waitForRevision(run: Run, point: RestorePoint | undefined): Promise<void> {
  const { azure, names, log } = run;
  const begun = azure.azureTime ?? Date.now();
  for (let shown = ''; ;) {
    const { properties: app } = await azure.get<App>(names.spoke.containerAppId, CONTAINER_APPS_VERSION);
    const name = app.latestRevisionName ?? '';
    const { properties } = await azure.get<Revision>(
      `${names.spoke.containerAppId}/revisions/${name}`,
      CONTAINER_APPS_VERSION,
    );
    const state = `${properties.runningState ?? 'Unknown'}, ${properties.healthState ?? 'None'}`;
    if (state !== shown) log.info(`  revision ${name}: ${state}`);
    shown = state;
    if (serves(properties)) return;
    const waited = (azure.azureTime ?? Date.now()) - begun;
    if (isLost(properties) || waited > PATIENCE_MS) {
      const why = properties.runningStateDetails ?? `it is ${state} after ${formatDuration(waited)}`;
      throw revisionFailed(run, { name, why, before: app.latestReadyRevisionName, point });
    }
    await azure.pacing.poll(5_000);
  }
}

/** A revision that may scale to zero is at rest, and not unhealthy, until somebody comes. */
function serves({ healthState, runningState }: Revision['properties']): boolean {
  return healthState === 'Healthy' || runningState === 'ScaledToZero';
}

function isLost({ runningState }: Revision['properties']): boolean {
  return runningState === 'Failed' || runningState === 'ActivationFailed';
}

interface Lost {
  readonly name: string;
  readonly why: string;
  /** Revision that serves meanwhile. */
  readonly before: string | undefined;
  readonly point: RestorePoint | undefined;
}

function revisionFailed(run: Run, { name, why, before, point }: Lost): ActionError {
  const { containerApp, containerAppId, resourceGroup } = run.names.spoke;
  const serving = before === undefined || before === name ? 'Nothing serves.' : `${before} serves as before.`;
  const log = `az containerapp logs show -g ${resourceGroup} -n ${containerApp} --revision ${name}`;
  const back =
    point === undefined
      ? ''
      : ` The way back from the upgrade: ${restoreCommand(run, point)}, then write \`version: ${tagOf(point.image)}\` as docs/choices/open-webui.md says.`;
  return new ActionError(
    'RevisionUnhealthy',
    `Revision ${name} of Open WebUI does not get healthy: ${why}. ${serving}`,
    `Read its log (${log}), mend what it names, and run again.${back}`,
    containerAppId,
  );
}
