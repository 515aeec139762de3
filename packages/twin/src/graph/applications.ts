import type { TwinResponse } from '../kernel/http.ts';
import type { Application } from '../entra/index.ts';
import { EMPTY_APPLICATION } from '../entra/seed.ts';
import { applyApplicationBody } from './application-body.ts';
import type { GraphContext } from './context.ts';
import { requireApplicationRead, requireCreate, requireOwnership } from './context.ts';
import { badRequest, GraphError, notFound, notImplemented } from './errors.ts';
import { federatedCredentials } from './federated-credentials.ts';
import { entityResponse, listResponse, segmentOf } from './odata.ts';
import type { Segment } from './odata.ts';
import { owners } from './owners.ts';
import { addPassword, removePassword } from './passwords.ts';
import { boundIds, requiredText } from './read-body.ts';
import { showApplication } from './views.ts';

const FILTERABLE = ['id', 'appId', 'uniqueName', 'displayName', 'identifierUris', 'signInAudience'];
const NO_CONTENT: TwinResponse = { status: 204 };

/** `/applications`: registrations. */
export function applications(context: GraphContext): TwinResponse | Promise<TwinResponse> {
  const [first = '', id, ...rest] = context.path;
  const segment = segmentOf(first);
  if (segment.key !== undefined)
    return application(
      context,
      segment,
      [id, ...rest].filter((part) => part !== undefined),
    );
  if (id !== undefined) return application(context, { name: 'applications', key: { name: 'id', value: id } }, rest);
  if (context.method === 'GET') return list(context);
  if (context.method === 'POST')
    return entityResponse(context, 'applications', showApplication(create(context, context.body, true)), 201);
  throw notImplemented(`${context.method} on applications`);
}

function application(context: GraphContext, segment: Segment, rest: readonly string[]): TwinResponse {
  const { key } = segment;
  const [part, ...below] = rest;
  if (part === undefined && context.method === 'PATCH' && key?.name === 'uniqueName') return upsert(context, key.value);
  const found = find(context, key);
  switch (part === undefined ? undefined : segmentOf(part).name) {
    case undefined:
      return single(context, found);
    case 'owners':
      return owners(context, found, below, (item) => context.directory.applications.put({ ...found, owners: item }));
    case 'federatedIdentityCredentials':
      return federatedCredentials(context, found, segmentOf(part ?? '').key?.value ?? below[0]);
    case 'addPassword':
      return addPassword(context, found);
    case 'removePassword':
      return removePassword(context, found);
    default:
      throw notImplemented(`${context.method} on applications/${part ?? ''}`);
  }
}

function list(context: GraphContext): TwinResponse {
  requireApplicationRead(context);
  const { directory } = context;
  const live = directory.applications.all().filter((item) => item.deletedAt === undefined);
  const visible = live.filter((item) => directory.isVisible(item));
  return listResponse(context, 'applications', visible.map(showApplication), FILTERABLE, visible.length < live.length);
}

function single(context: GraphContext, found: Application): TwinResponse {
  switch (context.method) {
    case 'GET':
      requireApplicationRead(context);
      return entityResponse(context, 'applications', showApplication(found));
    case 'PATCH':
      update(context, found);
      return NO_CONTENT;
    case 'DELETE':
      requireOwnership(context, found.owners);
      remove(context, found);
      return NO_CONTENT;
    default:
      throw notImplemented(`${context.method} on an application`);
  }
}

/** The registration behind a key. One that replication has not shown yet is 404, cured by time. */
function find(context: GraphContext, key: Segment['key']): Application {
  const { directory } = context;
  const property = key?.name ?? '';
  if (!['id', 'appId', 'uniqueName'].includes(property))
    throw badRequest(`'${property}' is not a key of applications.`);
  const wanted = (key?.value ?? '').toLowerCase();
  const found = directory.applications.find(
    (item) =>
      item.deletedAt === undefined && (item[property as 'id' | 'appId' | 'uniqueName'] ?? '').toLowerCase() === wanted,
  );
  if (found === undefined) throw notFound(key?.value ?? '');
  if (!directory.isVisible(found)) throw notFound(key?.value ?? '', true);
  return found;
}

/** PATCH by `uniqueName`: the key itself is known at once, so a repeated upsert never makes a second registration. */
function upsert(context: GraphContext, uniqueName: string): TwinResponse {
  const existing = context.directory.applications.find(
    (item) => item.uniqueName === uniqueName && item.deletedAt === undefined,
  );
  if (existing !== undefined) {
    update(context, existing);
    return NO_CONTENT;
  }
  if (!context.createIfMissing) throw notFound(uniqueName);
  // The caller does not become owner here, unlike with POST: that is the OwnedBy trap of facts/azure.md section 3.
  const created = create(context, { ...context.body, uniqueName }, false);
  return entityResponse(context, 'applications', showApplication(created), 201);
}

function create(context: GraphContext, body: GraphContext['body'], callerOwns: boolean): Application {
  requireCreate(context);
  const { world, directory, caller } = context;
  requiredText(body, 'displayName');
  const number = directory.applications.all().length;
  const bound = boundOwners(context, body);
  const blank: Application = {
    ...EMPTY_APPLICATION,
    id: world.guid(`application:${number}:object`),
    appId: world.guid(`application:${number}:app`),
    displayName: '',
    owners: [...new Set([...(callerOwns ? [caller.principalId] : []), ...bound])],
    createdAt: world.clock.now,
  };
  const item = applyApplicationBody(blank, body, world.tenant.tenantId);
  checkUnique(context, item);
  directory.applications.put(item);
  directory.isVisible(item);
  return item;
}

function update(context: GraphContext, found: Application): void {
  requireOwnership(context, found.owners);
  const item = applyApplicationBody(found, context.body, context.world.tenant.tenantId);
  checkUnique(context, item);
  // Owners named in an upsert are added to those that are there.
  const owners = [...new Set([...item.owners, ...boundOwners(context, context.body)])];
  context.directory.applications.put({ ...item, owners });
}

/** Deleted registrations are kept for 30 days; the service principal goes at once. */
function remove(context: GraphContext, found: Application): void {
  const { directory, world } = context;
  const principal = directory.servicePrincipalOf(found.appId);
  if (principal !== undefined) directory.deleteServicePrincipal(principal.id);
  directory.applications.put({ ...found, deletedAt: world.clock.now });
}

function checkUnique(context: GraphContext, item: Application): void {
  const others = context.directory.applications
    .all()
    .filter((other) => other.id !== item.id && other.deletedAt === undefined);
  if (item.uniqueName !== null && others.some((other) => other.uniqueName === item.uniqueName))
    throw conflict('uniqueName');
  if (others.some((other) => other.identifierUris.some((uri) => item.identifierUris.includes(uri))))
    throw conflict('identifierUris');
}

function conflict(property: string): GraphError {
  return new GraphError(
    400,
    'ObjectConflict',
    `Another object with the same value for property ${property} already exists.`,
  );
}

/** Owners named in the body; each must exist. */
function boundOwners(context: GraphContext, body: GraphContext['body']): readonly string[] {
  const ids = boundIds(body, 'owners@odata.bind');
  const { directory } = context;
  for (const id of ids)
    if (directory.people.get(id) === undefined && directory.servicePrincipal(id) === undefined) throw notFound(id);
  return ids;
}
