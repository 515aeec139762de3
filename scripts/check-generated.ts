/**
 * Proves that every committed file that a program writes is what the program would write now: action.yml and README
 * tables, the schema's validator and page, what is made of the queries of usage, the pages of the twin's rules and of the security baseline, the action bundles. Exits 1 and names the stale ones.
 * `--only <name>` runs one check.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { only: { type: 'string' } } });

const checks: Readonly<Record<string, () => readonly string[]>> = {
  'action files': () => ownCheck('scripts/generate-action-files.ts'),
  'environment file page': () => ownCheck('packages/config/scripts/generate-docs.ts'),
  'environment file validator': () => ownCheck('packages/config/scripts/generate-validator.ts'),
  'provider rules': () => ownCheck('packages/twin/scripts/generate-rules.ts'),
  reachability: () => ownCheck('scripts/generate-reachability.ts'),
  'queries of usage': () => ownCheck('packages/templates/scripts/generate-usage.ts'),
  'security baseline': () => ownCheck('packages/templates/scripts/generate-security-baseline.ts'),
  'cost page': () => ownCheck('packages/cost/scripts/generate-docs.ts'),
  'policy engine page': () => ownCheck('packages/policy/scripts/generate-docs.ts'),
  'policy tests': () => ownCheck('packages/policy-tests/scripts/generate.ts'),
  'OpenAPI page': () => ownCheck('packages/openapi/scripts/generate-docs.ts'),
  'action bundles': () => globSync('actions/*/src/index.ts', { cwd: root }).flatMap(staleBundleFiles),
};

const wanted = Object.entries(checks).filter(([name]) => values.only === undefined || values.only === name);
if (wanted.length === 0) throw new Error(`--only takes one of: ${Object.keys(checks).join(', ')}`);
for (const [name, check] of wanted) {
  const stale = check();
  console.log(`${stale.length === 0 ? '✓' : '✗'} ${name}`);
  for (const line of stale) console.error(`  ${line}`);
  if (stale.length > 0) process.exitCode = 1;
}

/** A generator's own `--check`. */
function ownCheck(script: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}

/** Builds an action into a folder of its own and compares every file with the committed ones. */
function staleBundleFiles(entry: string): readonly string[] {
  const folder = entry.split('/').slice(0, 2).join('/');
  const fresh = mkdtempSync(join(tmpdir(), 'lz-bundle-'));
  try {
    const tsup = join(root, 'node_modules/tsup/dist/cli-default.js');
    const build = spawnSync(
      process.execPath,
      [tsup, '--config', '../../scripts/action-bundle.ts', '--out-dir', fresh, '--silent'],
      { cwd: join(root, folder), encoding: 'utf8' },
    );
    if (build.status !== 0) return [`${folder}: the build fails: ${build.stderr}`];
    const committed = join(root, folder, 'dist');
    const files = new Set([...globSync('**/*', { cwd: fresh }), ...globSync('**/*', { cwd: committed })]);
    return [...files]
      .filter((file) => read(join(fresh, file)) !== read(join(committed, file)))
      .map((file) => `${folder}/dist/${file} is not what its sources build; run: npm run build`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
