import { dimensions, filledQuery, measures, paceQuery, priceRows, usageQueries } from '@lz/templates';
import { beforeAll, describe, expect, test } from 'vitest';
import { FINANCE, GovernedGateway } from '../packages/gateway/test/support/governed-gateway.ts';
import { directoryOf, identityAccessToken } from '../packages/twin/src/entra/index.ts';
import type { TwinHost } from '../packages/twin/src/kernel/http.ts';
import { ACCOUNT, WORKSPACE } from '../packages/twin/test/data-planes/landing-zone.ts';

const DAY = 86_400_000;
const LEGAL = '77777777-8888-4999-8aaa-bbbbbbbbbbbb';
const MODELS = [
  { name: 'gpt-5-mini', price: { input: 0.25, output: 2 } },
  { name: 'text-embedding-3-small', price: { input: 0.02, output: 0 } },
  { name: 'grok-4', allow: { roles: ['admin' as const], groups: [] } },
];
const PEOPLE = {
  ada: { role: 'admin', group: 'finance', claims: { oid: 'ada', roles: ['admin'], groups: [FINANCE] } },
  alan: { role: 'user', group: 'finance', claims: { oid: 'alan', roles: ['user'], groups: [FINANCE] } },
  grace: { role: 'user', group: 'legal', claims: { oid: 'grace', roles: ['user'], groups: [LEGAL] } },
  kurt: { role: 'user', group: 'none', claims: { oid: 'kurt', roles: ['user'], groups: [] } },
} as const;
type Name = keyof typeof PEOPLE;

/** One answer or refusal as the caller saw it: what the queries must say again. */
interface Seen {
  readonly Person: string;
  readonly Role: string;
  readonly Group: string;
  readonly Model: string;
  readonly Day: string;
  readonly tokens?: { readonly prompt: number; readonly completion: number; readonly total: number };
  readonly milliseconds?: number;
  readonly code?: string;
}

const gateway = new GovernedGateway({
  models: MODELS.map(({ name, allow }) => ({ name, ...(allow === undefined ? {} : { allow }) })),
  access: { admins: [], users: [], groups: { finance: FINANCE, legal: LEGAL } },
  limits: { perPerson: { tokensPerMinute: 400 }, perRole: {}, perGroup: {}, perModel: {} },
});
const { zone } = gateway;
const seen: Seen[] = [];
let delay = 0;

/** Lets the models take time, which costs none here. */
function slowModels(): void {
  const hosts = zone.hosts as TwinHost[];
  const at = hosts.findIndex(({ name }) => name === 'Foundry');
  const foundry = hosts[at];
  if (foundry === undefined) throw new Error('no Foundry');
  hosts[at] = {
    ...foundry,
    handle: (request) => {
      zone.world.clock.spend(delay);
      return foundry.handle(request);
    },
  };
}

/** Tokens as the answer reports them: in its body, or in the last piece of its stream. */
function reported(text: string): NonNullable<Seen['tokens']> {
  const count = (name: string): number =>
    Number([...text.matchAll(new RegExp(`"${name}":\\s*(\\d+)`, 'g'))].at(-1)?.[1] ?? 0);
  return { prompt: count('prompt_tokens'), completion: count('completion_tokens'), total: count('total_tokens') };
}

async function ask(name: Name, model: string, body: object, milliseconds: number): Promise<void> {
  delay = milliseconds;
  const { role, group, claims } = PEOPLE[name];
  const path = model.includes('embedding') ? '/embeddings' : '/chat/completions';
  const Day = new Date(Math.floor(zone.world.clock.now / DAY) * DAY).toISOString().replace('.000Z', 'Z');
  const { status, text } = await gateway.ask({ claims, path, body: { model, ...body } });
  const about = { Person: name, Role: role, Group: group, Day };
  const known = MODELS.some((each) => each.name === model);
  if (status === 200)
    seen.push({
      ...about,
      Model: model,
      tokens: reported(text),
      milliseconds,
    });
  else
    seen.push({
      ...about,
      Model: known ? model : 'N/A',
      code: (JSON.parse(text) as { error: { code: string } }).error.code,
    });
}

const chat = (words: number, stream = false) => ({
  messages: [{ role: 'user', content: 'word '.repeat(words) }],
  ...(stream ? { stream } : {}),
});

