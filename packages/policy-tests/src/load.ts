import { readFileSync } from 'node:fs';
import { pathText, readYaml, schemaMistakes, sortMistakes, type Mistake, type Path } from '@lz/config';
import { documentsOf, type Documents } from './documents.ts';
import { ruleMistakes } from './rules.ts';
import { schema, validate } from './schema-validator.generated.js';
import type { TestFile } from './test-file.ts';

/** A place in a test file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A test file that can be run. */
export interface LoadedTest {
  readonly file: string;
  readonly test: TestFile;
  readonly documents: Documents;
  /** Where a key, or for a list an entry, stands; for one that is not written, what is around it. */
  readonly placeOf: (path: Path) => Place;
}

/** A test, or every mistake that its file holds. */
export type Loaded =
  | { readonly loaded: LoadedTest; readonly mistakes?: undefined }
  | { readonly loaded?: undefined; readonly mistakes: readonly Mistake[] };

const words = { start: 'write `policy: FILE` and `cases:`; docs/policy-tests.md shows how', holds: 'test file' };

/** Reads a test file and the documents that it names. Mistakes come all at once, in the order of the file. */
export async function loadTest(file: string): Promise<Loaded> {
  const text = readText(file);
  if (typeof text !== 'string') return { mistakes: [text] };
  const source = readYaml(text, words);
  const syntax = source.mistakes.map(({ line, column, path, message, fix }) => ({
    ...{ file, line, column, path, message, fix },
  }));
  if (source.value === undefined) return { mistakes: sortMistakes(syntax) };
  const bySchema = validate(source.value) ? [] : schemaMistakes(validate.errors ?? [], source.value, schema);
  const test = source.value as TestFile;
  const byRules = bySchema.length > 0 ? [] : ruleMistakes(test);
  const found = [...bySchema, ...byRules];
  const documents = found.length > 0 ? undefined : await documentsOf(test, file);
  const mistakes = [...found, ...(documents?.mistakes ?? [])].map(({ path, part, message, fix }) => ({
    ...{ file, ...source.positionOf(path, part), path: pathText(path), message, fix },
  }));
  if (documents === undefined || mistakes.length + syntax.length > 0) {
    // What stands on a line whose syntax is in doubt may be read wrongly: its own mistake is enough.
    const doubtful = new Set(syntax.map(({ line }) => line));
    return { mistakes: sortMistakes([...syntax, ...mistakes.filter(({ line }) => !doubtful.has(line))]) };
  }
  return { loaded: { file, test, documents, placeOf: (path) => source.positionOf(path, 'key') } };
}

function readText(file: string): string | Mistake {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const message =
      error instanceof Error && 'code' in error && error.code !== 'ENOENT'
        ? `the file cannot be read (${String(error.code)})`
        : 'there is no such file';
    return { file, line: 1, column: 1, path: '', message, fix: 'check the path' };
  }
}
