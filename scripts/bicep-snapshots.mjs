// What the real engine makes of every template in every scenario (packages/templates/test/scenarios.ts), committed under
// bicep/test. `--check` changes nothing and fails where the engine says something else today. Needs Node 24 (it imports
// TypeScript) and the Bicep CLI.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parameterFile } from '../packages/templates/test/parameter-file.ts';
import {
  deploymentNameOf,
  parametersOf,
  scenarios,
  subscriptionId,
  templateSources,
  tenantId,
} from '../packages/templates/test/scenarios.ts';
import { findBicep } from './bicep-cli.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const goldens = join(root, 'bicep', 'test');
const work = join(root, '.lz', 'bicep-snapshots');

await main(process.argv.slice(2));

async function main(args) {
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0) {
    console.error(`bicep-snapshots: unknown argument ${unknown[0]}; only --check is known`);
    process.exit(2);
  }
  const bicep = findBicep(join(root, '.lz', 'bicep-cli'));
  if (bicep.path === undefined) {
    console.error(`bicep-snapshots: ${bicep.reason}`);
    process.exit(1);
  }
  const jobs = scenarios.flatMap((scenario) => scenario.templates.map((template) => ({ scenario, template })));
  const files = [];
  // Each takes seconds of a processor: as many at a time as there are.
  const worker = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) files.push(...(await taken(bicep.path, job)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const failures = args.includes('--check') ? differences(files) : written(files);
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exit(1);
  console.log(`${files.length / 2} snapshots ${args.includes('--check') ? 'are what the engine says' : 'taken'}`);
}

/** The parameter file and the snapshot of one template in one scenario: `{ file, text }`, paths under `goldens`. */
async function taken(bicep, { scenario, template }) {
  const parameters = parametersOf(scenario)[template];
  const folder = join(work, scenario.name);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${template}.bicepparam`);
  writeFileSync(file, parameterFile(sourceFrom(folder, template), parameters));
  const { stdout, stderr } = await promisify(execFile)(bicep, [
    ...['snapshot', file, '--mode', 'overwrite', '--config', join(root, 'bicep', 'bicepconfig.json')],
    ...['--subscription-id', subscriptionId, '--tenant-id', tenantId],
    ...['--location', scenario.environment.location, '--deployment-name', deploymentNameOf(scenario, template)],
  ]);
  const said = `${stdout}${stderr}`.trim();
  if (said !== '') throw new Error(`${scenario.name}/${template}: the engine says\n${said}`);
  const snapshot = JSON.parse(readFileSync(join(folder, `${template}.snapshot.json`), 'utf8'));
  // A module that was passed over would be missing without a word: the exit code is 0 all the same.
  const { diagnostics } = snapshot;
  if (diagnostics.length > 0) throw new Error(`${scenario.name}/${template}: ${diagnostics.join('; ')}`);
  const target = join(goldens, scenario.name);
  return [
    { file: join(target, `${template}.bicepparam`), text: parameterFile(sourceFrom(target, template), parameters) },
    { file: join(target, `${template}.snapshot.json`), text: `${JSON.stringify(sorted(snapshot), null, 2)}\n` },
  ];
}

/** Path of a template's source from a folder, as Bicep writes it. */
function sourceFrom(folder, template) {
  return relative(folder, join(root, templateSources[template])).replaceAll('\\', '/');
}

/** The engine's order of members varies; ours does not. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

function written(files) {
  rmSync(goldens, { recursive: true, force: true });
  for (const { file, text } of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return [];
}

function differences(files) {
  const expected = new Set(files.map(({ file }) => file));
  const present = existsSync(goldens) ? readdirSync(goldens, { recursive: true, withFileTypes: true }) : [];
  const left = present.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const remedy = 'run npm run bicep';
  return [
    ...left
      .filter((file) => !expected.has(file))
      .map((file) => `${relative(root, file)} belongs to no scenario: ${remedy}`),
    ...files
      .filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text)
      .map(({ file }) => `${relative(root, file)} differs from what the engine says: ${remedy}`),
  ];
}
