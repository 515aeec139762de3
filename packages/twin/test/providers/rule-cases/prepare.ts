import type { JsonObject } from '../../../src/kernel/store.ts';
import { change } from '../bench.ts';
import type { Bench, Write } from '../bench.ts';
import { landscape, writes } from '../landscape.ts';
import type { RuleCase } from './case.ts';

/** The landscape in which every case begins. */
export const whole: Bench = landscape();

/** What the landscape wrote, by id. */
export const bodies: ReadonlyMap<string, JsonObject> = new Map(
  writes((id) => whole.id(id), whole.world.tenant.tenantId).map(([id, body]) => [id, body]),
);

/** A write of each type that the landscape has, by lower-case type. */
export const sampleOf: ReadonlyMap<string, string> = new Map(
  [...bodies.keys()].map((id) => [whole.get(id).type.toLowerCase(), id]),
);

/** Brings `bench`, a copy of the landscape, into the state of the case, and makes the write that is to be refused. */
export function prepare(
  bench: Bench,
  { id, as, edits, editsIn, given, apiVersion }: Omit<RuleCase, 'rule' | 'code'>,
): Write {
  given?.(bench);
  const changes = Object.entries({ ...edits, ...editsIn?.(bench) });
  const start = bodies.get(id);
  if (start === undefined) throw new Error(`the landscape has no ${id}`);
  return {
    id: as ?? id,
    body: changes.reduce((body, [path, value]) => change(body, path, value), start),
    ...(apiVersion === undefined ? {} : { apiVersion }),
  };
}
