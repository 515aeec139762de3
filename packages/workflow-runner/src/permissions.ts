import { WorkflowError } from './errors.ts';
import type { PermissionLevel, Permissions } from './model.ts';

/** What a run's token may do at most. A dispatched workflow starts with everything its file may ask for. */
export type Ceiling = 'all' | Readonly<Record<string, PermissionLevel>>;

const RANK: Readonly<Record<PermissionLevel, number>> = { none: 0, read: 1, write: 2 };

/** The permissions of one job: its own, else the workflow's, else GitHub's default (contents and packages: read). */
export function effectivePermissions(
  workflow: Permissions | undefined,
  job: Permissions | undefined,
  ceiling: Ceiling,
): Readonly<Record<string, PermissionLevel>> {
  const asked = job ?? workflow;
  if (asked === undefined) return ceiling === 'all' ? { contents: 'read', packages: 'read' } : ceiling;
  if (asked === 'read-all') return { contents: 'read', packages: 'read', 'id-token': 'none' };
  if (asked === 'write-all') return { contents: 'write', packages: 'write', 'id-token': 'write' };
  return asked;
}

/** A called workflow may ask for no more than its caller grants; GitHub then calls the whole workflow invalid. */
export function refuseEscalation(
  jobName: string,
  asked: Readonly<Record<string, PermissionLevel>>,
  ceiling: Ceiling,
): void {
  if (ceiling === 'all') return;
  const excess = Object.entries(asked).filter(([scope, level]) => RANK[level] > RANK[ceiling[scope] ?? 'none']);
  if (excess.length === 0) return;
  const requested = excess.map(([scope, level]) => `${scope}: ${level}`).join(', ');
  const allowed = excess.map(([scope]) => `${scope}: ${ceiling[scope] ?? 'none'}`).join(', ');
  throw new WorkflowError(
    `The nested job '${jobName}' is requesting '${requested}', but is only allowed '${allowed}'.`,
  );
}
