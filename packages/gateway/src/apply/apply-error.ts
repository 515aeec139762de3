import type { ResourceOutcome } from './restore.ts';

/** Applying failed. Says of every resource that was to change whether it is as before or as wanted. */
export class ApplyError extends Error {
  override readonly name = 'ApplyError';
  /** What went wrong. */
  override readonly cause: unknown;
  readonly outcomes: readonly ResourceOutcome[];

  constructor(cause: unknown, outcomes: readonly ResourceOutcome[]) {
    super(sentenceAbout(outcomes), { cause });
    this.cause = cause;
    this.outcomes = outcomes;
  }

  /** Whether callers meet the gateway as it was before the run, or as it should be after it, and nothing between. */
  get isWhole(): boolean {
    const states = new Set(this.outcomes.map(({ state }) => state));
    return states.size <= 1 && !states.has('not restored') && !states.has("somebody else's");
  }
}

function sentenceAbout(outcomes: readonly ResourceOutcome[]): string {
  const titlesOf = (state: ResourceOutcome['state']) =>
    outcomes.filter((outcome) => outcome.state === state).map(({ title }) => title);
  const [failed, others] = [titlesOf('not restored'), titlesOf("somebody else's")];
  if (failed.length > 0) return `The gateway is between two states: ${failed.join(', ')} could not be put back.`;
  if (others.length > 0)
    return `The gateway is as before, except for what somebody else changed: ${others.join(', ')}.`;
  if (titlesOf('as before').length === outcomes.length) return 'The gateway is as it was before this run.';
  return 'The gateway is as wanted; what is no longer needed was not removed.';
}
