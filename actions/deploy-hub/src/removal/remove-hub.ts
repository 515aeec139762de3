import { ActionError, checkConfirmation, confirmRemoval, type Departure, type Kept } from '@lz/action';
import { checkPurge, findDeleted, purgeDeleted, softDeletions, type DeletedResource, type HeldName } from '@lz/azure';
import type { HubRun } from '../deploy-hub.ts';
import { hubRemovals } from './removals.ts';

const API_MANAGEMENT_VERSION = '2024-05-01';

/**
 * Takes a hub away on which no spoke stands any more: API Management, zones, network, group, and by input the name that
 * Azure would hold. The list is made from what is there, so that a removal that ended early is taken up by running it
 * again.
 */
export async function removeHub(run: HubRun): Promise<void> {
  checkConfirmation(run);
  refuseAnothersHub(run);
  const { azure, subscriptionId, log } = run;
  const held = gatewayName(run);
  const { goes, name, stays } = await run.phase('P0', async () => {
    const removals = await hubRemovals(run);
    const hold = await futureHold(run, held);
    return { goes: removals, name: await nameDeparture(run, held, hold), stays: whatStays(run, held, hold) };
  });
  const removal = await confirmRemoval(run, { goes, afterwards: name === undefined ? [] : [name], stays });
  if (removal === undefined) return;
  await removal.carryOut();
  if (name === undefined) return;
  await removal.phase('D6', async () => {
    await purgeDeleted(azure, subscriptionId, held);
    log.info(`  ✓ ${name.type} ${name.name}: free`);
    removal.gone(name);
  });
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

/** The name that API Management holds after it is deleted. */
export function gatewayName({ names: { hub }, environment: { location } }: HubRun): HeldName {
  return { kind: 'api-management', name: hub.apim, location, resourceGroup: hub.resourceGroup };
}

/** Whether the name is held, or will be once the gateway is gone. */
async function futureHold(run: HubRun, held: HeldName): Promise<DeletedResource | undefined> {
  const { azure, subscriptionId, names } = run;
  if ((await azure.find(names.hub.apimId, API_MANAGEMENT_VERSION)) !== undefined) {
    return { until: undefined, purgeProtected: false };
  }
  return await findDeleted(azure, subscriptionId, held);
}

async function nameDeparture(
  run: HubRun,
  held: HeldName,
  hold: DeletedResource | undefined,
): Promise<Departure | undefined> {
  if (run.inputs.purge !== 'soft-deleted' || hold === undefined) return undefined;
  run.preflight(await checkPurge(run.azure, run.subscriptionId, held, hold));
  const { service } = softDeletions[held.kind];
  return { type: `name held by deleted ${service}`, name: held.name, details: ['for good'] };
}

function whatStays(run: HubRun, held: HeldName, hold: DeletedResource | undefined): readonly Kept[] {
  const { service, purgeCommand, held: usual } = softDeletions[held.kind];
  const { hub } = run.names;
  return [
    ...(hold === undefined || run.inputs.purge === 'soft-deleted'
      ? []
      : [
          {
            type: `name held by deleted ${service}`,
            name: held.name,
            where: purgeCommand(held),
            why: 'what was deleted can be recovered; a deploy refuses until then, unless soft-delete says otherwise',
            until: hold.until === undefined ? usual : `until ${hold.until}`,
          },
        ]),
    {
      type: 'logs',
      name: hub.logAnalytics,
      where: `az monitor log-analytics workspace recover --resource-group ${hub.resourceGroup} --workspace-name ${hub.logAnalytics}`,
      why: 'Log Analytics keeps a deleted workspace; a deploy under the same name brings it back',
      until: '14 days',
    },
    {
      type: 'deploying identity',
      name: run.inputs.clientId === '' ? 'the one that is signed in' : run.inputs.clientId,
      where: 'docs/identity.md says what belongs to it',
      why: 'a run cannot remove itself: with its federated credentials, roles and the variables of the GitHub environment',
    },
  ];
}
