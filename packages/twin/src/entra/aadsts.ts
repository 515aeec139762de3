import { json } from '../kernel/http.ts';
import type { TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { perWorld } from './per-world.ts';

/** OAuth's own error codes, as Entra uses them. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_resource'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'access_denied'
  | 'consent_required'
  | 'login_required'
  | 'interaction_required';

interface EntraErrorOptions {
  readonly status?: number;
  readonly suberror?: string;
  /** Time alone cures it: replication of a new object. */
  readonly curedByTime?: boolean;
}

/** Entra says no. `code` is the number behind `AADSTS`. */
export class EntraError extends Error {
  override readonly name = 'EntraError';
  readonly code: number;
  readonly error: OAuthError;
  readonly options: EntraErrorOptions;

  constructor(code: number, error: OAuthError, text: string, options: EntraErrorOptions = {}) {
    super(`AADSTS${code}: ${text}`);
    this.code = code;
    this.error = error;
    this.options = options;
  }
}

const traceCounter = perWorld(() => ({ next: 0 }));

/** The error as the token endpoint answers it: code, ids to quote to support, and the time. */
export function errorResponse(world: World, failure: EntraError, correlationId: string | undefined): TwinResponse {
  const body = errorBody(world, failure, correlationId);
  const status = failure.options.status ?? (failure.error === 'invalid_client' ? 401 : 400);
  return {
    ...json(status, body, { 'cache-control': 'no-store' }),
    wrote: false,
    ...(failure.options.curedByTime === true ? { curedByTime: true } : {}),
  };
}

/** Body of an error: `error_description` carries trace id, correlation id and time in its text, as Entra's does. */
export function errorBody(world: World, failure: EntraError, correlationId: string | undefined) {
  const trace = traceIdOf(world);
  const correlation = correlationId ?? world.guid(`correlation:${trace}`);
  const timestamp = timestampOf(world);
  return {
    error: failure.error,
    error_description: `${failure.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [failure.code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${failure.code}`,
    ...(failure.options.suberror === undefined ? {} : { suberror: failure.options.suberror }),
  };
}

function traceIdOf(world: World): string {
  const counter = traceCounter(world);
  counter.next += 1;
  return world.guid(`trace:${counter.next}`);
}

function timestampOf(world: World): string {
  return new Date(world.clock.now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}
