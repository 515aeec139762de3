/**
 * Writes `action.yml` of every action, and the tables in its README, from its definition; with `--check`, writes nothing
 * and exits 1 where a file is not what it would write.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import type { ActionDefinition } from '../packages/action/src/definition.ts';
import { renderActionYml, renderReadme } from '../packages/action/src/action-files.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

let stale = 0;
const definitions = globSync('actions/*/src/definition.ts', { cwd: root }).sort();
if (definitions.length === 0) throw new Error('no action has a definition');
for (const file of definitions) {
  const { definition } = (await import(join(root, file))) as { definition: ActionDefinition };
  const folder = dirname(dirname(join(root, file)));
  if (folder !== join(root, 'actions', definition.name)) throw new Error(`${file} calls itself ${definition.name}`);
  const readme = join(folder, 'README.md');
  await write(join(folder, 'action.yml'), renderActionYml(definition));
  await write(readme, renderReadme(definition, existsSync(readme) ? readFileSync(readme, 'utf8') : undefined));
}
if (stale > 0) {
  console.error('Run: node scripts/generate-action-files.ts');
  process.exitCode = 1;
}

async function write(file: string, rough: string): Promise<void> {
  const text = await format(rough, { ...(await resolveConfig(file)), filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (values.check) {
    stale += 1;
    console.error(`${relative(root, file)} is not what its definition says`);
  } else {
    writeFileSync(file, text);
    console.log(`wrote ${relative(root, file)}`);
  }
}
