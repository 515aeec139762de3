import { createTwin, type FaultRule, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { runChain } from '../support/action-process.ts';

const WITHOUT_RETRY_AFTER = { 'retry-after': '' };

/** Faults at each service, each at one call of the run. Counted over the whole run, so they hit all actions. */
const FAULTS: Readonly<Record<string, readonly (FaultRule & { readonly nth: number })[]>> = {
  'management.azure.com': [
    { nth: 3, do: 429 },
    { nth: 9, do: 429, headers: WITHOUT_RETRY_AFTER },
    { nth: 20, do: 500 },
    { nth: 33, do: 'reset' },
    { nth: 47, do: 'truncate' },
    { nth: 60, do: 503 },
    { nth: 90, do: 'delay:PT5S' },
    { nth: 130, do: 504 },
    { nth: 200, do: 'reset' },
    { nth: 260, do: 429 },
    { nth: 300, do: 'truncate' },
  ],
  'graph.microsoft.com': [
    { nth: 1, do: 429 },
    { nth: 3, do: 500 },
    { nth: 6, do: 'reset' },
    { nth: 8, do: 'truncate' },
    { nth: 10, do: 'truncate' },
    { nth: 14, do: 'truncate' },
    { nth: 17, do: 503 },
    { nth: 20, do: 'reset' },
    { nth: 21, do: 429, headers: WITHOUT_RETRY_AFTER },
  ],
  'login.microsoftonline.com': [
    { nth: 1, do: 500 },
    { nth: 3, do: 'reset' },
    { nth: 5, do: 429 },
  ],
  'run.actions.githubusercontent.com': [
    { nth: 1, do: 503 },
    { nth: 3, do: 'reset' },
  ],
};

async function install(twin: Twin, rules: readonly FaultRule[]): Promise<void> {
  const answer = await fetch(`${twin.controlUrl}/faults`, { method: 'POST', body: JSON.stringify(rules) });
  expect(answer.status).toBe(200);
}

describe('faults on the way', () => {
  test.each(Object.keys(FAULTS))('at %s are met, and every repetition is counted', async (host) => {
    await using twin = await createTwin();
    const rules = (FAULTS[host] ?? []).map((rule) => ({ host, ...rule }));
    await install(twin, rules);
    const runs = await runChain(twin);
    const injected = rules.filter((rule) => !String(rule.do).startsWith('delay')).length;
    const retries = runs.flatMap(({ report }) => report?.retries ?? []);
    const met = retries.filter(({ status }) => status === 0 || status === 429 || status >= 500);
    expect(met.length, JSON.stringify(met, null, 1)).toBe(injected);
    const counted = runs.reduce((sum, { outputs }) => sum + Number(outputs['retries']), 0);
    expect(counted).toBe(retries.length);
    for (const { log, report } of runs) expect(log.match(/^ {2}↻ /gm)?.length ?? 0).toBe(report?.retries.length);
    expect(runs.at(-1)?.outputs['failed']).toBe('0');
  });
});
