import type { Departure } from '@lz/action';
import type { SpokeRun } from '../deploy-spoke.ts';
import { Graph, quoted } from '../entra/graph.ts';

/** An application as far as its removal needs it. */
export interface FoundApplication {
  readonly id: string;
  readonly appId: string;
}

/** The application that a run has made; undefined where there is none, or the environment file names another's. */
export async function ownApplication({ azure, environment, names }: SpokeRun): Promise<FoundApplication | undefined> {
  if (environment.spoke.entra.kind !== 'new') return undefined;
  return await new Graph(azure).find<FoundApplication>(
    `/applications(uniqueName=${quoted(names.entra.applicationUniqueName)})`,
  );
}

/** The application as something that goes: only where the run was asked to, and a run has made it. */
export async function applicationDeparture(run: SpokeRun): Promise<Departure | undefined> {
  if (run.inputs.entraApplication !== 'delete' || (await ownApplication(run)) === undefined) return undefined;
  return {
    type: 'Entra application',
    name: run.names.entra.displayName,
    details: ['with its service principal, consent and role assignments; Entra ID keeps it for 30 days'],
  };
}

/** Deletes the application; Graph takes its service principal and everything granted to it along. */
export async function deleteApplication(run: SpokeRun): Promise<void> {
  const application = await ownApplication(run);
  if (application === undefined) return;
  await run.azure.request({
    method: 'DELETE',
    url: `https://graph.microsoft.com/v1.0/applications/${application.id}`,
    accept: [404],
  });
}
