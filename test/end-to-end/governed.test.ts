import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { expect, test } from 'vitest';
import { runChain, type ActionRun } from '../support/action-process.ts';
import { ROOT } from '../support/command-line.ts';

const DEPLOYING = ['deploy-hub', 'deploy-spoke'];
const DAY_MS = 24 * 60 * 60 * 1000;

const sentBy = (runs: readonly ActionRun[]) =>
  runs.flatMap(({ writes }) =>
    writes.map(({ method, path }) => `${method} ${path.split('?')[0]?.split('/').at(-1) ?? ''}`),
  );

function named(twin: Twin, type: string): readonly string[] {
  return [...twin.world.store.all()].filter((resource) => resource.type === type).map(({ id }) => id);
}

const LOCK = 'Microsoft.Authorization/locks';
const BUDGET = 'Microsoft.Consumption/budgets';
const QUERY_RULE = 'Microsoft.Insights/scheduledQueryRules';
const ACTION_GROUP = 'Microsoft.Insights/actionGroups';

test('budgets, locks, purge protection and logs: made, kept from month to month, and taken back as far as they can be', async () => {
  await using twin = await createTwin();
  const environment = await readFile(join(ROOT, 'test/end-to-end/choices/governed.yml'), 'utf8');
  await runChain(twin, { environment }, DEPLOYING);

  const [workspace] = twin.world.store.ofType('Microsoft.OperationalInsights/workspaces');
  expect(workspace?.properties).toMatchObject({ retentionInDays: 90, workspaceCapping: { dailyQuotaGb: 10 } });
  const [vault] = twin.world.store.ofType('Microsoft.KeyVault/vaults');
  expect(vault?.properties['enablePurgeProtection']).toBe(true);
  const budgets = twin.world.store.ofType(BUDGET).map(({ properties }) => properties['amount']);
  expect(budgets.toSorted((a, b) => Number(a) - Number(b))).toEqual([200, 400, 900]);
  const alerts = [...named(twin, QUERY_RULE), ...named(twin, ACTION_GROUP)].map((id) => id.split('/').at(-1));
  expect(alerts).toEqual(['alert-contoso-governed-token-cost', 'ag-contoso-governed-token-cost']);
  expect(named(twin, 'Microsoft.Insights/workbooks')).toHaveLength(1);
  expect(named(twin, LOCK).map((id) => id.split('/').at(-5))).toHaveLength(4);

  // The first month of a budget can never change, whatever month it is now.
  twin.world.clock.spend(40 * DAY_MS);
  expect(sentBy(await runChain(twin, { environment }, DEPLOYING))).toEqual([]);

  const free = environment.slice(0, environment.indexOf('operations:'));
  const planned = await runChain(twin, { environment: free, inputs: { mode: 'plan' } }, DEPLOYING);
  const goes = planned.flatMap(({ report }) => report?.changes.filter(({ kind }) => kind === 'delete') ?? []);
  expect(goes.map(({ type }) => type).toSorted()).toEqual([
    ...[LOCK, LOCK, LOCK, LOCK, BUDGET, BUDGET, BUDGET],
    ...[ACTION_GROUP, QUERY_RULE],
  ]);

  const runs = await runChain(twin, { environment: free }, DEPLOYING);
  expect([LOCK, BUDGET, QUERY_RULE, ACTION_GROUP].flatMap((type) => named(twin, type))).toEqual([]);
  // The workbook is for everybody.
  expect(named(twin, 'Microsoft.Insights/workbooks')).toHaveLength(1);
  expect(runs[1]?.log).toContain('is protected from being purged, which nobody can take back');
  expect(sentBy(await runChain(twin, { environment: free }, DEPLOYING))).toEqual([]);
});
