import { readJobLog, startJob, waitForExecution, type Check } from '@lz/action';
import { parseProbeLog } from '@lz/probe';
import { SYMBOLS } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

/**
 * Runs the probe inside the spoke's network: starts the job, waits for its execution, and reads its checks from the log.
 * The execution's own status is the verdict even where its log cannot be read.
 */
export async function tryFromInside(run: SmokeRun): Promise<readonly Check[]> {
  const { azure, names, log, report } = run;
  const execution = await startJob(azure, names.spoke.smokeJobId);
  log.info(`  job ${names.spoke.smokeJob}: execution ${execution}`);
  const { status } = (await waitForExecution(run, names.spoke.smokeJobId, execution)).properties;
  const checks = parseProbeLog(await readJobLog(run, names.spoke.smokeJobId, execution)).map(
    ({ name, verdict, detail, firstTokenMs }): Check => {
      if (firstTokenMs !== undefined) {
        report.fact('firstTokenMs', firstTokenMs);
        run.output('first-token-ms', firstTokenMs);
      }
      return {
        name: name.startsWith('Open WebUI: ') ? name : `gateway: ${name}`,
        verdict,
        detail,
        ...(firstTokenMs === undefined ? {} : { durationMs: firstTokenMs }),
      };
    },
  );
  for (const { name, verdict, detail } of checks) log.info(`  ${SYMBOLS[verdict]} ${name}: ${detail}`);
  const complete = status === 'Succeeded' && checks.length > 0;
  if (complete || checks.some(({ verdict }) => verdict === 'failed')) return checks;
  return [
    ...checks,
    {
      name: 'gateway: probe',
      verdict: status === 'Succeeded' ? 'passed' : 'failed',
      detail: `the execution ended as ${status}; its log has ${checks.length} checks`,
      remedy: `az containerapp job logs show -g ${names.spoke.resourceGroup} -n ${names.spoke.smokeJob} --execution ${execution} --container probe`,
    },
  ];
}
