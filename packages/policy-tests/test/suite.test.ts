import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countsOf, reportText, runTests, testFilesOf } from '../src/index.ts';

const POLICIES = join(import.meta.dirname, '../../../policies');

test('every document below policies/ does what its test says, and every policy of it is reached', async () => {
  const { files } = testFilesOf([POLICIES]);
  const report = await runTests(files);
  const { cases, failed, brokenFiles } = countsOf(report);
  expect({ failed, brokenFiles }, reportText(report)).toEqual({ failed: 0, brokenFiles: 0 });
  expect(cases).toBeGreaterThan(files.length);
  const missed = report.coverage
    .filter(({ document }) => document.startsWith(POLICIES))
    .flatMap((each) => each.missed.map(({ line, name }) => `${each.document}:${line} ${name}`));
  expect(missed).toEqual([]);
});
