import type { World } from '../../kernel/world.ts';
import { endExecution } from '../../providers/app/jobs.ts';
import type { JobRunner } from '../../providers/app/job-runner.ts';
import { textAt } from '../../providers/common/json.ts';
import { durationOf } from '../../providers/durations.ts';
import { linesOf } from './log.ts';
import { runContainer, type ContainerEnd } from './run-container.ts';

/**
 * Runs executions of jobs: the container runs for real and writes its log; the execution ends a virtual duration after
 * its start, whatever time the process took. Several may run at once.
 */
export const runJob: JobRunner = (world, job, execution) => {
  const write = (text: string): void => {
    linesOf(world, execution.id).push(`${isoNow(world)} ${text}`);
  };
  const end = world.clock.now + durationOf(world, 'containerJobRun', execution.id);
  const work = runContainer(world, job, execution, write)
    .catch((error: unknown): ContainerEnd => {
      // The process could not even be started: a failed execution, and the log says why.
      return { exitCode: 128, reason: error instanceof Error ? error.message : String(error) };
    })
    .then(({ exitCode, reason, effect }) => {
      if (reason !== undefined) write(reason);
      world.clock.at(end, execution.id, () => {
        // An execution that was stopped before its end has done nothing: its transaction is rolled back.
        if (isRunning(world, execution.id)) effect?.();
        endExecution(world, execution.id, exitCode === 0 ? 'Succeeded' : 'Failed');
      });
    });
  world.clock.trackExternalWork(work);
};

function isRunning(world: World, executionId: string): boolean {
  return textAt(world.store.get(executionId)?.properties, 'status') === 'Running';
}

function isoNow(world: World): string {
  return new Date(world.clock.now).toISOString();
}
