import { perWorld } from '../../entra/per-world.ts';
import { AzureError } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';

/**
 * Runs one execution of a job: the container's program, its log, its end (`endExecution`). Returns at once; work that
 * goes on in real time is the runner's to track.
 */
export type JobRunner = (world: World, job: Resource, execution: Resource) => void;

const runners = perWorld<{ run: JobRunner | undefined }>(() => ({ run: undefined }));

/** Tells a world how its jobs are run. Providers know nothing of processes, so whoever builds the world says it. */
export function setJobRunner(world: World, run: JobRunner): void {
  runners(world).run = run;
}

/** The runner of a world. Throws 501 where nobody set one. */
export function jobRunnerOf(world: World): JobRunner {
  const { run } = runners(world);
  if (run === undefined)
    throw new AzureError(501, { code: 'NotImplemented', message: 'This local Azure runs no jobs.' });
  return run;
}
