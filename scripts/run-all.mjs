// Runs commands one after another and ends with the first that fails.
import { spawnSync } from 'node:child_process';

export function runAll(commands, stdio = 'inherit') {
  for (const [command, args] of commands) {
    const { status, signal } = spawnSync(command, args, {
      stdio,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    });
    if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
  }
}

/** Builds what matches, only where its sources changed. */
export const build = (...filters) => [
  'turbo',
  ['run', 'build', ...filters.map((filter) => `--filter=${filter}`), '--output-logs=errors-only', '--ui=stream'],
];
