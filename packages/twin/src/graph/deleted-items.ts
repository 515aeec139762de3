import type { TwinResponse } from '../kernel/http.ts';
import type { Application } from '../entra/index.ts';
import type { GraphContext } from './context.ts';
import { requireApplicationRead, requireOwnership } from './context.ts';
import { notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse } from './odata.ts';
import { showApplication } from './views.ts';

/** `/directory/deletedItems`: deleted registrations can be listed, restored and removed for good. */
export function deletedItems(context: GraphContext): TwinResponse {
  const { directory, method } = context;
  const [, collection, id, action] = context.path;
  if (collection !== 'deletedItems' || id === undefined) throw notImplemented(context.path.join('/'));
  const deleted = directory.applications.all().filter((item) => item.deletedAt !== undefined);
  if (method === 'GET' && id === 'microsoft.graph.application') {
    requireApplicationRead(context);
    return listResponse(context, 'applications', deleted.map(showApplication), [
      'id',
      'appId',
      'displayName',
      'uniqueName',
    ]);
  }
  const found = deleted.find((item) => item.id === id);
  if (found === undefined) throw notFound(id);
  if (method === 'GET') {
    requireApplicationRead(context);
    return entityResponse(context, 'directoryObjects', showApplication(found));
  }
  requireOwnership(context, found.owners);
  if (method === 'DELETE') {
    directory.applications.delete(id);
    return { status: 204 };
  }
  if (method !== 'POST' || action !== 'restore') throw notImplemented(`${method} on a deleted item`);
  const restored = directory.applications.put(withoutDeletion(found));
  return entityResponse(context, 'directoryObjects', showApplication(restored));
}

function withoutDeletion(item: Application): Application {
  const copy: { -readonly [K in keyof Application]: Application[K] } = { ...item };
  delete copy.deletedAt;
  return copy;
}
