import { json } from '../kernel/http.ts';
import type { TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { perWorld } from '../entra/per-world.ts';

/** Microsoft Graph says no. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  /** Replication of a new object: only time cures it. */
  readonly curedByTime: boolean;

  constructor(status: number, code: string, message: string, curedByTime = false) {
    super(message);
    this.status = status;
    this.code = code;
    this.curedByTime = curedByTime;
  }
}

const requests = perWorld(() => ({ next: 0 }));

/** The error as Graph answers it. */
export function graphErrorResponse(world: World, error: GraphError): TwinResponse {
  const counter = requests(world);
  counter.next += 1;
  const id = world.guid(`graph-request:${counter.next}`);
  const date = new Date(world.clock.now).toISOString().replace(/\.\d+Z$/, '');
  const innerError = { date, 'request-id': id, 'client-request-id': id };
  return {
    ...json(error.status, { error: { code: error.code, message: error.message, innerError } }, { 'request-id': id }),
    wrote: false,
    ...(error.curedByTime ? { curedByTime: true } : {}),
  };
}

/** 404: not there, or not replicated yet. */
export function notFound(id: string, curedByTime = false): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    curedByTime,
  );
}

/** 400 for a body or a query that Graph does not take. */
export function badRequest(message: string): GraphError {
  return new GraphError(400, 'Request_BadRequest', message);
}

/** 403: the token lacks the permission, or the caller does not own the object. */
export function denied(): GraphError {
  return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** 501: a part of Graph that the twin does not play. */
export function notImplemented(what: string): GraphError {
  return new GraphError(501, 'NotImplemented', `The twin's Microsoft Graph does not support ${what}.`);
}
