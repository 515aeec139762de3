import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Alias, Document, Node, Pair } from 'yaml';
import { pathText, type Path } from './mistakes.ts';
import { isUnclosed, yamlWords } from './yaml-words.ts';

/** Line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mistake of the file's syntax. */
export interface SyntaxMistake extends Position {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** False: only this line is in doubt, the rest of the file can be checked. */
  readonly fatal: boolean;
}

/** A YAML text as plain values, with the position of each. */
export interface YamlSource {
  readonly value: unknown;
  readonly mistakes: readonly SyntaxMistake[];
  /** Where a key or value stands; for one that is not written, where the nearest section around it stands. */
  readonly positionOf: (path: Path, part: 'key' | 'value') => Position;
}

/** A file of ours holds some hundred values. Aliases count each time they are used, so an alias bomb ends here. */
const maxValues = 20_000;
const maxDepth = 40;

/** What messages call the kind of file that is read. */
export interface FileWords {
  /** What somebody who has an empty file should do. */
  readonly start: string;
  /** What one file holds: `environment`. */
  readonly holds: string;
}

const environmentFile: FileWords = { start: 'start from environments/example.yml', holds: 'environment' };

/** Reads one YAML document. Never throws; `value` is undefined when a mistake is fatal. */
export function readYaml(text: string, words: FileWords = environmentFile): YamlSource {
  const lines = new LineCounter();
  const start: Position = { line: 1, column: 1 };
  const nowhere = { value: undefined, positionOf: () => start };
  const control = controlCharacter(text);
  if (control !== undefined) return { ...nowhere, mistakes: [control] };
  let documents: readonly Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      uniqueKeys: false,
      merge: false,
      logLevel: 'silent',
    });
    documents = 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nowhere, mistakes: [{ ...start, path: '', ...yamlWords('RESOURCE_EXHAUSTION', ''), fatal: true }] };
  }
  const reader = new Reader(lines, documents[0], words);
  reader.reportDocuments(documents);
  const value = reader.mistakes.some((mistake) => mistake.fatal) ? undefined : reader.readRoot();
  return { value, mistakes: reader.mistakes, positionOf: (path, part) => reader.positionOf(path, part) };
}

/** Thrown to leave the walk over a document that is too large or too deep. */
class TooMuch extends Error {}

class Reader {
  readonly mistakes: SyntaxMistake[] = [];
  readonly #positions = new Map<string, { readonly key: number; readonly value: number }>();
  readonly #lines: LineCounter;
  readonly #document: Document.Parsed | undefined;
  readonly #anchors = new Map<string, Node>();
  readonly #words: FileWords;
  #values = 0;
  #aliasDepth = 0;

  constructor(lines: LineCounter, document: Document.Parsed | undefined, words: FileWords) {
    this.#words = words;
    this.#lines = lines;
    this.#document = document;
  }

  /** Errors that the parser found, one for each line: what follows on the same line is only its consequence. */
  reportDocuments(documents: readonly Document.Parsed[]): void {
    const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
    const opened = errors.some(({ message }) => isUnclosed(message)) ? openings(documents) : new Map<number, number>();
    const linesSeen = new Set<number>();
    for (const error of errors) {
      const words = yamlWords(error.code, error.message);
      const offset = (isUnclosed(error.message) ? opened.get(error.pos[0]) : undefined) ?? error.pos[0];
      const { line } = this.#position(offset);
      if (!linesSeen.has(line)) this.#report(offset, [], words.message, words.fix, words.local !== true);
      linesSeen.add(line);
    }
    const second = documents[1];
    if (second === undefined) return;
    const offset = second.contents?.range[0] ?? second.range[0];
    this.#report(offset, [], 'a second document starts here', `keep one ${this.#words.holds} in one file`);
  }

  readRoot(): unknown {
    const root = this.#document?.contents;
    if (root === undefined || root === null || (isScalar(root) && root.value === null)) {
      this.#report(0, [], 'the file is empty', this.#words.start, true);
      return undefined;
    }
    this.#positions.set('', { key: root.range[0], value: root.range[0] });
    if (!isMap(root)) {
      this.#report(root.range[0], [], 'the file must be a map of sections', this.#words.start, true);
      return undefined;
    }
    try {
      return this.#read(root, []);
    } catch (error) {
      if (error instanceof TooMuch) return undefined;
      throw error;
    }
  }

