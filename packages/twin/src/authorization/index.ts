export { BUILT_IN_ROLES } from './built-in-roles.ts';
export type { RoleDefinition } from './built-in-roles.ts';
export { assignmentsOf, dataPlaneEffect, roleDefinitionOf } from './assignments.ts';
export type { Assignment } from './assignments.ts';
export { authorize, hasDataAction, principalExists, rolesAt } from './authorize.ts';
export type { Allowance } from './authorize.ts';
