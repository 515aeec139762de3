import {
  assignmentsElsewhere,
  checkForeign,
  checkNotDeploying,
  checkRights,
  deploymentRecords,
  groupRemoval,
  peeringRemoval,
  peeringsOf,
  readInventory,
  readLocks,
  removalsIn,
  type DeploymentTarget,
  type NeededAction,
  type Removal,
} from '@lz/azure';
import type { HubRun } from '../deploy-hub.ts';
import { checkNoSpokes } from './spokes.ts';

const DELETE_GROUP: NeededAction = {
  action: 'Microsoft.Resources/subscriptions/resourceGroups/delete',
  role: 'Contributor',
};
const DELETE_LOCK: NeededAction = {
  action: 'Microsoft.Authorization/locks/delete',
  role: 'User Access Administrator',
};

/** Everything of a hub that Azure Resource Manager holds. Throws for what would stop the removal: a spoke, above all. */
export async function hubRemovals(run: HubRun): Promise<readonly Removal[]> {
  const { azure, names, subscriptionId } = run;
  const { resourceGroupId, resourceGroup, vnetId } = names.hub;
  const inventory = await readInventory(azure, resourceGroupId);
  const locks = inventory.exists ? await readLocks(azure, resourceGroupId) : { removals: [], findings: [] };
  run.preflight([
    ...(await checkRights(azure, subscriptionId, [DELETE_GROUP, ...(locks.removals.length > 0 ? [DELETE_LOCK] : [])])),
    ...(await checkNotDeploying(azure, deploymentsOf(run))),
    ...(await checkNoSpokes(run)),
    ...locks.findings,
    ...checkForeign(resourceGroup, inventory, run.inputs.foreignResources),
  ]);
  return [
    ...locks.removals,
    ...(await removalsIn(azure, [...inventory.ours, ...inventory.foreign])),
    ...(await peeringsOf(azure, vnetId)).map(peeringRemoval),
    ...(await assignmentsElsewhere(azure, inventory.ours, resourceGroupId, new Set([subscriptionId]))),
    ...groupRemoval(resourceGroupId, inventory),
    ...(await deploymentRecords(azure, deploymentsOf(run))),
  ];
}

function deploymentsOf({ subscriptionId, names }: HubRun): readonly DeploymentTarget[] {
  const { hubNetwork, hubGateway, hubServices } = names.deployments;
  return [hubNetwork, hubGateway, hubServices].map((name) => ({ scope: `/subscriptions/${subscriptionId}`, name }));
}
