import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { runChain } from '../support/action-process.ts';
import { choices, deployPrerequisites } from '../support/choices.ts';

/** Checks of the smoke test that cannot pass by themselves, with what they say; all others must pass. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  // Nobody but the owner of the domain can make the record.
  'exposure-app-gateway-key-vault': ['public DNS: warning'],
  'exposure-private': ['way in: skipped'],
  'exposure-private-own-name': ['way in: skipped'],
};

describe.each(choices('exposure-'))('$name', (choice) => {
  test('deploys in one pass, every check of the smoke test passes, and a second run writes nothing', async () => {
    await using twin = await createTwin();
    await deployPrerequisites(twin, choice);
    const { name, environment } = choice;
    const runs = await runChain(twin, { environment });
    const checks = runs.at(-1)?.report?.checks ?? [];
    expect(checks.length).toBeGreaterThan(8);
    const open = checks.filter(({ verdict }) => verdict !== 'passed');
    expect(open.map((check) => `${check.name}: ${check.verdict}`)).toEqual(OPEN[name] ?? []);
    const again = await runChain(twin, { environment });
    expect(again.flatMap(({ writes }) => writes.map(({ method, path }) => `${method} ${path}`))).toEqual([]);
  });
});
