import type { TwinResponse } from '../kernel/http.ts';
import type { JsonObject } from '../kernel/store.ts';
import type { Refusal } from '../providers/type-definition.ts';
import { originOf, type Arm, type ArmContext } from './context.ts';
import { armErrors } from './errors.ts';
import { omit } from './json.ts';
import { parseResourceId } from './ids.ts';
import type { AsyncOperation } from './state.ts';
import { viewResource, withoutUndefined } from './view.ts';

/** Starts the record of a long-running operation on `resourceId`. */
export function createOperation(
  arm: Arm,
  resourceId: string,
  kind: AsyncOperation['kind'],
  style: AsyncOperation['style'],
): AsyncOperation {
  const id = arm.world.guid(`operation:${resourceId.toLowerCase()}:${arm.state.nextNumber()}`);
  const operation: AsyncOperation = { id, style, kind, resourceId, startedAt: arm.world.clock.now };
  arm.state.operations.set(id, operation);
  return operation;
}

/** Ends an operation, in failure where `refusal` is given. */
export function endOperation(arm: Arm, operation: AsyncOperation, refusal: Refusal | undefined): void {
  operation.endedAt = arm.world.clock.now;
  if (refusal !== undefined) operation.refusal = refusal;
}

/** The headers that lead a client to the operation, in the provider's style. */
export function operationHeaders(context: ArmContext, operation: AsyncOperation): Record<string, string> {
  const { namespace, subscriptionId } = parseResourceId(operation.resourceId);
  const scope = subscriptionId === undefined ? '' : `/subscriptions/${subscriptionId}`;
  const base = `${originOf(context)}${scope}/providers/${namespace}/locations/global`;
  const query = `?api-version=${context.apiVersion}`;
  const result = `${base}/operationResults/${operation.id}${query}`;
  if (operation.style === 'location') {
    return { location: selfPolled(context, operation) ?? result, ...context.arm.retryAfter };
  }
  const status = {
    'azure-asyncoperation': `${base}/operationStatuses/${operation.id}${query}`,
    ...context.arm.retryAfter,
  };
  return operation.kind === 'delete' ? { ...status, location: result } : status;
}

/** What lies below a service of API Management is polled under its own address (facts/apim.md section 1.1). */
function selfPolled(context: ArmContext, { id, kind, resourceId }: AsyncOperation): string | undefined {
  if (!/\/Microsoft\.ApiManagement\/service\/[^/]+\//i.test(resourceId)) return undefined;
  const query = `api-version=${context.apiVersion}&asyncId=${id}&asyncCode=${kind === 'delete' ? 204 : 200}`;
  return `${originOf(context)}${resourceId}?${query}`;
}

/** `GET …/operationStatuses/{id}`: always 200, the body says how it stands. */
export function showOperationStatus(context: ArmContext, id: string): TwinResponse {
  const operation = findOperation(context, id);
  const status =
    operation.endedAt === undefined ? 'InProgress' : operation.refusal === undefined ? 'Succeeded' : 'Failed';
  const body = withoutUndefined({
    id: context.path,
    name: operation.id,
    status,
    startTime: new Date(operation.startedAt).toISOString(),
    endTime: operation.endedAt === undefined ? undefined : new Date(operation.endedAt).toISOString(),
    error: operation.refusal === undefined ? undefined : errorOf(operation.refusal),
  });
  const pending = operation.endedAt === undefined;
  return { status: 200, body, headers: pending ? context.arm.retryAfter : {}, pending };
}

/** `GET …/operationResults/{id}`: 202 while it runs, then what the operation itself would have answered. */
export function showOperationResult(context: ArmContext, id: string): TwinResponse {
  const operation = findOperation(context, id);
  if (operation.endedAt === undefined) {
    const headers = { location: context.request.url.href, ...context.arm.retryAfter };
    return { status: 202, headers, pending: true };
  }
  if (operation.refusal !== undefined) {
    return { status: operation.refusal.status, body: { error: errorOf(operation.refusal) } };
  }
  const resource = context.arm.world.store.get(operation.resourceId);
  if (operation.kind === 'delete' || resource === undefined) return { status: 204 };
  const definition = context.arm.ports.definitions.get(resource.type.toLowerCase());
  const body = viewResource(resource, definition, context.query, context.arm.world);
  return { status: 200, body, headers: { etag: `"${resource.etag}"` } };
}

function findOperation(context: ArmContext, id: string): AsyncOperation {
  const operation = context.arm.state.operations.get(id.toLowerCase());
  if (operation === undefined) throw armErrors.notFound(context.path);
  return operation;
}

function errorOf(refusal: Refusal): JsonObject {
  return omit(refusal, 'status', 'curedByTime') as unknown as JsonObject;
}
