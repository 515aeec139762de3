import type { World } from '../kernel/world.ts';

/** Minutes, triangular: low, mode, high (facts/azure.md section 5). The one place where durations stand. */
export const DURATIONS = {
  none: [0, 0, 0],
} as const satisfies Record<string, readonly [number, number, number]>;

export type DurationKey = keyof typeof DURATIONS;

/** Virtual milliseconds that `key` takes for `resourceId`: drawn from the seed and the id alone, so that order cannot matter. */
export function durationOf(world: Pick<World, 'chance'>, key: DurationKey, resourceId: string): number {
  const [low, mode, high]: readonly [number, number, number] = DURATIONS[key];
  if (high === low) return low * 60_000;
  const chance = world.chance(`duration:${key}:${resourceId.toLowerCase()}`);
  const split = (mode - low) / (high - low);
  const minutes =
    chance < split
      ? low + Math.sqrt(chance * (high - low) * (mode - low))
      : high - Math.sqrt((1 - chance) * (high - low) * (high - mode));
  return Math.round(minutes * 60_000);
}
