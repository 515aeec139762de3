// What preparing an OpenAPI document costs, beside the public converters on the same document: whole processes, from
// their start to their exit, in turn, so that what else the machine does falls on all alike.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './figures.mjs';

/** The bound for the full OpenAI document: seconds, megabytes of memory, bytes of the result. */
export const bound = { seconds: 1.2, megabytes: 400, bytes: 1_000_000 };

/** Converters that people use today. They are not dependencies: the benchmark installs them into a folder of its own. */
const PACKAGES = ['@apiture/openapi-down-convert@0.14.2', '@redocly/cli@2.77.0', 'openapi-format@1.33.6'];
const CONVERTERS = [
  {
    name: 'openapi-down-convert 0.14.2',
    does: '3.1 to 3.0',
    command: ['@apiture/openapi-down-convert/lib/src/cli.js'],
    args: (spec, output) => ['--input', spec, '--output', output],
  },
  {
    name: 'redocly 2.77.0 bundle',
    does: 'bundles, drops what is unused',
    command: ['@redocly/cli/bin/cli.js', 'bundle'],
    args: (spec, output) => [spec, '--remove-unused-components', '--output', output],
  },
  {
    name: 'openapi-format 1.33.6',
    does: 'sorts and rewrites',
    command: ['openapi-format/bin/cli.js'],
    args: (spec, output) => [spec, '--output', output, '--json'],
  },
];

/**
 * @param {{ root: string, spec: string, runs: number }} options
 * @returns {{ name: string, does: string, seconds: number, megabytes: number, bytes: number, failure?: string }[]}
 */
export function measurePreparation({ root, spec, runs }) {
  const modules = installed(root);
  const folder = mkdtempSync(join(tmpdir(), 'lz-bench-'));
  const lz = join(root, 'packages', 'cli', 'dist', 'lz.js');
  const tools = [
    { name: 'lz prepare', does: 'all that import-openapi needs', argv: [lz, 'prepare', spec], stdout: true },
    ...CONVERTERS.map(({ name, does, command: [script, ...verbs], args }) => {
      const output = join(folder, `${name.split(' ')[0]}.json`);
      return { name, does, argv: [join(modules, script), ...verbs, ...args(spec, output)], output };
    }),
  ];
  try {
    const samples = tools.map(() => []);
    for (let round = 0; round <= runs; round += 1) {
      for (const [index, tool] of tools.entries()) {
        const sample = runOnce(tool, folder);
        // The first round warms the file cache.
        if (round > 0) samples[index].push(sample);
      }
    }
    return tools.map((tool, index) => ({ name: tool.name, does: tool.does, ...medians(samples[index]) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function medians(samples) {
  const failure = samples.find((sample) => sample.failure !== undefined)?.failure;
  return {
    seconds: median(samples.map(({ seconds }) => seconds)),
    megabytes: median(samples.map(({ megabytes }) => megabytes)),
    bytes: median(samples.map(({ bytes }) => bytes)),
    ...(failure === undefined ? {} : { failure }),
  };
}

function runOnce({ argv, output, stdout }, folder) {
  const memory = join(folder, 'memory');
  writeFileSync(memory, '');
  const preload = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href;
  const started = performance.now();
  const child = spawnSync(process.execPath, argv, {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_OPTIONS: `--import=${preload}`, LZ_BENCH_MEMORY: memory, REDOCLY_TELEMETRY: 'off' },
  });
  const seconds = (performance.now() - started) / 1000;
  const kilobytes = readFileSync(memory, 'utf8').trim().split('\n').map(Number);
  const bytes = stdout === true ? child.stdout.length : existsSync(output) ? statSync(output).size : 0;
  const failed = child.status !== 0;
  return {
    seconds,
    megabytes: Math.max(...kilobytes) / 1024,
    bytes,
    ...(failed ? { failure: whyOf(child.stderr) || `exit ${child.status}` } : {}),
  };
}

/** The line that says what went wrong: Node ends with its version, tools with advice. */
function whyOf(text) {
  const lines = text.toString('utf8').trim().split('\n');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
}

/** The folder of the converters' packages, installed once per list of versions. */
function installed(root) {
  const folder = join(root, '.lz', 'bench-converters');
  const stamp = join(folder, 'installed');
  const wanted = PACKAGES.join(' ');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return join(folder, 'node_modules');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`the public converters cannot be installed: npm install ended with ${status}`);
  writeFileSync(stamp, wanted);
  return join(folder, 'node_modules');
}
