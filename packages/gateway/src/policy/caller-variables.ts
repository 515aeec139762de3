import type { Access } from '@lz/config';
import { literal, text, variable, variableOfStatements } from './pieces.ts';

/** Who calls, in words that the following policies compare. */
export interface CallerOptions {
  /** Names of groups with their object ids. */
  readonly groups: Access['groups'];
}

/**
 * What the token says of the caller. Lists are compared item by item here, and only our own words go into variables: a
 * role or a group whose name holds a comma can be taken for no other.
 *
 * `person`: the object id, which never changes. `roles` and `groups`: `,admin,user,`. `role` and `group`: the first of
 * them, for metrics.
 */
export function callerVariables({ groups }: CallerOptions): string {
  return [
    variableOfStatements(
      'person',
      `${claims} return claims.ContainsKey("oid") && claims["oid"].Length == 1 ? claims["oid"][0] : ""; `,
    ),
    listVariable('roles', 'roles', { admin: 'admin', user: 'user' }),
    listVariable('groups', 'groups', groups),
    firstOf('role', 'roles'),
    firstOf('group', 'groups'),
  ].join('\n');
}

const claims = ' var claims = ((Jwt)context.Variables["token"]).Claims;';

/** The names of those values that the claim holds. */
function listVariable(name: string, claim: string, values: Readonly<Record<string, string>>): string {
  const parts = Object.entries(values).map(
    ([word, value]) => `(held.Contains(${literal(value)}) ? ${literal(`${word},`)} : "")`,
  );
  return variableOfStatements(
    name,
    `${claims} var held = claims.ContainsKey("${claim}") ? claims["${claim}"] : new string[0]; return ${['","', ...parts].join(' + ')}; `,
  );
}

function firstOf(name: string, list: string): string {
  return variable(name, `${text(list)} == "," ? "none" : ${text(list)}.Split(',')[1]`);
}

/** Whether the caller has the role. */
export function hasRole(role: string): string {
  return `${text('roles')}.Contains(${literal(`,${role},`)})`;
}

/** Whether the caller is in the group of that name. */
export function isInGroup(name: string): string {
  return `${text('groups')}.Contains(${literal(`,${name},`)})`;
}
