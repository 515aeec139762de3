import { keptName, type Kept, type NameHold } from '@lz/action';
import type { SpokeRun } from '../deploy-spoke.ts';
import { ownApplication } from './application.ts';

/** What is there when the spoke is gone, and where to find it. */
export async function whatStays(run: SpokeRun, holds: readonly NameHold[]): Promise<readonly Kept[]> {
  return [
    ...holds.map(keptName),
    ...(await applicationStays(run)),
    ...hostNameStays(run),
    {
      type: 'hub',
      name: run.names.hub.resourceGroup,
      where: run.names.hub.resourceGroupId,
      why: 'other spokes stand on it; deploy-hub with mode: destroy removes it once there are none',
    },
    {
      type: 'deploying identity',
      name: run.inputs.clientId === '' ? 'the one that is signed in' : run.inputs.clientId,
      where: 'docs/identity.md says what belongs to it',
      why: 'a run cannot remove itself: with its federated credentials, roles and the variables of the GitHub environment',
    },
  ];
}

async function applicationStays(run: SpokeRun): Promise<readonly Kept[]> {
  const { entra } = run.environment.spoke;
  if (entra.kind === 'existing') {
    const why = 'the environment file names it, no run has made it';
    return [{ type: 'Entra application', name: entra.clientId, where: portal(entra.clientId), why }];
  }
  if (run.inputs.entraApplication === 'delete') return [];
  const application = await ownApplication(run);
  if (application === undefined) return [];
  const why = 'people keep their roles for a later deploy; entra-application: delete removes it';
  return [{ type: 'Entra application', name: run.names.entra.displayName, where: portal(application.appId), why }];
}

function portal(clientId: string): string {
  return `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${clientId}`;
}

/** A name that points to an address which Azure gives to somebody else next can be taken over by them. */
function hostNameStays({ environment: { spoke } }: SpokeRun): readonly Kept[] {
  const { exposure } = spoke;
  if (exposure.hostname === undefined) return [];
  if (exposure.kind !== 'private' && exposure.dns !== undefined) {
    const { zone, resourceGroup } = exposure.dns;
    return [{ type: 'DNS zone', name: zone, where: resourceGroup, why: "the company's; the spoke's records in it go" }];
  }
  const why = "made by hand: remove it, because the address it points to will be another's";
  return [{ type: 'DNS record', name: exposure.hostname, where: 'where the zone of the host name is kept', why }];
}
