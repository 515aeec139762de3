// How long an action's bundle takes from process start to its first network connection and to its first ARM request.
// The server is the twin, in this process, so that start and arrival are read from one clock.
import { spawn } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin } from '../../packages/twin/src/index.ts';

/** A bundle that has not asked ARM for anything by then never will. */
const LIMIT_MS = 20_000;

/** Marks of the process that is being measured; only one runs at a time. */
let marks = {};
subscribe('net.server.socket', () => {
  marks.connection ??= performance.now();
});
subscribe('http.server.request.start', ({ request }) => {
  if (marks.arm !== undefined || request.headers.host !== 'management.azure.com') return;
  marks.arm = performance.now();
  marks.reached?.();
});

/**
 * Measures every action `runs` times after one round that warms the file cache and the server, in turn with an empty
 * process, so that what else the machine does falls on all alike.
 * @param {{ root: string, actions: readonly string[], config: string, runs: number }} options
 * @returns {Promise<{ emptyMs: number[], actions: Record<string, { connectionMs: number[], armMs: number[] }> }>}
 */
export async function measureStartUp({ root, actions, config, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const twin = await createTwin();
  const result = {
    emptyMs: [],
    actions: Object.fromEntries(actions.map((name) => [name, { connectionMs: [], armMs: [] }])),
  };
  try {
    for (let round = 0; round <= runs; round += 1) {
      const emptyMs = await timeToExit(empty);
      if (round > 0) result.emptyMs.push(emptyMs);
      for (const name of actions) {
        const entry = join(root, 'actions', name, 'dist', 'index.js');
        const { connectionMs, armMs } = await timeToArm(entry, root, jobEnvironment(twin, folder, config));
        if (round === 0) continue;
        result.actions[name].connectionMs.push(connectionMs);
        result.actions[name].armMs.push(armMs);
      }
    }
    return result;
  } finally {
    await twin.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What GitHub's runner gives a step, with the twin in Azure's place. `NODE_USE_ENV_PROXY` is left out: the runner does
 * not set it, the peer was measured without, the actions do not need it, and it makes Node load its undici at start.
 */
function jobEnvironment(twin, folder, config) {
  const connection = { ...twin.ready.env };
  delete connection.NODE_USE_ENV_PROXY;
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state', GITHUB_ENV: 'env' };
  return {
    PATH: process.env.PATH,
    HOME: folder,
    ...connection,
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: folder,
    ...Object.fromEntries(
      Object.entries(files).map(([name, file]) => {
        const path = join(folder, file);
        writeFileSync(path, '');
        return [name, path];
      }),
    ),
    INPUT_CONFIG: config,
    INPUT_MODE: 'apply',
    'INPUT_POLL-INTERVAL': '5ms',
  };
}

async function timeToExit(file) {
  const started = performance.now();
  const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
  await once(child, 'exit');
  return performance.now() - started;
}

async function timeToArm(entry, cwd, env) {
  const reached = Promise.withResolvers();
  marks = { reached: reached.resolve };
  const started = performance.now();
  const child = spawn(process.execPath, [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const ended = once(child, 'exit');
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  await Promise.race([reached.promise, ended]);
  clearTimeout(limit);
  child.kill('SIGKILL');
  await ended;
  const { connection, arm } = marks;
  if (arm === undefined) throw new Error(`${entry} ended without a request to ARM:\n${Buffer.concat(said).toString()}`);
  return { connectionMs: connection - started, armMs: arm - started };
}
