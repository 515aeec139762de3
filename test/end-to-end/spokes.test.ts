import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { tellParty } from '../support/action-process.ts';
import { spokeName } from '../support/hub-files.ts';
import { deployHub, deploySpoke, inMinutes } from '../support/spokes.ts';

const NUMBERS = [1, 2, 3, 4, 5];

describe('five spokes on one hub at the same moment, each from processes of its own', { timeout: 300_000 }, () => {
  test('all are healthy, none costs another time, and what was there stays as it was', async () => {
    const alone = await Promise.all([1, 5].map(deployAlone));
    await using twin = await createTwin();
    await deployHub(twin);
    await deploySpoke(twin, 9);
    const before = stateOf(twin, spokeName(9));
    expect(before.length).toBeGreaterThan(100);
    for (const number of NUMBERS) await tellParty(twin, { join: spokeName(number) });
    const spokes = await Promise.all(NUMBERS.map((number) => deploySpoke(twin, number)));
    const minutes = spokes.map(({ virtualMs }) => inMinutes(virtualMs));
    console.log(`five at once: ${minutes.join(', ')} virtual minutes; alone ${alone.map(inMinutes).join(' and ')}`);
    expect(spokes.map(({ runs }) => runs.at(-1)?.outputs['failed'])).toEqual(NUMBERS.map(() => '0'));
    expect(spokes[0]?.virtualMs).toBeLessThan(1.1 * (alone[0] ?? 0));
    expect(spokes[4]?.virtualMs).toBeLessThan(1.1 * (alone[1] ?? 0));
    expect(stateOf(twin, spokeName(9))).toEqual(before);
  });
});

/** Virtual time of a spoke that has the hub to itself. */
async function deployAlone(number: number): Promise<number> {
  await using twin = await createTwin();
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
