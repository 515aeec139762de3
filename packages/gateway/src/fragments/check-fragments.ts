import type * as policyEngine from '@lz/policy';
import type { PolicyMistake } from '@lz/policy';
import { namesOf, type Environment, type Mistake } from '@lz/config';
import { previewPolicy } from '../preview-policy.ts';
import { fragmentFiles, knownBackends, readText, type FragmentFile } from './read-fragments.ts';

/** What of a policy engine the check needs. It is loaded only where there are fragments. */
type Engine = Pick<typeof policyEngine, 'positionAt' | 'validateFragment' | 'validatePolicy'>;

/** Section names as policies write them. */
const SECTIONS = { inbound: 'inbound', outbound: 'outbound', onError: 'on-error' } as const;

/** Every mistake in the fragments of an environment, each in its own file with line and column. */
export async function checkFragments(environment: Environment): Promise<readonly Mistake[]> {
  const files = fragmentFiles(environment);
  if (files.length === 0) return [];
  const engine = await import('@lz/policy');
  const reserved = reservedVariables(environment);
  const found = files.flatMap((file) => checkFile(engine, environment, file, reserved));
  const once = new Map(found.map((mistake) => [JSON.stringify(mistake), mistake]));
  return [...once.values()];
}

function checkFile(
  engine: Engine,
  environment: Environment,
  { file, section }: FragmentFile,
  reserved: ReadonlySet<string>,
): readonly Mistake[] {
  const mistake = (message: string, line = 1, column = 1): Mistake => ({
    ...{ file, line, column, path: '', message },
    fix: 'correct the fragment',
  });
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    return [mistake(unreadable(error))];
  }
  return [...policyMistakes(engine, environment, text, SECTIONS[section]), ...reservedUses(engine, text, reserved)].map(
    ({ message, line, column }) => mistake(message, line, column),
  );
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'the file is not UTF-8 text';
  return error instanceof Error ? error.message : String(error);
}

/** What API Management would refuse about the fragment itself, then about what it does in its section. */
function policyMistakes(
  engine: Engine,
  environment: Environment,
  text: string,
  section: (typeof SECTIONS)[keyof typeof SECTIONS],
): readonly PolicyMistake[] {
  const options = {
    format: 'rawxml',
    scope: 'api',
    ...(environment.hub.kind === 'own' ? { tier: environment.hub.gateway.sku } : {}),
    known: {
      backends: new Set(knownBackends(environment, namesOf(environment, '')).keys()),
      fragments: new Set<string>(),
      namedValues: new Set(Object.keys(environment.api.namedValues)),
    },
  } as const;
  const alone = engine.validateFragment(text, options);
  return alone.length > 0 ? alone : inSection(engine, text, section, options);
}

/** The same policies as a section holds them; columns behind the root are moved back to where they stand in the file. */
function inSection(
  engine: Engine,
  text: string,
  section: string,
  options: Parameters<Engine['validatePolicy']>[1],
): readonly PolicyMistake[] {
  const root = /<fragment\b[^>]*>/.exec(text);
  if (root === null) return [];
  const [start, end] = [`<policies><${section}>`, `</${section}></policies>`];
  const before = text.slice(0, root.index);
  const whole = `${before}${start}${text.slice(root.index + root[0].length)}`.replace(/<\/fragment>\s*$/, end);
  const line = before.split('\n').length;
  const moved = start.length - root[0].length;
  return engine
    .validatePolicy(whole, options)
    .map((found) => (found.line === line ? { ...found, column: Math.max(1, found.column - moved) } : found));
}

/** Variables that our policy reads of the caller: a fragment that sets one could put somebody else in the caller's place. */
function reservedVariables(environment: Environment): ReadonlySet<string> {
  const policy = previewPolicy(environment);
  return new Set(
    [...policy.matchAll(/<set-variable name="([^"]+)"|-variable-name="([^"]+)"/g)].map(
      ([, set, output]) => set ?? output ?? '',
    ),
  );
}

function reservedUses(engine: Engine, text: string, reserved: ReadonlySet<string>): readonly PolicyMistake[] {
  return [...text.matchAll(/<set-variable\b[^>]*?\bname\s*=\s*"([^"]+)"|-variable-name\s*=\s*"([^"]+)"/g)]
    .filter(([, set, output]) => reserved.has(set ?? output ?? ''))
    .map((match) => ({
      ...engine.positionAt(text, match.index),
      code: 'ValidationError' as const,
      message: `the variable '${match[1] ?? match[2] ?? ''}' is one of the gateway's own policy: give yours another name`,
    }));
}
