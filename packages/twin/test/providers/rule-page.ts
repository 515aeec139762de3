import { ARM_RULES } from '../../src/arm/rules.ts';
import type { Rule, TypeDefinition } from '../../src/providers/type-definition.ts';
import { allDefinitions } from '../../src/world/rules.ts';
import { ARM_CASES } from '../arm/rule-cases.ts';
import { Bench } from './bench.ts';
import { generatedCases } from './rule-cases/generated.ts';
import { CASES } from './rule-cases/index.ts';
import { prepare, sampleOf, whole } from './rule-cases/prepare.ts';

const WHEN = { accept: 'sent', complete: 'done' } as const;

const HEAD = ['| rule | checked when the write is | code | source |', '| --- | --- | --- | --- |'];

/** `docs/provider-rules.md`: every rule with the code that its case gets. Throws where a rule has no case. */
export function rulePage(): string {
  const types = [...allDefinitions.values()].filter(({ rules }) => rules.length > 0);
  const count = Object.keys(ARM_RULES).length + types.reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    '<!-- Made by packages/twin/scripts/generate-rules.ts. Do not edit. -->',
    '# What the twin refuses',
    '',
    'The local twin refuses what Azure would refuse, under the same code, so that a deployment that succeeds on it says',
    'something about Azure. Each rule is proved by a template that breaks it: over HTTP it is refused with this code, and',
    'with the rule switched off it is not (`packages/twin/test`). A source that says *assumption* is one nobody could',
    'confirm; `facts/<topic>.md` are the fact sheets of the team, kept beside the repository. `lz twin --without-rule ID`',
    'switches a rule off.',
    '',
    `There are ${count} rules.`,
    '',
    '## Azure Resource Manager',
    '',
    ...HEAD,
    ...armRows(),
    ...types.flatMap((definition) => ['', `## ${definition.type}`, '', ...HEAD, ...typeRows(definition)]),
    '',
  ].join('\n');
}

function armRows(): readonly string[] {
  const codes = new Map<string, string>(ARM_CASES.map(({ rule, code }) => [rule, code]));
  return Object.entries(ARM_RULES).map(([id, { source }]) =>
    row(id, WHEN.accept, codes.get(id) ?? missing(id), source),
  );
}

function typeRows({ rules }: TypeDefinition): readonly string[] {
  return rules.map((rule) => row(rule.id, WHEN[rule.when], codeOf(rule), rule.source));
}

const caseOf = new Map([...CASES, ...generatedCases(sampleOf)].map((one) => [one.rule, one]));

/** The code that the rule's case is refused with. A type that nobody may write refuses any write. */
function codeOf(rule: Rule): string {
  if (rule.id.endsWith('-read-only')) return 'HttpMethodNotAllowed';
  const one = caseOf.get(rule.id) ?? missing(rule.id);
  const bench = new Bench(whole);
  return bench.refusedBy(prepare(bench, one))?.refusal.code ?? missing(rule.id);
}

function missing(id: string): never {
  throw new Error(
    `The rule '${id}' has no case that shows its code: add one to packages/twin/test/providers/rule-cases.`,
  );
}

function row(id: string, when: string, code: string, source: string): string {
  return `| ${id} | ${when} | \`${code}\` | ${source.replaceAll('|', '\\|')} |`;
}
