import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENT, runChain, type ActionRun } from '../support/action-process.ts';
import { ROOT } from '../support/command-line.ts';

const APP = [
  'Microsoft.App/containerApps',
  'Microsoft.App/containerApps/revisions',
  'Microsoft.App/containerApps/revisions/replicas',
];

interface Step {
  readonly what: string;
  /** What is replaced in the file as it is by then. */
  readonly edit: readonly [find: string, replacement: string];
  /** What is sent to be written: the last two parts of each path. */
  readonly sent: readonly string[];
  /** Types of the resources that are different afterwards. */
  readonly changed: readonly string[];
}

/** Options of the environment file, changed one after another. */
const STEPS: readonly Step[] = [
  {
    what: 'one more model',
    edit: ['  - gpt-5-mini\n', '  - gpt-5-mini\n  - gpt-5-nano\n'],
    sent: ['deployments/lz-contoso-dev-spoke', 'deployments/lz-contoso-dev-spoke-app', 'policies/policy'],
    changed: [
      'Microsoft.ApiManagement/service/apis/policies',
      ...APP,
      'Microsoft.CognitiveServices/accounts/deployments',
      // Its price.
      'Microsoft.Insights/workbooks',
    ],
  },
  {
    what: 'a model less, and a filter for the other',
    edit: [
      '  - gpt-5-mini\n  - gpt-5-nano\n',
      '  - { name: gpt-5-mini, contentFilter: strict }\ncontentFilters:\n  - { name: strict, hate: Low }\n',
    ],
    sent: [
      ...['deployments/lz-contoso-dev-spoke', 'deployments/lz-contoso-dev-spoke-app'],
      ...['deployments/gpt-5-nano', 'policies/policy'],
    ],
    changed: [
      'Microsoft.ApiManagement/service/apis/policies',
      ...APP,
      'Microsoft.CognitiveServices/accounts/deployments',
      'Microsoft.CognitiveServices/accounts/raiPolicies',
      'Microsoft.Insights/workbooks',
    ],
  },
  {
    what: 'no filter any more',
    edit: [
      '  - { name: gpt-5-mini, contentFilter: strict }\ncontentFilters:\n  - { name: strict, hate: Low }\n',
      '  - gpt-5-mini\n',
    ],
    sent: ['deployments/lz-contoso-dev-spoke', 'raiPolicies/strict'],
    changed: ['Microsoft.CognitiveServices/accounts/deployments', 'Microsoft.CognitiveServices/accounts/raiPolicies'],
  },
  {
    what: 'the limit per person',
    edit: ['models:\n', 'limits: { perPerson: { tokensPerMinute: 1234 } }\nmodels:\n'],
    sent: ['policies/policy'],
    changed: ['Microsoft.ApiManagement/service/apis/policies'],
  },
  {
    what: 'the size of Open WebUI',
    edit: ['spoke:\n', 'spoke:\n  openWebUi: { cpu: 2 }\n'],
    sent: ['deployments/lz-contoso-dev-spoke-app'],
    changed: APP,
  },
  {
    what: 'the publisher',
    edit: ['platform@', 'chat@'],
    sent: ['deployments/lz-contoso-dev-hub-gateway'],
    changed: ['Microsoft.ApiManagement/service'],
  },
  {
    what: 'a larger database disk, kept for longer',
    edit: ['spoke:\n', 'spoke:\n  postgres: { storageGiB: 64, backupRetentionDays: 14 }\n'],
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.DBforPostgreSQL/flexibleServers'],
  },
  {
    what: 'a larger database server',
    edit: ['storageGiB: 64,', 'storageGiB: 64, sku: Standard_D2ds_v5,'],
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.DBforPostgreSQL/flexibleServers'],
  },
  {
    what: 'a standby of the database',
    edit: ['sku: Standard_D2ds_v5,', 'sku: Standard_D2ds_v5, highAvailability: zone-redundant,'],
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.DBforPostgreSQL/flexibleServers'],
  },
  {
    what: 'the name that people see',
    edit: ['openWebUi: { cpu: 2 }', 'openWebUi: { cpu: 2, branding: { name: Contoso Chat } }'],
    sent: ['deployments/lz-contoso-dev-spoke-app'],
    changed: APP,
  },
  {
    what: 'a variable of Open WebUI',
    edit: ['{ cpu: 2, ', '{ cpu: 2, environment: { DEFAULT_LOCALE: en-GB }, '],
    sent: ['deployments/lz-contoso-dev-spoke-app'],
    changed: APP,
  },
  {
    what: 'logs that are kept for longer',
    edit: ['models:\n', 'operations: { logs: { retentionDays: 90 } }\nmodels:\n'],
    sent: ['deployments/lz-contoso-dev-hub-services'],
    changed: ['Microsoft.OperationalInsights/workspaces'],
  },
  {
    what: 'a budget of the spoke',
    edit: [
      '{ logs: { retentionDays: 90 } }',
      '{ logs: { retentionDays: 90 }, budget: { spoke: 400, contacts: [a@contoso.com] } }',
    ],
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.Consumption/budgets'],
  },
  {
    what: 'another amount of the budget',
    edit: ['spoke: 400,', 'spoke: 500,'],
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.Consumption/budgets'],
  },
  {
    what: 'locks',
    edit: ['{ logs: {', '{ locks: true, logs: {'],
    sent: ['deployments/lz-contoso-dev-hub-services', 'deployments/lz-contoso-dev-spoke'],
    changed: ['Microsoft.Authorization/locks'],
  },
  {
    what: 'a tag, which every resource gets and nothing else',
    edit: ['models:\n', 'tags: { owner: chat-team }\nmodels:\n'],
    sent: ['hub-network', 'hub-gateway', 'hub-services', 'spoke', 'spoke-app'].map(
      (part) => `deployments/lz-contoso-dev-${part}`,
    ),
    changed: [],
  },
];

