import type { Resource, ResourceStore } from '../../kernel/store.ts';
import { textAt } from './json.ts';

const TERMINAL: ReadonlySet<string> = new Set([
  'succeeded',
  'failed',
  'canceled',
  'ready',
  'stopped',
  'deleted',
  'provisioned',
]);

/** Whether a write of this resource is still going on, as its provisioningState tells. */
export function isBusy(resource: Resource): boolean {
  const state = textAt(resource.properties, 'provisioningState');
  return state !== undefined && !TERMINAL.has(state.toLowerCase());
}

/** The first direct or indirect child of `id` that is being written, other than `exceptId`. */
export function busyChild(store: ResourceStore, id: string, exceptId: string): Resource | undefined {
  return store.below(id).find((child) => child.id.toLowerCase() !== exceptId.toLowerCase() && isBusy(child));
}
