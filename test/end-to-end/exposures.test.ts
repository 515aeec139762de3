import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { runChain } from '../support/action-process.ts';
import { choices, deployPrerequisites } from '../support/choices.ts';

describe.each(choices('exposure-'))('$name', (choice) => {
  test('deploys in one pass, every check of the smoke test passes, and a second run writes nothing', async () => {
    await using twin = await createTwin();
    await deployPrerequisites(twin, choice);
    const { environment } = choice;
    const runs = await runChain(twin, { environment });
    const checks = runs.at(-1)?.report?.checks ?? [];
    expect(checks.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(checks.map(({ name, verdict }) => `${name}: ${verdict}`)).toMatchSnapshot();
    const again = await runChain(twin, { environment });
    expect(again.flatMap(({ writes }) => writes.map(({ method, path }) => `${method} ${path}`))).toEqual([]);
  });
});
