import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/providers/index.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { Bench, change } from './bench.ts';
import type { Write } from './bench.ts';
import { IDS, landscape, writes } from './landscape.ts';
import { lock } from './rule-cases/case.ts';
import { CASES } from './rule-cases/index.ts';
import type { RuleCase } from './rule-cases/case.ts';

const whole = landscape();
const bodies = new Map<string, JsonObject>(
  writes((id) => whole.id(id), whole.world.tenant.tenantId).map(([id, body]) => [id, body]),
);
const typeOf = (id: string): string => whole.get(id).type.toLowerCase();
const sampleOf = new Map([...bodies.keys()].map((id) => [typeOf(id), id]));

function prepare({ id, as, edits, editsIn, given }: Omit<RuleCase, 'rule' | 'code'>): { bench: Bench; write: Write } {
  const bench = new Bench(whole);
  given?.(bench);
  const changes = Object.entries({ ...edits, ...editsIn?.(bench) });
  const start = bodies.get(id);
  if (start === undefined) throw new Error(`the landscape has no ${id}`);
  return {
    bench,
    write: { id: as ?? id, body: changes.reduce((body, [path, value]) => change(body, path, value), start) },
  };
}

/** Cases that follow from a type alone: a name that cannot be, a service that is not there yet, an API that is locked. */
function generated(): readonly RuleCase[] {
  return [...definitions.values()].flatMap(({ type, rules }) => {
    const id = sampleOf.get(type.toLowerCase());
    if (id === undefined) return [];
    return rules.flatMap(({ id: rule }): RuleCase[] => {
      const base = { rule, id, edits: {} };
      if (rule.endsWith('-service-active'))
        return [
          {
            ...base,
            code: 'ServiceLocked',
            given: (bench) => {
              bench.alter(IDS.apim, { provisioningState: 'Activating' });
            },
          },
        ];
      if (rule.endsWith('-service-reachable'))
        return [
          {
            ...base,
            code: 'ManagementApiRequestFailed',
            given: (bench) => {
              bench.alter('Microsoft.Network/networkSecurityGroups/nsg-gateway', { securityRules: [] });
            },
          },
        ];
      if (rule.endsWith('-api-unlocked')) return [{ ...base, code: 'PessimisticConcurrencyConflict', given: lock }];
      return [];
    });
  });
}

const all = [...CASES, ...generated()];

describe('each rule', () => {
  it.each(all.map((one) => [one.rule, one] as const))('%s refuses its write, and nothing else does', (rule, one) => {
    const { bench, write } = prepare(one);
    const refused = bench.refusedBy(write);
    expect(refused?.rule.id).toBe(rule);
    expect(refused?.refusal.code).toBe(one.code);
    expect(refused?.refusal.status).toBeGreaterThanOrEqual(400);
    // Without the rule the write would have gone through, so the rule is what refuses it.
    expect(prepareAgain(one, rule)).toBe(one.also);
  });

  function prepareAgain(one: RuleCase, without: string): string | undefined {
    const { bench, write } = prepare(one);
    return bench.refusedBy(write, without)?.rule.id;
  }

  it.each([...bodies.keys()])('%s, as the landscape writes it, is refused by none', (id) => {
    const bench = new Bench(whole);
    expect(bench.refusedBy({ id, body: bodies.get(id) ?? {} })).toBeUndefined();
  });
});

describe('names', () => {
  const named = [...definitions.values()].flatMap((definition) => {
    const id = sampleOf.get(definition.type.toLowerCase());
    const rule = definition.rules.find(
      (one) => one.id.endsWith('-name') && /naming rules|section 1$|ACA storages/.test(one.source),
    );
    return id === undefined || rule === undefined ? [] : [[definition.type, id, rule.id] as const];
  });
  it.each(named)('of %s are checked', (_type, id, rule) => {
    const bad = `${id.slice(0, id.lastIndexOf('/'))}/*bad &%:name*`;
    const bench = new Bench(whole);
    const body = bodies.get(id) ?? {};
    expect(bench.refusedBy({ id: bad, body })?.rule.id).toBe(rule);
    expect(bench.refusedBy({ id: bad, body }, rule)?.rule.id).not.toBe(rule);
  });
});

it('every rule has a case', () => {
  const covered = new Set(all.map(({ rule }) => rule));
  const missing = [...definitions.values()]
    .flatMap(({ rules }) => rules.map(({ id }) => id))
    .filter((id) => !covered.has(id) && !id.endsWith('-name') && !id.endsWith('-read-only'));
  expect(missing).toEqual([]);
});

it('no two rules share an id, and each says where its fact stands', () => {
  const rules = [...definitions.values()].flatMap((definition) => definition.rules);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.filter(({ source }) => source.length < 5)).toEqual([]);
});

it('what only the platform writes is read-only', () => {
  const bench = new Bench(whole);
  const platform = [
    `${IDS.app}/revisions/mine`,
    `${IDS.app}/revisions/mine/replicas/one`,
    `${IDS.job}/executions/mine`,
    `${IDS.job}/executions/mine/replicas/one`,
    'Microsoft.Network/networkInterfaces/mine',
  ];
  expect(platform.map((id) => bench.refusedBy({ id, body: {} })?.refusal.code)).toEqual(
    platform.map(() => 'HttpMethodNotAllowed'),
  );
});
