import type { Change, Plan } from '@lz/action';
import { openWebUiImage } from '@lz/templates';
import type { SpokeRun } from '../deploy-spoke.ts';
import { appDeployment } from '../spoke-deployment.ts';
import { servingState } from './state.ts';
import { sameSchema, tagOf } from './versions.ts';

/** What would become of the app: a revision, and before it a migration where the version changes. Writes nothing. */
export async function planApp(run: SpokeRun, clientId: string): Promise<Plan> {
  const serving = await servingState(run);
  const wanted = openWebUiImage(run.environment);
  const { containerApp: name, containerAppId: resourceId, postgresDatabase } = run.names.spoke;
  const type = 'Microsoft.App/containerApps';
  if (serving === undefined)
    return { changes: [{ kind: 'create', type, name, resourceId }], unseen: [], basis: [wanted] };
  const migration: Change = {
    kind: 'modify',
    type: 'database schema',
    name: postgresDatabase,
    details: [`${tagOf(serving.image)} to ${tagOf(wanted)}, by job ${run.names.spoke.migrationJob}`],
  };
  const planned = await run.plan(await appDeployment(run, clientId, undefined));
  return { ...planned, changes: [...(sameSchema(serving.image, wanted) ? [] : [migration]), ...planned.changes] };
}
