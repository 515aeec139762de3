import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { tellParty } from '../support/action-process.ts';
import { spokeName } from '../support/hub-files.ts';
import { deployHub, deploySpoke, inMinutes } from '../support/spokes.ts';

const NUMBERS = [1, 2, 3, 4, 5];

/** Every spoke takes the same time by itself, so what it takes more here is what the others cost it. */
const TYPICAL = { durations: 'typical' } as const;

/** How much longer the last may take than the first, and each than alone. */
const SLACK = 1.1;

describe('five spokes on one hub at the same moment, each from processes of its own', { timeout: 300_000 }, () => {
  test('all are healthy, none costs another time, and what was there stays as it was', async () => {
    const alone = await deployAlone(1);
    await using twin = await createTwin(TYPICAL);
    await deployHub(twin);
    await deploySpoke(twin, 9);
    const before = stateOf(twin, spokeName(9));
    expect(before.length).toBeGreaterThan(100);
    for (const number of NUMBERS) await tellParty(twin, { join: spokeName(number) });
    const spokes = await Promise.all(NUMBERS.map((number) => deploySpoke(twin, number)));
    const minutes = spokes.map(({ virtualMs }) => virtualMs);
    console.log(`five at once: ${minutes.map(inMinutes).join(', ')} virtual minutes; one alone: ${inMinutes(alone)}`);
    expect(spokes.map(({ runs }) => runs.at(-1)?.outputs['failed'])).toEqual(NUMBERS.map(() => '0'));
    const [first = 0, last = 0] = [minutes[0], minutes.at(-1)];
    expect(last).toBeLessThanOrEqual(SLACK * first);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(SLACK * alone);
    expect(stateOf(twin, spokeName(9))).toEqual(before);
  });
});

/** Virtual time of a spoke that has the hub to itself. */
async function deployAlone(number: number): Promise<number> {
  await using twin = await createTwin(TYPICAL);
  await deployHub(twin);
  return (await deploySpoke(twin, number)).virtualMs;
}

/** Everything of the twin that bears a spoke's name, to the byte. */
function stateOf(twin: Twin, name: string): readonly string[] {
  return [...twin.world.store.all()]
    .filter(({ id }) => id.includes(name))
    .map((resource) => JSON.stringify(resource))
    .toSorted();
}
