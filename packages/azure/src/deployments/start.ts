import type { AzureClient } from '../client.ts';
import { isOver } from '../provisioning-state.ts';
import {
  DEPLOYMENTS_API,
  deploymentPath,
  FINGERPRINT_TAG,
  type Deployment,
  type DeploymentRequest,
  type DeploymentTarget,
} from './model.ts';

/** The last deployment of a name, or undefined where there never was one. */
export function findDeployment(client: AzureClient, target: DeploymentTarget): Promise<Deployment | undefined> {
  return client.find<Deployment>(deploymentPath(target), DEPLOYMENTS_API);
}

/** The deployment of a name while it runs: one to adopt rather than to collide with (`DeploymentActive`). */
export async function findRunning(client: AzureClient, target: DeploymentTarget): Promise<Deployment | undefined> {
  const deployment = await findDeployment(client, target);
  return deployment !== undefined && !isOver(deployment.properties.provisioningState) ? deployment : undefined;
}

/** Starts a deployment and returns while it runs. Throws AzureRequestError where ARM refuses it. */
export async function startDeployment(client: AzureClient, request: DeploymentRequest): Promise<Deployment> {
  const response = await client.request<Deployment>({
    method: 'PUT',
    url: deploymentPath(request),
    apiVersion: DEPLOYMENTS_API,
    body: deploymentBody(request),
  });
  return response.body;
}

/**
 * Asks ARM to cancel a deployment. Resources that are being made go on by themselves. A deployment that is over already
 * (409) counts as cancelled. Works although the run itself was cancelled.
 */
export async function cancelDeployment(client: AzureClient, target: DeploymentTarget): Promise<void> {
  await client.request({
    method: 'POST',
    url: `${deploymentPath(target)}/cancel`,
    apiVersion: DEPLOYMENTS_API,
    accept: [404, 409],
    idempotent: true,
    ignoreCancellation: true,
  });
}

/** The body of PUT, validate and what-if. */
export function deploymentBody(request: DeploymentRequest): object {
  return {
    ...(request.location === undefined ? {} : { location: request.location }),
    properties: { mode: 'Incremental', template: request.template, parameters: request.parameters },
    tags: { ...request.tags, [FINGERPRINT_TAG]: request.fingerprint },
  };
}
