// `npm run bench`: what the actions cost at their start, what they weigh, and what a run of the whole chain takes.
// `--runs N` measures each start N times (at least 9 for figures worth quoting), `--json` prints one object.
import { spawnSync } from 'node:child_process';
import { readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSize } from './bench/bundle-size.mjs';
import { measureChain } from './bench/chain.mjs';
import { kilobytes, median, peer, shareOfPeer, table, target } from './bench/figures.mjs';
import { measureStartUp } from './bench/start-up.mjs';
import { build } from './run-all.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '11' },
    config: { type: 'string', default: 'environments/example.yml' },
    json: { type: 'boolean', default: false },
  },
});
const say = values.json ? () => undefined : console.log;

const actions = readdirSync(join(root, 'actions')).filter((name) =>
  existsSync(join(root, 'actions', name, 'src', 'index.ts')),
);
for (const name of actions) {
  if (!existsSync(join(root, 'actions', name, 'dist', 'index.js'))) {
    console.error(`actions/${name} has no bundle; run: npm run build`);
    process.exit(1);
  }
}
const startUp = summarised(await measureStartUp({ root, actions, config: values.config, runs: Number(values.runs) }));
printStartUp(startUp);
const sizes = Object.fromEntries(actions.map((name) => [name, bundleSize(join(root, 'actions', name, 'dist'))]));
printSizes(sizes);
const chain = await chainOrFailure();
printChain(chain);
if (values.json) console.log(JSON.stringify({ peer, target, startUp, sizes, chain }, null, 2));

/** Medians, and what each is as a share of the peer's time over an empty process. */
function summarised({ emptyMs, actions: measured }) {
  const empty = median(emptyMs);
  return {
    runs: emptyMs.length,
    emptyMs: empty,
    actions: Object.entries(measured).map(([name, { connectionMs, armMs }]) => ({
      name,
      connectionMs: median(connectionMs),
      armMs: median(armMs),
      connectionShare: shareOfPeer(median(connectionMs), empty, peer.firstConnectionMs),
      armShare: shareOfPeer(median(armMs), empty, peer.firstArmRequestMs),
      armShareScaled: shareOfPeer(median(armMs) / pace(empty), peer.emptyMs, peer.firstArmRequestMs),
    })),
  };
}

/** How many times slower an empty process is here and now than it was beside the peer. */
function pace(emptyMs) {
  return emptyMs / peer.emptyMs;
}

function printStartUp({ runs, emptyMs, actions: rows }) {
  say(`\nFrom process start, median of ${runs}; share = (ours - empty) / (peer - its empty), target ${target}\n`);
  const share = (value) => `${value.toFixed(2)}${value > target ? ' over' : ''}`;
  const lines = rows.map(({ name, connectionMs, armMs, connectionShare, armShare, armShareScaled }) => [
    name,
    ms(connectionMs),
    share(connectionShare),
    ms(armMs),
    share(armShare),
    share(armShareScaled),
  ]);
  const head = ['', 'first connection', 'share', 'first ARM request', 'share', 'at the pace of the peer'];
  const reference = ['peer', ms(peer.firstConnectionMs), '1.00', ms(peer.firstArmRequestMs), '1.00', '1.00'];
  say(table([head, ...lines, reference]).join('\n'));
  say(
    `\nempty Node process, to its exit: ${ms(emptyMs)}; beside the peer ${ms(peer.emptyMs)}: the last column divides by that`,
  );
}

function printSizes(bundles) {
  say('\nBundles\n');
  const lines = Object.entries(bundles).map(([name, { startBytes, totalBytes, lazy }]) => [
    name,
    kilobytes(startBytes),
    kilobytes(totalBytes - startBytes),
    kilobytes(totalBytes),
    String(lazy.length),
  ]);
  const reference = ['peer', kilobytes(peer.bytes), kilobytes(0), kilobytes(peer.bytes), '0'];
  say(table([['', 'read at start', 'lazy', 'total', 'lazy files'], ...lines, reference]).join('\n'));
  say('');
  for (const [name, { lazy }] of Object.entries(bundles)) {
    say(
      `${name}, lazy: ${lazy.map(({ file, bytes }) => `${file.replace(/-[A-Z0-9]{8}\.js$/, '')} ${kilobytes(bytes)}`).join(', ')}`,
    );
  }
}

/** The chain needs the command line, which is not committed. A failure is a figure too: it is printed, and the exit is 1. */
async function chainOrFailure() {
  const [command, args] = build('@lz/cli');
  const built = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (built.status !== 0) throw new Error('the command line cannot be built');
  try {
    return await measureChain({ root, config: values.config });
  } catch (error) {
    process.exitCode = 1;
    return { failure: error.message };
  }
}

function printChain({ failure, makespan, runs }) {
  say('\nThe chain against one twin\n');
  if (failure !== undefined) {
    console.error(failure);
    return;
  }
  const lines = runs.map(({ seconds, requests, writes }, index) => [
    index === 0 ? 'first run' : 'again, nothing changed',
    `${seconds.toFixed(1)} s`,
    String(requests),
    String(writes),
  ]);
  say(table([['', 'real', 'requests', 'of them writes'], ...lines]).join('\n'));
  const minutes = (milliseconds) =>
    milliseconds === undefined ? 'unknown' : `${(milliseconds / 60_000).toFixed(1)} min`;
  say(`\nvirtual makespan: ${minutes(makespan.runMs)}; API Management alone: ${minutes(makespan.apiManagementMs)}`);
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
