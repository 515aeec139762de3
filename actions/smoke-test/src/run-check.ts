import type { Check, Run } from '@lz/action';

/**
 * What a check found: `detail` where all is well; a warning says what is left to do; `unseen` says what cannot be seen
 * from where the action runs.
 */
export type Finding =
  { readonly detail: string } | { readonly warning: string; readonly leftToDo: string } | { readonly unseen: string };

/** How a verdict looks in the log. */
export const SYMBOLS: Readonly<Record<Check['verdict'], string>> = {
  passed: '✓',
  failed: '✗',
  warning: '!',
  skipped: '·',
};

/** One thing to try. */
export interface SmokeCheck {
  readonly name: string;
  /** Answers what it found; throws `CheckFailed` or any error for a failure. */
  readonly attempt: () => Promise<Finding>;
  /** Times that a failure is tried again, 15 s apart: health is probed by Azure in its own time. Default: 0. */
  readonly retries?: number;
}

/** The thing tried is not as it must be. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const RETRY_MS = 15_000;

/** Runs a check to its verdict, and says it. Only the run's own cancellation passes through. */
export async function runCheck(
  run: Pick<Run, 'azure' | 'log' | 'signal' | 'report'>,
  check: SmokeCheck,
): Promise<Check> {
  const started = performance.now();
  const verdict = await attemptRepeatedly(run, check);
  const result: Check = { name: check.name, ...verdict, durationMs: Math.round(performance.now() - started) };
  run.log.info(`  ${SYMBOLS[result.verdict]} ${result.name}: ${result.detail}`);
  return result;
}

async function attemptRepeatedly(
  { azure, signal, report }: Pick<Run, 'azure' | 'signal' | 'report'>,
  { attempt, retries = 0 }: SmokeCheck,
): Promise<Pick<Check, 'verdict' | 'detail' | 'remedy'>> {
  for (let left = retries; ; left -= 1) {
    try {
      const finding = await attempt();
      if ('detail' in finding) return { verdict: 'passed', detail: finding.detail };
      if ('unseen' in finding) return { verdict: 'skipped', detail: finding.unseen };
      report.leftToDo(finding.leftToDo);
      return { verdict: 'warning', detail: finding.warning, remedy: finding.leftToDo };
    } catch (error) {
      signal.throwIfAborted();
      if (left > 0) {
        await azure.pacing.poll(RETRY_MS);
        continue;
      }
      const detail = error instanceof Error ? error.message : String(error);
      return { verdict: 'failed', detail, ...(error instanceof CheckFailed ? { remedy: error.remedy } : {}) };
    }
  }
}
