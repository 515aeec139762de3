import type { Refusal } from '../providers/type-definition.ts';
import type { World } from '../kernel/world.ts';
import { directoryOf } from '../entra/directory.ts';
import { assignmentsOf } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import type { RoleDefinition } from './built-in-roles.ts';

/** Whether a principal may do something now, never, or once an assignment has propagated. */
export type Allowance = 'yes' | 'no' | 'not-effective-yet';

/**
 * ARM's check of a control-plane `action` (`Microsoft.Network/virtualNetworks/write`) at `scope`: undefined if allowed,
 * else AuthorizationFailed in ARM's words.
 */
export function authorize(world: World, principalId: string, action: string, scope: string): Refusal | undefined {
  const allowance = decide(world, principalId, scope, 'controlPlaneFrom', ({ role }) =>
    allows(role.actions, role.notActions, action),
  );
  if (allowance === 'yes') return undefined;
  const appId = directoryOf(world).servicePrincipal(principalId)?.appId ?? principalId;
  return {
    status: 403,
    code: 'AuthorizationFailed',
    message:
      `The client '${appId}' with object id '${principalId}' does not have authorization to perform action ` +
      `'${action}' over scope '${scope}' or the scope is invalid. ` +
      'If access was recently granted, please refresh your credentials.',
    ...(allowance === 'not-effective-yet' ? { curedByTime: true } : {}),
  };
}

/** Whether `principalId` may do `dataAction` (`Microsoft.KeyVault/vaults/secrets/getSecret/action`) at `scope`, a resource id. */
export function hasDataAction(world: World, principalId: string, dataAction: string, scope: string): Allowance {
  return decide(world, principalId, scope, 'dataPlaneFrom', ({ role }) =>
    allows(role.dataActions, role.notDataActions, dataAction),
  );
}

/** The roles that `principalId` holds at `scope` and that are in effect for the control plane. */
export function rolesAt(world: World, principalId: string, scope: string): readonly RoleDefinition[] {
  const holders = holdersOf(world, principalId);
  const wanted = scope.toLowerCase().replace(/\/+$/, '');
  return assignmentsOf(world)
    .filter((item) => holders.includes(item.principalId.toLowerCase()) && covers(item.scope, wanted))
    .filter((item) => item.controlPlaneFrom <= world.clock.now)
    .map(({ role }) => role);
}

/** Whether Entra knows `principalId` and every part of Azure can see it already. */
export function principalExists(world: World, principalId: string): boolean {
  const directory = directoryOf(world);
  if (directory.people.get(principalId) !== undefined || directory.groups.get(principalId) !== undefined) return true;
  const found = directory.servicePrincipal(principalId);
  return found !== undefined && directory.isVisible(found);
}

function decide(
  world: World,
  principalId: string,
  scope: string,
  from: 'controlPlaneFrom' | 'dataPlaneFrom',
  grants: (assignment: Assignment) => boolean,
): Allowance {
  const holders = holdersOf(world, principalId);
  const wanted = scope.toLowerCase().replace(/\/+$/, '');
  const granting = assignmentsOf(world).filter(
    (item) => holders.includes(item.principalId.toLowerCase()) && covers(item.scope, wanted) && grants(item),
  );
  if (granting.some((item) => item[from] <= world.clock.now)) return 'yes';
  // Whoever is told to wait must find something to wait for.
  for (const item of granting) world.clock.at(item[from], `role-assignment:${item.id.toLowerCase()}`, () => undefined);
  return granting.length > 0 ? 'not-effective-yet' : 'no';
}

function holdersOf(world: World, principalId: string): readonly string[] {
  const groups = directoryOf(world).people.get(principalId)?.memberOf ?? [];
  return [principalId, ...groups].map((id) => id.toLowerCase());
}

function covers(assigned: string, wanted: string): boolean {
  return assigned === '' || assigned === '/' || wanted === assigned || wanted.startsWith(`${assigned}/`);
}

function allows(granted: readonly string[], excepted: readonly string[], action: string): boolean {
  return granted.some((pattern) => matches(pattern, action)) && !excepted.some((pattern) => matches(pattern, action));
}

/** Azure's wildcard: `*` stands for any text, slashes included. */
function matches(pattern: string, action: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'i').test(action);
}
