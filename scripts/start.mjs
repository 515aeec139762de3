// `npm start`: builds the command line where its sources changed, then runs the deployment workflow against the twin.
// The action bundles are the committed ones: what runs is what a consumer would run.
import { spawnSync } from 'node:child_process';

for (const [command, args] of [
  ['turbo', ['run', 'build', '--filter=@lz/cli', '--output-logs=errors-only', '--ui=stream']],
  [process.execPath, ['packages/cli/dist/lz.js', 'run', ...process.argv.slice(2)]],
]) {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}
