// Runs a script of the project on the Node 24 that comes with it (the npm package `node`), installing what is missing
// first. Plain Node 20 runs this file, so it uses nothing newer and imports nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, 'node_modules', 'node', 'bin', 'node');
const stamp = join(root, 'node_modules', '.lz-installed');

installWhenNeeded();
const [script, ...args] = process.argv.slice(2);
const { status, signal } = spawnSync(node24, [script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node24)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
});
process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));

/** `npm ci` where the lock file differs from what was last installed. */
function installWhenNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node24)) return;
  console.log('Installing dependencies (npm ci), once per lock file …');
  // Scripts of dependencies stay off; the one that is needed puts the Node 24 binary in place.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  run('npm', ['rebuild', 'node', '--loglevel=error']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
