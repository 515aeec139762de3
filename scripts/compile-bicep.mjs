// Compiles bicep/ to the ARM JSON beside it, which the actions carry: a consumer needs no Bicep.
// `--check` changes nothing and fails where a file differs from a fresh build, or the compiler has anything to say.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bicepVersion, findBicep } from './bicep-cli.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Source of every template, from the root of the project. */
export const sources = [
  'bicep/hub/network.bicep',
  'bicep/hub/services.bicep',
  'bicep/hub/gateway.bicep',
  'bicep/spoke/main.bicep',
  'bicep/spoke/app.bicep',
];

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));

function main(args) {
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0) {
    console.error(`compile-bicep: unknown argument ${unknown[0]}; only --check is known`);
    process.exit(2);
  }
  const found = findBicep(join(root, '.lz', 'bicep-cli'));
  if (found.path === undefined) return withoutCompiler(found.reason, args.includes('--check'));
  const failures = sources.flatMap((source) => compile(found.path, source, args.includes('--check')));
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exit(1);
  console.log(
    `${sources.length} templates ${args.includes('--check') ? 'are up to date' : 'compiled'} (Bicep ${bicepVersion})`,
  );
}

/** Building may go on with what is committed; a check that cannot check must not pass. */
function withoutCompiler(reason, check) {
  if (check) {
    console.error(`compile-bicep: nothing checked: ${reason}`);
    process.exit(1);
  }
  const missing = sources.map(target).filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) {
    console.error(`compile-bicep: ${missing.join(', ')} missing, and ${reason}`);
    process.exit(1);
  }
  console.log(`No Bicep CLI (${reason}): the committed JSON is used`);
}

/** What is wrong with one template; nothing if all is well. */
function compile(bicep, source, check) {
  const { status, stdout, stderr } = spawnSync(bicep, ['build', source, '--stdout'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0 || stderr.trim() !== '') return [`${source}: the compiler says\n${stderr.trim()}`];
  const file = join(root, target(source));
  const before = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
  const after = `${stdout.replaceAll('\r\n', '\n').trimEnd()}\n`;
  if (before === after) return [];
  if (check) return [`${target(source)} differs from a fresh build of ${source}: run npm run bicep`];
  writeFileSync(file, after);
  return [];
}

/** Compiled file of a source. */
function target(source) {
  return source.replace(/\.bicep$/, '.json');
}
