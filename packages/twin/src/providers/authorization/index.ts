import type { TypeDefinition } from '../type-definition.ts';
import { locks } from './locks.ts';
import { roleAssignments } from './role-assignments.ts';

export { authorizationOperations } from './role-definitions.ts';

/** Types of Microsoft.Authorization. */
export const authorizationDefinitions: readonly TypeDefinition[] = [roleAssignments, locks];
