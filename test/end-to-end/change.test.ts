import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, ENVIRONMENT, runChain, type ActionRun } from '../support/action-process.ts';
import { ROOT } from '../support/command-line.ts';

const inside = (section: string, line: string): string =>
  ENVIRONMENT.replace(`${section}:\n`, `${section}:\n  ${line}\n`);

const APP = [
  'Microsoft.App/containerApps',
  'Microsoft.App/containerApps/revisions',
  'Microsoft.App/containerApps/revisions/replicas',
];

/** One option of the environment file each, what is sent for it, and the types of resources that are different after it. */
const CHANGES = [
  {
    what: 'one more model',
    environment: ENVIRONMENT.replace('  - gpt-5-mini', '  - gpt-5-mini\n  - gpt-5-nano'),
    sent: ['deployments/lz-contoso-dev-spoke', 'policies/policy'],
    changed: [
      'Microsoft.ApiManagement/service/apis/policies',
      ...APP,
      'Microsoft.CognitiveServices/accounts/deployments',
    ],
  },
  {
    what: 'the limit per person',
    environment: `${ENVIRONMENT}limits: { perPerson: { tokensPerMinute: 1234 } }\n`,
    sent: ['policies/policy'],
    changed: ['Microsoft.ApiManagement/service/apis/policies'],
  },
  {
    what: 'the size of Open WebUI',
    environment: inside('spoke', 'openWebUi: { cpu: 2 }'),
    sent: ['deployments/lz-contoso-dev-spoke'],
    changed: APP,
  },
  {
    what: 'the publisher',
    environment: ENVIRONMENT.replace('platform@', 'chat@'),
    sent: ['deployments/lz-contoso-dev-hub-gateway'],
    changed: ['Microsoft.ApiManagement/service'],
  },
];

/** Members that change with every write, whatever is written. */
const STAMPS = new Set(['etag', 'createdAt', 'changedAt', 'apiVersion']);
/** What a smoke test leaves behind. */
const TRACES = 'Microsoft.App/jobs/executions';

/** Every resource as it is, without members called `ignored`, as text that is equal for equal content. */
function stateOf(twin: Twin, ignored?: string): ReadonlyMap<string, string> {
  return new Map([...twin.world.store.all()].map((resource) => [resource.id, canonical(resource, ignored)]));
}

function canonical(value: unknown, ignored = ''): string {
  return JSON.stringify(value, (key, member: unknown) => {
    if (STAMPS.has(key) || (key !== '' && key === ignored)) return undefined;
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
    for (const { what, environment, sent, changed } of CHANGES) {
      const before = stateOf(twin);
      const runs = await runChain(twin, { environment });
      expect(sentBy(runs), what).toEqual(sent);
      expect(changedTypes(before, stateOf(twin)), what).toEqual([...changed].sort());
      await runChain(twin, {}, CHAIN.slice(0, 3));
    }
  });

  test('a tag is put onto every resource that can have one, and changes nothing else', async () => {
    await using twin = await createTwin();
    await runChain(twin);
    const original = stateOf(twin);
    await runChain(twin, { environment: `${ENVIRONMENT}tags: { owner: chat-team }\n` });
    expect(
      [...twin.world.store.all()].filter(({ tags }) => tags !== undefined && tags['owner'] !== 'chat-team'),
    ).toEqual([]);
    expect(changedTypes(original, stateOf(twin, 'owner'))).toEqual([]);
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
