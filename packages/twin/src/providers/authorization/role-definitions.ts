import { BUILT_IN_ROLES } from '../../authorization/built-in-roles.ts';
import type { RoleDefinition } from '../../authorization/built-in-roles.ts';
import { roleDefinitionOf } from '../../authorization/assignments.ts';
import { rolesAt } from '../../authorization/authorize.ts';
import { AzureError, json } from '../../kernel/http.ts';
import type { ProviderOperation } from '../type-definition.ts';

const VERSIONS = ['2022-04-01', '2022-05-01-preview', '2018-07-01', '2018-01-01-preview', '2015-07-01'];
const ACTION = 'Microsoft.Authorization/roleDefinitions/read';

/** `GET …/roleDefinitions`, with the filters that clients use: by role name and by kind. */
const list: ProviderOperation = {
  method: 'GET',
  path: 'providers/Microsoft.Authorization/roleDefinitions',
  apiVersions: VERSIONS,
  action: ACTION,
  handle: ({ subscriptionId, query }) => {
    const wanted = filterOf(query.get('$filter'));
    const roles = BUILT_IN_ROLES.filter((role) => wanted.name === undefined || role.name === wanted.name);
    return json(200, { value: wanted.custom ? [] : roles.map((role) => shown(subscriptionId, role)) });
  },
};

/** `GET …/roleDefinitions/{guid}`. */
const read: ProviderOperation = {
  method: 'GET',
  path: 'providers/Microsoft.Authorization/roleDefinitions/{roleId}',
  apiVersions: VERSIONS,
  action: ACTION,
  handle: ({ subscriptionId, parameters }) => {
    const id = parameters['roleId'] ?? '';
    const role = roleDefinitionOf(id);
    if (role === undefined)
      throw new AzureError(404, {
        code: 'RoleDefinitionDoesNotExist',
        message: `The specified role definition with ID '${id.replaceAll('-', '')}' does not exist.`,
      });
    return json(200, shown(subscriptionId, role));
  },
};

/** `GET …/permissions`: what the caller's own roles allow at the subscription or the group, one entry a role. */
const permissions: readonly ProviderOperation[] = ['', 'resourceGroups/{resourceGroup}/'].map((scope) => ({
  method: 'GET',
  path: `${scope}providers/Microsoft.Authorization/permissions`,
  apiVersions: VERSIONS,
  action: 'Microsoft.Authorization/permissions/read',
  handle: ({ world, subscriptionId, parameters, principalId }) => {
    const { resourceGroup } = parameters;
    const group = resourceGroup === undefined ? '' : `/resourceGroups/${resourceGroup}`;
    const roles = rolesAt(world, principalId, `/subscriptions/${subscriptionId}${group}`);
    return json(200, {
      value: roles.map(({ actions, notActions, dataActions, notDataActions }) => ({
        actions,
        notActions,
        dataActions,
        notDataActions,
      })),
    });
  },
}));

/** Reads of the built-in roles. Custom roles are not known: a write of one is refused as an unknown type. */
export const authorizationOperations: readonly ProviderOperation[] = [list, read, ...permissions];

function filterOf(filter: string | null): { readonly name: string | undefined; readonly custom: boolean } {
  if (filter === null || filter === 'atScope()') return { name: undefined, custom: false };
  const name = /^roleName eq '([^']*)'$/i.exec(filter)?.[1];
  const kind = /^type eq '(BuiltInRole|CustomRole)'$/i.exec(filter)?.[1];
  if (name === undefined && kind === undefined)
    throw new AzureError(400, {
      code: 'UnsupportedFilter',
      message: `The twin does not support the filter '${filter}' on role definitions.`,
    });
  return { name, custom: kind?.toLowerCase() === 'customrole' };
}

function shown(subscriptionId: string, role: RoleDefinition) {
  const scope = `/subscriptions/${subscriptionId}`;
  const { actions, notActions, dataActions, notDataActions } = role;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`,
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.id,
    properties: {
      roleName: role.name,
      type: 'BuiltInRole',
      description: role.description,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions, notDataActions }],
    },
  };
}
