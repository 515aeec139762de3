import type { AzureClient } from '../client.ts';
import { FINGERPRINT_TAG, type Deployment, type DeploymentRequest } from './model.ts';
import { findDeployment } from './start.ts';
import { whatIf, type ResourceChange } from './what-if.ts';

/** Whether a deployment has to run, and why. */
export interface Currency {
  readonly current: boolean;
  /** Why it is not current, in a sentence; empty where it is. */
  readonly reason: string;
  readonly last: Deployment | undefined;
  /** What would change, by what-if; undefined where everything would be made for the first time. */
  readonly changes?: readonly ResourceChange[];
}

/**
 * Whether nothing would change: the last deployment of the name succeeded, was made of the same template and parameters
 * (tag `lz-fingerprint`), and what-if shows no real change, so nobody changed the resources by hand either.
 */
export async function deploymentIsCurrent(client: AzureClient, request: DeploymentRequest): Promise<Currency> {
  const last = await findDeployment(client, request);
  if (last === undefined) return { current: false, reason: 'it was never deployed', last };
  const state = last.properties.provisioningState;
  if (state !== 'Succeeded') return { current: false, reason: `its last deployment is ${state}`, last };
  const { changes } = await whatIf(client, request);
  if (last.tags?.[FINGERPRINT_TAG] !== request.fingerprint) {
    return { current: false, reason: 'the template or its parameters changed', last, changes };
  }
  if (request.mustRun !== undefined) return { current: false, reason: request.mustRun, last, changes };
  const [first] = changes;
  if (first === undefined) return { current: true, reason: '', last, changes };
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
  const detail = first.properties[0] === undefined ? '' : ` (${first.properties[0].path})`;
  return { current: false, reason: `${first.resourceName}${detail}${more} differs from the template`, last, changes };
}
