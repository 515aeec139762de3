import type { TwinResponse } from '../kernel/http.ts';
import type { AppRoleAssignment, ServicePrincipal } from '../entra/index.ts';
import { DEFAULT_ACCESS } from '../entra/model.ts';
import type { GraphContext } from './context.ts';
import { requireRole } from './context.ts';
import { badRequest, notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse } from './odata.ts';
import { requiredGuid } from './read-body.ts';
import { showAssignment } from './views.ts';

const FILTERABLE = ['id', 'principalId', 'resourceId', 'appRoleId', 'principalDisplayName', 'resourceDisplayName'];

/** `/servicePrincipals/{resource}/appRoleAssignedTo`: who holds roles of this API. */
export function appRoleAssignedTo(
  context: GraphContext,
  resource: ServicePrincipal,
  rest: readonly string[],
): TwinResponse {
  return assignments(
    context,
    (item) => item.resourceId === resource.id,
    'appRoleAssignedTo',
    rest,
    () => {
      if (requiredGuid(context.body, 'resourceId') !== resource.id.toLowerCase())
        throw badRequest('The resourceId of the body is not the service principal of the path.');
    },
  );
}

/** `…/{principal}/appRoleAssignments`: which roles a person, a group or a service principal holds. */
export function appRoleAssignments(context: GraphContext, principalId: string, rest: readonly string[]): TwinResponse {
  return assignments(
    context,
    (item) => item.principalId === principalId,
    'appRoleAssignments',
    rest,
    () => {
      if (requiredGuid(context.body, 'principalId') !== principalId.toLowerCase())
        throw badRequest('The principalId of the body is not the object of the path.');
    },
  );
}

function assignments(
  context: GraphContext,
  belongs: (item: AppRoleAssignment) => boolean,
  entity: string,
  rest: readonly string[],
  checkPath: () => void,
): TwinResponse {
  const { directory, method } = context;
  const [id] = rest;
  if (method === 'GET') {
    requireRole(
      context,
      'AppRoleAssignment.ReadWrite.All',
      'Application.Read.All',
      'Application.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    );
    const found = directory.assignments.all().filter(belongs);
    if (id === undefined)
      return listResponse(
        context,
        entity,
        found.map((item) => showAssignment(directory, item)),
        FILTERABLE,
      );
    const single = found.find((item) => item.id === id);
    if (single === undefined) throw notFound(id);
    return entityResponse(context, entity, showAssignment(directory, single));
  }
  requireRole(context, 'AppRoleAssignment.ReadWrite.All');
  if (method === 'POST' && id === undefined) {
    checkPath();
    return entityResponse(context, entity, showAssignment(directory, assign(context)), 201);
  }
  if (method === 'DELETE' && id !== undefined) {
    const found = directory.assignments.get(id);
    if (found === undefined || !belongs(found)) throw notFound(id);
    directory.assignments.delete(id);
    return { status: 204 };
  }
  throw notImplemented(`${method} on ${entity}`);
}

function assign(context: GraphContext): AppRoleAssignment {
  const { body, directory, world } = context;
  const principalId = requiredGuid(body, 'principalId');
  const appRoleId = requiredGuid(body, 'appRoleId');
  const resource = resourceOf(context, requiredGuid(body, 'resourceId'));
  const principalType = principalTypeOf(context, principalId);
  checkRole(context, resource, appRoleId, principalType);
  const same = directory.assignments.find(
    (item) => item.principalId === principalId && item.resourceId === resource.id && item.appRoleId === appRoleId,
  );
  if (same !== undefined) throw badRequest('Permission being assigned already exists on the object');
  return directory.assignments.put({
    id: Buffer.from(world.guid(`assignment:${principalId}:${resource.id}:${appRoleId}`)).toString('base64url'),
    principalId,
    principalType,
    resourceId: resource.id,
    appRoleId,
    createdAt: world.clock.now,
  });
}

function resourceOf(context: GraphContext, id: string): ServicePrincipal {
  const resource = context.directory.servicePrincipal(id);
  if (resource === undefined) throw notFound(id);
  if (!context.directory.isVisible(resource)) throw notFound(id, true);
  return resource;
}

function principalTypeOf(context: GraphContext, id: string): AppRoleAssignment['principalType'] {
  const { directory } = context;
  if (directory.people.get(id) !== undefined) return 'User';
  if (directory.groups.get(id) !== undefined) return 'Group';
  const principal = directory.servicePrincipal(id);
  if (principal === undefined) throw notFound(id);
  if (!directory.isVisible(principal)) throw notFound(id, true);
  return 'ServicePrincipal';
}

/** Default access is the role of all zeros; it exists only where an API has no role for this kind of principal. */
function checkRole(
  context: GraphContext,
  resource: ServicePrincipal,
  appRoleId: string,
  principalType: AppRoleAssignment['principalType'],
): void {
  if (appRoleId === DEFAULT_ACCESS) return;
  const role = context.directory.appRolesOf(resource).find((item) => item.id.toLowerCase() === appRoleId);
  if (role?.isEnabled !== true)
    throw badRequest(`Permission being assigned was not found on application '${resource.appId}'.`);
  const wanted = principalType === 'ServicePrincipal' ? 'Application' : 'User';
  if (!role.allowedMemberTypes.includes(wanted))
    throw badRequest(`The app role '${role.value}' cannot be assigned to a principal of type '${principalType}'.`);
}
