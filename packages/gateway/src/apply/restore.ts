import type { AzureClient } from '@lz/azure';
import { differences } from '../difference.ts';
import { ConcurrentChangeError, messageOf, ReadBackError } from './errors.ts';
import type { JournalEntry } from './journal.ts';
import { isApi, isBelow, readState, writableMembers, type ResourceState } from './resource-state.ts';
import { put, remove } from './write.ts';

/** How one resource stands after a run that failed. */
export interface ResourceOutcome {
  readonly title: string;
  readonly id: string;
  /**
   * `as before`: never changed, or put back. `as wanted`: written, and left so. `somebody else's`: changed by others since
   * our write, and left so. `not restored`: ours, and putting it back failed.
   */
  readonly state: 'as before' | 'as wanted' | "somebody else's" | 'not restored';
  readonly detail: string;
}

/**
 * Puts back what a run has written, the last write first: what it made is deleted, what it changed gets its old members.
 * Each step is guarded by the ETag of our own write, so what somebody else changed meanwhile is told and not overwritten.
 * Never throws: each resource has an outcome.
 */
export async function restore(
  client: AzureClient,
  backwards: readonly JournalEntry[],
): Promise<readonly ResourceOutcome[]> {
  const outcomes: ResourceOutcome[] = [];
  const made = backwards.filter(({ write }) => write.before === undefined).map(({ write }) => write.resource.id);
  // What lies below something that this run has made goes with it: alone, it would leave an API without its policy.
  const [inside, own] = partition(backwards, ({ write }) => made.some((id) => isBelow(write.resource.id, id)));
  for (const entry of own) outcomes.push(await undo(client, entry));
  return [...outcomes, ...inside.map((entry) => withAncestor(entry, outcomes))];
}

async function undo(client: AzureClient, entry: JournalEntry): Promise<ResourceOutcome> {
  const { title, id } = entry.write.resource;
  try {
    return { title, id, ...(await putBack(client, entry)) };
  } catch (error) {
    if (error instanceof ConcurrentChangeError) {
      return { title, id, state: "somebody else's", detail: 'changed by somebody else meanwhile; left as it is' };
    }
    return { title, id, state: 'not restored', detail: messageOf(error) };
  }
}

type Verdict = Pick<ResourceOutcome, 'state' | 'detail'>;

async function putBack(client: AzureClient, { write, etag }: JournalEntry): Promise<Verdict> {
  const { resource, before } = write;
  const now = await readState(client, resource);
  if (isSame(now, before)) return { state: 'as before', detail: 'never changed' };
  // A made resource that somebody deleted, and one that others need, are nothing of ours to undo.
  if (now === undefined) return { state: "somebody else's", detail: 'deleted by somebody else meanwhile' };
  if (resource.onlyIfAbsent === true) return { state: 'as wanted', detail: 'shared with others, so it stays' };
  const isOurs = etag === undefined ? differences(resource, now).length === 0 : now.etag === etag;
  if (!isOurs) throw new ConcurrentChangeError(resource.title, resource.id);
  if (before === undefined) {
    await remove(client, { ...resource, query: isApi(resource.id) ? { deleteRevisions: 'true' } : {} }, now);
    return { state: 'as before', detail: 'made by this run, and deleted again' };
  }
  const members = writableMembers(before.properties);
  await put(client, resource, { ...members, ...before.hidden }, now);
  const left = differences({ ...resource, properties: members }, await readState(client, resource));
  if (left.length > 0) throw new ReadBackError(resource.title, resource.id, left);
  return { state: 'as before', detail: 'put back' };
}

function isSame(now: ResourceState | undefined, before: ResourceState | undefined): boolean {
  return now === undefined || before === undefined ? now === before : now.etag === before.etag;
}

function withAncestor({ write }: JournalEntry, outcomes: readonly ResourceOutcome[]): ResourceOutcome {
  const { title, id } = write.resource;
  const ancestor = outcomes.find((outcome) => isBelow(id, outcome.id));
  return {
    title,
    id,
    state: ancestor?.state ?? 'not restored',
    detail: `with ${ancestor?.title ?? 'what it lies in'}`,
  };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
