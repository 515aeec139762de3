/**
 * Writes the validator of test files and the reference in `docs/policy-tests.md` from `policy-test.schema.json`, and the
 * index of the tests below `policies/`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGenerator } from '../../config/scripts/generated-file.ts';
import { validatorSource } from '../../config/scripts/generate-validator.ts';
import { indexPage } from './index-page.ts';
import { withReference } from './reference.ts';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const schemaFile = fileOf('../policy-test.schema.json');
const validatorFile = fileOf('../src/schema-validator.generated.js');
const docsFile = fileOf('../../../docs/policy-tests.md');
const suite = fileOf('../../../policies');

runGenerator(import.meta.url, () => {
  const schema = readFileSync(schemaFile, 'utf8');
  const madeBy = 'packages/policy-tests/scripts/generate.ts from policy-test.schema.json';
  return new Map([
    [validatorFile, validatorSource(schema, madeBy)],
    [docsFile, withReference(readFileSync(docsFile, 'utf8'), schema)],
    [join(suite, 'README.md'), indexPage(suite)],
  ]);
});
