import type { Resource } from '../kernel/store.ts';
import { durationOf } from '../providers/durations.ts';
import type { Refusal } from '../providers/type-definition.ts';
import type { Arm } from './context.ts';
import type { TimelineEntry } from './state.ts';
import { withState } from './write-run.ts';

/** Why `resource` cannot be deleted now, as its provider says. A group's own deletion has no query. */
export function refuseDelete(
  arm: Arm,
  resource: Resource,
  query: URLSearchParams = new URLSearchParams(),
): Refusal | undefined {
  return arm.ports.definitions.get(resource.type.toLowerCase())?.refuseDelete?.(resource, arm.world, query);
}

/** Marks `resource` as being deleted and removes it, with everything below, when its time is over. Returns that time. */
export function startDelete(arm: Arm, resource: Resource, done: () => void): number {
  const { clock, store } = arm.world;
  const definition = arm.ports.definitions.get(resource.type.toLowerCase());
  const durationMs =
    definition?.deleteDuration === undefined ? 0 : durationOf(arm.world, definition.deleteDuration, resource.id);
  const entry: TimelineEntry = {
    resourceId: resource.id,
    type: resource.type,
    kind: 'delete',
    startedAt: clock.now,
    outcome: 'running',
  };
  arm.state.timeline.push(entry);
  arm.state.latestWrite.set(resource.id.toLowerCase(), arm.state.nextNumber());
  if (definition?.asyncStyle !== 'none') store.put(withState(resource, 'Deleting'));
  clock.after(durationMs, resource.id.toLowerCase(), () => {
    removeWithHooks(arm, resource.id);
    entry.endedAt = clock.now;
    entry.outcome = 'succeeded';
    done();
  });
  return durationMs;
}

/** Removes `id` and everything below it now, and lets each provider clean up after its own. */
export function removeWithHooks(arm: Arm, id: string): void {
  for (const gone of arm.world.store.delete(id)) {
    arm.ports.definitions.get(gone.type.toLowerCase())?.afterDelete?.(gone, arm.world);
  }
}
