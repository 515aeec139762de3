import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENT, runActionProcess } from './support/action-process.ts';

const deployments = ['hub-network', 'hub-gateway', 'hub-services'].map((part) => `lz-contoso-dev-${part}`);

describe('deploy-hub against the twin', () => {
  test('makes the hub in one run; the next one writes nothing', async () => {
    await using twin = await createTwin();
    const first = await runActionProcess('deploy-hub', twin);
    expect(first.exitCode, first.log).toBe(0);
    expect(first.outputs).toMatchObject({
      'has-changes': 'true',
      'resource-group': 'rg-contoso-dev-hub',
      'gateway-state': 'Running',
    });
    expect(first.report?.deployments.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      `${deployments[0] ?? ''} deployed`,
      `${deployments[1] ?? ''} started`,
      `${deployments[2] ?? ''} deployed`,
    ]);
    expect(first.summary).toContain('## Deploy the hub: contoso-dev done');

    const waiting = await runActionProcess('deploy-hub', twin, { inputs: { wait: 'gateway' } });
    expect(waiting.exitCode, waiting.log).toBe(0);
    expect(waiting.outputs).toMatchObject({ 'has-changes': 'false', 'gateway-state': 'Succeeded' });
    expect(waiting.report?.deployments.map(({ outcome }) => outcome)).toContain('adopted');
    expect(waiting.writes).toEqual([]);

    const again = await runActionProcess('deploy-hub', twin, { inputs: { wait: 'gateway' } });
    expect(again.exitCode, again.log).toBe(0);
    expect(again.writes).toEqual([]);
    expect(again.report?.deployments.every(({ outcome }) => outcome === 'current')).toBe(true);
    expect(again.summary).toContain('contoso-dev unchanged');
  });

  test('a plan writes nothing, and its approval holds only while it is the same', async () => {
    await using twin = await createTwin();
    const plan = await runActionProcess('deploy-hub', twin, { inputs: { mode: 'plan' } });
    expect(plan.exitCode, plan.log).toBe(0);
    expect(plan.writes).toEqual([]);
    expect(Number(plan.outputs['creates'])).toBeGreaterThan(10);
    const fingerprint = plan.outputs['plan-fingerprint'] ?? '';
    const other = ENVIRONMENT.replace('swedencentral', 'swedencentral\ntags: { owner: somebody }');
    const refused = await runActionProcess('deploy-hub', twin, {
      inputs: { 'plan-fingerprint': fingerprint },
      environment: other,
    });
    expect(refused.exitCode).toBe(1);
    expect(refused.writes).toEqual([]);
    expect(refused.log).toContain('PlanChanged');
  });

  test('a broken environment file is annotated with its places, and nothing is sent', async () => {
    await using twin = await createTwin();
    const environment = ENVIRONMENT.replace('10.10.4.0/22', '10.10.0.0/22').replace('gpt-5-mini', '[]');
    const run = await runActionProcess('deploy-hub', twin, { environment });
    expect(run.exitCode).toBe(1);
    expect(run.requests).toEqual([]);
    expect(run.log).toMatch(/^::error title=Deploy the hub,file=\S+dev\.yml,line=\d+,col=\d+::/m);
  });

  test('faults on the way are met within the budget, and counted', async () => {
    await using twin = await createTwin({
      faults: [
        { host: 'management.azure.com', nth: 2, do: 429 },
        { host: 'management.azure.com', nth: 5, do: 'reset' },
        { host: 'management.azure.com', nth: 9, do: 503 },
        { host: 'management.azure.com', nth: 12, do: 'truncate' },
      ],
    });
    const run = await runActionProcess('deploy-hub', twin);
    expect(run.exitCode, run.log).toBe(0);
    expect(Number(run.outputs['retries'])).toBe(4);
  });

  test('SIGINT cancels the deployment within 7 s, and the next run resumes', async () => {
    await using twin = await createTwin();
    let signalled = 0;
    const cancelled = await runActionProcess('deploy-hub', twin, {
      onLine: (line, process) => {
        if (signalled === 0 && line.includes('Running')) {
          signalled = performance.now();
          process.kill('SIGINT');
        }
      },
    });
    expect(performance.now() - signalled).toBeLessThan(7000);
    expect(cancelled.exitCode, cancelled.log).toBe(1);
    expect(cancelled.writes.map(({ path }) => path).join()).toMatch(/hub-network\/cancel/i);
    expect(cancelled.report).toMatchObject({ result: 'cancelled' });
    expect(cancelled.summary).toContain('To resume, run the workflow again');
    const resumed = await runActionProcess('deploy-hub', twin);
    expect(resumed.exitCode, resumed.log).toBe(0);
  });

  test('a refusal stands in log and summary as leaf error with what to do', async () => {
    await using twin = await createTwin({
      faults: [{ method: 'PUT', path: '**/deployments/lz-contoso-dev-hub-network', do: 403 }],
    });
    const run = await runActionProcess('deploy-hub', twin);
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/^::error title=Deploy the hub::/m);
    expect(run.report?.errors).toHaveLength(1);
    expect(run.report?.phases.map(({ id, result }) => `${id} ${result}`)).toEqual(['P0 succeeded', 'P1 failed']);
  });

  test('no token of any kind is in log, outputs, summary or report', async () => {
    await using twin = await createTwin();
    const run = await runActionProcess('deploy-hub', twin, { inputs: { mode: 'plan' } });
    const visible =
      run.log.replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify([run.outputs, run.report]) + run.summary;
    expect(visible).not.toMatch(/eyJ[\w-]{20,}/);
    const requestToken = twin.ready.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    expect(requestToken).not.toBe('');
    expect(visible).not.toContain(requestToken);
  });
});
