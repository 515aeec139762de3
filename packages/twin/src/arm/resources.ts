import type { TwinResponse } from '../kernel/http.ts';
import type { JsonObject, Resource } from '../kernel/store.ts';
import type { Refusal } from '../providers/type-definition.ts';
import { jsonBody, objectBody, refusalError, requireRight, type ArmContext } from './context.ts';
import { definitionOf } from './definitions.ts';
import { refuseDelete, startDelete } from './delete-run.ts';
import { armErrors } from './errors.ts';
import type { ResourceId } from './ids.ts';
import { refuseLocked } from './locks.ts';
import { createOperation, endOperation, operationHeaders, showOperationResult } from './operations.ts';
import { isUnfinished, viewResource } from './view.ts';
import { matchesEtag, prepareWrite, requireGroup, requireSubscription } from './write-prepare.ts';
import { startWrite } from './write-run.ts';

/** GET and HEAD of one resource. */
export function readResource(context: ArmContext, id: ResourceId): TwinResponse {
  requireRight(context, `${id.type}/read`, id.id);
  const polled = context.query.get('asyncid');
  if (polled !== null) return showOperationResult(context, polled);
  const { arm } = context;
  const { resource, definition } = findResource(context, id);
  if (definition.headOnly === true) {
    if (context.method === 'HEAD') return { status: 204 };
    throw armErrors.methodNotAllowed(context.method, context.path);
  }
  const body = viewResource(resource, definition, context.query, arm.world);
  const pending = isUnfinished(resource, definition, arm.world);
  // A client that polls the resource itself is told how soon; Azure leaves it its own 30 s (facts/clients.md section 2).
  return { status: 200, body, headers: { ...etagHeader(resource), ...(pending ? arm.retryAfter : {}) }, pending };
}

/** PUT and PATCH of one resource, answered in the provider's style. */
export function writeResource(context: ArmContext, id: ResourceId): TwinResponse {
  const { arm } = context;
  requireRight(context, `${id.type}/write`, id.id);
  const prepared = prepareWrite(arm, {
    id: id.id,
    body: bodyOf(context, id),
    apiVersion: context.apiVersion,
    principalId: context.caller.principalId,
    method: context.method === 'PATCH' ? 'PATCH' : 'PUT',
    ifMatch: context.request.headers['if-match'],
    ifNoneMatch: context.request.headers['if-none-match'],
  });
  const asyncStyle =
    context.method === 'PATCH' && prepared.definition.patchesAtOnce === true ? 'none' : prepared.definition.asyncStyle;
  const { id: canonical } = prepared.request;
  const operation =
    asyncStyle === 'azure-async-operation' || asyncStyle === 'location'
      ? createOperation(arm, canonical, 'write', asyncStyle)
      : undefined;
  let failure: Refusal | undefined;
  const running = startWrite(arm, prepared, (refusal) => {
    failure = refusal;
    if (operation !== undefined) endOperation(arm, operation, refusal);
  });
  // A synchronous provider keeps its caller waiting: that is when the time passes.
  if (asyncStyle === 'none' || running.durationMs === 0) arm.world.clock.spend(running.durationMs);
  if (failure !== undefined && asyncStyle === 'none') throw refusalError(failure);
  const polled = asyncStyle === 'provisioning-state' && running.durationMs > 0 ? arm.retryAfter : {};
  const headers = operation === undefined ? polled : operationHeaders(context, operation);
  if (asyncStyle === 'location' && operation?.endedAt === undefined) return { status: 202, headers, wrote: true };
  const resource = arm.world.store.get(canonical);
  if (resource === undefined) throw armErrors.resourceNotFound(id.type, id.names, id.resourceGroup);
  return {
    status: running.isNew ? 201 : 200,
    body: viewResource(resource, prepared.definition, context.query, arm.world),
    headers: { ...headers, ...etagHeader(resource) },
    wrote: true,
  };
}

function bodyOf(context: ArmContext, { type }: ResourceId): JsonObject {
  const isEmpty = context.request.body.length === 0;
  return isEmpty && context.arm.ports.definitions.get(type.toLowerCase())?.bodyOptional === true
    ? {}
    : objectBody(context);
}

/** DELETE of one resource: 204 where there is none. */
export function deleteResource(context: ArmContext, id: ResourceId): TwinResponse {
  const { arm } = context;
  requireRight(context, `${id.type}/delete`, id.id);
  requireSubscription(arm, id);
  const definition = definitionOf(arm, id.type, context.apiVersion);
  const resource = arm.world.store.get(id.id);
  if (resource === undefined) return { status: 204 };
  const ifMatch = context.request.headers['if-match'];
  if (definition.ifMatchRequired === true && ifMatch === undefined) throw armErrors.ifMatchRequired();
  if (!matchesEtag(ifMatch, resource)) throw armErrors.preconditionFailed(id.id);
  refuseLocked(arm, resource.id, 'delete');
  const refusal = refuseDelete(arm, resource, context.query);
  if (refusal !== undefined) throw refusalError(refusal);
  const synchronous =
    definition.deletesAtOnce?.(context.apiVersion) ??
    (definition.asyncStyle === 'none' || definition.deleteDuration === undefined);
  const style = definition.asyncStyle === 'location' ? 'location' : 'azure-async-operation';
  const operation = synchronous ? undefined : createOperation(arm, resource.id, 'delete', style);
  const durationMs = startDelete(arm, resource, () => {
    if (operation !== undefined) endOperation(arm, operation, undefined);
  });
  if (operation === undefined) {
    arm.world.clock.spend(durationMs);
    return { status: 200 };
  }
  return { status: 202, headers: operationHeaders(context, operation), wrote: true };
}

/** POST of an action below a resource: `…/listKeys`. */
export async function runAction(context: ArmContext, id: ResourceId, action: string): Promise<TwinResponse> {
  requireRight(context, `${id.type}/${action}/action`, id.id);
  const { resource, definition } = findResource(context, id);
  const handler = definition.actions?.[action.toLowerCase()];
  if (handler === undefined) throw armErrors.notImplemented(`the action '${action}' of ${definition.type}`);
  const { world } = context.arm;
  const response = await handler({
    resource,
    world,
    body: jsonBody(context),
    query: context.query,
    principalId: context.caller.principalId,
  });
  return { wrote: false, ...response };
}

/** The resource and its definition. Throws in the order ARM looks: subscription, group, type, resource. */
function findResource(
  context: ArmContext,
  id: ResourceId,
): { resource: Resource; definition: ReturnType<typeof definitionOf> } {
  const { arm } = context;
  requireSubscription(arm, id);
  requireGroupForRead(context, id);
  const definition = definitionOf(arm, id.type, context.apiVersion);
  const resource = arm.world.store.get(id.id);
  if (resource === undefined) throw armErrors.resourceNotFound(id.type, id.names, id.resourceGroup);
  return { resource, definition };
}

/** Unlike a write, a read goes on while the group is being deleted. */
function requireGroupForRead({ arm }: ArmContext, id: ResourceId): void {
  const groupId = `/subscriptions/${id.subscriptionId ?? ''}/resourceGroups/${id.resourceGroup ?? ''}`;
  if (id.resourceGroup !== undefined && !arm.world.store.has(groupId)) requireGroup(arm, id);
}

function etagHeader(resource: Resource): Record<string, string> {
  return { etag: `"${resource.etag}"` };
}
