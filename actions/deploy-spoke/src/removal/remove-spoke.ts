import {
  checkConfirmation,
  confirmRemoval,
  nameDeparture,
  nameHolds,
  purgeFindings,
  purgeNames,
  type Departure,
  type RunningRemoval,
} from '@lz/action';
import type { SpokeRun } from '../deploy-spoke.ts';
import { heldNames } from '../held-names.ts';
import { applicationDeparture, deleteApplication } from './application.ts';
import { spokeRemovals } from './removals.ts';
import { whatStays } from './stays.ts';

/**
 * Takes a spoke away: what it has on the gateway, its resources in the order that Azure demands, its ties to the hub, its
 * group, and by input its Entra application and the names that Azure would hold. The list is made from what is there, so
 * that a removal that ended early is taken up by running it again.
 */
export async function removeSpoke(run: SpokeRun): Promise<void> {
  checkConfirmation(run);
  const { goes, application, freed, stays } = await run.phase('P0', () => look(run));
  const afterwards = [...(application === undefined ? [] : [application]), ...freed.map(nameDeparture)];
  const removal = await confirmRemoval(run, { goes, afterwards, stays });
  if (removal === undefined) return;
  await removal.carryOut();
  if (application !== undefined) await removeApplication(run, removal, application);
  await purgeNames(run, removal, freed);
}

async function look(run: SpokeRun) {
  const goes = await spokeRemovals(run);
  const application = await applicationDeparture(run);
  const holds = await nameHolds(run, heldNames(run));
  const freed = run.inputs.purge === 'soft-deleted' ? holds : [];
  run.preflight(await purgeFindings(run, freed));
  return { goes, application, freed, stays: await whatStays(run, freed.length > 0 ? [] : holds) };
}

async function removeApplication(run: SpokeRun, removal: RunningRemoval, application: Departure): Promise<void> {
  await removal.phase('D5', async () => {
    await deleteApplication(run);
    removal.gone(application);
  });
}
