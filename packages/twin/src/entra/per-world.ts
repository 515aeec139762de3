import type { World } from '../kernel/world.ts';

/**
 * State that belongs to one world and is made when first asked for: every part reaches it through the world that it
 * already has, and two twins in one process share nothing.
 */
export function perWorld<T>(create: (world: World) => T): (world: World) => T {
  const made = new WeakMap<World, T>();
  return (world) => {
    const existing = made.get(world);
    if (existing !== undefined) return existing;
    const state = create(world);
    made.set(world, state);
    return state;
  };
}
