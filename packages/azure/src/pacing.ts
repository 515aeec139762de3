import { setTimeout as delay } from 'node:timers/promises';

/**
 * How long a run waits. Against Azure its own `Retry-After` and the defaults below count; `pollIntervalMs` replaces every
 * waiting time of polls and caps that of retries, so that a run against the twin, whose time is virtual, loses none.
 */
export interface Pacing {
  /** Waits `askedMs`, or what `poll-interval` says instead. Rejects with the signal's reason when it aborts. */
  poll(askedMs: number): Promise<void>;
  /** Waits `askedMs` before a request is repeated, at most the poll interval where one is given. */
  backoff(askedMs: number): Promise<void>;
}

/** Milliseconds between polls where Azure names none: ARM's reads are limited, and progress should still feel live. */
export const DEFAULT_POLL_MS = 5000;

/** What makes a run wait longer, shorter, or no more. */
export interface PacingOptions {
  /** Milliseconds; replaces what Azure asks for. */
  readonly pollIntervalMs?: number;
  readonly signal?: AbortSignal;
  /** Called before each wait: the place to break a silence. */
  readonly onWait?: () => void;
}

/** Makes the pacing of one run. */
export function createPacing(options: PacingOptions = {}): Pacing {
  const { pollIntervalMs, signal, onWait } = options;
  const wait = async (ms: number): Promise<void> => {
    signal?.throwIfAborted();
    onWait?.();
    try {
      await delay(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  };
  return {
    poll: (askedMs) => wait(pollIntervalMs ?? askedMs),
    backoff: (askedMs) => wait(pollIntervalMs === undefined ? askedMs : Math.min(askedMs, pollIntervalMs)),
  };
}

/** Reads `Retry-After` (seconds or a date) and Azure's `retry-after-ms`; milliseconds, or undefined where there is none. */
export function retryAfterMs(headers: { get(name: string): string | undefined }, now = Date.now()): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (milliseconds !== undefined && /^\d+$/.test(milliseconds)) return Number(milliseconds);
  const value = headers.get('retry-after');
  if (value === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
