import { WorkflowError } from './errors.ts';
import type { Conclusion, WorkflowJob } from './model.ts';
import type { Status } from './expressions.ts';

type Jobs = Readonly<Record<string, WorkflowJob>>;

/** Direct needs of a job. */
export function needsOf(job: WorkflowJob): readonly string[] {
  return typeof job.needs === 'string' ? [job.needs] : (job.needs ?? []);
}

/** Job ids so that every job comes after what it needs; among equals the order of the file. Throws on a cycle. */
export function orderJobs(jobs: Jobs): readonly string[] {
  const ordered: string[] = [];
  const visiting = new Set<string>();
  const visit = (id: string): void => {
    if (ordered.includes(id)) return;
    const job = jobs[id];
    if (job === undefined) throw new WorkflowError(`job '${id}' is needed but does not exist`);
    if (visiting.has(id)) throw new WorkflowError(`job '${id}' needs itself: ${[...visiting, id].join(' -> ')}`);
    visiting.add(id);
    needsOf(job).forEach(visit);
    visiting.delete(id);
    ordered.push(id);
  };
  Object.keys(jobs).forEach(visit);
  return ordered;
}

/** The status functions of a job's `if`: they look at all ancestors, not only at direct needs. */
export function statusBefore(
  id: string,
  jobs: Jobs,
  results: ReadonlyMap<string, Conclusion>,
  cancelled: boolean,
): Status {
  const conclusions = [...ancestorsOf(id, jobs)].map((ancestor) => results.get(ancestor));
  return {
    success: !cancelled && conclusions.every((conclusion) => conclusion === 'success'),
    failure: !cancelled && conclusions.includes('failure'),
    cancelled,
  };
}

function ancestorsOf(id: string, jobs: Jobs): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (job: WorkflowJob | undefined): void => {
    if (job === undefined) return;
    for (const need of needsOf(job)) {
      if (found.has(need)) continue;
      found.add(need);
      collect(jobs[need]);
    }
  };
  collect(jobs[id]);
  return found;
}
