import { describe, expect, it } from 'vitest';
import { allDefinitions as definitions } from '../../src/world/rules.ts';
import { Bench } from './bench.ts';
import { IDS } from './landscape.ts';
import { generatedCases } from './rule-cases/generated.ts';
import { CASES } from './rule-cases/index.ts';
import { bodies, prepare, sampleOf, whole } from './rule-cases/prepare.ts';

const all = [...CASES, ...generatedCases(sampleOf)];

describe('each rule', () => {
  it.each(all.map((one) => [one.rule, one] as const))('%s refuses its write, and nothing else does', (rule, one) => {
    const bench = new Bench(whole);
    const refused = bench.refusedBy(prepare(bench, one));
    expect(refused?.rule.id).toBe(rule);
    if (one.code !== undefined) expect(refused?.refusal.code).toBe(one.code);
    if (one.says !== undefined) expect(JSON.stringify(refused?.refusal)).toMatch(one.says);
    expect(refused?.refusal.status).toBeGreaterThanOrEqual(400);
    // Without the rule the write would have gone through, so the rule is what refuses it.
    const again = new Bench(whole);
    expect(again.refusedBy(prepare(again, one), rule)?.rule.id).toBe(one.also);
  });

  it.each([...bodies.keys()])('%s, as the landscape writes it, is refused by none', (id) => {
    const bench = new Bench(whole);
    expect(bench.refusedBy({ id, body: bodies.get(id) ?? {} })).toBeUndefined();
  });
});

it('every rule has a case', () => {
  const covered = new Set(all.map(({ rule }) => rule));
  const missing = [...definitions.values()]
    .flatMap(({ rules }) => rules.map(({ id }) => id))
    .filter((id) => !covered.has(id) && !id.endsWith('-read-only'));
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
