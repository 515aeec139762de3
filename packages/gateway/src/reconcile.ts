import type { AzureClient } from '@lz/azure';
import { ApplyError } from './apply/apply-error.ts';
import { Journal } from './apply/journal.ts';
import {
  compareAll,
  type ComparedState,
  type Owned,
  type PlannedRemoval,
  type PlannedWrite,
  type ResourceChange,
} from './apply/planned-change.ts';
import { withHiddenMembers } from './apply/resource-state.ts';
import { restore, type ResourceOutcome } from './apply/restore.ts';
import { remove, writeAndReadBack } from './apply/write.ts';
import type { DesiredResource } from './desired-state.ts';

export type { ResourceChange };

/** Whether to write, what of ours may go, and who is told of each resource before it is written. */
export interface ReconcileOptions {
  /** A plan reads and compares; it writes nothing. */
  readonly mode: 'plan' | 'apply';
  /** Absent: nothing is looked for that is no longer wanted. */
  readonly owned?: Owned;
  readonly onChange: (change: ResourceChange) => void;
}

/**
 * Brings the gateway to its desired state as one transaction: everything is read and compared first, then only differences
 * are written, in the order of their references, each guarded by the ETag that was read, and read back. Where a write fails
 * or the run is cancelled, what was written is put back. What is ours and no longer wanted goes last, when nothing refers
 * to it any more. Throws {@link ApplyError}, which says how each resource stands.
 */
export async function reconcile(
  client: AzureClient,
  desired: readonly DesiredResource[],
  { mode, owned, onChange }: ReconcileOptions,
): Promise<readonly ResourceChange[]> {
  const compared = await compareAll(client, desired, owned);
  for (const change of compared.changes) onChange(change);
  if (mode === 'plan') return compared.changes;
  await writeAll(client, compared);
  await removeAll(client, compared);
  return compared.changes;
}

async function writeAll(client: AzureClient, { writes }: ComparedState): Promise<void> {
  const journal = new Journal();
  try {
    for (const planned of writes) {
      client.signal?.throwIfAborted();
      const before = await withHiddenMembers(client, planned.resource, planned.before);
      const write = { ...planned, before };
      journal.begin(write);
      const stored = await writeAndReadBack(client, write, (etag) => {
        journal.sent(etag);
      });
      journal.sent(stored?.etag);
    }
  } catch (error) {
    const undone = await restore(client.forRestoring(), journal.backwards);
    throw new ApplyError(error, [...undone, ...untouched(writes, undone)]);
  }
}

function untouched(writes: readonly PlannedWrite[], undone: readonly ResourceOutcome[]): readonly ResourceOutcome[] {
  const told = new Set(undone.map(({ id }) => id));
  return writes
    .filter(({ resource }) => !told.has(resource.id))
    .map(({ resource: { title, id } }) => ({ title, id, state: 'as before', detail: 'never written' }));
}

/** Once everything is as wanted there is no way back: a deleted subscription would come back with other keys. */
async function removeAll(client: AzureClient, { writes, removals }: ComparedState): Promise<void> {
  const gone = new Set<PlannedRemoval>();
  try {
    for (const removal of removals) {
      await remove(client, removal.resource, removal.before);
      gone.add(removal);
    }
  } catch (error) {
    throw new ApplyError(error, [
      ...writes.map(({ resource: { title, id } }) => ({ title, id, state: 'as wanted' as const, detail: 'written' })),
      ...removals.map((removal) => ({
        title: removal.resource.title,
        id: removal.resource.id,
        state: 'as wanted' as const,
        detail: gone.has(removal) ? 'removed' : 'no longer needed, and still there',
      })),
    ]);
  }
}
