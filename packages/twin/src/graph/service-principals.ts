import type { TwinResponse } from '../kernel/http.ts';
import type { Application, ServicePrincipal } from '../entra/index.ts';
import { appRoleAssignedTo, appRoleAssignments } from './app-role-assignments.ts';
import type { Body, GraphContext } from './context.ts';
import { requireApplicationRead, requireCreate, requireOwnership } from './context.ts';
import { badRequest, denied, GraphError, notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse, segmentOf } from './odata.ts';
import type { Segment } from './odata.ts';
import { owners } from './owners.ts';
import { boundIds, flagOr, requiredGuid } from './read-body.ts';
import { showServicePrincipal } from './views.ts';

const FILTERABLE = ['id', 'appId', 'displayName', 'servicePrincipalType', 'servicePrincipalNames'];

/** Members that the twin keeps and shows, and that nothing in it obeys. */
const PASSIVE = [
  'alternativeNames',
  'description',
  'homepage',
  'info',
  'loginUrl',
  'logoutUrl',
  'notes',
  'notificationEmailAddresses',
  'preferredSingleSignOnMode',
  'servicePrincipalType',
  'tags',
];
const ACTIVE = ['accountEnabled', 'appId', 'appRoleAssignmentRequired', 'displayName', 'owners@odata.bind'];

/** `/servicePrincipals`. */
export function servicePrincipals(context: GraphContext): TwinResponse {
  const [first = '', id, ...rest] = context.path;
  const segment = segmentOf(first);
  if (segment.key !== undefined)
    return one(
      context,
      segment.key,
      [id, ...rest].filter((part) => part !== undefined),
    );
  if (id !== undefined) return one(context, { name: 'id', value: id }, rest);
  if (context.method === 'GET') return list(context);
  if (context.method !== 'POST') throw notImplemented(`${context.method} on servicePrincipals`);
  const created = create(context, requiredGuid(context.body, 'appId'), true);
  return entityResponse(context, 'servicePrincipals', showServicePrincipal(context.directory, created), 201);
}

function one(context: GraphContext, key: NonNullable<Segment['key']>, rest: readonly string[]): TwinResponse {
  const [part, ...below] = rest;
  if (part === undefined && context.method === 'PATCH' && key.name === 'appId') return upsert(context, key.value);
  const found = find(context, key);
  switch (part) {
    case undefined:
      return single(context, found);
    case 'owners':
      if (context.method !== 'GET') refuseUnowned(found);
      return owners(context, found, below, (item) => context.directory.putServicePrincipal({ ...found, owners: item }));
    case 'appRoleAssignedTo':
      return appRoleAssignedTo(context, found, below);
    case 'appRoleAssignments':
      return appRoleAssignments(context, found.id, below);
    default:
      throw notImplemented(`${context.method} on servicePrincipals/${part}`);
  }
}

function list(context: GraphContext): TwinResponse {
  requireApplicationRead(context);
  const { directory } = context;
  const all = directory.servicePrincipals();
  const visible = all.filter((item) => directory.isVisible(item));
  const shown = visible.map((item) => showServicePrincipal(directory, item));
  return listResponse(context, 'servicePrincipals', shown, FILTERABLE, visible.length < all.length);
}

function single(context: GraphContext, found: ServicePrincipal): TwinResponse {
  switch (context.method) {
    case 'GET':
      requireApplicationRead(context);
      return entityResponse(context, 'servicePrincipals', showServicePrincipal(context.directory, found));
    case 'PATCH':
      update(context, found);
      return { status: 204 };
    case 'DELETE':
      requireOwnership(context, found.owners);
      refuseUnowned(found);
      context.directory.deleteServicePrincipal(found.id);
      return { status: 204 };
    default:
      throw notImplemented(`${context.method} on a service principal`);
  }
}

function find(context: GraphContext, key: NonNullable<Segment['key']>): ServicePrincipal {
  const { directory } = context;
  if (key.name !== 'id' && key.name !== 'appId') throw badRequest(`'${key.name}' is not a key of servicePrincipals.`);
  const found = key.name === 'id' ? directory.servicePrincipal(key.value) : directory.servicePrincipalOf(key.value);
  if (found === undefined) throw notFound(key.value);
  if (!directory.isVisible(found)) throw notFound(key.value, true);
  return found;
}

function upsert(context: GraphContext, appId: string): TwinResponse {
  const existing = context.directory.servicePrincipalOf(appId);
  if (existing !== undefined) {
    update(context, existing);
    return { status: 204 };
  }
  if (!context.createIfMissing) throw notFound(appId);
  const created = create(context, appId, false);
  return entityResponse(context, 'servicePrincipals', showServicePrincipal(context.directory, created), 201);
}

function create(context: GraphContext, appId: string, callerOwns: boolean): ServicePrincipal {
  requireCreate(context);
  const { world, directory, caller } = context;
  const application = backing(context, appId);
  requireOwnership(context, application.owners);
  if (directory.servicePrincipalOf(appId) !== undefined)
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  const bound = boundIds(context.body, 'owners@odata.bind');
  const blank: ServicePrincipal = {
    id: world.guid(`service-principal:${application.id}:${world.clock.now}`),
    appId: application.appId,
    displayName: application.displayName,
    servicePrincipalType: 'Application',
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    servicePrincipalNames: [],
    owners: [...new Set([...(callerOwns ? [caller.principalId] : []), ...bound])],
    other: {},
    createdAt: world.clock.now,
  };
  const created = directory.putServicePrincipal(apply(blank, context.body));
  directory.isVisible(created);
  return created;
}

/** The registration that a new service principal stands for. Until it is replicated, Graph says that there is none. */
function backing(context: GraphContext, appId: string): Application {
  const application = context.directory.applicationOf(appId);
  if (application !== undefined && context.directory.isVisible(application)) return application;
  throw new GraphError(
    400,
    'NoBackingApplicationObject',
    `The appId '${appId}' of the service principal does not reference a valid application object.`,
    application !== undefined,
  );
}

function update(context: GraphContext, found: ServicePrincipal): void {
  requireOwnership(context, found.owners);
  refuseUnowned(found);
  context.directory.putServicePrincipal(apply(found, context.body));
}

/** Microsoft's own and those of managed identities are not the tenant's to change. */
function refuseUnowned(found: ServicePrincipal): void {
  if (found.servicePrincipalType === 'ManagedIdentity' || found.createdAt === 0) throw denied();
}

function apply(current: ServicePrincipal, body: Body): ServicePrincipal {
  for (const name of Object.keys(body))
    if (!ACTIVE.includes(name) && !PASSIVE.includes(name) && !name.startsWith('@odata.'))
      throw badRequest(`Invalid property '${name}'.`);
  return {
    ...current,
    accountEnabled: flagOr(body, 'accountEnabled', current.accountEnabled),
    appRoleAssignmentRequired: flagOr(body, 'appRoleAssignmentRequired', current.appRoleAssignmentRequired),
    other: { ...current.other, ...Object.fromEntries(Object.entries(body).filter(([name]) => PASSIVE.includes(name))) },
  };
}