  positionOf(path: Path, part: 'key' | 'value'): Position {
    const own = this.#positions.get(JSON.stringify(path));
    if (own !== undefined) return this.#position(own[part]);
    if (path.length > 0) return this.positionOf(path.slice(0, -1), 'key');
    return this.#position(this.#positions.get('')?.value ?? 0);
  }

  #read(node: Node | null, path: Path): unknown {
    this.#values += 1;
    if (this.#values > maxValues)
      this.#giveUp(node, `the file holds more than ${maxValues.toLocaleString('en')} values`);
    if (path.length > maxDepth) this.#giveUp(node, `values are nested more than ${maxDepth} levels deep`);
    if (isAlias(node)) return this.#readAlias(node, path);
    if (node?.anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#readMap(node.items, path);
    if (isSeq(node)) return node.items.map((item, index) => this.#readItem(item as Node | null, [...path, index]));
    return isScalar(node) ? node.value : null;
  }

  /** Anchors are noted on the way, so that an alias costs no search, and only outside of aliases: the last one counts. */
  #readAlias(alias: Alias, path: Path): unknown {
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const message = `the alias *${alias.source} has no anchor &${alias.source} before it`;
      this.#report(offsetOf(alias), path, message, 'write the value itself');
      return null;
    }
    this.#aliasDepth += 1;
    const value = this.#read(target, path);
    this.#aliasDepth -= 1;
    return value;
  }

  #readItem(node: Node | null, path: Path): unknown {
    this.#positions.set(JSON.stringify(path), { key: offsetOf(node), value: offsetOf(node) });
    return this.#read(node, path);
  }

  #readMap(items: readonly Pair[], path: Path): Record<string, unknown> {
    // Without a prototype `__proto__` and `constructor` are keys like any other, and answered as unknown.
    const result = Object.create(null) as Record<string, unknown>;
    const firstLines = new Map<string, number>();
    for (const { key, value } of items as readonly Pair<Node | null, Node | null>[]) {
      const name = keyName(key);
      if (name === undefined) {
        this.#report(offsetOf(key ?? value), path, 'a key must be a plain word', 'write `key: value`');
        continue;
      }
      const offset = offsetOf(key);
      const first = firstLines.get(name);
      if (first !== undefined) {
        const message = `\`${name}\` is written twice; the first is on line ${first}`;
        this.#report(offset, [...path, name], message, 'keep one of the two');
        continue;
      }
      firstLines.set(name, this.#position(offset).line);
      // An empty value has no place of its own that would help: its key has.
      const empty = value === null || (isScalar(value) && value.value === null);
      this.#positions.set(JSON.stringify([...path, name]), { key: offset, value: empty ? offset : offsetOf(value) });
      result[name] = this.#read(value, [...path, name]);
    }
    return result;
  }

  #giveUp(node: Node | null, what: string): never {
    this.#report(
      offsetOf(node),
      [],
      `${what}, aliases counted each time they are used`,
      'write a plain file without repeated aliases',
      true,
    );
    throw new TooMuch();
  }

  #report(offset: number, path: Path, message: string, fix: string, fatal = false): void {
    this.mistakes.push({ ...this.#position(offset), path: pathText(path), message, fix, fatal });
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** Quoted texts and brackets: where each ends, and where it opened. */
function openings(documents: readonly Document.Parsed[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const note = (node: Node): void => {
    if (node.range && !found.has(node.range[1])) found.set(node.range[1], node.range[0]);
  };
  for (const document of documents) {
    visit(document, {
      Scalar: (_, node) => {
        if (node.type !== 'PLAIN') note(node);
      },
      Collection: (_, node) => {
        if (node.flow === true) note(node);
      },
    });
  }
  return found;
}

/** A key as text: numbers and booleans are keys, too. */
function keyName(key: Node | null): string | undefined {
  if (!isScalar(key)) return undefined;
  const { value } = key;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function offsetOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** YAML allows no control character but tab and line ends; a binary file is full of them. */
function controlCharacter(text: string): SyntaxMistake | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text);
  if (found === null) return undefined;
  const before = text.slice(0, found.index).split('\n');
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    path: '',
    message: `the control character U+${code} is not allowed in YAML`,
    fix: 'remove it, and save the file as UTF-8 text',
    fatal: true,
  };
}
