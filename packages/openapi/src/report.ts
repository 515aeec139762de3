import type { PreparedDocument } from './prepare.ts';
import { RULES, type RuleName } from './rules.ts';

/** Changes under one rule are shown one by one up to this many. */
const SHOWN = 3;

/** What was done to a document, for people: one line a rule with its count, and the first places. */
export function describePreparation({
  operations,
  bytes,
  hash,
  changes,
  warnings,
}: PreparedDocument): readonly string[] {
  const rules = [...new Set(changes.map(({ rule }) => rule))].sort((a, b) => order(a) - order(b));
  return [
    `${operations.length} operations, ${bytes} bytes, ${hash}`,
    ...rules.flatMap((rule) => {
      const mine = changes.filter((change) => change.rule === rule);
      const { kind, text } = RULES[rule];
      return [`${kind} ${mine.length}: ${text}`, ...places(mine, text)];
    }),
    ...warnings.map(({ pointer, text }) => `warning: ${pointer}: ${text}`),
  ];
}

function places(changes: PreparedDocument['changes'], rule: string): readonly string[] {
  const shown = changes.slice(0, SHOWN).map(({ pointer, text }) => {
    const detail = text === rule ? '' : `: ${text.slice(0, -rule.length - 2)}`;
    return `  ${pointer}${detail}`;
  });
  return changes.length > SHOWN ? [...shown, `  … and ${changes.length - SHOWN} more`] : shown;
}

function order(rule: RuleName): number {
  return Object.keys(RULES).indexOf(rule);
}
