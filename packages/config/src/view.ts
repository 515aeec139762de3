import { pathText, type Path } from './mistakes.ts';

/** Something that a rule found. */
export interface Finding {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly fix: string;
}

/**
 * What a rule sees of a file: values that the schema accepts, defaults filled in. A value in doubt is undefined, so
 * that each rule runs on a broken file as far as what it needs is whole.
 */
export class View {
  readonly findings: Finding[] = [];
  readonly #root: unknown;
  readonly #doubtful: ReadonlySet<string>;
  /** Sections that stand in the file, not only as a default. */
  readonly sections: readonly string[];

  constructor(root: unknown, doubtful: readonly Path[], sections: readonly string[]) {
    this.#root = root;
    this.sections = sections;
    this.#doubtful = new Set(doubtful.map(pathText));
  }

  /** The value at a path, unless it or anything around it is in doubt. */
  get(...path: Path): unknown {
    let value: unknown = this.#root;
    for (const [index, segment] of path.entries()) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
      value = (value as Record<string | number, unknown>)[segment];
      if (this.#doubtful.has(pathText(path.slice(0, index + 1)))) return undefined;
    }
    return value;
  }

  text(...path: Path): string | undefined {
    const value = this.get(...path);
    return typeof value === 'string' ? value : undefined;
  }

  number(...path: Path): number | undefined {
    const value = this.get(...path);
    return typeof value === 'number' ? value : undefined;
  }

  /** The entries of a list; none where there is no list. */
  list(...path: Path): readonly unknown[] {
    const value = this.get(...path);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }

  /** The names and values of a map whose values are texts. */
  texts(...path: Path): readonly (readonly [string, string])[] {
    const value = this.get(...path);
    if (typeof value !== 'object' || value === null) return [];
    return Object.keys(value).flatMap((name) => {
      const text = this.text(...path, name);
      return text === undefined ? [] : [[name, text] as const];
    });
  }

  /** True where everything below a path is as the schema wants it. */
  sound(...path: Path): boolean {
    const prefix = pathText(path);
    return ![...this.#doubtful].some((doubtful) => doubtful.startsWith(prefix));
  }

  /** Notes a mistake at the value of a path. */
  wrong(path: Path, message: string, fix: string): void {
    this.findings.push({ path, part: 'value', message, fix });
  }

  /** Notes a mistake at the key of a path. */
  wrongKey(path: Path, message: string, fix: string): void {
    this.findings.push({ path, part: 'key', message, fix });
  }
}

/** One rule over a file, beyond what the schema can say. */
export type Rule = (view: View) => void;
