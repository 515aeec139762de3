/** Writes `docs/reachability.md` from what the twin answers to whoever knocks, one deployment for each exposure. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { matrices } from '../test/reachability/matrix.ts';
import { reachabilityPage } from '../test/reachability/page.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = join(import.meta.dirname, '../docs/reachability.md');
const page = await format(reachabilityPage(await matrices()), { parser: 'markdown', printWidth: 120 });

if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  if (values.check) {
    console.error('docs/reachability.md is not what the twin answers; run: npm run reachability');
    process.exitCode = 1;
  } else {
    writeFileSync(file, page);
    console.log('wrote docs/reachability.md');
  }
}