/** Three days of four people: streamed and not, with models that have a price and one that has none, and refusals. */
async function traffic(): Promise<void> {
  zone.put(`${ACCOUNT}/deployments/grok-4`, 'Microsoft.CognitiveServices/accounts/deployments', {
    model: { format: 'xAI', name: 'grok-4', version: '1' },
    provisioningState: 'Succeeded',
  });
  for (const day of [1, 2, 3]) {
    for (const [index, name] of (Object.keys(PEOPLE) as Name[]).entries()) {
      await ask(name, 'gpt-5-mini', chat(3 * day + index), 200 * day + index);
      await ask(name, 'gpt-5-mini', chat(day + 2 * index, true), 90 * day);
      if (name !== 'kurt') await ask(name, 'text-embedding-3-small', { input: 'text '.repeat(day) }, 10 + index);
      zone.world.clock.spend(10 * 60_000);
    }
    await ask('ada', 'grok-4', chat(20 * day), 1500);
    await ask('grace', 'grok-4', chat(1), 5);
    await ask('alan', 'gpt-9', chat(1), 5);
    if (day === 2) {
      await ask('kurt', 'gpt-5-mini', chat(500), 5);
      await ask('kurt', 'gpt-5-mini', chat(500), 5);
    }
    zone.world.clock.spend(DAY);
  }
}

let authorization = '';

async function rows(text: string, timespan?: string): Promise<readonly Record<string, unknown>[]> {
  const url = `https://api.loganalytics.io/v1/workspaces/${zone.world.guid('workspace')}/query`;
  const answer = await zone.send('POST', url, { body: { query: text, timespan }, headers: { authorization } });
  if (answer.status !== 200) throw new Error(answer.text);
  const [table] = (JSON.parse(answer.text) as { tables: { columns: { name: string }[]; rows: unknown[][] }[] }).tables;
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries((table?.columns ?? []).map(({ name }, at) => [name, row[at]])),
  );
}

const FACTS = { environment: 'contoso-dev', prices: priceRows(MODELS), currency: 'USD' };

function queryOf(id: string): { readonly text: string } {
  const found = [...usageQueries, paceQuery].find((query) => query.id === id);
  if (found === undefined) throw new Error(`no query ${id}`);
  return found;
}

beforeAll(async () => {
  slowModels();
  await traffic();
  zone.put(
    `${WORKSPACE}/providers/Microsoft.Authorization/roleAssignments/reader`,
    'Microsoft.Authorization/roleAssignments',
    {
      principalId: zone.world.guid('gateway-principal'),
      roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/73c42c96-874c-492b-b04d-ab87d138a893',
    },
  );
  zone.world.clock.spend(3_600_000);
  const principal = directoryOf(zone.world).servicePrincipal(zone.world.guid('gateway-principal'));
  if (principal === undefined) throw new Error('no identity');
  authorization = `Bearer ${(await identityAccessToken(zone.world, principal, 'https://api.loganalytics.io')).token}`;
});

const answers = (): readonly Seen[] => seen.filter(({ tokens }) => tokens !== undefined);
const refused = (): readonly Seen[] => seen.filter(({ code }) => code !== undefined);
const sum = (list: readonly Seen[], of: (one: Seen) => number): number =>
  list.reduce((total, one) => total + of(one), 0);
const priceOf = (model: string) => MODELS.find(({ name }) => name === model)?.price;

/** In whole numbers of 10⁻¹² dollars, so that nothing is lost by adding them up. */
function costOf(list: readonly Seen[], times = 1): number | null {
  const whole = (price = 0): number => Math.round(price * 1e6);
  const priced = list.filter(({ Model }) => priceOf(Model) !== undefined);
  if (priced.length === 0) return null;
  const cost = sum(priced, ({ Model, tokens }) => {
    const price = priceOf(Model);
    return (tokens?.prompt ?? 0) * whole(price?.input) + (tokens?.completion ?? 0) * whole(price?.output);
  });
  return Math.round((cost * times) / 1000) / 1e9;
}

