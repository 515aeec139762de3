import {
  assignmentsElsewhere,
  checkForeign,
  checkNotDeploying,
  checkRights,
  deploymentRecords,
  groupRemoval,
  readInventory,
  readLocks,
  removalsIn,
  tiesOf,
  type DeploymentTarget,
  type GroupInventory,
  type LockInventory,
  type NeededAction,
  type Removal,
} from '@lz/azure';
import { spokeChildren } from '@lz/gateway';
import type { SpokeRun } from '../deploy-spoke.ts';
import { publicRecords } from './public-records.ts';

const DELETE_GROUP: NeededAction = {
  action: 'Microsoft.Resources/subscriptions/resourceGroups/delete',
  role: 'Contributor',
};
const DELETE_LOCK: NeededAction = {
  action: 'Microsoft.Authorization/locks/delete',
  role: 'User Access Administrator',
};

/** Everything of a spoke that Azure Resource Manager holds, found where it is. Throws for what would stop the removal. */
export async function spokeRemovals(run: SpokeRun): Promise<readonly Removal[]> {
  const { azure, names } = run;
  const inventory = await readInventory(azure, names.spoke.resourceGroupId);
  const locks = await locksOf(run, inventory);
  run.preflight([
    ...(await checkRights(azure, run.subscriptionId, [
      DELETE_GROUP,
      ...(locks.removals.length > 0 ? [DELETE_LOCK] : []),
    ])),
    ...(await checkNotDeploying(azure, deploymentsOf(run))),
    ...locks.findings,
    ...checkForeign(names.spoke.resourceGroup, inventory, run.inputs.foreignResources),
  ]);
  return [
    ...locks.removals,
    ...(await publicRecords(run)),
    ...(await spokeChildren(azure, names)),
    ...(await removalsIn(azure, [...inventory.ours, ...inventory.foreign])),
    ...(await ties(run)),
    ...(await assignmentsElsewhere(azure, inventory.ours, names.spoke.resourceGroupId, subscriptionsOf(run))),
    ...groupRemoval(names.spoke.resourceGroupId, inventory),
    ...(await deploymentRecords(azure, deploymentsOf(run))),
  ];
}

async function locksOf({ azure, names }: SpokeRun, { exists }: GroupInventory): Promise<LockInventory> {
  return exists ? await readLocks(azure, names.spoke.resourceGroupId) : { removals: [], findings: [] };
}

function ties({ azure, names: { hub, spoke } }: SpokeRun): Promise<readonly Removal[]> {
  return tiesOf(azure, spoke.vnetId, { networkId: hub.vnetId, groupId: hub.resourceGroupId });
}

function deploymentsOf({ subscriptionId, names }: SpokeRun): readonly DeploymentTarget[] {
  const { spoke, spokeApp } = names.deployments;
  return [spoke, spokeApp].map((name) => ({ scope: `/subscriptions/${subscriptionId}`, name }));
}

/** A hub may lie in a subscription of its own, and identities of the spoke hold roles there. */
function subscriptionsOf({ names }: SpokeRun): ReadonlySet<string> {
  return new Set([names.spoke.resourceGroupId, names.hub.resourceGroupId].flatMap((id) => id.split('/')[2] ?? []));
}
