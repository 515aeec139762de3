import { perWorld } from '../../entra/per-world.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { restorationOf } from '../../providers/postgresql/restore.ts';
import { SERVER } from '../../providers/postgresql/server.ts';
import { compareVersions, schemaVersion } from './versions.ts';

/** From when on a database has had the schema of a version. */
interface Step {
  readonly at: Instant;
  readonly version: string;
}

const historiesOf = perWorld(() => new Map<string, Step[]>());

/**
 * Version whose schema a database has at a moment, by default now; undefined for one that was never migrated. `database`
 * is `<host>/<name>`. A server that was restored has what its source had at the time it was restored to.
 */
export function schemaOf(world: World, database: string, at: Instant = world.clock.now): string | undefined {
  const own = (historiesOf(world).get(database) ?? []).findLast((step) => step.at <= at);
  return own?.version ?? restoredSchema(world, database, at);
}

function restoredSchema(world: World, database: string, at: Instant): string | undefined {
  const [host = '', name = ''] = database.split('/');
  const server = serverAt(world, host);
  const restored = server === undefined ? undefined : restorationOf(world, server.id);
  return restored === undefined ? undefined : schemaOf(world, `${restored.host}/${name}`, Math.min(restored.at, at));
}

/** The flexible server that has a host name. */
export function serverAt(world: World, host: string) {
  return world.store
    .ofType(SERVER)
    .find(({ properties }) => textAt(properties, 'fullyQualifiedDomainName')?.toLowerCase() === host.toLowerCase());
}

/** Brings a database to the schema of a version, from now on. One that has it already stays as it is. */
export function setSchema(world: World, database: string, version: string): void {
  if (schemaOf(world, database) === schemaVersion(version)) return;
  const histories = historiesOf(world);
  const steps = histories.get(database) ?? [];
  steps.push({ at: world.clock.now, version: schemaVersion(version) });
  histories.set(database, steps);
}

/** Whether a version finds all it needs in a database. A newer schema is no hindrance: nothing there looks at it. */
export function schemaSuffices(world: World, database: string, version: string): boolean {
  const schema = schemaOf(world, database);
  return schema !== undefined && compareVersions(schema, version) >= 0;
}
