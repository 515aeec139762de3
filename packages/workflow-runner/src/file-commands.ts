import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkflowError } from './errors.ts';

const KINDS = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

/** What a step said through the files that GitHub's runner gives it. */
export interface FileCommands {
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Makes a step's command files, runs `body` with the variables that name them, and reads what it wrote. */
export async function withFileCommands<Result>(
  directory: string,
  body: (env: Readonly<Record<string, string>>) => Promise<Result>,
): Promise<{ readonly result: Result; readonly commands: FileCommands }> {
  const folder = await mkdtemp(join(directory, 'step-'));
  const files = Object.fromEntries(KINDS.map((kind) => [kind, join(folder, kind.toLowerCase())]));
  try {
    await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
    const result = await body(files);
    const read = (kind: (typeof KINDS)[number]): Promise<string> => readFile(join(folder, kind.toLowerCase()), 'utf8');
    return {
      result,
      commands: {
        outputs: parseAssignments(await read('GITHUB_OUTPUT')),
        env: parseAssignments(await read('GITHUB_ENV')),
        path: (await read('GITHUB_PATH')).split(/\r?\n/).filter((line) => line !== ''),
        state: parseAssignments(await read('GITHUB_STATE')),
        summary: await read('GITHUB_STEP_SUMMARY'),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `name=value` lines and `name<<DELIMITER` blocks. Throws `WorkflowError` for anything else, as GitHub does. */
export function parseAssignments(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const heredoc = /^(?<name>[^=]+?)<<(?<delimiter>.+)$/.exec(line)?.groups;
    if (heredoc?.['name'] !== undefined && heredoc['delimiter'] !== undefined) {
      const end = lines.indexOf(heredoc['delimiter'], index + 1);
      if (end === -1) throw new WorkflowError(`Matching delimiter not found '${heredoc['delimiter']}'`);
      values[heredoc['name']] = lines.slice(index + 1, end).join('\n');
      index = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1) throw new WorkflowError(`Invalid format '${line}'`);
    values[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return values;
}
