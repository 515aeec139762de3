import type { CircuitBreaker } from '../../backend.ts';
import type { BackendError, BackendResponse } from '../../ports.ts';
import type { Run } from '../run.ts';
import type { NamedBackend } from './pool.ts';

/** Notes how a request to a backend ended; enough failures open its circuit. */
export function recordOutcome(
  run: Run,
  { id, entity: { circuitBreaker } }: NamedBackend,
  ended: BackendResponse | BackendError,
): void {
  if (circuitBreaker === undefined) return;
  const { backendStates } = run.ports;
  const now = run.ports.now();
  const failed = isFailure(circuitBreaker, ended);
  const { count, percentage, intervalMs } = circuitBreaker.failures;
  const outcomes = backendStates.record(id, failed, now, now - intervalMs);
  const enough =
    (count !== undefined && outcomes.failures >= count) ||
    (percentage !== undefined && outcomes.failures * 100 >= percentage * outcomes.calls);
  if (failed && enough) backendStates.open(id, now + tripMs(circuitBreaker, ended, now));
}

function isFailure({ failures }: CircuitBreaker, ended: BackendResponse | BackendError): boolean {
  if (ended instanceof Error)
    return failures.errorReasons.some((reason) => reason.toLowerCase() === ended.reason.toLowerCase());
  return failures.statusCodes.some(({ min, max }) => ended.status >= min && ended.status <= max);
}

/** As long as the rule says, or as long as the backend asks to be left alone. */
function tripMs(breaker: CircuitBreaker, ended: BackendResponse | BackendError, now: number): number {
  if (breaker.acceptRetryAfter !== true || ended instanceof Error) return breaker.tripMs;
  const asked = ended.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim() ?? '';
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? breaker.tripMs : Math.max(0, date - now);
}
