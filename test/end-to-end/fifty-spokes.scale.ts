import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN } from '../support/action-process.ts';
import { deployHub, deploySpoke, inMinutes, type Cost, type SpokeRun } from '../support/spokes.ts';

/** What fifty spokes cost one after another: the last as the first, but for what the draw of durations gives it. */
describe('fifty spokes on one hub, one after another', { timeout: 600_000 }, () => {
  test('requests and time of a spoke do not grow', async () => {
    await using twin = await createTwin();
    await deployHub(twin);
    const spokes: SpokeRun[] = [];
    for (let number = 1; number <= 50; number += 1) {
      // In between it is enough that they are there: what they cost is measured at both ends.
      const measured = number <= 10 || number > 40;
      spokes.push(await deploySpoke(twin, number, CHAIN.slice(1, measured ? 4 : 3), 10));
    }
    const [first, last] = [average(spokes.slice(0, 10)), average(spokes.slice(-10))];
    const text = ({ requests, virtualMs, realMs }: Cost) =>
      `${requests.toFixed(1)} requests, ${inMinutes(virtualMs)} virtual minutes, ${Math.round(realMs)} ms`;
    console.log(`a spoke among the first ten: ${text(first)}; among the last ten of fifty: ${text(last)}`);
    expect(last.requests).toBeLessThan(1.05 * first.requests);
    expect(last.virtualMs).toBeLessThan(1.1 * first.virtualMs);
  });
});

function average(costs: readonly Cost[]): Cost {
  const mean = (of: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length;
  return {
    requests: mean(({ requests }) => requests),
    virtualMs: mean(({ virtualMs }) => virtualMs),
    realMs: mean(({ realMs }) => realMs),
  };
}
