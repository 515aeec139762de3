import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countsOf, reportText, runTests, testFilesOf } from '../src/index.ts';

const POLICIES = join(import.meta.dirname, '../../../policies');
const topics = readdirSync(POLICIES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'fragments')
  .map(({ name }) => name);

test.each(topics)('policies/%s: every document does what its test says, and each policy is reached', async (topic) => {
  const folder = join(POLICIES, topic);
  const { files } = testFilesOf([folder]);
  const report = await runTests(files);
  const { cases, failed, brokenFiles } = countsOf(report);
  expect({ failed, brokenFiles }, reportText(report)).toEqual({ failed: 0, brokenFiles: 0 });
  expect(cases).toBeGreaterThanOrEqual(files.length);
  const missed = report.coverage
    .filter(({ document }) => document.startsWith(folder))
    .flatMap((each) => each.missed.map(({ line, name }) => `${each.document}:${line} ${name}`));
  expect(missed).toEqual([]);
});

test('there are at least fifty documents', () => {
  const files = readdirSync(POLICIES, { recursive: true }).map(String);
  const documents = files.filter((file) => file.endsWith('.xml') || /refused.*\.test\.yml$/.test(file));
  expect(documents.length).toBeGreaterThanOrEqual(50);
});
