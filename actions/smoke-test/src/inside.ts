import type { Check } from '@lz/action';
import { sendAndWait } from '@lz/azure';
import { parseProbeLog } from '@lz/probe';
import { readJobLog } from './job-log.ts';
import type { SmokeRun } from './smoke-test.ts';

/** Container Apps: jobs and their executions. */
export const JOBS_VERSION = '2025-07-01';

interface Execution {
  readonly name: string;
  readonly properties: { readonly status: string };
}

/**
 * Runs the probe inside the spoke's network: starts the job, waits for its execution, and reads its checks from the log.
 * The execution's own status is the verdict even where its log cannot be read.
 */
export async function tryFromInside(run: SmokeRun): Promise<readonly Check[]> {
  const { names, log, report } = run;
  const execution = await startJob(run);
  log.info(`  job ${names.spoke.smokeJob}: execution ${execution}`);
  const status = await waitForExecution(run, execution);
  const checks = parseProbeLog(await readJobLog(run, execution)).map(
    ({ name, verdict, detail, firstTokenMs }): Check => {
      if (firstTokenMs !== undefined) {
        report.fact('firstTokenMs', firstTokenMs);
        run.output('first-token-ms', firstTokenMs);
      }
      return {
        name: `gateway: ${name}`,
        verdict,
        detail,
        ...(firstTokenMs === undefined ? {} : { durationMs: firstTokenMs }),
      };
    },
  );
  for (const { name, verdict, detail } of checks) log.info(`  ${verdict === 'passed' ? '✓' : '✗'} ${name}: ${detail}`);
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

async function startJob({ azure, names: { spoke } }: SmokeRun): Promise<string> {
  const started = await sendAndWait<{ readonly name?: string; readonly id?: string }>(azure, {
    method: 'POST',
    url: `${spoke.smokeJobId}/start`,
    apiVersion: JOBS_VERSION,
  });
  const name = started.name ?? started.id?.split('/').at(-1);
  if (name === undefined) throw new Error(`job ${spoke.smokeJob}: the start named no execution`);
  return name;
}

async function waitForExecution({ azure, names, log }: SmokeRun, name: string): Promise<string> {
  let shown = '';
  for (;;) {
    const execution = await azure.get<Execution>(`${names.spoke.smokeJobId}/executions/${name}`, JOBS_VERSION);
    const { status } = execution.properties;
    if (status !== shown) log.info(`  job ${names.spoke.smokeJob}: ${status}`);
    shown = status;
    if (!/^(running|processing|unknown)$/i.test(status)) return status;
    await azure.pacing.poll(5_000);
  }
}
