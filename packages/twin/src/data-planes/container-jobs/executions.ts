import type { World } from '../../kernel/world.ts';
import { endExecution } from '../../providers/app/jobs.ts';
import type { JobRunner } from '../../providers/app/job-runner.ts';
import { durationOf } from '../../providers/durations.ts';
import { linesOf } from './log.ts';
import { runContainer } from './run-container.ts';

/**
 * Runs executions of jobs: the container runs for real and writes its log; the execution ends a virtual duration after
 * its start, whatever time the process took.
 */
export const runJob: JobRunner = (world, job, execution) => {
  const write = (text: string): void => {
    linesOf(world, execution.id).push(`${isoNow(world)} ${text}`);
  };
  const end = world.clock.now + durationOf(world, 'containerJobRun', execution.id);
  const work = runContainer(world, job, execution, write).then(({ exitCode, reason }) => {
    if (reason !== undefined) write(reason);
    world.clock.at(end, execution.id, () => {
      endExecution(world, execution.id, exitCode === 0 ? 'Succeeded' : 'Failed');
    });
  });
  world.clock.trackExternalWork(work);
};

function isoNow(world: World): string {
  return new Date(world.clock.now).toISOString();
}
