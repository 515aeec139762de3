import { ActionError, type Check, type Run } from '@lz/action';
import { controlPlaneChecks } from './control-plane.ts';
import type { definition } from './definition.ts';
import { tryFromInside } from './inside.ts';
import { publicFaceChecks } from './public-face.ts';
import { runCheck } from './run-check.ts';

/** The run of `smoke-test`. */
export type SmokeRun = Run<typeof definition>;

/** P7: every check gets a verdict; one that fails does not keep the others from being tried. */
export async function smokeTest(run: SmokeRun): Promise<void> {
  const checks = await run.phase('P7', async () => {
    const results: Check[] = [];
    for (const check of [...controlPlaneChecks(run), ...(await publicFaceChecks(run))]) {
      results.push(await runCheck(run, check));
    }
    results.push(...(await tryFromInside(run)));
    return results;
  });
  run.report.check(...checks);
  const failed = checks.filter(({ verdict }) => verdict === 'failed');
  run.output('passed', checks.filter(({ verdict }) => verdict === 'passed').length);
  run.output('failed', failed.length);
  const [first] = failed;
  if (first === undefined) return;
  throw new ActionError(
    'SmokeTestFailed',
    `${failed.length} of ${checks.length} checks failed: ${failed.map(({ name, detail }) => `${name} (${detail})`).join('; ')}`,
    first.remedy ?? 'Read the detail of each failed check above; run smoke-test again when they are fixed.',
  );
}
