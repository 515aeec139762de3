import { findKnownError } from './known-errors.ts';

/** One repetition of a request, as the report lists it. */
export interface Retry {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** HTTP status, or 0 where the connection failed. */
  readonly status: number;
  /** The service's error code, or the connection's (`ECONNRESET`, `TruncatedBody`). */
  readonly code: string;
  /** Milliseconds that were to be waited before the repetition. */
  readonly delayMs: number;
}

/** The stated bounds: per request, and over the whole run. */
export interface RetryLimits {
  /** Repetitions of one request. */
  readonly perRequest: number;
  /** Repetitions of all requests of a run together: the input `retry-budget`. */
  readonly perRun: number;
}

/** Bounds where a run sets none. */
export const DEFAULT_RETRY_LIMITS: RetryLimits = { perRequest: 8, perRun: 60 };

/** What a failed attempt looked like. `connection` failures got no complete answer, so the service may have acted. */
export interface Failure {
  readonly kind: 'connection' | 'answer';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** Answers of a gateway on the way: the service behind may or may not have acted. */
const UNCERTAIN_STATUSES = new Set([408, 500, 502, 504]);
/** Answers that say for sure that nothing was done. */
const REFUSED_STATUSES = new Set([429, 503]);
const TRANSIENT_CONNECTION_CODES = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'PARSE_ERROR',
  'TruncatedBody',
]);

/**
 * Whether a failed attempt is worth repeating. A request that is not idempotent (a POST that creates) is repeated only
 * where the service certainly did nothing.
 */
export function isTransient(failure: Failure, idempotent: boolean, alsoCodes: readonly string[] = []): boolean {
  if (failure.kind === 'connection') return idempotent && TRANSIENT_CONNECTION_CODES.has(failure.code);
  if (REFUSED_STATUSES.has(failure.status)) return true;
  if (alsoCodes.some((code) => code.toLowerCase() === failure.code.toLowerCase())) return true;
  if (UNCERTAIN_STATUSES.has(failure.status)) return idempotent;
  return failure.status >= 400 && findKnownError(failure.code, failure.message)?.transient === true;
}

/** Milliseconds to wait before repetition number `attempt` (from 0): Azure's own wish, or 1 s doubled up to 32 s with jitter. */
export function backoffMs(failure: Failure, attempt: number, random: () => number = Math.random): number {
  if (failure.retryAfterMs !== undefined) return Math.min(failure.retryAfterMs, 120_000);
  const ceiling = Math.min(32_000, 1000 * 2 ** attempt);
  return Math.round(ceiling * (0.5 + random() / 2));
}
