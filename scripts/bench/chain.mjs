// The whole chain, twice, against one twin: the repository's workflow, the committed bundles, the built command line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY_LIMIT_MS = 30_000;

/**
 * @param {{ root: string, config: string }} options
 * @returns {Promise<{ makespan: object, runs: { seconds: number, requests: number, writes: number }[] }>}
 * Throws with what the run said where one does not succeed.
 */
export async function measureChain({ root, config }) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-bench-'));
  const readyFile = join(folder, 'ready.json');
  const lz = join(root, 'packages', 'cli', 'dist', 'lz.js');
  const twin = spawn(process.execPath, [lz, 'twin', '--ready', readyFile], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await appears(folder, readyFile, twin);
    const { control } = JSON.parse(readFileSync(readyFile, 'utf8'));
    const runs = [];
    let makespan;
    for (let run = 0; run < 2; run += 1) {
      const before = await ask(`${control}/requests`);
      const started = performance.now();
      await runToEnd([lz, 'run', '--twin', readyFile, '--config', config, '--json'], root);
      const seconds = (performance.now() - started) / 1000;
      const requests = (await ask(`${control}/requests`)).slice(before.length);
      runs.push({ seconds, requests: requests.length, writes: requests.filter(({ wrote }) => wrote).length });
      makespan ??= (await ask(`${control}/summary`)).makespan;
    }
    return { makespan, runs };
  } finally {
    twin.kill('SIGINT');
    if (twin.exitCode === null) await once(twin, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when the twin has written its ready file. */
async function appears(folder, file, twin) {
  const signal = AbortSignal.timeout(READY_LIMIT_MS);
  const watcher = watch(folder, { signal });
  const ended = once(twin, 'exit', { signal }).then(() => {
    throw new Error('the twin ended before it was ready');
  });
  while (!existsSync(file)) await Promise.race([once(watcher, 'change', { signal }), ended]);
  ended.catch(() => undefined);
  watcher.close();
}

async function runToEnd(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  // With --json the result alone is on stdout; what went wrong is in the progress.
  child.stdout.resume();
  child.stderr.on('data', (chunk) => said.push(chunk));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  const tail = Buffer.concat(said).toString().trimEnd().split('\n').slice(-25).join('\n');
  throw new Error(`the run failed with exit code ${code}:\n${tail}`);
}

async function ask(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return await response.json();
}
