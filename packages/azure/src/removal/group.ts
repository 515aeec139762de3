import type { AzureClient } from '../client.ts';
import { DEPLOYMENTS_API, deploymentPath, type DeploymentTarget } from '../deployments/model.ts';
import { findDeployment } from '../deployments/start.ts';
import type { Finding } from '../preflight/finding.ts';
import { isOver } from '../provisioning-state.ts';
import { disposalOf } from './disposals.ts';
import type { GroupInventory, ListedResource } from './inventory.ts';
import { removalOf, type Removal } from './removal.ts';

const GROUP_VERSION = '2021-04-01';

/** The group itself, with everything in it that needs no order. */
export function groupRemoval(groupId: string, { exists, ours, foreign }: GroupInventory): readonly Removal[] {
  if (!exists) return [];
  const along = [...ours, ...foreign].filter(({ type }) => disposalOf(type) === undefined);
  const details = along.length === 0 ? {} : { details: [`with ${along.map(describe).join(', ')}`] };
  return [removalOf(groupId, 'group', { apiVersion: GROUP_VERSION, type: 'resource group', ...details })];
}

/** An error that lists what somebody else put into the group, unless the run may delete it. */
export function checkForeign(
  groupName: string,
  { foreign }: GroupInventory,
  choice: 'stop' | 'delete',
): readonly Finding[] {
  if (foreign.length === 0) return [];
  const listed = foreign.map(describe).join(', ');
  const finding = { code: 'ForeignResources', message: `${groupName} holds what no run has made: ${listed}.` };
  if (choice === 'delete') return [{ ...finding, severity: 'warning', remedy: 'It is deleted with the group.' }];
  return [
    {
      ...finding,
      severity: 'error',
      remedy: 'Move it to another group, or run again with foreign-resources: delete, which deletes it.',
    },
  ];
}

/** An error for each deployment that is still making what is to be removed. */
export async function checkNotDeploying(
  client: AzureClient,
  targets: readonly DeploymentTarget[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const target of targets) {
    const deployment = await findDeployment(client, target);
    if (deployment === undefined || isOver(deployment.properties.provisioningState)) continue;
    findings.push({
      severity: 'error',
      code: 'StillDeploying',
      message: `Deployment ${target.name} is still running: it would make again what is removed.`,
      remedy: `Wait for it, or end it with az deployment sub cancel --name ${target.name}`,
    });
  }
  return findings;
}

/** Records of deployments: as long as one says Succeeded, later actions would believe it. */
export async function deploymentRecords(
  client: AzureClient,
  targets: readonly DeploymentTarget[],
): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  for (const target of targets) {
    if ((await findDeployment(client, target)) === undefined) continue;
    removals.push(
      removalOf(deploymentPath(target), 'records', { apiVersion: DEPLOYMENTS_API, type: 'deployment record' }),
    );
  }
  return removals;
}

function describe({ type, name }: ListedResource): string {
  return `${type.split('/').at(-1) ?? type} ${name}`;
}
