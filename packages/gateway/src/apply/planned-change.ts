import type { AzureClient } from '@lz/azure';
import { differences } from '../difference.ts';
import type { DesiredResource } from '../desired-state.ts';
import { readLeftovers, type Leftover } from './leftovers.ts';
import { inWritingOrder } from './order.ts';
import { readState, type ResourceState } from './resource-state.ts';

/** What happened, or in a plan would happen, to one resource. */
export interface ResourceChange {
  readonly title: string;
  readonly id: string;
  readonly kind: 'create' | 'update' | 'delete' | 'none';
  /** Members that differed; of what is deleted, what goes with it. */
  readonly members: readonly string[];
}

/** A resource that is to be written, with what was read of it. */
export interface PlannedWrite {
  readonly kind: 'write';
  readonly change: ResourceChange;
  readonly resource: DesiredResource;
  /** Undefined where there was none. */
  readonly before: ResourceState | undefined;
}

/** A resource of ours that nothing wants any more. */
export interface PlannedRemoval {
  readonly kind: 'removal';
  readonly change: ResourceChange;
  readonly resource: Leftover;
  readonly before: ResourceState;
}

/** Everything that was read and compared, before anything is written. */
export interface ComparedState {
  /** In the order in which they are made. */
  readonly writes: readonly PlannedWrite[];
  readonly removals: readonly PlannedRemoval[];
  readonly changes: readonly ResourceChange[];
}

/** What of ours may be left over: where to look, and which names are ours. */
export interface Owned {
  readonly apimId: string;
  readonly apiId: string;
  readonly backendId: string;
}

/** Reads every resource with its ETag, compares it, and finds what is ours and no longer wanted. Writes nothing. */
export async function compareAll(
  client: AzureClient,
  desired: readonly DesiredResource[],
  owned: Owned | undefined,
): Promise<ComparedState> {
  const compared: PlannedWrite[] = [];
  for (const resource of inWritingOrder(desired)) compared.push(await compareOne(client, resource));
  const { removals, kept } =
    owned === undefined ? { removals: [], kept: [] } : await readLeftovers(client, desired, owned);
  return {
    writes: compared.filter(({ change }) => change.kind !== 'none'),
    removals,
    changes: [...[...compared, ...removals].map(({ change }) => change), ...kept],
  };
}

async function compareOne(client: AzureClient, resource: DesiredResource): Promise<PlannedWrite> {
  const { title, id } = resource;
  const before = await readState(client, resource);
  if (before === undefined) {
    return { kind: 'write', resource, before, change: { title, id, kind: 'create', members: [] } };
  }
  const members = resource.onlyIfAbsent === true ? [] : differences(resource, before);
  const kind = members.length === 0 ? 'none' : 'update';
  return { kind: 'write', resource, before, change: { title, id, kind, members } };
}
