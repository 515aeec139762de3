import {
  ActionError,
  checkConfirmation,
  confirmRemoval,
  keptName,
  nameDeparture,
  nameHolds,
  purgeFindings,
  purgeNames,
  type Kept,
  type NameHold,
} from '@lz/action';
import type { HubRun } from '../deploy-hub.ts';
import { heldNames } from '../held-names.ts';
import { hubRemovals } from './removals.ts';

const WORKSPACE_VERSION = '2025-02-01';

/**
 * Takes a hub away on which no spoke stands any more: API Management, zones, network, group, and by input the name that
 * Azure would hold. The list is made from what is there, so that a removal that ended early is taken up by running it
 * again.
 */
export async function removeHub(run: HubRun): Promise<void> {
  checkConfirmation(run);
  refuseAnothersHub(run);
  const { goes, freed, stays } = await run.phase('P0', () => look(run));
  const removal = await confirmRemoval(run, { goes, afterwards: freed.map(nameDeparture), stays });
  if (removal === undefined) return;
  await removal.carryOut();
  await purgeNames(run, removal, freed);
}

async function look(run: HubRun) {
  const goes = await hubRemovals(run);
  const holds = await nameHolds(run, heldNames(run));
  const freed = run.inputs.purge === 'soft-deleted' ? holds : [];
  run.preflight(await purgeFindings(run, freed));
  const hasLogs = (await run.azure.find(run.names.hub.logAnalyticsId, WORKSPACE_VERSION)) !== undefined;
  return { goes, freed, stays: [...whatStays(run, freed.length > 0 ? [] : holds), ...(hasLogs ? [logs(run)] : [])] };
}

function logs({ names: { hub } }: HubRun): Kept {
  return {
    type: 'logs',
    name: hub.logAnalytics,
    where: `az monitor log-analytics workspace recover --resource-group ${hub.resourceGroup} --workspace-name ${hub.logAnalytics}`,
    why: 'Log Analytics keeps a deleted workspace; a deploy under the same name brings it back',
    until: '14 days',
  };
}

function refuseAnothersHub({ environment: { hub }, names }: HubRun): void {
  if (hub.kind === 'own') return;
  throw new ActionError(
    'HubOfAnother',
    `The hub is ${names.hub.owner}'s, whose environment alone can remove it.`,
    `Run deploy-hub with mode: destroy and the environment file of ${names.hub.owner}; deploy-spoke removes this environment's part.`,
    names.hub.resourceGroupId,
  );
}

function whatStays({ inputs }: HubRun, holds: readonly NameHold[]): readonly Kept[] {
  return [
    ...holds.map(keptName),
    {
      type: 'deploying identity',
      name: inputs.clientId === '' ? 'the one that is signed in' : inputs.clientId,
      where: 'docs/identity.md says what belongs to it',
      why: 'a run cannot remove itself: with its federated credentials, roles and the variables of the GitHub environment',
    },
  ];
}
