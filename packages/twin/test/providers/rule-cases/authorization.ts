import { SUBSCRIPTION, TENANT } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const ROLES = `${IDS.vault}/providers/Microsoft.Authorization/roleAssignments`;
const ROLE = `${ROLES}/33333333-2222-4333-8444-555555555555`;
const NEW = `${ROLES}/44444444-2222-4333-8444-555555555555`;
const NOBODY = '55555555-2222-4333-8444-555555555555';

/** Role assignments and locks. */
export const authorization: readonly RuleCase[] = [
  refuse(
    'role-assignment-name-guid',
    'InvalidRoleAssignmentId',
    ROLE,
    { [`${p}.principalId`]: TENANT.deploy.objectId },
    { as: `${ROLES}/reader` },
  ),
  refuse(
    'role-assignment-complete',
    'InvalidPrincipalId',
    ROLE,
    { [`${p}.principalId`]: 'chat' },
    { as: NEW, also: 'role-assignment-principal-found' },
  ),
  refuse(
    'role-assignment-definition-exists',
    'RoleDefinitionDoesNotExist',
    ROLE,
    { [`${p}.roleDefinitionId`]: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${NOBODY}` },
    { as: NEW },
  ),
  refuse('role-assignment-update-not-permitted', 'RoleAssignmentUpdateNotPermitted', ROLE, {
    [`${p}.principalId`]: TENANT.deploy.objectId,
  }),
  refuse('role-assignment-exists', 'RoleAssignmentExists', ROLE, {}, { as: NEW }),
  refuse('role-assignment-principal-found', 'PrincipalNotFound', ROLE, { [`${p}.principalId`]: NOBODY }, { as: NEW }),
  refuse(
    'role-assignment-principal-type',
    'UnmatchedPrincipalType',
    ROLE,
    { [`${p}.principalId`]: TENANT.deploy.objectId, [`${p}.principalType`]: 'User' },
    { as: NEW },
  ),
  refuse('lock-level', 'InvalidLockLevel', `${IDS.vault}/providers/Microsoft.Authorization/locks/keep`, {
    [`${p}.level`]: 'Sometimes',
  }),
];
