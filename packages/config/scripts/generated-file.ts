import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What `write` did: `fresh` means that the file already had this text. */
export type GeneratedState = 'fresh' | 'written' | 'stale';

/** Writes a generated file, or with `check` only says whether it would change. */
export function writeGenerated(file: string, text: string, check: boolean): GeneratedState {
  if (read(file) === text) return 'fresh';
  if (check) return 'stale';
  writeFileSync(file, text);
  return 'written';
}

/**
 * Runs a generator when its module is the program: writes every file, or with `--check` ends with exit code 1 when one
 * of them would change.
 */
export function runGenerator(moduleUrl: string, generate: () => ReadonlyMap<string, string>): void {
  const program = process.argv[1];
  if (program === undefined || moduleUrl !== pathToFileURL(program).href) return;
  const check = process.argv.includes('--check');
  for (const [file, text] of generate()) {
    const state = writeGenerated(file, text, check);
    console.log(`${state}: ${file}`);
    if (state === 'stale') process.exitCode = 1;
  }
  if (process.exitCode === 1) console.error('Run `npm run generate` and commit the result.');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
