import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, numberAt, objectsAt, textAt } from '../../providers/common/json.ts';

const APP = 'Microsoft.App/containerApps';

/** Who answers for a host name: one revision, none that is healthy, or none at all. */
export type Serving =
  | { readonly kind: 'revision'; readonly app: Resource; readonly revision: Resource }
  | { readonly kind: 'unhealthy'; readonly app: Resource }
  | { readonly kind: 'nobody' };

/** Finds who answers for `host`: an app's name, a custom domain, or the name of one of its revisions. */
export function servingAt(world: World, host: string): Serving {
  for (const app of world.store.ofType(APP)) {
    const revisions = activeRevisions(world, app);
    const named = revisions.find((revision) => textAt(revision.properties, 'fqdn')?.toLowerCase() === host);
    if (named !== undefined) return stateOf(app, [named]);
    if (namesOf(app).includes(host)) return stateOf(app, chosen(app, revisions));
  }
  return { kind: 'nobody' };
}

/** Names under which an app is reached. */
function namesOf(app: Resource): readonly (string | undefined)[] {
  const custom = objectsAt(app.properties, 'configuration.ingress.customDomains').map((item) => textAt(item, 'name'));
  return [textAt(app.properties, 'configuration.ingress.fqdn'), ...custom].map((name) => name?.toLowerCase());
}

function activeRevisions(world: World, app: Resource): readonly Resource[] {
  return world.store
    .below(app.id)
    .filter(
      ({ type, properties }) =>
        type.toLowerCase() === `${APP}/revisions`.toLowerCase() && isTrueAt(properties, 'active'),
    );
}

function stateOf(app: Resource, candidates: readonly Resource[]): Serving {
  if (candidates.length === 0) return { kind: 'nobody' };
  // The newest that is healthy: an older one serves on until its successor is.
  const revision = candidates.findLast(({ properties }) => textAt(properties, 'healthState') === 'Healthy');
  return revision === undefined ? { kind: 'unhealthy', app } : { kind: 'revision', app, revision };
}

/** In single mode all active revisions; in multiple mode the one with the greatest weight, so that answers repeat. */
function chosen(app: Resource, revisions: readonly Resource[]): readonly Resource[] {
  if (textAt(app.properties, 'configuration.activeRevisionsMode') !== 'Multiple') return revisions;
  const weightOf = (item: JsonObject): number => numberAt(item, 'weight') ?? 0;
  const [first] = objectsAt(app.properties, 'configuration.ingress.traffic')
    .filter((item) => weightOf(item) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a));
  if (first === undefined || isTrueAt(first, 'latestRevision')) return revisions.slice(-1);
  return revisions.filter(({ name }) => name === textAt(first, 'revisionName'));
}