/** The value of the nearest rank. */
function percentile(list: readonly Seen[], share: number): number {
  const sorted = list.map(({ milliseconds = 0 }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.ceil((share / 100) * sorted.length) - 1] ?? 0;
}

const said = {
  usage: (list: readonly Seen[]) => ({
    PromptTokens: sum(list, ({ tokens }) => tokens?.prompt ?? 0),
    CompletionTokens: sum(list, ({ tokens }) => tokens?.completion ?? 0),
    TotalTokens: sum(list, ({ tokens }) => tokens?.total ?? 0),
    Answers: list.length,
    Cost: costOf(list),
    WithoutPrice: sum(list, ({ Model, tokens }) => (priceOf(Model) === undefined ? (tokens?.total ?? 0) : 0)),
  }),
  latency: (list: readonly Seen[]) => ({
    ...{ Answers: list.length, P50: percentile(list, 50), P95: percentile(list, 95), P99: percentile(list, 99) },
    Slowest: percentile(list, 100),
  }),
  refusals: (list: readonly Seen[]) => ({
    Refusals: list.length,
    Codes: [...new Set(list.map(({ code }) => code ?? ''))].sort().join(', '),
  }),
};

describe('the traffic of the test', () => {
  test('has what a gateway sees: streams, prices and none, every kind of refusal', () => {
    expect(answers()).toHaveLength(36);
    expect(new Set(refused().map(({ code }) => code))).toEqual(
      new Set(['model_not_allowed', 'model_not_found', 'tokens_per_minute']),
    );
    for (const { tokens } of answers()) expect(tokens?.total).toBeGreaterThan(0);
  });
});

describe.each(measures)('%s', (measure) => {
  test.each(dimensions)('by %s is what the callers saw', async (by) => {
    const list = measure === 'refusals' ? refused() : answers();
    const groups = Map.groupBy(list, (one) => one[by]);
    const expected = [...groups].map(([key, of]) => ({ [by]: key, ...said[measure](of) }));
    const found = await rows(filledQuery(queryOf(`${measure}-by-${by.toLowerCase()}`), FACTS));
    const order = (all: readonly Record<string, unknown>[]) =>
      [...all].sort((a, b) => (String(a[by]) < String(b[by]) ? -1 : 1));
    expect(order(found)).toEqual(order(expected));
  });
});

describe('the other queries of the workbook', () => {
  const run = (id: string, chosen = {}) => rows(filledQuery(queryOf(id), FACTS, chosen));

  test('totals', async () => {
    const { TotalTokens, Answers, Cost, WithoutPrice } = said.usage(answers());
    expect(await run('totals')).toEqual([
      { Name: 'People', Value: 4 },
      { Name: 'Answers', Value: Answers },
      { Name: 'Tokens', Value: TotalTokens },
      { Name: 'Cost, USD', Value: Cost },
      { Name: 'Tokens without a price', Value: WithoutPrice },
    ]);
  });

  test.each(['tokens-by-day-and-model', 'cost-by-day-and-model'])('%s', async (id) => {
    const groups = Map.groupBy(answers(), ({ Day, Model }) => `${Day} ${Model}`);
    const expected = [...groups.values()].flatMap((list): object[] => {
      const [{ Day, Model } = { Day: '', Model: '' }] = list;
      const { TotalTokens, Cost } = said.usage(list);
      if (id.startsWith('tokens')) return [{ Day, Model, Tokens: TotalTokens }];
      return Cost === null ? [] : [{ Day, Model, Cost }];
    });
    const order = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(order(await run(id))).toEqual(order(expected));
  });

  test('refusals by code', async () => {
    const found = await run('refusals-by-code');
    expect(Object.fromEntries(found.map(({ Code, Refusals }) => [String(Code), Refusals]))).toEqual(
      Object.fromEntries(
        [...Map.groupBy(refused(), ({ code }) => code ?? '')].map(([code, list]) => [code, list.length]),
      ),
    );
  });

  test('every query runs, with anything chosen', async () => {
    const chosen = { Person: ['ada', 'alan'], Role: ['admin'], Group: ['finance'], Model: ['gpt-5-mini'] };
    for (const { id } of usageQueries) await run(id, chosen);
    const list = answers().filter(({ Person, Model }) => Person === 'ada' && Model === 'gpt-5-mini');
    expect(await run('usage-by-person', chosen)).toEqual([{ Person: 'ada', ...said.usage(list) }]);
  });

  test('another environment of the hub sees nothing of it', async () => {
    const query = filledQuery(queryOf('usage-by-person'), { ...FACTS, environment: 'contoso-test' });
    expect(await rows(query)).toEqual([]);
  });
});

describe('the alert', () => {
  test('sees no more than the time that it looks back, and what a month of it would cost', async () => {
    const lastDay = answers().at(-1)?.Day ?? '';
    const since = (zone.world.clock.now - Date.parse(lastDay)) / 60_000;
    const [found] = await rows(filledQuery(paceQuery, FACTS), `PT${since}M`);
    expect(found).toEqual({
      MonthlyCost: costOf(
        answers().filter(({ Day }) => Day === lastDay),
        30,
      ),
    });
  });

  test('of nothing is nothing, not a failure', async () => {
    expect(await rows(filledQuery(paceQuery, FACTS), 'PT1M')).toEqual([{ MonthlyCost: 0 }]);
  });
});
