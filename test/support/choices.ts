import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Twin } from '@lz/twin';
import { deployTemplate, type Template } from './deploy-template.ts';

const FOLDER = join(import.meta.dirname, '../end-to-end/choices');

/** An environment file of the matrix, with what must be there before it is deployed. */
export interface Choice {
  /** File name without its ending. */
  readonly name: string;
  /** Text of the environment file. */
  readonly environment: string;
  /**
   * An ARM template at subscription scope, `<name>.prerequisites.json` or one that several files share
   * (`# prerequisites: <file>` in the first line of the environment file): what belongs to the company and not to the
   * environment. Its parameters are made by `deployPrerequisites`.
   */
  readonly prerequisites?: Template;
}

/** Every environment file of `test/end-to-end/choices`, by name; `prefix` leaves out others. */
export function choices(prefix = ''): readonly Choice[] {
  const files = readdirSync(FOLDER);
  return files
    .filter((file) => file.startsWith(prefix) && file.endsWith('.yml'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.yml'.length);
      const environment = readFileSync(join(FOLDER, file), 'utf8');
      const shared = /^# prerequisites: (\S+)\n/.exec(environment)?.[1];
      const own = files.find((other) => other === `${name}.prerequisites.json`);
      const template = shared ?? own;
      return {
        name,
        environment,
        ...(template === undefined ? {} : { prerequisites: readTemplate(template) }),
      };
    });
}

function readTemplate(file: string): Template {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Template;
}

/**
 * Deploys what must be there before. A parameter with `metadata.certificateFor` gets a certificate for that host name
 * which every client of the twin trusts, as a base64 PFX.
 */
export async function deployPrerequisites(twin: Twin, { prerequisites }: Choice): Promise<void> {
  if (prerequisites === undefined) return;
  const parameters: Record<string, { readonly value: unknown }> = {};
  for (const [name, { metadata }] of Object.entries(prerequisites.parameters ?? {})) {
    const hostname = metadata?.['certificateFor'];
    if (typeof hostname === 'string') parameters[name] = { value: await certificateFor(twin, hostname) };
  }
  await deployTemplate(twin, 'prerequisites', prerequisites, parameters);
}

async function certificateFor(twin: Twin, hostname: string): Promise<string> {
  const answer = await fetch(`${twin.controlUrl}/certificates`, { method: 'POST', body: JSON.stringify({ hostname }) });
  return ((await answer.json()) as { readonly pfx: string }).pfx;
}
