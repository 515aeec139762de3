import type { Json, JsonObject } from '../kernel/store.ts';
import type { World } from '../kernel/world.ts';
import { refuse } from './errors.ts';
import { asObject, isObject } from './json.ts';

/**
 * The `identity` member of a resource as ARM completes it: principal ids of the system-assigned identity and of each
 * user-assigned one. Throws where a user-assigned identity does not exist.
 */
export function completeIdentity(world: World, id: string, identity: Json | undefined): JsonObject | undefined {
  if (!isObject(identity)) return undefined;
  const type = typeof identity['type'] === 'string' ? identity['type'] : 'None';
  if (type.toLowerCase() === 'none') return { type };
  const completed: Record<string, Json> = { type };
  if (/systemassigned/i.test(type)) {
    completed['principalId'] = world.guid(`system-identity:${id.toLowerCase()}`);
    completed['tenantId'] = world.tenant.tenantId;
  }
  if (/userassigned/i.test(type)) completed['userAssignedIdentities'] = completeUserAssigned(world, id, identity);
  return completed;
}

function completeUserAssigned(world: World, id: string, identity: JsonObject): JsonObject {
  const wanted = Object.keys(asObject(identity['userAssignedIdentities']));
  return Object.fromEntries(
    wanted.map((identityId) => {
      const resource = world.store.get(identityId);
      if (resource === undefined) throw identityMissing(id, identityId);
      const { principalId, clientId } = resource.properties;
      return [identityId, { principalId: principalId ?? null, clientId: clientId ?? null }];
    }),
  );
}

function identityMissing(id: string, identityId: string): Error {
  const inner = JSON.stringify({ error: { code: 'BadRequest', message: `Resource '${identityId}' was not found.` } });
  return refuse(
    400,
    'FailedIdentityOperation',
    `Identity operation for resource '${id}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: '${inner}'.'.`,
  );
}
