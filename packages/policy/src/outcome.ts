import type { BackendRequest, Body, Pairs } from './ports.ts';
import type { Scope } from './scopes.ts';

/** What the caller gets. A streamed body counts tokens and emits metrics as it is read: read it to its end. */
export interface CallerResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  readonly body: Body;
}

/** `context.LastError`, with the .NET exception's name where an expression threw. */
export interface PolicyFailure {
  /** `NullReferenceException`, `FormatException`, …; null when no expression was to blame. */
  readonly type: string | null;
  /** The policy's element name, or `configuration`, `authorization` for the gateway's own errors. */
  readonly source: string;
  readonly reason: string;
  readonly message: string;
  readonly section: string;
  readonly scope: Scope;
  /** Line of the policy in its document, from 1; null where there is none. */
  readonly line: number | null;
}

export interface TraceEntry {
  readonly source: string;
  readonly severity: string;
  readonly message: string;
  /** Custom properties of a `trace`. */
  readonly metadata?: Readonly<Record<string, string>>;
}

export interface Outcome {
  /** The last request that went to a backend, or null. */
  readonly backend: BackendRequest | null;
  readonly caller: CallerResponse;
  readonly error: PolicyFailure | null;
  readonly trace: readonly TraceEntry[];
  /** `context.Variables` as plain data. Some are set only once a streamed body has been read. */
  variables(): Readonly<Record<string, unknown>>;
}
