import { checked, type Finding } from '@lz/azure';
import { openWebUiImage } from '@lz/templates';
import type { SpokeRun } from '../deploy-spoke.ts';
import { servingState } from './state.ts';
import { compareImages, tagOf } from './versions.ts';

/** An error where the file asks for an older version than the one that serves: its schema cannot be taken back. */
export async function checkVersion(run: SpokeRun): Promise<readonly Finding[]> {
  return await checked('The version of Open WebUI', async () => {
    const serving = await servingState(run);
    const wanted = openWebUiImage(run.environment);
    const { allowDowngrade } = run.environment.spoke.openWebUi;
    if (serving === undefined || compareImages(wanted, serving.image) >= 0 || allowDowngrade) return [];
    return [
      {
        severity: 'error',
        code: 'DowngradeRefused',
        message: `Open WebUI ${tagOf(serving.image)} serves, and ${tagOf(wanted)} is older: migrations only go forward, so it would meet a schema that it does not know.`,
        remedy: `Write \`version: ${tagOf(serving.image)}\` or a newer one. The way back is the database as it was before the upgrade: docs/choices/open-webui.md says how to restore it, and then to write \`allowDowngrade: true\`.`,
        pointer: '/spoke/openWebUi/version',
      },
    ];
  });
}
