import { readFileSync } from 'node:fs';

/** A broken environment file, and every mistake in it. */
export interface BrokenFile {
  readonly what: string;
  /** The whole text; without it, the text is `environments/example.yml` after `edits` and `append`. */
  readonly text?: string;
  /** What is replaced in the example, once each, in this order. */
  readonly edits?: readonly (readonly [find: string, replacement: string])[];
  /** What is added below the example. */
  readonly append?: string;
  readonly mistakes: readonly (readonly [line: number, column: number, fragment: string])[];
}

/** The smallest file that deploys. */
export const example = readFileSync(new URL('../../../../environments/example.yml', import.meta.url), 'utf8');

/** The text of a broken file. Throws when an edit no longer fits the example. */
export function textOf({ text = example, edits = [], append = '' }: BrokenFile): string {
  return edits.reduce(replaceOnce, text) + append;
}

function replaceOnce(text: string, [find, replacement]: readonly [string, string]): string {
  if (!text.includes(find)) throw new Error(`The example no longer holds ${JSON.stringify(find)}.`);
  return text.replace(find, () => replacement);
}
