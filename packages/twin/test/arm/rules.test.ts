import { describe, expect, it } from 'vitest';
import { ARM_RULES } from '../../src/arm/rules.ts';
import { FrontDoor, type Outcome } from '../providers/front-door.ts';
import { whole } from '../providers/rule-cases/prepare.ts';
import { ARM_CASES, type ArmRuleCase } from './rule-cases.ts';

const PATH = 'resourceGroups/rg/providers/Microsoft.Resources/deployments/violation';

async function deploy(one: ArmRuleCase, withoutRules: readonly string[] = []): Promise<Outcome> {
  await using door = await FrontDoor.open(whole, withoutRules);
  await one.given?.(door.bench, door);
  return await door.deploy(one.path ?? PATH, one.body);
}

describe('a deployment that breaks a rule of Azure Resource Manager', () => {
  it.each(ARM_CASES.map((one) => [one.rule, one] as const))('%s', async (rule, one) => {
    const refused = await deploy(one);
    expect(refused.state).not.toBe('Succeeded');
    expect(refused.leaves.map(({ codes }) => codes.at(-1))).toEqual([one.code]);

    const without = await deploy(one, [rule]);
    if (one.also === undefined) expect(without).toEqual({ state: 'Succeeded', leaves: [] });
    else expect(without.leaves.map(({ codes }) => codes.at(-1))).toEqual([one.also]);
  });
});

it('every rule of Azure Resource Manager has a case', () => {
  expect(ARM_CASES.map(({ rule }) => rule)).toEqual(Object.keys(ARM_RULES));
});
