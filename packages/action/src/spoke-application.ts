import { findDeployment, outputsOf } from '@lz/azure';
import type { Run } from './run.ts';

/**
 * Client id of the Entra application that deploy-spoke made or was given: an output of its deployment. Undefined where
 * that has not succeeded yet.
 */
export async function spokeApplicationClientId({
  azure,
  names,
}: Pick<Run, 'azure' | 'names'>): Promise<string | undefined> {
  const scope = `/subscriptions/${names.subscriptionId}`;
  const deployment = await findDeployment(azure, { scope, name: names.deployments.spoke });
  const clientId = deployment === undefined ? undefined : outputsOf(deployment)['applicationClientId'];
  return typeof clientId === 'string' ? clientId : undefined;
}
