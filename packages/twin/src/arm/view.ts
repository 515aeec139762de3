import type { Json, JsonObject, Resource } from '../kernel/store.ts';
import type { World } from '../kernel/world.ts';
import type { TypeDefinition } from '../providers/type-definition.ts';

const TERMINAL_STATES: ReadonlySet<string> = new Set(['succeeded', 'failed', 'canceled', 'cancelled', 'ready']);

/** A resource as a GET answers it. Write-only values are not in it, because they are not in `properties`. */
export function viewResource(
  resource: Resource,
  definition: TypeDefinition | undefined,
  query: URLSearchParams,
  world: World,
): JsonObject {
  const shown = definition?.show?.(resource, query, world) ?? resource;
  const { id, name, type, location, kind, sku, plan, tags, identity, zones, managedBy, extendedLocation } = shown;
  const members: Record<string, Json | undefined> = {
    id,
    name,
    type,
    location,
    kind,
    sku,
    plan,
    tags,
    identity,
    zones,
    managedBy,
    extendedLocation,
    etag: showsEtag(type) ? `W/"${shown.etag}"` : undefined,
    properties: shown.properties,
  };
  return withoutUndefined(members);
}

/** Whether the resource is still on its way: a client that sees it twice is waiting for it. */
export function isUnfinished(resource: Resource, definition: TypeDefinition | undefined, world: World): boolean {
  if (definition?.isPending?.(resource, world) === true) return true;
  const state = resource.properties['provisioningState'];
  return typeof state === 'string' && !TERMINAL_STATES.has(state.toLowerCase());
}

/** An object without its undefined members. */
export function withoutUndefined(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** Only the network provider shows entity tags in the body; the others send a header. */
function showsEtag(type: string): boolean {
  return type.toLowerCase().startsWith('microsoft.network/');
}
