// `npm run bench`: what the actions cost at their start, what they weigh, what a run of the whole chain takes, what
// preparing an OpenAPI document costs beside the public converters, and what the gateway's policies cost.
// `--runs N` measures each start N times (at least 9 for figures worth quoting), `--only PART…` measures some parts
// alone, `--spec FILE` is the document to prepare, `--json` prints one object.
import { spawnSync } from 'node:child_process';
import { readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSize } from './bench/bundle-size.mjs';
import { measureChain } from './bench/chain.mjs';
import { kilobytes, median, peer, shareOfPeer, table, target } from './bench/figures.mjs';
import { measureGateway } from './bench/gateway.mjs';
import { bound, measurePreparation } from './bench/preparation.mjs';
import { measureStartUp } from './bench/start-up.mjs';
import { build } from './run-all.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parts = ['start', 'bundles', 'chain', 'preparation', 'gateway'];
/** The published OpenAI document, where it lies beside the repository: the project holds no copy of it. */
const publishedSpec = join(dirname(root), 'shared', 'specs', 'openai.yaml');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '11' },
    only: { type: 'string', multiple: true, default: parts },
    config: { type: 'string', default: 'environments/example.yml' },
    'gateway-config': { type: 'string', default: 'environments/full.yml' },
    spec: { type: 'string', default: publishedSpec },
    json: { type: 'boolean', default: false },
  },
});
const unknown = values.only.find((part) => !parts.includes(part));
if (unknown !== undefined) {
  console.error(`--only ${unknown}: there is no such part; parts are ${parts.join(', ')}`);
  process.exit(2);
}
const wanted = (part) => values.only.includes(part);
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
buildCommandLine();
const result = { peer, target };
if (wanted('start')) {
  const measured = await measureStartUp({ root, actions, config: values.config, runs: Number(values.runs) });
  result.startUp = summarised(measured);
  printStartUp(result.startUp);
}
if (wanted('bundles')) {
  result.sizes = Object.fromEntries(actions.map((name) => [name, bundleSize(join(root, 'actions', name, 'dist'))]));
  printSizes(result.sizes);
}
if (wanted('chain')) {
  result.chain = await orFailure(() => measureChain({ root, config: values.config }));
  printChain(result.chain);
}
if (wanted('preparation')) {
  result.preparation = await orFailure(() => preparation());
  printPreparation(result.preparation);
}
if (wanted('gateway')) {
  result.gateway = await orFailure(() => measureGateway({ root, config: values['gateway-config'] }));
  printGateway(result.gateway);
}
if (values.json) console.log(JSON.stringify(result, null, 2));

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

/** Chain, preparation and gateway need the command line, which is not committed. */
function buildCommandLine() {
  const [command, args] = build('@lz/cli');
  const built = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  if (built.status !== 0) throw new Error('the command line cannot be built');
}

/** A failure is a figure too: it is printed, and the exit is 1. */
async function orFailure(measure) {
  try {
    return await measure();
  } catch (error) {
    process.exitCode = 1;
    return { failure: error.message };
  }
}

function preparation() {
  if (!existsSync(values.spec)) throw new Error(`${values.spec}: there is no such document; name one with --spec FILE`);
  return { spec: values.spec, tools: measurePreparation({ root, spec: values.spec, runs: Number(values.runs) }) };
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

function printPreparation({ failure, spec, tools }) {
  say(`\nPreparing an OpenAPI document, whole processes, median of ${values.runs}\n`);
  if (failure !== undefined) {
    console.error(failure);
    return;
  }
  const lines = tools.map(({ name, does, seconds, megabytes, bytes, failure: why }) => [
    name,
    does,
    `${seconds.toFixed(2)} s`,
    `${megabytes.toFixed(0)} MB`,
    why === undefined ? kilobytes(bytes) : `fails: ${why.slice(0, 60)}`,
  ]);
  const limit = ['bound', '', `${bound.seconds.toFixed(2)} s`, `${bound.megabytes} MB`, kilobytes(bound.bytes)];
  say(table([['', 'does', 'time', 'peak memory', 'result'], ...lines, limit]).join('\n'));
  say(`\n${spec}`);
}

function printGateway({ failure, config, policyRunsPerSecond, requestsPerSecond, concurrency, firstTokenMs }) {
  say('\nThe gateway, with the policies of a deployed environment file\n');
  if (failure !== undefined) {
    console.error(failure);
    return;
  }
  const { gateway, direct } = firstTokenMs;
  const rows = [
    ['policy runs alone', `${policyRunsPerSecond.toFixed(0)} a second`],
    [`requests over HTTP, ${concurrency} callers`, `${requestsPerSecond.toFixed(0)} a second`],
    ['first token through the gateway', `${gateway.toFixed(1)} ms`],
    ['first token from the model', `${direct.toFixed(1)} ms`],
    ['delay that the gateway adds', `${(gateway - direct).toFixed(1)} ms`],
  ];
  say(table([['', ''], ...rows]).join('\n'));
  say(`\n${config}`);
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
