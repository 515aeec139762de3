/** A `backends/{id}` entity, as far as the gateway uses it. */
export interface Backend {
  readonly url: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly authorization?: { readonly scheme: string; readonly parameter: string };
  readonly managedIdentity?: { readonly resource: string; readonly clientId?: string };
  readonly circuitBreaker?: CircuitBreaker;
  /** Members of a pool; `url` is then not used. */
  readonly pool?: readonly PoolMember[];
  /** What a pool answers while none of its members takes requests; default 503. */
  readonly poolFailureStatus?: number;
}

/** A backend in a pool. Members of a worse priority (a higher number) serve only while no better one can. */
export interface PoolMember {
  readonly id: string;
  /** Share of the requests among members of one priority; default 1. */
  readonly weight?: number;
  /** Default 1. */
  readonly priority?: number;
}

/** The one rule of a backend's circuit breaker. */
export interface CircuitBreaker {
  readonly failures: {
    /** So many failures within the interval open the circuit. */
    readonly count?: number;
    /** Or so many of a hundred requests. */
    readonly percentage?: number;
    readonly intervalMs: number;
    readonly statusCodes: readonly { readonly min: number; readonly max: number }[];
    /** Reasons of requests that got no answer: `BackendConnectionFailure`, `Timeout`. */
    readonly errorReasons: readonly string[];
  };
  readonly tripMs: number;
  /** Whether the circuit stays open as long as the backend's Retry-After says. */
  readonly acceptRetryAfter?: boolean;
  /** What is answered while the circuit is open; default 503. */
  readonly failureStatus?: number;
}

/** How many requests a backend got within an interval, and how many of them failed. */
export interface Outcomes {
  readonly calls: number;
  readonly failures: number;
}

/** What one gateway remembers of its backends from request to request. Times are milliseconds since the epoch. */
export interface BackendStates {
  /** Counts the requests to a pool from 0, so that its members can take turns. */
  turn(pool: string): number;
  /** Until when the circuit of a backend is open; undefined where it is closed. */
  openUntil(backend: string, now: number): number | undefined;
  /** Notes how a request ended, and tells the outcomes at or after `since`. */
  record(backend: string, failed: boolean, at: number, since: number): Outcomes;
  /** Opens a circuit. Once it has closed again, what failed before is forgotten. */
  open(backend: string, until: number): void;
}
