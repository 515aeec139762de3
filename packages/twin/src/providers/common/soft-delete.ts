import { perWorld } from '../../entra/per-world.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';

/** A resource that was deleted and can still be brought back: its name stays taken. */
export interface SoftDeleted {
  readonly resource: Resource;
  /** What was below it when it went. */
  readonly children: readonly Resource[];
  /** Virtual time. */
  readonly deletedAt: number;
  /** Virtual time at which Azure purges it by itself. */
  readonly purgedAt: number;
}

const DAY = 86_400_000;
const deletedOf = perWorld(() => new Map<string, SoftDeleted>());

function keyOf(type: string, name: string): string {
  return `${type}/${name}`.toLowerCase();
}

/** Remembers a deleted resource for `days` days. */
export function softDelete(world: World, resource: Resource, children: readonly Resource[], days: number): void {
  const deletedAt = world.clock.now;
  deletedOf(world).set(keyOf(resource.type, resource.name), {
    resource,
    children,
    deletedAt,
    purgedAt: deletedAt + days * DAY,
  });
}

/** Adds what went together with a soft-deleted resource, so that bringing it back brings this back too. */
export function softDeleteChild(world: World, parentType: string, parentName: string, child: Resource): void {
  const key = keyOf(parentType, parentName);
  const found = deletedOf(world).get(key);
  if (found !== undefined) deletedOf(world).set(key, { ...found, children: [...found.children, child] });
}

/** The deleted resource of that type and name, unless its time is over. */
export function softDeleted(world: World, type: string, name: string): SoftDeleted | undefined {
  const found = deletedOf(world).get(keyOf(type, name));
  return found !== undefined && found.purgedAt > world.clock.now ? found : undefined;
}

/** All deleted resources whose time is not over. */
export function allSoftDeletedOfAnyType(world: World): readonly SoftDeleted[] {
  return [...deletedOf(world).values()].filter((item) => item.purgedAt > world.clock.now);
}

/** All deleted resources of a type. */
export function allSoftDeleted(world: World, type: string): readonly SoftDeleted[] {
  return allSoftDeletedOfAnyType(world).filter((item) => item.resource.type.toLowerCase() === type.toLowerCase());
}

/** Forgets a deleted resource: it was purged or brought back. Returns whether there was one. */
export function forgetSoftDeleted(world: World, type: string, name: string): boolean {
  return deletedOf(world).delete(keyOf(type, name));
}

/** ISO 8601 text of a virtual instant. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}
