import { isBuiltin } from 'node:module';

/** Source files and manifests by path from the root of the repository. */
export type Texts = ReadonlyMap<string, string>;

interface Import {
  /** File that imports. */
  readonly file: string;
  /** Workspace that it belongs to: `packages/arm`, `actions/deploy-hub`; `.` for `test/` and `scripts/`. */
  readonly from: string;
  readonly target: string;
}

/** At most so many lines of code in a file; a table of data may be longer. */
const LINES = 350;

/** Each answers sentences that say what is wrong; none where all is well. */
export const shapeRules = {
  'packages depend one way': (texts) => {
    const graph = Map.groupBy(
      imports(texts).filter(({ file, target }) => file.includes('/src/') && target.startsWith('@lz/')),
      ({ from }) => from,
    );
    const next = (folder: string): readonly string[] =>
      [...new Set((graph.get(folder) ?? []).map(({ target }) => `packages/${target.slice(4)}`))].sort();
    return [...graph.keys()].flatMap((start) => cyclesThrough(start, next));
  },

  'nothing imports an action': (texts) =>
    imports(texts)
      .filter(({ file, from }) => file.includes('/src/') || from === '.')
      .filter(({ file, from, target }) => {
        const owner = workspaceOf(resolved(file, target));
        return owner.startsWith('actions/') && owner !== from && !isTest(file);
      })
      .map(({ file, target }) => `${file} imports ${target}`),

  'no action knows the twin': (texts) =>
    imports(texts)
      .filter(({ file, from }) => from.startsWith('actions/') && file.includes('/src/'))
      .filter(({ target }) => /^@lz\/(twin|policy|workflow-runner|cli)$/.test(target))
      .map(({ file, target }) => `${file} imports ${target}`),

  'packages meet at their index': (texts) =>
    imports(texts)
      .filter(({ file, target }) => file.includes('/src/') && target.startsWith('.') && target.endsWith('.ts'))
      .filter(({ file, from, target }) => workspaceOf(resolved(file, target)) !== from)
      .map(({ file, target }) => `${file} reaches into another package: ${target}`),

  'every import is declared': (texts) =>
    imports(texts)
      .filter(({ target }) => !target.startsWith('.') && !isBuiltin(target))
      .filter(({ file, from, target }) => !declared(texts, from, file).has(packageOf(target)))
      .map(
        ({ file, from, target }) => `${file} imports ${packageOf(target)}, which ${from}/package.json does not name`,
      ),

  'every dependency is used': (texts) => {
    const used = new Set(imports(texts).map(({ from, target }) => `${from} ${packageOf(target)}`));
    return [...texts.keys()]
      .filter((file) => /^(packages|actions)\/[^/]+\/package\.json$/.test(file))
      .flatMap((file) => {
        const { dependencies = {}, devDependencies = {} } = manifest(texts, workspaceOf(file));
        return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
          .filter((name) => !used.has(`${workspaceOf(file)} ${name.replace(/^@types\//, '')}`))
          .map((name) => `${file} names ${name}, which nothing there imports`);
      });
  },

  'files stay short': (texts) =>
    [...texts]
      .filter(([file, text]) => /\/src\/.*\.ts$/.test(file) && text.trimEnd().split('\n').length > LINES)
      .filter(([, text]) => /=>|\bfunction\b|\bclass\b/.test(text))
      .map(([file]) => `${file} has more than ${LINES} lines`),

  'every test runs': (texts) =>
    [...texts]
      .filter(([file]) => isTest(file))
      .flatMap(([file, text]) => [...text.matchAll(TEST_LEFT_OUT)].map(([found]) => `${file}: ${found}`)),

  'nothing is left for later': (texts) =>
    [...texts]
      .filter(([file]) => file.endsWith('.ts') || file.endsWith('.mjs'))
      .flatMap(([file, text]) => [...text.matchAll(LATER)].map(([found]) => `${file}: ${found}`)),
} as const satisfies Readonly<Record<string, (texts: Texts) => readonly string[]>>;

const TEST_LEFT_OUT = /\b(?:it|test|describe|suite)\.(?:skip|only|todo|fails|skipIf|runIf)\b|\bx(?:it|describe)\s*\(/g;
// In two pieces each, so that this file does not find itself.
const LATER = new RegExp(
  ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].map((word) => `\\b${word}\\b`).join('|'),
  'g',
);
const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function imports(texts: Texts): readonly Import[] {
  return [...texts]
    .filter(([file]) => /\.(ts|mjs)$/.test(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(IMPORT)].map(([, from, bare, dynamic]) => ({
        file,
        from: workspaceOf(file),
        target: from ?? bare ?? dynamic ?? '',
      })),
    );
}

function workspaceOf(file: string): string {
  return /^(?:packages|actions)\/[^/]+/.exec(file)?.[0] ?? '.';
}

function isTest(file: string): boolean {
  return /(^|\/)test\//.test(file);
}

/** `@scope/name` or `name` of a module's name. */
function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

/** Path of what a relative import or an own package's name means. */
function resolved(file: string, target: string): string {
  if (target.startsWith('.')) return new URL(target, `file:///${file}`).pathname.slice(1);
  return target.startsWith('@lz/') ? `packages/${target.slice(4)}` : target;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifest(texts: Texts, folder: string): Manifest {
  const file = folder === '.' ? 'package.json' : `${folder}/package.json`;
  return JSON.parse(texts.get(file) ?? '{}') as Manifest;
}

/** What a file may import: sources only what is there at run time; all else also the tools of the package and the root. */
function declared(texts: Texts, folder: string, file: string): ReadonlySet<string> {
  const { dependencies = {}, devDependencies = {} } = manifest(texts, folder);
  const tools = file.includes('/src/') ? {} : { ...devDependencies, ...manifest(texts, '.').devDependencies };
  const types = file.includes('/src/') ? Object.keys(devDependencies).filter((name) => name.startsWith('@types/')) : [];
  const names = [...Object.keys({ ...dependencies, ...tools }), ...types.map((name) => name.slice('@types/'.length))];
  if (folder !== '.') return new Set(names);
  // What belongs to no package may use every own one, which npm links; esbuild's types come with tsup, whose plugins use them.
  const own = [...texts.keys()].filter((path) => /^packages\/[^/]+\/package\.json$/.test(path));
  return new Set([...names, ...own.map((path) => `@lz/${path.split('/')[1] ?? ''}`), 'esbuild']);
}

function cyclesThrough(start: string, next: (folder: string) => readonly string[]): readonly string[] {
  const walk = (folder: string, path: readonly string[]): readonly string[] =>
    next(folder).flatMap((target) =>
      target === start
        ? [[...path, target].join(' -> ')]
        : path.includes(target)
          ? []
          : walk(target, [...path, target]),
    );
  // Each cycle once: from the first of its members.
  return walk(start, [start]).filter((cycle) => cycle.split(' -> ').every((member) => member >= start));
}
