import { perWorld } from '../../entra/per-world.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf } from '../common/ids.ts';
import { merge, textAt, without } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule, WriteRequest } from '../type-definition.ts';
import { DATABASE, SERVER } from './server.ts';

const RESTORE = 'how-to-restore-custom-restore-point; code and text: assumption';

/** Where the data of a restored server comes from. */
export interface Restoration {
  /** Host name of the server that it was copied from. */
  readonly host: string;
  readonly at: Instant;
}

const restorations = perWorld(() => new Map<string, Restoration>());

/** Where the data of a server comes from; undefined for one that began empty. */
export function restorationOf(world: World, serverId: string): Restoration | undefined {
  return restorations(world).get(serverId.toLowerCase());
}

/** Whether a write makes a server from another's backups. */
export function isRestore({ properties, existing }: Pick<WriteRequest, 'properties' | 'existing'>): boolean {
  return existing === undefined && textAt(properties, 'createMode') === 'PointInTimeRestore';
}

/** From when on a server can be restored: its first backup is made when it is. */
export function earliestRestore(server: Resource): string {
  return new Date(server.createdAt).toISOString();
}

function sourceOf(world: World, properties: JsonObject): Resource | undefined {
  const source = world.store.get(textAt(properties, 'sourceServerResourceId') ?? '');
  return source?.type.toLowerCase() === SERVER.toLowerCase() ? source : undefined;
}

/** From what, and to when, a server can be restored. */
export const restoreRules: readonly Rule[] = [
  rule('postgresql-restore-source', RESTORE, (request, world) => {
    if (!isRestore(request) || sourceOf(world, request.properties) !== undefined) return undefined;
    const id = textAt(request.properties, 'sourceServerResourceId') ?? '';
    return refusal(400, 'SourceServerNotFound', `The source server '${id}' was not found.`);
  }),
  rule('postgresql-restore-time', RESTORE, (request, world) => {
    const source = sourceOf(world, request.properties);
    if (!isRestore(request) || source === undefined) return undefined;
    const time = Date.parse(textAt(request.properties, 'pointInTimeUTC') ?? '');
    return time >= source.createdAt && time <= world.clock.now
      ? undefined
      : refusal(
          400,
          'InvalidPointInTime',
          `pointInTimeUTC must lie between ${earliestRestore(source)} and ${new Date(world.clock.now).toISOString()}.`,
        );
  }),
];

/** What a restored server has of its source: everything that the write does not say. */
export function inherited({ properties, existing }: WriteRequest, world: World): JsonObject {
  const kept = without(properties, ['createMode']);
  if (!isRestore({ properties, existing })) return kept;
  return merge(without(sourceOf(world, properties)?.properties ?? {}, ['privateEndpointConnections']), kept);
}

/** Gives a new server the size, the password and the databases of its source, and remembers to when it was restored. */
export function takeOver(server: Resource, world: World): void {
  const source = sourceOf(world, server.properties);
  if (source === undefined || restorationOf(world, server.id) !== undefined) return;
  const at = Date.parse(textAt(server.properties, 'pointInTimeUTC') ?? '');
  const host = textAt(source.properties, 'fullyQualifiedDomainName') ?? '';
  restorations(world).set(server.id.toLowerCase(), { host: host.toLowerCase(), at });
  world.store.put({
    ...server,
    ...(source.sku === undefined ? {} : { sku: source.sku }),
    secrets: { ...source.secrets, ...server.secrets },
  });
  const databases = world.store.below(source.id).filter(({ type }) => type.toLowerCase() === DATABASE.toLowerCase());
  for (const database of databases.filter(({ createdAt }) => createdAt <= at))
    world.store.put({ ...database, id: `${server.id}/databases/${nameOf(database.id)}` });
}
