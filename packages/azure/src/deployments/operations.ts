import type { AzureClient } from '../client.ts';
import { isOver } from '../provisioning-state.ts';
import { DEPLOYMENTS_API, type DeploymentOperation } from './model.ts';

const NESTED = /\/providers\/Microsoft\.Resources\/deployments\/[^/]+$/i;

/** An operation and the deployment that it is a step of. */
export interface OperationNode {
  readonly deploymentId: string;
  readonly operation: DeploymentOperation;
  /** Steps of the nested deployment that this operation is; empty for a plain resource. */
  readonly children: readonly OperationNode[];
}

/**
 * Reads the operations of a deployment and of everything nested in it, one request after the other: concurrent polls
 * would make the twin's virtual time depend on who arrives first. `finished` remembers nested deployments that are over,
 * so that a poll asks only for what can still change.
 */
export async function readOperations(
  client: AzureClient,
  deploymentId: string,
  finished = new Map<string, readonly OperationNode[]>(),
): Promise<readonly OperationNode[]> {
  const operations = await client.list<DeploymentOperation>(`${deploymentId}/operations`, DEPLOYMENTS_API);
  const nodes: OperationNode[] = [];
  for (const operation of operations) {
    nodes.push({ deploymentId, operation, children: await readChildren(client, operation, finished) });
  }
  return nodes;
}

async function readChildren(
  client: AzureClient,
  operation: DeploymentOperation,
  finished: Map<string, readonly OperationNode[]>,
): Promise<readonly OperationNode[]> {
  const id = nestedDeploymentId(operation);
  if (id === undefined) return [];
  const key = id.toLowerCase();
  const known = finished.get(key);
  if (known !== undefined) return known;
  const children = await readOperations(client, id, finished);
  if (isOver(operation.properties.provisioningState)) finished.set(key, children);
  return children;
}

/** Id of the nested deployment that an operation runs; undefined for a plain resource. */
export function nestedDeploymentId(operation: DeploymentOperation): string | undefined {
  const id = operation.properties.targetResource?.id;
  return id !== undefined && NESTED.test(id) ? id : undefined;
}

/** All operations on plain resources, however deep, in the order of ARM's lists. */
export function resourceOperations(nodes: readonly OperationNode[]): readonly DeploymentOperation[] {
  return nodes.flatMap((node) => {
    if (nestedDeploymentId(node.operation) !== undefined) return resourceOperations(node.children);
    return node.operation.properties.targetResource?.id === undefined ? [] : [node.operation];
  });
}
