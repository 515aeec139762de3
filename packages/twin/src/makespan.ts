import type { Arm } from './arm/context.ts';

/** Figures of a run, in virtual milliseconds. */
export interface Makespan {
  /** From the first accepted write to the end of the last one. */
  readonly runMs: number;
  /** Time that API Management took to be created; undefined while it is not. */
  readonly apiManagementMs: number | undefined;
}

const API_MANAGEMENT = 'microsoft.apimanagement/service';

/** What the run in this world has taken so far. */
export function makespanOf({ state, world }: Arm): Makespan {
  const ends = state.timeline.map((entry) => entry.endedAt ?? world.clock.now);
  const starts = state.timeline.map((entry) => entry.startedAt);
  const creation = state.timeline.find(
    (entry) => entry.type.toLowerCase() === API_MANAGEMENT && entry.kind === 'create' && entry.endedAt !== undefined,
  );
  return {
    runMs: starts.length === 0 ? 0 : Math.max(...ends) - Math.min(...starts),
    apiManagementMs: creation?.endedAt === undefined ? undefined : creation.endedAt - creation.startedAt,
  };
}
