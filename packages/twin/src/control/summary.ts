import type { Arm } from '../arm/context.ts';
import { formatIsoDuration } from '../kernel/iso-duration.ts';
import type { TimelineEntry } from '../arm/state.ts';
import { makespanOf, type Makespan } from '../makespan.ts';

/** One write or delete of a run. */
export interface SummaryLine {
  readonly resourceId: string;
  readonly type: string;
  readonly kind: TimelineEntry['kind'];
  readonly outcome: TimelineEntry['outcome'];
  readonly startedAt: string;
  /** ISO 8601; absent while it runs. */
  readonly duration?: string;
}

/** What happened in the twin so far. */
export interface Summary {
  readonly now: string;
  readonly writes: readonly SummaryLine[];
  readonly makespan: Makespan;
}

/** Every write with its virtual duration, in the order in which they began, and what the run as a whole took. */
export function summarise(arm: Arm): Summary {
  return {
    now: new Date(arm.world.clock.now).toISOString(),
    writes: arm.state.timeline.map(toLine),
    makespan: makespanOf(arm),
  };
}

function toLine(entry: TimelineEntry): SummaryLine {
  const { resourceId, type, kind, outcome, startedAt, endedAt } = entry;
  return {
    resourceId,
    type,
    kind,
    outcome,
    startedAt: new Date(startedAt).toISOString(),
    ...(endedAt === undefined ? {} : { duration: formatIsoDuration(endedAt - startedAt) }),
  };
}
