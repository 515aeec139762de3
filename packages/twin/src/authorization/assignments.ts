import { durationOf } from '../providers/durations.ts';
import type { Resource } from '../kernel/store.ts';
import type { World } from '../kernel/world.ts';
import { BUILT_IN_ROLES } from './built-in-roles.ts';
import type { RoleDefinition } from './built-in-roles.ts';

const ASSIGNMENT_TYPE = 'Microsoft.Authorization/roleAssignments';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/** How much sooner the control plane knows of an assignment than data planes, which cache. Assumption. */
const CONTROL_PLANE_SHARE = 0.2;

/** One role given to one principal at one scope. */
export interface Assignment {
  readonly id: string;
  readonly principalId: string;
  readonly role: RoleDefinition;
  /** Lower case, no trailing slash. */
  readonly scope: string;
  readonly controlPlaneFrom: number;
  readonly dataPlaneFrom: number;
}

/** Every assignment: the deployer's and the client's ownership of the subscriptions, then those in the store. */
export function assignmentsOf(world: World): readonly Assignment[] {
  return [...bootstrapAssignments(world), ...storedAssignments(world)];
}

/** The built-in role that `id` (GUID or resource id) names. */
export function roleDefinitionOf(id: string): RoleDefinition | undefined {
  const guid = lastSegment(id).toLowerCase();
  return BUILT_IN_ROLES.find((role) => role.id === guid);
}

/** Scope of a role assignment's id: what it extends. `/subscriptions/…/providers/Microsoft.Authorization/…` → `/subscriptions/…`. */
export function scopeOf(assignmentId: string): string {
  const marker = '/providers/microsoft.authorization/roleassignments/';
  const at = assignmentId.toLowerCase().lastIndexOf(marker);
  return (at === -1 ? assignmentId : assignmentId.slice(0, at)).toLowerCase();
}

/** Virtual time at which data planes obey an assignment made at `createdAt`. */
export function dataPlaneEffect(world: World, assignment: Pick<Resource, 'id' | 'createdAt'>): number {
  return assignment.createdAt + durationOf(world, 'roleAssignmentEffective', assignment.id);
}

function bootstrapAssignments(world: World): readonly Assignment[] {
  const { deploy, client, subscriptions } = world.tenant;
  const scopes = subscriptions.map(({ id }) => `/subscriptions/${id}`.toLowerCase());
  const owner = BUILT_IN_ROLES.find((role) => role.id === OWNER);
  if (owner === undefined) return [];
  return scopes.flatMap((scope) =>
    [deploy.objectId, client.objectId].map((principalId) => ({
      id: `${scope}/providers/${ASSIGNMENT_TYPE}/${world.guid(`owner:${principalId}`)}`,
      principalId,
      role: owner,
      scope,
      controlPlaneFrom: 0,
      dataPlaneFrom: 0,
    })),
  );
}

function storedAssignments(world: World): readonly Assignment[] {
  return world.store.ofType(ASSIGNMENT_TYPE).flatMap((resource) => {
    const { principalId, roleDefinitionId } = resource.properties;
    if (typeof principalId !== 'string' || typeof roleDefinitionId !== 'string') return [];
    const role = roleDefinitionOf(roleDefinitionId);
    if (role === undefined) return [];
    const dataPlaneFrom = dataPlaneEffect(world, resource);
    const delay = dataPlaneFrom - resource.createdAt;
    const controlPlaneFrom = resource.createdAt + Math.round(delay * CONTROL_PLANE_SHARE);
    return [{ id: resource.id, principalId, role, scope: scopeOf(resource.id), controlPlaneFrom, dataPlaneFrom }];
  });
}

function lastSegment(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
