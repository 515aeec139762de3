import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake } from '@lz/config';
import { Coverage, type DocumentCoverage } from './coverage.ts';
import { loadTest } from './load.ts';
import { runTest, type FileResult } from './run-file.ts';
import { TokenIssuer } from './tokens.ts';

/** What came of a run. */
export interface Report {
  readonly results: readonly FileResult[];
  /** Mistakes of test files: those were not run. */
  readonly mistakes: readonly Mistake[];
  readonly coverage: readonly DocumentCoverage[];
  /** Real time. */
  readonly milliseconds: number;
}

export interface Counts {
  readonly files: number;
  readonly cases: number;
  readonly failed: number;
  /** Files with mistakes, and files whose documents were refused. */
  readonly brokenFiles: number;
}

/** The sums of a report. */
export function countsOf({ results, mistakes }: Report): Counts {
  const cases = results.flatMap((result) => result.cases);
  const unread = new Set(mistakes.map(({ file }) => file)).size;
  return {
    files: results.length + unread,
    cases: cases.length,
    failed: cases.filter(({ failures }) => failures.length > 0).length,
    brokenFiles: unread + results.filter(({ refused }) => refused.length > 0).length,
  };
}

/** Test files that paths, folders and patterns name: each once, in order. The names that fit nothing come apart. */
export function testFilesOf(names: readonly string[]): {
  readonly files: readonly string[];
  readonly nothing: readonly string[];
} {
  const found = names.map((name) => [name, filesOf(name)] as const);
  return {
    files: [...new Set(found.flatMap(([, files]) => files))],
    nothing: found.filter(([, files]) => files.length === 0).map(([name]) => name),
  };
}

function filesOf(name: string): readonly string[] {
  const kind = statSync(name, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true)
    return globSync('**/*.test.{yml,yaml}', { cwd: name, exclude: (path) => path === 'node_modules' })
      .sort()
      .map((file) => join(name, file));
  return kind === undefined ? globSync(name).sort() : [name];
}

/** Runs test files, one after another. */
export async function runTests(files: readonly string[], filter?: string): Promise<Report> {
  const begun = performance.now();
  const tools = { issuer: new TokenIssuer(), coverage: new Coverage(), ...(filter === undefined ? {} : { filter }) };
  const results: FileResult[] = [];
  const mistakes: Mistake[] = [];
  for (const file of files) {
    const { loaded, mistakes: found } = await loadTest(file);
    if (loaded === undefined) mistakes.push(...found);
    else results.push(await runTest(loaded, tools));
  }
  return { results, mistakes, coverage: tools.coverage.result(), milliseconds: performance.now() - begun };
}
