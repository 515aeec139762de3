import type { TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import type { Caller, Directory, GraphRole } from '../entra/index.ts';
import { denied } from './errors.ts';

/** A JSON object as sent. */
export type Body = Readonly<Record<string, unknown>>;

/** One request to Graph, read and authenticated. */
export interface GraphContext {
  readonly world: World;
  readonly directory: Directory;
  readonly caller: Caller;
  readonly method: string;
  /** Below the version, decoded: `['applications', '{id}', 'owners']`. Keys stand in the segment: `applications(appId='…')`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;
  /** Whether `Prefer: create-if-missing` was sent. */
  readonly createIfMissing: boolean;
}

/** Answers a request below one collection; `rest` is the path after it, `key` what stood in parentheses. */
export type Handler = (context: GraphContext) => TwinResponse | Promise<TwinResponse>;

/** Requires one of `roles` in the token. */
export function requireRole(context: GraphContext, ...roles: readonly GraphRole[]): void {
  if (!hasRole(context, ...roles)) throw denied();
}

/** Whether the token holds one of `roles`. */
export function hasRole(context: GraphContext, ...roles: readonly GraphRole[]): boolean {
  return roles.some((role) => context.caller.roles.includes(role));
}

/** Read access to registrations and service principals. */
export function requireApplicationRead(context: GraphContext): void {
  requireRole(
    context,
    'Application.Read.All',
    'Application.ReadWrite.OwnedBy',
    'Application.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  );
}

/**
 * Write access to an object with `owners`: with `Application.ReadWrite.OwnedBy` the caller must be one of them
 * (facts/azure.md section 3, OwnedBy trap).
 */
export function requireOwnership(context: GraphContext, owners: readonly string[]): void {
  if (hasRole(context, 'Application.ReadWrite.All', 'Directory.ReadWrite.All')) return;
  if (hasRole(context, 'Application.ReadWrite.OwnedBy') && owners.includes(context.caller.principalId)) return;
  throw denied();
}

/** The right to create a registration or a service principal. */
export function requireCreate(context: GraphContext): void {
  requireRole(context, 'Application.ReadWrite.OwnedBy', 'Application.ReadWrite.All', 'Directory.ReadWrite.All');
}
