import { createTwin, makespanOf } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, runChain } from '../support/action-process.ts';

/** Virtual time that a run may take beside API Management's own, before the 5 per cent (design, section 2). */
const ALLOWANCE_MINUTES = 8;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Processes at a time; the smoke test writes nothing, so it is left out here. */
const LANES = 2;
const WRITING = CHAIN.filter((name) => name !== 'smoke-test');

interface Figures {
  readonly seed: number;
  readonly run: number;
  readonly apiManagement: number;
  readonly limit: number;
  readonly byHand: number;
}

async function measure(seed: number): Promise<Figures> {
  await using twin = await createTwin({ seed });
  await runChain(twin, {}, WRITING);
  const { runMs, apiManagementMs = 0, handMadeMs } = makespanOf(twin.arm);
  const [run, apiManagement, byHand] = [runMs, apiManagementMs, handMadeMs].map((time) => time / 60_000) as [
    number,
    number,
    number,
  ];
  return { seed, run, apiManagement, limit: 1.05 * (apiManagement + ALLOWANCE_MINUTES), byHand };
}

describe('the makespan', () => {
  test('is API Management and a few minutes, whatever the seed', async () => {
    const waiting = [...SEEDS];
    const figures: Figures[] = [];
    const lane = async (): Promise<void> => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) figures.push(await measure(seed));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    figures.sort((a, b) => a.seed - b.seed);
    const text = figures
      .map(
        ({ seed, run, apiManagement, limit, byHand }) =>
          `seed ${seed}: run ${run.toFixed(1)} min, API Management ${apiManagement.toFixed(1)}, allowed ${limit.toFixed(1)}, by hand ${byHand.toFixed(1)}`,
      )
      .join('\n');
    console.log(text);
    for (const { seed, run, apiManagement, limit, byHand } of figures) {
      expect(apiManagement, `seed ${seed}`).toBeGreaterThanOrEqual(28);
      expect(apiManagement, `seed ${seed}`).toBeLessThanOrEqual(60);
      expect(run, text).toBeLessThanOrEqual(limit);
      expect(run, text).toBeLessThan(byHand);
    }
    expect(new Set(figures.map(({ apiManagement }) => apiManagement)).size).toBe(SEEDS.length);
  });
});
