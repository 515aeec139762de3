/** Writes `docs/security-baseline.md` from the rules of the baseline, the compiled templates and the sources' suppressions. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { securityBaseline } from '../test/baseline/index.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = fileURLToPath(new URL('../../../docs/security-baseline.md', import.meta.url));
const { page, gaps } = await securityBaseline();

for (const gap of gaps) console.error(gap);
if (gaps.length > 0) process.exitCode = 1;
if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  if (values.check) {
    console.error('docs/security-baseline.md is not what the rules and the templates say; run: npm run generate');
    process.exitCode = 1;
  } else {
    writeFileSync(file, page);
    console.log('wrote docs/security-baseline.md');
  }
}
