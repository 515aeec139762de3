import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate, gaps } from './baseline/evaluate.ts';
import { securityBaseline } from './baseline/index.ts';
import { memberAt, setMember, type ExpandedResource } from './baseline/resource.ts';
import type { BaselineRule } from './baseline/rule.ts';
import { baselineRules, typesWithoutRules } from './baseline/rules/index.ts';
import { readSuppressions, suppressionsIn, type Suppression } from './baseline/suppressions.ts';

const baseline = await securityBaseline();
const everything = Object.values(baseline.environments);

test('every rule is met or suppressed, every type is spoken of, and nothing is said that is not needed', () => {
  expect(baseline.gaps).toEqual([]);
});

/** A resource that meets the rule, with all that surrounds it. */
function meeting(rule: BaselineRule): { resource: ExpandedResource; all: readonly ExpandedResource[] } | undefined {
  for (const all of everything) {
    const resource = all.find(
      (candidate) => candidate.type === rule.type && rule.failures(candidate, all).length === 0,
    );
    if (resource !== undefined) return { resource, all };
  }
  return undefined;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

const met = baselineRules.filter((rule) => meeting(rule) !== undefined);

test('a rule that is met anywhere says how it is broken', () => {
  expect(met.filter(({ breaks }) => breaks.length === 0).map(({ id }) => id)).toEqual([]);
  expect(met.length).toBeGreaterThan(70);
});

describe.each(met)('$id of $type', (rule) => {
  test.each(rule.breaks)('notices $what', ({ apply }) => {
    const { resource, all } = found(meeting(rule));
    const copies = structuredClone(all) as ExpandedResource[];
    const copy = found(copies[all.indexOf(resource)]);
    apply(copy, copies);
    expect(rule.failures(copy, copies)).not.toEqual([]);
  });
});

describe('gaps', () => {
  const [all = []] = everything;
  const rule = found(baselineRules.find(({ id }) => id === 'Azure.KeyVault.RBAC'));
  const vault = found(all.find(({ type }) => type === rule.type));
  const broken = structuredClone(vault);
  setMember(broken, 'properties.enableRbacAuthorization', false);
  const suppression = { rule: rule.id, only: [], reason: 'because', file: 'a.bicep', line: 3 };
  const gapsOf = (resource: ExpandedResource, suppressions: readonly Suppression[] = [], statements = {}) => {
    const environments = { one: [resource] };
    return gaps(evaluate([rule], environments, suppressions), environments, suppressions, statements);
  };

  test.each([
    ['a rule that is met', () => gapsOf(vault), []],
    [
      'one that is not',
      () => gapsOf(broken),
      [expect.stringContaining(`Azure.KeyVault.RBAC is not met by ${vault.name} (one)`)],
    ],
    ['one that is suppressed', () => gapsOf(broken, [suppression]), []],
    [
      'one that is suppressed for another',
      () => gapsOf(broken, [{ ...suppression, only: ['other'] }]),
      [expect.stringContaining('is not met by'), expect.stringContaining('a.bicep:3')],
    ],
    [
      'one that is suppressed for its kind of name',
      () => gapsOf(broken, [{ ...suppression, only: [`${vault.name.slice(0, 6)}*`] }]),
      [],
    ],
    ['a suppression that is not needed', () => gapsOf(vault, [suppression]), [expect.stringContaining('a.bicep:3')]],
    [
      'a suppression of no rule',
      () => gapsOf(vault, [{ ...suppression, rule: 'Azure.Nothing' }]),
      [expect.stringContaining('the suppression of Azure.Nothing is not needed')],
    ],
    [
      'a type that nobody speaks of',
      () => gapsOf({ ...vault, type: 'Microsoft.Cache/redisEnterprise' }),
      [
        expect.stringContaining('Microsoft.Cache/redisEnterprise has no rule and no statement'),
        expect.stringContaining('Azure.KeyVault.RBAC is about Microsoft.KeyVault/vaults, which no scenario deploys'),
      ],
    ],
    [
      'a statement that is not needed',
      () => gapsOf(vault, [], { 'Microsoft.Nothing/things': 'none' }),
      [expect.stringContaining('the statement on Microsoft.Nothing/things is not needed')],
    ],
  ])('%s', (_, gapsFound, expected) => {
    expect(gapsFound()).toEqual(expected);
  });
});

describe('suppressions', () => {
  test('stand in a file that has what they are about', () => {
    for (const { rule, only, file } of readSuppressions()) {
      const type = baselineRules.find(({ id }) => id === rule)?.type ?? '';
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
      const child = type.split('/').at(-1) ?? '';
      const spoken = [`'${type}@`, `'${child}'`, `/${child}/`, ...only.map((name) => name.split('-').at(-1) ?? '')];
      expect(
        spoken.some((words) => text.includes(words)),
        `${file} on ${rule}`,
      ).toBe(true);
    }
  });

  test.each([
    ['// baseline: A.B suppressed: why', { rule: 'A.B', only: [], reason: 'why' }],
    ['  // baseline: A.B suppressed for x, y-z: why: so', { rule: 'A.B', only: ['x', 'y-z'], reason: 'why: so' }],
    ['// baseline: A suppressed: why\n//   and how\n// not this', { rule: 'A', only: [], reason: 'why and how' }],
  ])('%s', (text, expected) => {
    expect(suppressionsIn('f', text)).toEqual([{ ...expected, file: 'f', line: 1 }]);
  });

  test.each([
    '// baseline: A',
    '// baseline: A suppressed',
    '// Baseline: A suppressed: why',
    '// baseline: A suppressed:',
  ])('%s is refused', (text) => {
    expect(() => suppressionsIn('f', `\n${text}`)).toThrow('f:2: write');
  });
});

test('the page has a row for every rule', () => {
  const rows = baseline.page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| --- '));
  expect(rows.filter((line) => / (PSRule|checkov|Defender|own) \|/.test(line))).toHaveLength(baselineRules.length);
  for (const type of Object.keys(typesWithoutRules)) expect(baseline.page).toContain(`| ${type} |`);
});

test.each([
  ['a.b', { a: { b: 1 } }, 1],
  ['a.[b.c].d', { a: { 'b.c': { d: 2 } } }, 2],
  ['a.0.b', { a: [{ b: 3 }] }, 3],
  ['a.b.c', { a: 1 }, undefined],
])('%s', (path, value, expected) => {
  expect(memberAt(value, path)).toBe(expected);
});
