import type { BaselineRule } from './rule.ts';
import type { ExpandedResource } from './resource.ts';
import type { Suppression } from './suppressions.ts';

/** How a rule fares in one scenario; none of its type there: `absent`. */
export type Verdict = 'met' | 'suppressed' | 'not met' | 'absent';

/** A rule with its verdicts, and the suppressions that it needed. */
export interface Row {
  readonly rule: BaselineRule;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly suppressions: readonly Suppression[];
  /** What is neither met nor suppressed, by scenario. */
  readonly open: Readonly<Record<string, readonly string[]>>;
}

/** Resources of each scenario, by its name. */
export type Environments = Readonly<Record<string, readonly ExpandedResource[]>>;

/** Holds every rule against every scenario. */
export function evaluate(
  rules: readonly BaselineRule[],
  environments: Environments,
  suppressions: readonly Suppression[],
): readonly Row[] {
  return rules.map((rule) => {
    const own = suppressions.filter((suppression) => suppression.rule === rule.id);
    const outcomes = Object.entries(environments).map(([name, all]) => [name, outcome(rule, all, own)] as const);
    return {
      rule,
      verdicts: Object.fromEntries(outcomes.map(([name, { verdict }]) => [name, verdict])),
      suppressions: [...new Set(outcomes.flatMap(([, { used }]) => used))],
      open: Object.fromEntries(
        outcomes.map(([name, { open }]) => [name, open] as const).filter(([, { length }]) => length > 0),
      ),
    };
  });
}

interface Outcome {
  readonly verdict: Verdict;
  readonly used: readonly Suppression[];
  readonly open: readonly string[];
}

function outcome(rule: BaselineRule, all: readonly ExpandedResource[], own: readonly Suppression[]): Outcome {
  const resources = all.filter(({ type }) => type === rule.type);
  if (resources.length === 0) return { verdict: 'absent', used: [], open: [] };
  const failures = [...new Set(resources.flatMap((resource) => rule.failures(resource, all)))];
  const open = failures.filter((failure) => !own.some((suppression) => covers(suppression, failure)));
  const used = own.filter((suppression) => failures.some((failure) => covers(suppression, failure)));
  const verdict = open.length > 0 ? 'not met' : failures.length > 0 ? 'suppressed' : 'met';
  return { verdict, used, open };
}

/** `sts*` covers every failure that begins with it. */
function covers({ only }: Suppression, failure: string): boolean {
  if (only.length === 0) return true;
  return only.some((name) => (name.endsWith('*') ? failure.startsWith(name.slice(0, -1)) : failure === name));
}

const howToGoOn = 'mend it, or write "// baseline: <rule> suppressed: <reason>" next to the resource';

/** What keeps the table from being whole, one sentence each. */
export function gaps(
  rows: readonly Row[],
  environments: Environments,
  suppressions: readonly Suppression[],
  typesWithoutRules: Readonly<Record<string, string>>,
): readonly string[] {
  const ruled = new Set(rows.map(({ rule }) => rule.type));
  const deployed = new Set(Object.values(environments).flatMap((all) => all.map(({ type }) => type)));
  const needed = new Set(rows.flatMap((row) => row.suppressions));
  return [
    ...rows.flatMap(({ rule, open }) => {
      const where = Object.entries(open).map(([scenario, failures]) => `${failures.join(', ')} (${scenario})`);
      return where.length === 0 ? [] : [`${rule.id} is not met by ${where.join(', ')}: ${howToGoOn}`];
    }),
    ...[...deployed]
      .filter((type) => !ruled.has(type) && !(type in typesWithoutRules))
      .map((type) => `${type} has no rule and no statement why it needs none (packages/templates/test/baseline/rules)`),
    ...Object.keys(typesWithoutRules)
      .filter((type) => !deployed.has(type) || ruled.has(type))
      .map(
        (type) =>
          `the statement on ${type} is not needed: ${ruled.has(type) ? 'it has rules' : 'no scenario deploys it'}`,
      ),
    ...rows
      .filter(({ rule }) => !deployed.has(rule.type))
      .map(({ rule }) => `${rule.id} is about ${rule.type}, which no scenario deploys`),
    ...suppressions
      .filter((suppression) => !needed.has(suppression))
      .map(
        ({ rule, file, line }) =>
          `${file}:${line}: the suppression of ${rule} is not needed: the rule is met, or there is none of this name`,
      ),
  ];
}
