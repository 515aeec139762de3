import type { AzureClient } from './client.ts';
import type { Finding } from './preflight/finding.ts';
import type { NeededAction } from './preflight/rights.ts';
import { resourceNameOf, resourceTypeOf } from './portal.ts';
import { readLocks } from './removal/locks.ts';

const BUDGETS_VERSION = '2024-08-01';
const QUERY_RULES_VERSION = '2023-12-01';
const ACTION_GROUPS_VERSION = '2023-01-01';
const KEY_VAULT_VERSION = '2024-11-01';
/** The rights that locks need: to make them, and to lift them again. */
export const lockActions: readonly NeededAction[] = [
  { action: 'Microsoft.Authorization/locks/write', role: 'Locks Contributor' },
];

/** Something that a run made and that the environment file no longer asks for. */
export interface Leftover {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
}

interface Budget {
  readonly properties: { readonly timePeriod: { readonly startDate: string } };
}

/** Names of the budgets of a group: for all of it, and for the tokens of its models. */
export type BudgetName = 'monthly' | 'tokens';

/** First month of a group's budget: that of the one that is there, since Azure never lets it change, or this month. */
export async function readBudgetStart(
  client: AzureClient,
  groupId: string,
  name: BudgetName = 'monthly',
): Promise<string> {
  const existing = await client.find<Budget>(budgetId(groupId, name), BUDGETS_VERSION);
  const start = existing?.properties.timePeriod.startDate ?? new Date(client.azureTime ?? Date.now()).toISOString();
  return `${start.slice(0, 7)}-01T00:00:00Z`;
}

/** What is wanted of a resource group's operations. */
export interface WantedOperations {
  readonly budget: boolean;
  readonly locks: boolean;
  /** What watches over the cost of tokens, for a group that may have it. */
  readonly tokens?: { readonly wanted: boolean; readonly alertId: string; readonly actionGroupId: string };
}

/** The budget and the locks of a resource group that a run made and that the environment file no longer asks for. */
export async function unwantedOperations(
  client: AzureClient,
  groupId: string,
  wanted: WantedOperations,
): Promise<readonly Leftover[]> {
  if ((await client.find(groupId, '2021-04-01')) === undefined) return [];
  const budget = wanted.budget ? [] : await found(client, [[budgetId(groupId, 'monthly'), BUDGETS_VERSION]]);
  const tokens =
    wanted.tokens === undefined || wanted.tokens.wanted ? [] : await found(client, tokenWatch(groupId, wanted.tokens));
  const locks = wanted.locks ? [] : (await readLocks(client, groupId)).removals;
  return [...budget, ...tokens, ...locks.map(({ id, apiVersion }): Versioned => [id, apiVersion])].map(
    ([id, apiVersion]) => ({ id, type: resourceTypeOf(id) ?? '', name: resourceNameOf(id), apiVersion }),
  );
}

type Versioned = readonly [id: string, apiVersion: string];

/** The alert goes before the group of people that it writes to. */
function tokenWatch(
  groupId: string,
  { alertId, actionGroupId }: NonNullable<WantedOperations['tokens']>,
): readonly Versioned[] {
  return [
    [budgetId(groupId, 'tokens'), BUDGETS_VERSION],
    [alertId, QUERY_RULES_VERSION],
    [actionGroupId, ACTION_GROUPS_VERSION],
  ];
}

async function found(client: AzureClient, resources: readonly Versioned[]): Promise<readonly Versioned[]> {
  const existing = await Promise.all(resources.map(async ([id, version]) => await client.find(id, version)));
  return resources.filter((_, index) => existing[index] !== undefined);
}

function budgetId(groupId: string, name: BudgetName): string {
  return `${groupId}/providers/Microsoft.Consumption/budgets/${name}`;
}

/** A warning where the file asks for a vault without purge protection and the vault has it: nobody can take it back. */
export async function checkPurgeProtection(
  client: AzureClient,
  vaultId: string,
  wanted: boolean,
): Promise<readonly Finding[]> {
  if (wanted) return [];
  const vault = await client.find<{ properties: { enablePurgeProtection?: boolean } }>(vaultId, KEY_VAULT_VERSION);
  if (vault?.properties.enablePurgeProtection !== true) return [];
  return [
    {
      severity: 'warning',
      code: 'PurgeProtectionStays',
      message: 'The Key Vault is protected from being purged, which nobody can take back.',
      remedy: 'Write `deletionProtection: true`, so that the file says what is so.',
      pointer: '/operations/deletionProtection',
    },
  ];
}
