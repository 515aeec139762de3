// `npm test`: every check that needs nothing but Node and npm, each named, one after another; fails with the first.
import { spawnSync } from 'node:child_process';

const checks = [
  ['types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['generated files', process.execPath, ['scripts/check-generated.ts']],
  ['command line', 'turbo', ['run', 'build', '--filter=@lz/cli', '--output-logs=errors-only', '--ui=stream']],
  ['tests', 'vitest', ['run', '--project', '!conformance', '--project', '!scale', ...process.argv.slice(2)]],
];

for (const [name, command, args] of checks) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) {
    console.error(`${name}: failed`);
    process.exit(status ?? 1);
  }
}
