import { checked, type Finding } from '@lz/azure';
import type { SpokeRun } from '../deploy-spoke.ts';

const API = '2025-08-01';

/** An error where the file names a restored server that is not there: the deployment would make an empty one of that name. */
export async function checkServer(run: SpokeRun): Promise<readonly Finding[]> {
  const { server } = run.environment.spoke.postgres;
  if (server === undefined) return [];
  return await checked('The restored database server', async () => {
    const { postgresId, resourceGroup } = run.names.spoke;
    if ((await run.azure.find(postgresId, API)) !== undefined) return [];
    return [
      {
        severity: 'error',
        code: 'RestoredServerNotFound',
        message: `Resource group ${resourceGroup} has no database server ${server}.`,
        remedy:
          'Restore it first (`az postgres flexible-server restore`, docs/choices/open-webui.md), or remove `server`.',
        pointer: '/spoke/postgres/server',
      },
    ];
  });
}
