/** Writes `docs/provider-rules.md` from the rules of the twin and their cases. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rulePage } from '../test/providers/rule-page.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = fileURLToPath(new URL('../../../docs/provider-rules.md', import.meta.url));
const page = rulePage();

if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  if (values.check) {
    console.error('docs/provider-rules.md is not what the rules of the twin say; run: npm run generate');
    process.exitCode = 1;
  } else {
    writeFileSync(file, page);
    console.log('wrote docs/provider-rules.md');
  }
}
