import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';
import { destroy, stateOf, staysOf } from '../support/leftovers.ts';

/** One environment file a choice; whoever adds a choice adds a file. */
const FOLDER = join(import.meta.dirname, 'choices');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yml'));

/** Several files at a time: each has a twin in this process, and actions in processes of their own. */
describe('every choice', { concurrent: true, timeout: 300_000 }, () => {
  test.each(files)('%s deploys in one pass, changes nothing when run again, and goes as it said', async (file) => {
    const environment = readFileSync(join(FOLDER, file), 'utf8');
    const name = /^name: (\S+)$/m.exec(environment)?.[1] ?? '';
    await using twin = await createTwin();
    const empty = await stateOf(twin);
    const first = await runChain(twin, { environment });
    expect(first.at(-1)?.outputs['failed']).toBe('0');
    const again = await runChain(twin, { environment }, CHAIN.slice(0, -1));
    expect(again.flatMap(({ writes }) => writes.map(({ method, path }) => `${method} ${path}`))).toEqual([]);

    const removals: ActionRun[] = [];
    for (const action of ['configure-apim', 'deploy-spoke', 'deploy-hub']) {
      const run = await destroy(action, twin, name, { environment });
      expect(run.exitCode, run.log).toBe(0);
      removals.push(run);
    }
    const said = (type: RegExp) => removals.flatMap((run) => staysOf(run, type)).sort();
    expect(await stateOf(twin)).toEqual({
      ...empty,
      heldNames: said(/^name held/),
      applications: [...empty.applications, ...said(/^Entra application$/)],
    });
    const failed = twin.arm.state.timeline.filter(({ outcome }) => outcome === 'failed');
    expect(failed).toEqual([]);
    const nothing = await runActionProcess('deploy-spoke', twin, {
      environment,
      inputs: { mode: 'destroy', confirm: name },
    });
    expect(nothing.writes).toEqual([]);
  });
});
