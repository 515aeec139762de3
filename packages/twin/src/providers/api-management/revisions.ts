import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, sameId } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { revisionsOf } from './child.ts';

/** Children that belong to the API as a whole and not to one revision. */
const OF_THE_API = /^(releases|tags|tagDescriptions|wikis)(\/|$)/i;

/** What belongs to one revision: operations, policies, schemas, diagnostics. */
function ownChildren(world: World, apiId: string): readonly Resource[] {
  return world.store.below(apiId).filter((child) => !OF_THE_API.test(child.id.slice(apiId.length + 1)));
}

function moved(resource: Resource, from: string, to: string): Resource {
  return { ...resource, id: `${to}${resource.id.slice(from.length)}` };
}

/** Copies what belongs to revision `from` to revision `to`: a new revision starts as its source. */
export function copyRevision(world: World, from: string, to: string): void {
  for (const child of ownChildren(world, from)) {
    const copy = moved(child, from, to);
    world.store.put({ ...copy, createdAt: world.clock.now, changedAt: world.clock.now });
  }
}

/** Takes a revision with all that belongs to it out of the store, and gives it back as it would be under `to`. */
function takeOut(world: World, api: Resource, to: string): readonly Resource[] {
  const parts = [api, ...ownChildren(world, api.id)];
  const placed = parts
    .map((part) => moved(part, api.id, to))
    .map((part) => (sameId(part.id, to) ? { ...part, name: nameOf(to) } : part));
  for (const part of parts) removeOne(world, part);
  return placed;
}

/** Removes one resource and keeps what is below it. */
function removeOne(world: World, resource: Resource): void {
  const below = world.store.below(resource.id);
  world.store.delete(resource.id);
  for (const child of below) world.store.put(child);
}

/**
 * Makes revision `revisionId` the current one: it takes the plain id, and the one that was current moves to `;rev=N`.
 * Releases stay where they are.
 */
export function makeCurrent(world: World, apiRoot: string, revisionId: string): void {
  const current = world.store.get(apiRoot);
  const next = world.store.get(revisionId);
  if (current === undefined || next === undefined || sameId(apiRoot, revisionId)) return;
  const old = textAt(current.properties, 'apiRevision') ?? '1';
  const parts = [...takeOut(world, current, `${apiRoot};rev=${old}`), ...takeOut(world, next, apiRoot)];
  for (const part of parts) world.store.put(part);
  for (const api of revisionsOf(world, apiRoot)) {
    world.store.put({ ...api, properties: { ...api.properties, isCurrent: sameId(api.id, apiRoot) } });
  }
}

/** Whether two ids name the same revision: `apis/x;rev=2` is `apis/x` while revision 2 is current. */
export function revisionId(world: World, id: string): string {
  const match = /^(.*\/service\/[^/]+\/apis\/[^/;]+);rev=([^/]+)((?:\/.*)?)$/i.exec(id);
  const [, root, revision, rest = ''] = match ?? [];
  if (root === undefined || revision === undefined) return id;
  const current = world.store.get(root);
  return textAt(current?.properties, 'apiRevision') === revision ? `${root}${rest}` : id;
}

/**
 * The path that a request means: the current revision of an API has two addresses, with `;rev=N` and without, and is
 * stored under the one without.
 */
export function canonicalPath(world: World, path: string): string {
  return /\/service\/[^/]+\/apis\/[^/;]+;rev=/i.test(path) ? revisionId(world, path) : path;
}

/** The collection `revisions` of an API, as a GET answers it. */
export function listRevisions(world: World, apiRoot: string): readonly object[] {
  return revisionsOf(world, apiRoot)
    .map((api) => {
      const revision = textAt(api.properties, 'apiRevision') ?? '1';
      return {
        apiId: `/apis/${nameOf(apiRoot)};rev=${revision}`,
        apiRevision: revision,
        createdDateTime: new Date(api.createdAt).toISOString(),
        updatedDateTime: new Date(api.changedAt).toISOString(),
        description: textAt(api.properties, 'apiRevisionDescription') ?? null,
        privateUrl: `/${textAt(api.properties, 'path') ?? ''};rev=${revision}`,
        isOnline: true,
        isCurrent: sameId(api.id, apiRoot),
      };
    })
    .sort((a, b) => Number(b.apiRevision) - Number(a.apiRevision));
}
