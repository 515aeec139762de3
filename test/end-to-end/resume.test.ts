import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';

/** GitHub's runner kills a cancelled step 7.5 s after SIGINT. */
const DEADLINE_MS = 7000;

/** deploy-spoke, interrupted once the database is being made. */
async function interruptedSpoke(twin: Twin, onCancel: 'cancel' | 'leave'): Promise<ActionRun & { tookMs: number }> {
  let signalled = 0;
  const run = await runActionProcess('deploy-spoke', twin, {
    inputs: { 'on-cancel': onCancel },
    onLine: (line, child) => {
      if (signalled !== 0 || !/flexibleServers .*: Running/i.test(line)) return;
      signalled = performance.now();
      child.kill('SIGINT');
    },
  });
  expect(signalled, run.log).toBeGreaterThan(0);
  return { ...run, tookMs: performance.now() - signalled };
}

describe('a run that is interrupted', () => {
  test('cancels the deployment within 7 s, says how to resume, and is completed by the next run', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub']);
    const cancelled = await interruptedSpoke(twin, 'cancel');
    expect(cancelled.tookMs).toBeLessThan(DEADLINE_MS);
    expect(cancelled.exitCode, cancelled.log).toBe(1);
    expect(cancelled.writes.at(-1)?.path).toMatch(/\/deployments\/lz-contoso-dev-spoke\/cancel\?/i);
    expect(cancelled.report?.result).toBe('cancelled');
    expect(cancelled.report?.resume).toContain('To resume, run the workflow again');
    expect(cancelled.log).toContain('To resume, run the workflow again');
    await runChain(twin, {}, ['deploy-spoke', 'configure-apim', 'import-openapi', 'smoke-test']);
  });

  test('leaves the deployment where it is told to, and the next run takes it over', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub']);
    const left = await interruptedSpoke(twin, 'leave');
    expect(left.tookMs).toBeLessThan(DEADLINE_MS);
    expect(left.log).toMatch(
      /Deployment lz-contoso-dev-spoke was left running\. .*to end it: az deployment sub cancel/,
    );
    expect(left.writes.filter(({ path }) => /\/cancel\?/i.test(path))).toEqual([]);
    const next = await runActionProcess('deploy-spoke', twin);
    expect(next.exitCode, next.log).toBe(0);
    expect(next.report?.deployments).toMatchObject([
      { name: 'lz-contoso-dev-spoke', outcome: 'adopted' },
      { name: 'lz-contoso-dev-spoke-app', outcome: 'deployed' },
    ]);
    expect(next.writes.filter(({ path }) => /\/deployments\/lz-contoso-dev-spoke\?/i.test(path))).toEqual([]);
  });

  test('deploy-hub started twice at once: both end well, and nothing is deployed twice', async () => {
    await using twin = await createTwin();
    const runs = await Promise.all([runActionProcess('deploy-hub', twin), runActionProcess('deploy-hub', twin)]);
    for (const run of runs) expect(run.exitCode, run.log).toBe(0);
    const creations = twin.arm.state.timeline
      .filter(({ kind }) => kind === 'create')
      .map(({ resourceId }) => resourceId);
    expect(creations.length).toBe(new Set(creations).size);
    expect(twin.arm.state.timeline.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });
});
