/**
 * What `.ci/run` runs: `npm test`, then what needs more than Node and npm (the real Bicep engine, az, published
 * documents), then the two commands of the README, each with its time limit. Counts tests and steps; the last line says
 * how many passed and failed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Real seconds, above which the step has failed. */
  readonly seconds?: number;
}

const root = join(import.meta.dirname, '..');
const node = process.execPath;

const steps: readonly Step[] = [
  { name: 'npm test', command: 'npm', args: ['test'], seconds: 900 },
  { name: 'Azure CLI is there', command: 'bash', args: ['scripts/install-azure-cli.sh'] },
  { name: 'templates equal a fresh build', command: node, args: ['scripts/compile-bicep.mjs', '--check'] },
  { name: 'snapshots equal the real engine', command: node, args: ['scripts/bicep-snapshots.mjs', '--check'] },
  { name: 'expression oracle', command: node, args: ['packages/arm/test/oracle/record.ts', '--check'] },
  {
    name: 'policy expressions equal .NET',
    command: node,
    args: ['packages/policy/test/expressions/ask-net.mjs', '--check'],
  },
  { name: 'conformance', command: 'vitest', args: ['run', '--project', 'conformance'] },
  { name: 'scale', command: 'vitest', args: ['run', '--project', 'scale'], seconds: 300 },
  { name: 'npm start', command: 'npm', args: ['start'], seconds: 240 },
  { name: 'npm start again', command: 'npm', args: ['start'], seconds: 40 },
];

const counts = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const step of steps) {
  console.log(`\n=== ${step.name}`);
  const { code, output, seconds } = await run(step);
  const late = step.seconds !== undefined && seconds > step.seconds;
  const ok = code === 0 && !late;
  counts.passed += countIn(output, 'passed') + (ok ? 1 : 0);
  counts.failed += countIn(output, 'failed') + (ok ? 0 : 1);
  if (!ok)
    failures.push(
      `${step.name}: ${late ? `took ${seconds.toFixed(0)} s, at most ${step.seconds} s` : `exit code ${code}`}`,
    );
  console.log(`=== ${step.name}: ${ok ? 'passed' : 'failed'} in ${seconds.toFixed(1)} s`);
}
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function run({ command, args }: Step): Promise<{ code: number; output: string; seconds: number }> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.log(`${command} cannot be started: ${error.message}`);
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** Adds up vitest's own closing lines: `Tests  3 failed | 120 passed (123)`. */
function countIn(output: string, what: 'passed' | 'failed'): number {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => /^\s*Tests\s/.test(line));
  return lines.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${what}`).exec(line)?.[1] ?? 0), 0);
}
