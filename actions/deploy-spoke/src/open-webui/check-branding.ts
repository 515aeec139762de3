import type { Finding } from '@lz/azure';
import type { SpokeRun } from '../deploy-spoke.ts';

/** Variables that put something else in the place of Open WebUI's name or logo. */
const REPLACING = ['CUSTOM_NAME', 'EXTERNAL_PWA_MANIFEST_URL', 'WEBUI_FAVICON_URL'];

/** A warning where the file may hide what the licence of Open WebUI wants to be seen. */
export function checkBranding({ environment }: SpokeRun): readonly Finding[] {
  const { environment: variables } = environment.spoke.openWebUi;
  return REPLACING.filter((name) => name in variables).map((name) => ({
    severity: 'warning',
    code: 'BrandingLicence',
    message: `\`${name}\` may replace the name or logo of Open WebUI, which its licence forbids for more than 50 users in 30 days.`,
    remedy: 'Use `branding` in its place, or have a licence of Open WebUI that allows it.',
    pointer: `/spoke/openWebUi/environment/${name}`,
  }));
}
