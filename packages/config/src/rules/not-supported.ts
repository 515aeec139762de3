import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

/** A choice that the file may name but that nothing deploys yet. */
interface Choice {
  readonly path: Path;
  /** True for the values that are not deployed. */
  readonly when: (value: unknown) => boolean;
  readonly what: (value: unknown) => string;
  readonly fix: string;
}

const present = (value: unknown): boolean => value !== undefined;

const choices: readonly Choice[] = [
  ...['perRole', 'perGroup', 'perModel'].map((name) => ({
    path: ['limits', name],
    when: present,
    what: () => `limits ${name.replace('per', 'per ').toLowerCase()}`,
    fix: 'use `perPerson`',
  })),
];

/** Says of each choice that is not deployed yet that it is not, and what is. */
export const notSupportedRule: Rule = (view) => {
  for (const { path, when, what, fix } of choices) {
    const value = view.get(...path);
    if (when(value)) report(view, path, what(value), fix);
  }
};

function report(view: View, path: Path, what: string, fix: string): void {
  view.wrong(path, `not supported yet: ${what}`, fix);
}
