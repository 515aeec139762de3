import type { TwinResponse } from '../kernel/http.ts';
import type { JsonObject, Resource } from '../kernel/store.ts';
import { durationOf } from '../providers/durations.ts';
import type { Refusal } from '../providers/type-definition.ts';
import { objectBody, originOf, refusalError, requireRight, type Arm, type ArmContext } from './context.ts';
import { refuseDelete, removeWithHooks, startDelete } from './delete-run.ts';
import { armErrors } from './errors.ts';
import { parseFilter, satisfies } from './filter.ts';
import { asObject, asString } from './json.ts';
import { isKnownLocation, normaliseLocation, regionNames } from './locations.ts';
import { refuseLocked } from './locks.ts';
import { endOperation } from './operations.ts';
import type { AsyncOperation } from './state.ts';
import { enforce } from './rules.ts';
import { refuseTags } from './tag-rules.ts';
import { viewResource } from './view.ts';
import { requireSubscription } from './write-prepare.ts';
import { withState } from './write-run.ts';

export const GROUP_TYPE = 'Microsoft.Resources/resourceGroups';

/** Id of a resource group. */
export function groupId(subscriptionId: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
}

/** `GET /subscriptions/{id}/resourcegroups`. */
export function listGroups(context: ArmContext, subscriptionId: string): TwinResponse {
  requireRight(context, 'Microsoft.Resources/subscriptions/resourceGroups/read', `/subscriptions/${subscriptionId}`);
  requireSubscription(context.arm, { subscriptionId });
  const clauses = parseFilter(context.query.get('$filter'));
  const groups = context.arm.world.store.ofType(GROUP_TYPE).filter((group) => {
    const read = (field: string): string | undefined | null => (field === 'name' ? group.name : null);
    return satisfies(
      clauses.filter((clause) => clause.kind !== 'compare' || !clause.field.startsWith('tag')),
      read,
    );
  });
  return { status: 200, body: { value: groups.map((group) => view(context, group)) } };
}

/** GET and HEAD of a resource group. */
export function readGroup(context: ArmContext, subscriptionId: string, name: string): TwinResponse {
  const id = groupId(subscriptionId, name);
  requireRight(context, 'Microsoft.Resources/subscriptions/resourceGroups/read', id);
  requireSubscription(context.arm, { subscriptionId });
  const group = context.arm.world.store.get(id);
  if (group === undefined) throw armErrors.groupNotFound(name);
  const pending = group.properties['provisioningState'] === 'Deleting';
  // An existence check is answered 204, without a body.
  return context.method === 'HEAD' ? { status: 204, pending } : { status: 200, body: view(context, group), pending };
}

/** PUT and PATCH of a resource group: synchronous. */
export function writeGroup(context: ArmContext, subscriptionId: string, name: string): TwinResponse {
  const { arm } = context;
  const id = groupId(subscriptionId, name);
  requireRight(context, 'Microsoft.Resources/subscriptions/resourceGroups/write', id);
  requireSubscription(arm, { subscriptionId });
  const existing = arm.world.store.get(id);
  if (context.method === 'PATCH' && existing === undefined) throw armErrors.groupNotFound(name);
  const body = objectBody(context);
  const patch = context.method === 'PATCH' && existing !== undefined;
  const group = putGroup(arm, id, patch ? { location: existing.location ?? null, ...body } : body, context);
  arm.world.clock.spend(durationOf(arm.world, 'resourceGroup', id));
  return { status: existing === undefined ? 201 : 200, body: view(context, group) };
}

/** Stores a resource group. Throws where its location is missing, unknown or another than before. */
export function putGroup(
  arm: Arm,
  id: string,
  body: JsonObject,
  by: { readonly caller: { readonly principalId: string }; readonly apiVersion: string },
): Resource {
  const { store, clock } = arm.world;
  const name = id.split('/').at(-1) ?? '';
  const existing = store.get(id);
  const location = asString(body['location']);
  enforce(arm, 'resource-group-name', () => {
    refuseGroupName(name);
  });
  if (location === undefined) throw armErrors.locationRequired();
  enforce(arm, 'resource-location-known', () => {
    if (!isKnownLocation(location)) throw armErrors.locationUnavailable(location, GROUP_TYPE, regionNames());
  });
  enforce(arm, 'resource-group-location-fixed', () => {
    if (existing?.location !== undefined && existing.location !== normaliseLocation(location))
      throw armErrors.groupLocationChanged(existing.name, existing.location, location);
  });
  enforce(arm, 'resource-group-not-being-deleted', () => {
    if (existing?.properties['provisioningState'] === 'Deleting') throw armErrors.groupBeingDeleted(name);
  });
  refuseLocked(arm, id, 'write');
  refuseTags(arm, body['tags']);
  const tags = body['tags'] ?? undefined;
  const managedBy = asString(body['managedBy']);
  const group: Resource = {
    id: existing?.id ?? id,
    type: GROUP_TYPE,
    name: existing?.name ?? name,
    apiVersion: by.apiVersion,
    location: normaliseLocation(location),
    ...(tags === undefined ? {} : { tags: asObject(tags) as Record<string, string> }),
    ...(managedBy === undefined ? {} : { managedBy }),
    properties: { provisioningState: 'Succeeded' },
    secrets: {},
    etag: arm.world.guid(`etag:${id.toLowerCase()}:${arm.state.nextNumber()}`),
    createdAt: existing?.createdAt ?? clock.now,
    changedAt: clock.now,
    createdBy: existing?.createdBy ?? by.caller.principalId,
  };
  store.put(group);
  return group;
}

