import { checkConfirmation, confirmRemoval, type Departure, type RunningRemoval } from '@lz/action';
import { purgeDeleted } from '@lz/azure';
import type { SpokeRun } from '../deploy-spoke.ts';
import { applicationDeparture, deleteApplication } from './application.ts';
import { heldNames, nameDepartures } from './held-names.ts';
import { spokeRemovals } from './removals.ts';
import { whatStays } from './stays.ts';

/**
 * Takes a spoke away: what it has on the gateway, its resources in the order that Azure demands, its ties to the hub, its
 * group, and by input its Entra application and the names that Azure would hold. The list is made from what is there, so
 * that a removal that ended early is taken up by running it again.
 */
export async function removeSpoke(run: SpokeRun): Promise<void> {
  checkConfirmation(run);
  const plan = await run.phase('P0', async () => {
    const goes = await spokeRemovals(run);
    const application = await applicationDeparture(run);
    const names = await nameDepartures(run);
    return { goes, application, names, stays: await whatStays(run) };
  });
  const { goes, application, names, stays } = plan;
  const afterwards = [...(application === undefined ? [] : [application]), ...names.values()];
  const removal = await confirmRemoval(run, { goes, afterwards, stays });
  if (removal === undefined) return;
  await removal.carryOut();
  if (application !== undefined) await removeApplication(run, removal, application);
  if (names.size > 0) await purgeNames(run, removal, names);
}

async function removeApplication(run: SpokeRun, removal: RunningRemoval, application: Departure): Promise<void> {
  await removal.phase('D5', async () => {
    await deleteApplication(run);
    removal.gone(application);
  });
}

async function purgeNames(
  { azure, subscriptionId, names, environment, log }: SpokeRun,
  removal: RunningRemoval,
  departures: ReadonlyMap<string, Departure>,
): Promise<void> {
  await removal.phase('D6', async () => {
    for (const held of heldNames(names, environment.location)) {
      const departure = departures.get(held.name);
      if (departure === undefined) continue;
      await purgeDeleted(azure, subscriptionId, held);
      log.info(`  ✓ ${departure.type} ${departure.name}: free`);
      removal.gone(departure);
    }
  });
}
