import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './command-line.ts';

const WORKFLOW = '.github/workflows/deploy.yml';

/**
 * A checkout of its own with a changed copy of the deployment workflow: the actions are linked, the environment files
 * copied. Throws where the change changes nothing.
 */
export async function checkoutWith(change: (workflow: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lz-checkout-'));
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  await symlink(join(ROOT, 'actions'), join(folder, 'actions'));
  await cp(join(ROOT, 'environments'), join(folder, 'environments'), { recursive: true });
  const original = await readFile(join(ROOT, WORKFLOW), 'utf8');
  const changed = change(original);
  if (changed === original) throw new Error('the workflow was not changed');
  await writeFile(join(folder, WORKFLOW), changed);
  return folder;
}

/** The workflow without the steps of these names. Throws where there is none of a name. */
export function withoutSteps(workflow: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const start = text.indexOf(`      - name: ${name}\n`);
    if (start === -1) throw new Error(`the workflow has no step ${name}`);
    const next = text.indexOf('      - name: ', start + 1);
    return text.slice(0, start) + (next === -1 ? '' : text.slice(next));
  }, workflow);
}
