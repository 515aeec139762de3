import type { AzureClient } from '../client.ts';
import { isAzureError } from '../errors.ts';
import type { LeafError } from '../leaf-errors.ts';
import { isOver } from '../provisioning-state.ts';
import { deploymentIsCurrent } from './current.ts';
import { DeploymentFailedError, FINGERPRINT_TAG, type Deployment, type DeploymentRequest } from './model.ts';
import { findRunning, startDeployment } from './start.ts';
import type { ResourceChange } from './what-if.ts';
import { watchDeployment, type WatchOptions } from './watch.ts';

/** What had to be done for a deployment. `started` and `adopted` with `wait: false` are still running. */
export type DeploymentOutcome = 'current' | 'adopted' | 'started' | 'deployed';

/** A deployment that is as wanted, or on its way, and what that took. */
export interface EnsuredDeployment {
  readonly outcome: DeploymentOutcome;
  readonly deployment: Deployment;
  /** Times that the whole deployment was repeated because all its errors pass by themselves. */
  readonly redeployments: number;
  /** What a deployment that was started changes, by what-if; undefined where all of it was made for the first time. */
  readonly changes?: readonly ResourceChange[];
}

/** Whether to wait, and who is told of what. */
export interface EnsureOptions extends WatchOptions {
  /** Whether to wait until the deployment is over. */
  readonly wait: boolean;
  /** Called with what is about to happen and why, before it happens. */
  readonly onDecision?: (outcome: DeploymentOutcome, reason: string) => void;
  /** Called when a deployment is (still) running: what to cancel when the run is cancelled. */
  readonly onRunning?: (deployment: Deployment) => void;
  /** Called before the deployment is repeated for errors that pass by themselves. */
  readonly onRedeploy?: (errors: readonly LeafError[], repetition: number) => void;
  /** Repetitions at most; default 2. */
  readonly maxRedeployments?: number;
}

/**
 * Makes sure of a deployment with as little as possible: nothing where it is current, taking over one of ours that is
 * running, else starting it. Where every leaf error is one that passes by itself (role not yet effective, provider
 * busy), the deployment, being idempotent, is repeated within bounds.
 */
export async function ensureDeployment(
  client: AzureClient,
  request: DeploymentRequest,
  options: EnsureOptions,
): Promise<EnsuredDeployment> {
  const adopted = await adopt(client, request, options);
  if (adopted !== undefined) return { outcome: 'adopted', deployment: adopted, redeployments: 0 };
  const { current, reason, last, changes } = await deploymentIsCurrent(client, request);
  if (current && last !== undefined) {
    options.onDecision?.('current', 'nothing changed');
    return { outcome: 'current', deployment: last, redeployments: 0 };
  }
  options.onDecision?.(options.wait ? 'deployed' : 'started', reason);
  const deployed = await deploy(client, request, options);
  return changes === undefined ? deployed : { ...deployed, changes };
}

async function deploy(
  client: AzureClient,
  request: DeploymentRequest,
  options: EnsureOptions,
): Promise<EnsuredDeployment> {
  for (let redeployments = 0; ; redeployments += 1) {
    const started = await startOrJoin(client, request);
    options.onRunning?.(started);
    if (!options.wait) return { outcome: 'started', deployment: started, redeployments };
    try {
      const deployment = await watchDeployment(client, request, options);
      return { outcome: 'deployed', deployment, redeployments };
    } catch (error) {
      if (!(error instanceof DeploymentFailedError) || redeployments >= (options.maxRedeployments ?? 2)) throw error;
      if (error.leafErrors.length === 0 || !error.leafErrors.every((leaf) => leaf.transient)) throw error;
      options.onRedeploy?.(error.leafErrors, redeployments + 1);
      await client.pacing.backoff(30_000);
    }
  }
}

/** Takes over a running deployment made of the same; one made of something else is waited for and then replaced. */
async function adopt(
  client: AzureClient,
  request: DeploymentRequest,
  options: EnsureOptions,
): Promise<Deployment | undefined> {
  const running = await findRunning(client, request);
  if (running === undefined) return undefined;
  const same = running.tags?.[FINGERPRINT_TAG] === request.fingerprint;
  options.onDecision?.(
    'adopted',
    same ? 'it is already running' : 'an earlier version of it is running; waiting for that first',
  );
  options.onRunning?.(running);
  if (same && !options.wait) return running;
  try {
    const deployment = await watchDeployment(client, request, options);
    return same ? deployment : undefined;
  } catch (error) {
    // What somebody else began and failed is no failure of this run: ours is started in its place.
    if (error instanceof DeploymentFailedError) return undefined;
    throw error;
  }
}

/** Starts a deployment; joins the one that another run started a moment before (`DeploymentActive`). */
async function startOrJoin(client: AzureClient, request: DeploymentRequest): Promise<Deployment> {
  try {
    return await startDeployment(client, request);
  } catch (error) {
    if (!isAzureError(error, 'DeploymentActive')) throw error;
    const running = await findRunning(client, request);
    if (running === undefined || isOver(running.properties.provisioningState)) throw error;
    return running;
  }
}
