import type { Twin } from '@lz/twin';
import { CHAIN, runChain, tellParty, type ActionRun } from './action-process.ts';
import { HUB, spokeName, spokeOnHub } from './hub-files.ts';

/** What a spoke cost. */
export interface Cost {
  readonly requests: number;
  readonly virtualMs: number;
  readonly realMs: number;
}

/** What deploying it left behind. */
export interface SpokeRun extends Cost {
  readonly runs: readonly ActionRun[];
}

/** The hub with what all spokes share. */
export async function deployHub(twin: Twin): Promise<void> {
  await runChain(twin, { environment: HUB }, ['deploy-hub', 'configure-apim']);
}

/** Runs a spoke's actions one after another, as a party of its own. */
export async function deploySpoke(
  twin: Twin,
  number: number,
  actions: readonly string[] = CHAIN,
  capacity?: number,
): Promise<SpokeRun> {
  const [begun, started] = [twin.world.clock.now, performance.now()];
  const party = spokeName(number);
  const runs = await runChain(
    twin,
    { environment: spokeOnHub({ number, ...(capacity === undefined ? {} : { capacity }) }), party },
    actions,
  );
  const virtualMs = twin.world.clock.now - begun;
  await tellParty(twin, { leave: party });
  const requests = runs.reduce((sum, run) => sum + run.requests.length, 0);
  return { runs, requests, virtualMs, realMs: performance.now() - started };
}

/** `28.1`. */
export function inMinutes(milliseconds: number): string {
  return (milliseconds / 60_000).toFixed(1);
}
