import { ActionError } from '@lz/action';
import { ApplyError, ConcurrentChangeError, ReadBackError, type ResourceOutcome } from '@lz/gateway';
import type { GatewayRun } from './configure-apim.ts';

/**
 * Says of each resource how it stands, in the log and in the summary's table of checks, and answers what to throw: what
 * went wrong, and where putting back failed as well, that.
 */
export function explainFailure({ log, report }: Pick<GatewayRun, 'log' | 'report'>, error: unknown): unknown {
  if (!(error instanceof ApplyError)) return error;
  log.info(error.message);
  for (const outcome of error.outcomes) {
    log.info(`  ${outcome.title}: ${outcome.state} (${outcome.detail})`);
    report.check({ name: outcome.title, verdict: verdictOf(outcome), detail: `${outcome.state}: ${outcome.detail}` });
  }
  const cause = withRemedy(error.cause);
  if (error.isWhole) return cause;
  return new AggregateError([cause, new ActionError('GatewayNotRestored', error.message, remedyFor(error.outcomes))]);
}

function verdictOf({ state }: ResourceOutcome): 'passed' | 'warning' | 'failed' {
  return state === 'not restored' ? 'failed' : state === "somebody else's" ? 'warning' : 'passed';
}

function remedyFor(outcomes: readonly ResourceOutcome[]): string {
  const failed = outcomes.some(({ state }) => state === 'not restored');
  const again = 'Run configure-apim again: it reads everything anew and writes what is missing';
  return failed
    ? `${again}. Until then callers are governed by whatever policy stands there; az apim api show and the table of checks say which.`
    : `${again}, over what somebody else has changed. Agree with them first.`;
}

function withRemedy(cause: unknown): unknown {
  if (cause instanceof ConcurrentChangeError) {
    const remedy = 'Find out who else writes to this gateway, then run configure-apim again: it reads everything anew.';
    return new ActionError('ConcurrentChange', cause.message, remedy, cause.resourceId);
  }
  if (cause instanceof ReadBackError) {
    const remedy = 'Somebody may have written in the same moment: run again. If it stays, this is a defect: report it.';
    return new ActionError('WrittenButNotKept', cause.message, remedy, cause.resourceId);
  }
  return cause;
}
