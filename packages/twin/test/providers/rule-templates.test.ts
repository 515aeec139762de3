import { describe, expect, it } from 'vitest';
import { FrontDoor, groupOf, templateOf, type Outcome } from './front-door.ts';
import type { RuleCase } from './rule-cases/case.ts';
import { generatedCases } from './rule-cases/generated.ts';
import { CASES } from './rule-cases/index.ts';
import { prepare, sampleOf, whole } from './rule-cases/prepare.ts';

/** Deploys the template of a case to a twin of its own, whose world stands as the case says. */
async function deploy(one: RuleCase, language: 1 | 2, withoutRules: readonly string[] = []): Promise<Outcome> {
  await using door = await FrontDoor.open(whole, withoutRules);
  const write = prepare(door.bench, one);
  const path = `resourceGroups/${groupOf(door.bench, write)}/providers/Microsoft.Resources/deployments/violation`;
  const template = templateOf(door.bench, write, language);
  return await door.deploy(path, { properties: { mode: 'Incremental', template } });
}

/** Every case that a template can express; one in four in the language version without symbolic names. */
const all = [...CASES, ...generatedCases(sampleOf)]
  .filter(({ notATemplate }) => notATemplate === undefined)
  .map((one, index) => [one.rule, one, index % 4 === 0 ? 1 : 2] as const);

// Each case has twins of its own, which mostly wait: several at a time.
describe.concurrent('a template that breaks a rule', () => {
  it.each(all)('%s', async (rule, one, language) => {
    const refused = await deploy(one, language);
    expect(refused.state).not.toBe('Succeeded');
    expect(refused.leaves).toHaveLength(1);
    if (one.code !== undefined) expect(refused.leaves[0]?.codes).toContain(one.code);
    if (one.says !== undefined) expect(refused.leaves[0]?.message).toMatch(one.says);

    const without = await deploy(one, language, [rule]);
    expect(without.leaves).not.toContainEqual(refused.leaves[0]);
    if (one.also === undefined) expect(without).toEqual({ state: 'Succeeded', leaves: [] });
  });
});
