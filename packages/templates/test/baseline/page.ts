import type { Row } from './evaluate.ts';

/** `docs/security-baseline.md`. */
export function baselinePage(
  rows: readonly Row[],
  scenarios: readonly string[],
  typesWithoutRules: Readonly<Record<string, string>>,
): string {
  const count = (verdict: string) => rows.filter(({ verdicts }) => overall(verdicts).includes(verdict)).length;
  return [
    '<!-- Made by packages/templates/scripts/generate-security-baseline.ts. Do not edit. -->',
    '# Security baseline',
    '',
    'What PSRule for Azure (its security pillar, and a few of its neighbours), the ARM checks of checkov and Microsoft',
    'Defender for Cloud ask of the types that are deployed here, and what this project asks in addition. Every rule is held',
    'against what the templates of every scenario expand to, and against the content of the gateway; each is met, or',
    'suppressed by a comment next to the resource. `packages/templates/test/baseline` holds the rules and proves that each',
    'notices when a property is broken.',
    '',
    `Scenarios: ${scenarios.map((name) => `\`${name}\``).join(', ')}. Of ${rows.length} rules, ${count('suppressed')} are suppressed in one scenario at least.`,
    '',
    ...[...Map.groupBy(rows, ({ rule }) => rule.type)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([type, list]) => [`## ${type}`, '', ...table(list), '']),
    '## Types without a rule',
    '',
    '| type | why it needs none |',
    '| --- | --- |',
    ...Object.entries(typesWithoutRules).map(([type, reason]) => `| ${type} | ${cell(reason)} |`),
    '',
  ].join('\n');
}

function table(rows: readonly Row[]): readonly string[] {
  return [
    '| rule | source | asks that | verdict | reason, and where it stands |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ rule, verdicts, suppressions }) => {
      const reasons = suppressions.map(
        ({ reason, file, only }) => `${only.length === 0 ? '' : `${only.join(', ')}: `}${reason} (\`${file}\`)`,
      );
      return `| ${[rule.id, rule.source, rule.asks, overall(verdicts), reasons.join(' ')].map(cell).join(' | ')} |`;
    }),
  ];
}

/** One word where all scenarios that have the type agree, else which say what. */
function overall(verdicts: Row['verdicts']): string {
  const present = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'absent');
  const groups = [...Map.groupBy(present, ([, verdict]) => verdict)];
  if (groups.length === 1) return groups[0]?.[0] ?? '';
  return groups.map(([verdict, list]) => `${verdict}: ${list.map(([name]) => name).join(', ')}`).join('; ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
