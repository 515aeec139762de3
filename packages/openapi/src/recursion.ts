import type { JsonObject } from './json.ts';
import { schemaEdges } from './schema-use.ts';

/** The cycles among named schemas, one for each group that refers to itself: `Filter → Group → Filter`. */
export function cycles(schemas: JsonObject, home: string): readonly (readonly string[])[] {
  const edges = schemaEdges(schemas, home);
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const name of inOrNearCycles(edges)) {
    if (done.has(name)) continue;
    const cycle = wayBack(name, edges);
    if (cycle === undefined) continue;
    found.push(cycle);
    for (const member of cycle) done.add(member);
  }
  return found;
}

/** What is left when everything that refers to nothing is taken away, again and again: nearly always nothing. */
function inOrNearCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const left = new Set(edges.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const name of left) {
      if ([...(edges.get(name) ?? [])].every((next) => !left.has(next))) left.delete(name);
    }
  }
  return left;
}

/** The shortest way from a schema back to itself. */
function wayBack(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of edges.get(name) ?? []) {
      if (next === start) return path(start, name, from);
      if (from.has(next)) continue;
      from.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function path(start: string, last: string, from: ReadonlyMap<string, string>): readonly string[] {
  const names = [start];
  for (let name: string | undefined = last; name !== undefined && name !== start; name = from.get(name))
    names.unshift(name);
  return [start, ...names];
}
