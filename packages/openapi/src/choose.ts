import { labelOf, type FoundOperation } from './operations.ts';
import { listOf, own } from './json.ts';
import { nearest } from './suggest.ts';

/** Which operations are wanted: `POST /chat/**`, `/chat/*`, an operationId, `tag:Chat`; with `!` in front: not these. */
export type Choice = readonly string[];

/** An operation with the id that it gets. */
export interface NamedOperation extends FoundOperation {
  readonly id: string;
}

/** What a choice leaves, and what is wrong with it. */
export interface Chosen<T> {
  readonly operations: readonly T[];
  readonly mistakes: readonly string[];
}

/**
 * The operations that a choice names: those that any glob matches, all where there are only `!` ones, without those that
 * a `!` glob matches, in whatever order they are written. A glob that matches nothing is a mistake.
 */
export function choose<T extends NamedOperation>(operations: readonly T[], choice: Choice): Chosen<T> {
  if (choice.length === 0) return { operations, mistakes: [] };
  const globs = choice.map((text) => ({
    text,
    isNot: text.startsWith('!'),
    matches: matcher(text.replace(/^!\s*/, '')),
  }));
  const mistakes = globs
    .filter(({ matches }) => !operations.some(matches))
    .map(({ text }) => unmatched(text, operations));
  const wanted = globs.filter(({ isNot }) => !isNot);
  const unwanted = globs.filter(({ isNot }) => isNot);
  const left = operations.filter(
    (one) =>
      (wanted.length === 0 || wanted.some(({ matches }) => matches(one))) &&
      !unwanted.some(({ matches }) => matches(one)),
  );
  if (left.length === 0 && mistakes.length === 0) mistakes.push('the choice of operations leaves none');
  return { operations: left, mistakes };
}

type Matches = (operation: NamedOperation) => boolean;

function matcher(glob: string): Matches {
  if (glob.startsWith('tag:')) {
    const tag = pattern(glob.slice(4).trim(), '.');
    return (operation) => tagsOf(operation).some((one) => tag.test(one));
  }
  const match = /^(?:([A-Za-z]+|\*)\s+)?(\/.*)$/.exec(glob);
  if (match === null) {
    const id = pattern(glob, '.');
    return (operation) => id.test(operation.id) || id.test(givenId(operation));
  }
  const [, method = '*', path = ''] = match;
  const [methods, paths] = [pattern(method.toLowerCase(), '.'), pattern(path, '[^/]')];
  return (operation) => methods.test(operation.method) && paths.test(operation.path);
}

/** `*` any characters of a segment, `**` any segments, also none after a slash, `?` one character; braces are a path's own. */
function pattern(glob: string, one: string): RegExp {
  const source = glob
    .replaceAll(/[.+^$()|[\]{}\\]/g, String.raw`\$&`)
    .replaceAll(
      /\/\*\*(?=\/|$)|\*\*|\*|\?/g,
      (star) => ({ '/**': '(?:/.*)?', '**': '.*', '*': `${one}*` })[star] ?? one,
    );
  return new RegExp(`^${source}$`, 'su');
}

function tagsOf({ operation }: NamedOperation): readonly string[] {
  return listOf(own(operation, 'tags')).filter((tag) => typeof tag === 'string');
}

function givenId({ operation }: NamedOperation): string {
  const id = own(operation, 'operationId');
  return typeof id === 'string' ? id : '';
}

function unmatched(text: string, operations: readonly NamedOperation[]): string {
  const glob = text.replace(/^!\s*/, '');
  const candidates = glob.startsWith('tag:')
    ? [...new Set(operations.flatMap(tagsOf))].map((tag) => `tag:${tag}`)
    : glob.startsWith('/')
      ? [...new Set(operations.map(({ path }) => path))]
      : glob.includes('/')
        ? operations.map(labelOf)
        : operations.map(({ id }) => id);
  const near = nearest(glob, candidates);
  return `no operation matches '${text}'${near === undefined ? `; there are, for example, ${candidates.slice(0, 3).join(', ')}` : `; did you mean '${near}'?`}`;
}
