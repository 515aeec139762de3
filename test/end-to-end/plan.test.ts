import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, ENVIRONMENT, runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';

/** The smoke test has no plan: it changes nothing. */
const PLANNING = CHAIN.filter((name) => name !== 'smoke-test');

const CHANGED = ENVIRONMENT.replace('  - gpt-5-mini', '  - gpt-5-mini\n  - gpt-5-nano').replace(
  'name: contoso-dev',
  'name: contoso-dev\ntags: { owner: chat-team }\nlimits: { perPerson: { tokensPerMinute: 1234 } }',
);

async function planAll(twin: Twin, environment = ENVIRONMENT): Promise<readonly ActionRun[]> {
  const runs = await runChain(twin, { environment, inputs: { mode: 'plan' } }, PLANNING);
  expect(runs.flatMap(({ writes }) => writes)).toEqual([]);
  return runs;
}

const changesOf = (runs: readonly ActionRun[]): readonly (string | undefined)[] =>
  runs.map(({ outputs }) => outputs['has-changes']);

describe('mode: plan', () => {
  test('writes nothing: into an empty subscription, onto a hub alone, and onto what is deployed', async () => {
    await using twin = await createTwin();
    const empty = await planAll(twin);
    expect(changesOf(empty).slice(0, 2)).toEqual(['true', 'true']);
    expect(Number(empty[0]?.outputs['creates'])).toBeGreaterThan(10);
    for (const { report } of empty.slice(2)) expect(report?.unseen.join()).toMatch(/is not there yet/);

    await runChain(twin, { inputs: { wait: 'gateway' } }, ['deploy-hub']);
    const hubAlone = await planAll(twin);
    expect(changesOf(hubAlone).slice(0, 2)).toEqual(['false', 'true']);
    expect(Number(hubAlone[1]?.outputs['creates'])).toBeGreaterThan(20);

    await runChain(twin, {}, PLANNING.slice(1));
    expect(changesOf(await planAll(twin))).toEqual(['false', 'false', 'false', 'false']);
    expect(changesOf(await planAll(twin, CHANGED))).toEqual(['true', 'true', 'true', 'false']);

    const swapped = await planAll(twin, ENVIRONMENT.replace('  - gpt-5-mini', '  - gpt-5-nano'));
    const gone = swapped[1]?.report?.changes.filter(({ kind }) => kind === 'delete').map(({ name }) => name);
    expect(gone).toEqual(['gpt-5-mini']);
  });

  test('an approval holds while the plan is the same, and stops a changed one before any write', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, PLANNING);
    const other = CHANGED.replace('chat-team', 'somebody').replace('1234', '4321');
    for (const action of ['deploy-hub', 'deploy-spoke', 'configure-apim']) {
      const plan = await runActionProcess(action, twin, { environment: CHANGED, inputs: { mode: 'plan' } });
      const fingerprint = plan.outputs['plan-fingerprint'] ?? '';
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
      const approved = { 'plan-fingerprint': fingerprint };
      const stale = await runActionProcess(action, twin, { environment: other, inputs: approved });
      expect(stale.exitCode, stale.log).toBe(1);
      expect(stale.log).toContain('PlanChanged');
      expect(stale.writes).toEqual([]);
      const applied = await runActionProcess(action, twin, { environment: CHANGED, inputs: approved });
      expect(applied.exitCode, applied.log).toBe(0);
      expect(applied.writes.length).toBeGreaterThan(0);
    }
  });
});