/** The tag of the last step, which is compared apart. */
const TAG = 'owner';

/** Members that change with every write, whatever is written. */
const STAMPS = new Set(['etag', 'createdAt', 'changedAt', 'apiVersion', TAG]);
/** What a smoke test leaves behind. */
const TRACES = 'Microsoft.App/jobs/executions';

/** Every resource as it is, as text that is equal for equal content. */
function stateOf(twin: Twin): ReadonlyMap<string, string> {
  return new Map([...twin.world.store.all()].map((resource) => [resource.id, canonical(resource)]));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) => {
    if (STAMPS.has(key)) return undefined;
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Types of the resources that are not what they were, each once. */
function changedTypes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
  const types = ids.map(typeOf).filter((type) => !type.startsWith(TRACES));
  return [...new Set(types)].sort();
}

/** `Microsoft.Network/virtualNetworks/subnets` of an id; a resource group has no provider. */
function typeOf(id: string): string {
  const [namespace, ...parts] = id.split('/providers/').slice(1).at(-1)?.split('/') ?? ['resourceGroups'];
  return [namespace, ...parts.filter((_, index) => index % 2 === 0)].join('/');
}

/** What a run sent to be written: the last two parts of each path. */
function sentBy(runs: readonly ActionRun[]): readonly string[] {
  return runs.flatMap(({ writes }) =>
    writes.map(({ path }) => path.split('?')[0]?.split('/').slice(-2).join('/') ?? ''),
  );
}

describe('a change of one option', () => {
  test('writes what it must and nothing else, and the smoke test still passes', async () => {
    await using twin = await createTwin();
    await runChain(twin);
    let environment = ENVIRONMENT;
    for (const { what, edit, sent, changed } of STEPS) {
      const before = stateOf(twin);
      environment = environment.replace(...edit);
      const runs = await runChain(twin, { environment });
      expect(sentBy(runs), what).toEqual(sent);
      expect(changedTypes(before, stateOf(twin)), what).toEqual([...changed].sort());
    }
    const tagged = [...twin.world.store.all()].filter(({ tags }) => tags !== undefined);
    expect(tagged.length).toBeGreaterThan(20);
    expect(tagged.filter(({ tags }) => tags?.[TAG] !== 'chat-team')).toEqual([]);
  });

  test('environments/full.yml deploys', async () => {
    await using twin = await createTwin();
    const environment = await readFile(join(ROOT, 'environments/full.yml'), 'utf8');
    const runs = await runChain(twin, { environment });
    expect(runs.at(-1)?.outputs['failed']).toBe('0');
    const again = await runChain(twin, { environment });
    expect(sentBy(again)).toEqual([]);
  });
});
