import type { Instant } from '../../kernel/clock.ts';
import type { AzureErrorBody } from '../../kernel/http.ts';
import { formatIsoDuration } from '../../kernel/iso-duration.ts';
import type { Json, JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { withoutUndefined } from '../view.ts';
import type { Deployment, DeploymentOperation } from './record.ts';

/**
 * A deployment as GET answers it; times are virtual. While it runs they are those of its last change, so that two looks
 * differ only where something happened.
 */
export function viewDeployment(deployment: Deployment): JsonObject {
  const { id, name, location, tags, state, error, outputs, endedAt, startedAt } = deployment;
  const until = endedAt ?? lastChange(deployment);
  const properties = withoutUndefined({
    templateHash: deployment.templateHash,
    parameters: deployment.parameters,
    mode: deployment.mode,
    provisioningState: state,
    timestamp: new Date(until).toISOString(),
    duration: formatIsoDuration(until - startedAt),
    correlationId: deployment.correlationId,
    providers: deployment.providers,
    dependencies: deployment.dependencies,
    outputs,
    outputResources:
      state === 'Succeeded' ? deployment.outputResources.map((resourceId) => ({ id: resourceId })) : undefined,
    error: error as unknown as Json | undefined,
  });
  return withoutUndefined({ id, name, type: 'Microsoft.Resources/deployments', location, tags, properties });
}

/** One entry of the operations list. */
export function viewOperation(deployment: Deployment, operation: DeploymentOperation, world: World): JsonObject {
  const { operationId, kind, state, startedAt, endedAt, statusCode, target, error } = operation;
  const until = endedAt ?? startedAt;
  const properties = withoutUndefined({
    provisioningOperation: kind,
    provisioningState: state,
    timestamp: new Date(until).toISOString(),
    duration: formatIsoDuration(until - startedAt),
    trackingId: world.guid(`tracking:${deployment.correlationId}:${operationId}`),
    serviceRequestId: world.guid(`service-request:${deployment.correlationId}:${operationId}`),
    statusCode,
    statusMessage: error === undefined ? undefined : failedStatus(error),
    targetResource: target === undefined ? undefined : withoutUndefined(target),
  });
  return {
    id: `${deployment.id}/operations/${operationId}`,
    operationId,
    // The Bicep CLI (0.49.2) reads each operation from the content of its request, found by trying.
    properties: { ...properties, request: { content: { operationId, properties } } },
  };
}

function lastChange({ startedAt, operations }: Deployment): Instant {
  return Math.max(startedAt, ...operations.map((operation) => operation.endedAt ?? operation.startedAt));
}

function failedStatus(error: AzureErrorBody): JsonObject {
  return { status: 'Failed', error: error as unknown as Json };
}
