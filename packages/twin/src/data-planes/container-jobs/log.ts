import type { World } from '../../kernel/world.ts';

/** What containers of job executions wrote, by execution id in lower case. */
const logs = new WeakMap<World, Map<string, string[]>>();

/** The lines that an execution has written so far; the list grows while it runs. */
export function linesOf(world: World, executionId: string): string[] {
  const ofWorld = logs.get(world) ?? new Map<string, string[]>();
  logs.set(world, ofWorld);
  const key = executionId.toLowerCase();
  const lines = ofWorld.get(key) ?? [];
  ofWorld.set(key, lines);
  return lines;
}
