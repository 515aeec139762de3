import { dataPlaneEffect, roleDefinitionOf, scopeOf } from '../../authorization/assignments.ts';
import { principalExists } from '../../authorization/authorize.ts';
import { directoryOf } from '../../entra/directory.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { defineType } from '../common/define.ts';
import { nameOf, sameId, subscriptionOf } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { WriteRequest } from '../type-definition.ts';

const TYPE = 'Microsoft.Authorization/roleAssignments';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SOURCE = 'facts/azure.md section 4, role assignment';

/** A role given to a principal at a scope. Takes effect on data planes after a while, see `dataPlaneEffect`. */
export const roleAssignments = defineType({
  type: TYPE,
  apiVersions: ['2022-04-01', '2020-10-01-preview', '2020-08-01-preview', '2020-04-01-preview', '2018-09-01-preview'],
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    rule('role-assignment-name-guid', SOURCE, ({ name }) =>
      GUID.test(name)
        ? undefined
        : refusal(
            400,
            'InvalidRoleAssignmentId',
            `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
          ),
    ),
    rule('role-assignment-complete', SOURCE, ({ properties }) =>
      GUID.test(textAt(properties, 'principalId') ?? '') && textAt(properties, 'roleDefinitionId') !== undefined
        ? undefined
        : refusal(
            400,
            'InvalidPrincipalId',
            'The Principal ID or the role definition ID in the request is not valid. Principal ID must be a GUID.',
          ),
    ),
    rule('role-assignment-definition-exists', SOURCE, ({ properties }) => {
      const id = textAt(properties, 'roleDefinitionId') ?? '';
      if (roleDefinitionOf(id) !== undefined) return undefined;
      return refusal(
        400,
        'RoleDefinitionDoesNotExist',
        `The specified role definition with ID '${compact(nameOf(id))}' does not exist.`,
      );
    }),
    rule('role-assignment-update-not-permitted', SOURCE, ({ existing, properties }) => {
      if (existing === undefined) return undefined;
      const changed =
        !same(existing.properties, properties, 'principalId') ||
        !sameRole(existing.properties, properties) ||
        (textAt(properties, 'principalType') !== undefined && !same(existing.properties, properties, 'principalType'));
      if (!changed) return undefined;
      return refusal(
        400,
        'RoleAssignmentUpdateNotPermitted',
        'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
      );
    }),
    rule('role-assignment-exists', SOURCE, ({ id, properties }, world) => {
      const twin = world.store
        .ofType(TYPE)
        .find(
          (other) =>
            !sameId(other.id, id) &&
            scopeOf(other.id) === scopeOf(id) &&
            same(other.properties, properties, 'principalId') &&
            sameRole(other.properties, properties),
        );
      if (twin === undefined) return undefined;
      return refusal(
        409,
        'RoleAssignmentExists',
        `The role assignment already exists. The ID of the existing role assignment is ${compact(twin.name)}.`,
      );
    }),
    rule('role-assignment-principal-found', SOURCE, ({ existing, properties }, world) => {
      // A given principal type skips the look-up in the directory, and with it the wait for replication.
      if (existing !== undefined || textAt(properties, 'principalType') !== undefined) return undefined;
      const principalId = textAt(properties, 'principalId') ?? '';
      if (principalExists(world, principalId)) return undefined;
      return refusal(
        400,
        'PrincipalNotFound',
        `Principal ${compact(principalId)} does not exist in the directory ${world.tenant.tenantId}. Check that you ` +
          'have the correct principal ID. If you are creating this principal and then immediately assigning a role, ' +
          'this error might be related to a replication delay. In this case, set the role assignment principalType ' +
          'property to a value, such as ServicePrincipal, User, or Group. See https://aka.ms/docs-principaltype',
      );
    }),
    rule('role-assignment-principal-type', SOURCE, ({ properties }, world) => {
      const principalId = textAt(properties, 'principalId') ?? '';
      const claimed = textAt(properties, 'principalType');
      const actual = principalTypeOf(world, principalId);
      if (claimed === undefined || actual === undefined || claimed === actual) return undefined;
      return refusal(
        400,
        'UnmatchedPrincipalType',
        `The PrincipalId '${compact(principalId)}' has type '${actual}', which is different from specified PrincipalType '${claimed}'.`,
      );
    }),
  ],
  keep: ({ id, properties }) => ({ ...properties, roleDefinitionId: canonicalRole(id, properties) }),
  defaults: ({ properties }, world) => ({
    principalType: principalTypeOf(world, textAt(properties, 'principalId') ?? '') ?? 'ServicePrincipal',
    condition: null,
    conditionVersion: null,
    delegatedManagedIdentityResourceId: null,
    description: null,
  }),
  readOnly: readOnlyMembers,
  afterComplete: wakeWhenEffective,
});

function readOnlyMembers(request: WriteRequest, world: World): JsonObject {
  const now = new Date(world.clock.now).toISOString();
  const before = request.existing?.properties;
  return {
    scope: request.parentId,
    createdOn: textAt(before, 'createdOn') ?? now,
    createdBy: textAt(before, 'createdBy') ?? request.principalId,
    updatedOn: textAt(before, 'updatedOn') ?? now,
    updatedBy: textAt(before, 'updatedBy') ?? request.principalId,
  };
}

/** Gives the clock an event at the instant of effect, so that whoever waits for the role arrives there. */
function wakeWhenEffective(resource: Resource, world: World): void {
  world.clock.at(dataPlaneEffect(world, resource), `role-assignment:${resource.id.toLowerCase()}`, () => undefined);
}

function principalTypeOf(world: World, principalId: string): 'User' | 'Group' | 'ServicePrincipal' | undefined {
  const directory = directoryOf(world);
  if (directory.people.get(principalId) !== undefined) return 'User';
  if (directory.groups.get(principalId) !== undefined) return 'Group';
  return directory.servicePrincipal(principalId) === undefined ? undefined : 'ServicePrincipal';
}

/** Azure shows the role's id below the subscription, however it was written. */
function canonicalRole(assignmentId: string, properties: JsonObject): string {
  const guid = nameOf(textAt(properties, 'roleDefinitionId') ?? '');
  return `${subscriptionOf(assignmentId)}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

function same(a: JsonObject, b: JsonObject, path: string): boolean {
  return (textAt(a, path) ?? '').toLowerCase() === (textAt(b, path) ?? '').toLowerCase();
}

function sameRole(a: JsonObject, b: JsonObject): boolean {
  return sameId(nameOf(textAt(a, 'roleDefinitionId') ?? ''), nameOf(textAt(b, 'roleDefinitionId') ?? ''));
}

function compact(guid: string): string {
  return guid.replaceAll('-', '');
}
