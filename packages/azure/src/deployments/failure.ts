import type { AzureClient } from '../client.ts';
import { distinctLeafErrors, leafErrorsOfBody, type LeafError } from '../leaf-errors.ts';
import { DeploymentFailedError, type Deployment } from './model.ts';
import { nestedDeploymentId, readOperations, type OperationNode } from './operations.ts';

/** Finds the leaf errors of a failed deployment: its operations, recursively, and its own error where those say nothing. */
export async function deploymentFailure(
  client: AzureClient,
  deployment: Deployment,
  tenantId?: string,
): Promise<DeploymentFailedError> {
  const { correlationId, error } = deployment.properties;
  const context = {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
  const nodes = await readOperations(client, deployment.id);
  const fromOperations = nodes.flatMap((node) => leavesOf(node, context));
  const leaves = fromOperations.length > 0 ? fromOperations : leafErrorsOfBody({ error }, context);
  return new DeploymentFailedError(deployment, distinctLeafErrors(leaves));
}

function leavesOf(node: OperationNode, context: { correlationId?: string; tenantId?: string }): readonly LeafError[] {
  const { provisioningState, statusMessage, targetResource } = node.operation.properties;
  if (!/^failed$/i.test(provisioningState)) return [];
  const below = node.children.flatMap((child) => leavesOf(child, context));
  if (below.length > 0) return below;
  const resourceId = nestedDeploymentId(node.operation) ?? targetResource?.id;
  return leafErrorsOfBody(statusMessage, { ...context, ...(resourceId === undefined ? {} : { resourceId }) });
}
