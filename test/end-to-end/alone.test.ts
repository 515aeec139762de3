import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, runActionProcess, runChain } from '../support/action-process.ts';

/** What every action says of itself where an earlier one has not run, and what it names as the remedy. */
const TOO_EARLY = [
  { action: 'deploy-spoke', after: [], remedy: 'deploy-hub' },
  { action: 'configure-apim', after: [], remedy: 'deploy-hub' },
  { action: 'configure-apim', after: ['deploy-hub'], remedy: 'deploy-spoke' },
  { action: 'import-openapi', after: [], remedy: 'configure-apim' },
  { action: 'import-openapi', after: ['deploy-hub'], remedy: 'configure-apim' },
] as const;

describe('each action alone', () => {
  test('in the order of the chain, with nothing but the environment file', async () => {
    await using twin = await createTwin();
    const runs = await runChain(twin);
    expect(new Set(runs.map(({ folder }) => folder)).size).toBe(CHAIN.length);
    expect(runs.map(({ report }) => `${report?.action ?? ''} ${report?.result ?? ''}`)).toEqual(
      CHAIN.map((name) => `${name} succeeded`),
    );
    expect(runs.map(({ outputs }) => outputs['has-changes'])).toEqual(['true', 'true', 'true', 'true', 'false']);
    expect(Number(runs.at(-1)?.outputs['passed'])).toBeGreaterThan(14);
    expect(runs.at(-1)?.outputs['failed']).toBe('0');
  });

  test.each(TOO_EARLY)('$action after "$after" says to run $remedy first', async ({ action, after, remedy }) => {
    await using twin = await createTwin();
    await runChain(twin, {}, after);
    const run = await runActionProcess(action, twin);
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toMatch(new RegExp(`what to do: .*${remedy}`, 'i'));
    expect(run.report?.errors).toHaveLength(1);
    expect(run.writes).toEqual([]);
  });
});
