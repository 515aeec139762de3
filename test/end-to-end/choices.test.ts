import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, runChain, type ActionRun } from '../support/action-process.ts';
import { choices, deployPrerequisites } from '../support/choices.ts';
import { destroy, stateOf, staysOf } from '../support/leftovers.ts';

/** Several files at a time: each has a twin in this process, and actions in processes of their own. */
describe('every choice', { concurrent: true, timeout: 300_000 }, () => {
  test.each(choices())(
    '$name deploys in one pass, changes nothing when run again, and goes as it said',
    async (choice) => {
      const { environment } = choice;
      const name = /^name: (\S+)$/m.exec(environment)?.[1] ?? '';
      await using twin = await createTwin();
      await deployPrerequisites(twin, choice);
      const before = await stateOf(twin);
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
        ...before,
        heldNames: [...before.heldNames, ...said(/^name held/)].sort(),
        applications: [...before.applications, ...said(/^Entra application$/)],
      });
      expect(twin.arm.state.timeline.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      const nothing = await destroy('deploy-spoke', twin, name, { environment });
      expect(nothing.writes).toEqual([]);
    },
  );
});