/** Up to 90 letters, digits and `-._()`, no period at the end (Azure naming rules). */
function refuseGroupName(name: string): void {
  const wrong = [...new Set(name.replaceAll(/[\p{L}\p{N}\-._()]/gu, ''))].join('');
  if (wrong !== '') throw armErrors.invalidGroupName(name, `has these invalid characters: '${wrong}'.`);
  if (name.endsWith('.')) throw armErrors.invalidGroupName(name, 'ends with a period.');
  if (name.length > 90) throw armErrors.invalidGroupName(name, `is longer than 90 characters: ${name.length}.`);
}

/** DELETE of a resource group: 202 + Location, everything inside goes in an order that its providers allow. */
export function deleteGroup(context: ArmContext, subscriptionId: string, name: string): TwinResponse {
  const { arm } = context;
  const id = groupId(subscriptionId, name);
  requireRight(context, 'Microsoft.Resources/subscriptions/resourceGroups/delete', id);
  requireSubscription(arm, { subscriptionId });
  const group = arm.world.store.get(id);
  if (group === undefined) throw armErrors.groupNotFound(name);
  refuseLocked(arm, group.id, 'delete');
  const operationId = arm.world.guid(`operation:${id.toLowerCase()}:${arm.state.nextNumber()}`);
  const operation: AsyncOperation = {
    id: operationId,
    style: 'location',
    kind: 'delete',
    resourceId: group.id,
    startedAt: arm.world.clock.now,
  };
  arm.state.operations.set(operationId, operation);
  arm.world.store.put(withState(group, 'Deleting'));
  deleteInside(arm, group.id, (refusal) => {
    endOperation(arm, operation, refusal);
  });
  const location = `${originOf(context)}/subscriptions/${subscriptionId}/operationresults/${operationId}?api-version=${context.apiVersion}`;
  return { status: 202, headers: { location, ...context.arm.retryAfter }, wrote: true };
}

/**
 * Deletes what its provider lets go, again after each deletion that has ended, until the group is empty. Where nothing
 * is left that may go, the group stays and says what held it.
 */
function deleteInside(arm: Arm, id: string, done: (refusal: Refusal | undefined) => void): void {
  const running = new Set<string>();
  const step = (): void => {
    const blocked: Refusal[] = [];
    for (const resource of deletable(arm, id)) {
      if (running.has(resource.id)) continue;
      const refusal = refuseDelete(arm, resource);
      if (refusal !== undefined) {
        blocked.push(refusal);
        continue;
      }
      running.add(resource.id);
      startDelete(arm, resource, () => {
        running.delete(resource.id);
        step();
      });
    }
    if (running.size > 0) return;
    const group = arm.world.store.get(id);
    if (blocked.length > 0 && group !== undefined) arm.world.store.put(withState(group, 'Succeeded'));
    else removeWithHooks(arm, id);
    done(blocked.length > 0 ? groupBlocked(id, blocked) : undefined);
  };
  // One event at least, so that the answer is 202 and not a race.
  arm.world.clock.after(0, id.toLowerCase(), step);
}

/**
 * Top level resources of the group, and children with a location of their own, such as the links of a private DNS zone:
 * the parent may not go before them. All other children, and extensions, go with what they belong to.
 */
function deletable(arm: Arm, id: string): readonly Resource[] {
  return arm.world.store
    .below(id)
    .filter((resource) => resource.id.slice(id.length).split('/').length === 5 || resource.location !== undefined)
    .filter((resource) => resource.properties['provisioningState'] !== 'Deleting');
}

function groupBlocked(id: string, blocked: readonly Refusal[]): Refusal {
  const details = blocked.map((refusal) => refusalError(refusal).body);
  const message = `Deletion of resource group '${id.split('/').at(-1) ?? ''}' failed as resources could not be deleted.`;
  return { status: 409, code: 'ResourceGroupDeletionBlocked', message, details };
}

/** `GET /subscriptions/{id}/operationresults/{operation}`: 202 while the group is being deleted. */
export function showGroupDeletion(context: ArmContext, operationId: string): TwinResponse {
  const operation = context.arm.state.operations.get(operationId.toLowerCase());
  if (operation === undefined) throw armErrors.notFound(context.path);
  if (operation.endedAt === undefined) {
    return { status: 202, headers: { location: context.request.url.href, ...context.arm.retryAfter }, pending: true };
  }
  if (operation.refusal !== undefined) throw refusalError(operation.refusal);
  return { status: 200 };
}

function view(context: ArmContext, group: Resource): JsonObject {
  return viewResource(group, undefined, context.query, context.arm.world);
}
