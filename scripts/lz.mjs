// `npm run lz -- …`: the command line, built first where its sources changed. What turbo says goes to stderr: stdout is
// the command's own. Whether anything changed is asked of the files' times first, which takes 30 ms; turbo takes 300.
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, runAll } from './run-all.mjs';

const ROOT = dirname(import.meta.dirname);
const PROGRAM = join(ROOT, 'packages/cli/dist/lz.js');
const STAMP = join(ROOT, '.lz/built-command-line');
/** What goes into the command line: the inputs of its task in `turbo.json`. */
const SOURCES = ['packages', 'bicep', 'scripts', 'package-lock.json', 'turbo.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test', '.turbo']);

if (timeOf(PROGRAM) === 0 || SOURCES.some((path) => newest(join(ROOT, path)) >= timeOf(STAMP))) {
  // What changes while it is built is newer than this.
  const started = new Date();
  runAll([build('@lz/cli')], ['inherit', 2, 'inherit']);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, '');
  utimesSync(STAMP, started, started);
}
await import(PROGRAM);

/** The last change in a folder or of a file; folders count themselves, because a file that is gone has no time. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const times = readdirSync(path).map((name) => (NOT_SOURCES.has(name) ? 0 : newest(join(path, name))));
  return Math.max(stat.mtimeMs, ...times);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
