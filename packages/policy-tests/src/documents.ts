import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Path, SchemaMistake } from '@lz/config';
import { backendOf, SCOPES, type Backend, type PolicyText, type Scope } from '@lz/policy';
import { generatedPolicies, type GeneratedPolicies } from './generated-policies.ts';
import type { TestFile } from './test-file.ts';

/** A document with the name under which people know it: its file, or a word for one that stands in the test file. */
export interface NamedDocument extends PolicyText {
  readonly name: string;
}

/** Everything that a test file puts on its gateway. */
export interface Documents {
  readonly scopes: ReadonlyMap<Scope, NamedDocument>;
  readonly fragments: ReadonlyMap<string, NamedDocument>;
  readonly namedValues: ReadonlyMap<string, string>;
  readonly backends: ReadonlyMap<string, Backend>;
  readonly mistakes: readonly SchemaMistake[];
}

/** Reads what a test file names. What cannot be read is a mistake of the test file. */
export async function documentsOf(test: TestFile, file: string): Promise<Documents> {
  const reading = new Reading(file, test.format ?? 'rawxml');
  const generated = test.config === undefined ? undefined : reading.generated(test.config);
  const scopes = new Map(generated?.scopes);
  const own = test.policies ?? (test.policy === undefined ? {} : { api: test.policy });
  for (const scope of SCOPES) {
    const path = test.policies === undefined ? ['policy'] : ['policies', scope];
    const document = await reading.document(own[scope], path, scope);
    if (document !== undefined) scopes.set(scope, document);
  }
  const fragments = new Map(generated?.fragments);
  for (const [id, text] of Object.entries(test.fragments ?? {})) {
    const document = await reading.document(text, ['fragments', id], `fragment ${id}`);
    if (document !== undefined) fragments.set(id, document);
  }
  const namedValues = Object.entries(test.namedValues ?? {}).map(([name, value]) => [name, String(value)] as const);
  const backends = Object.entries(test.backends ?? {}).map(([id, entity]) => [id, backendOf(entity)] as const);
  return {
    scopes,
    fragments,
    namedValues: new Map([...(generated?.namedValues ?? []), ...namedValues]),
    backends: new Map([...(generated?.backends ?? []), ...backends]),
    mistakes: reading.mistakes,
  };
}

class Reading {
  readonly mistakes: SchemaMistake[] = [];
  readonly #folder: string;
  readonly #format: PolicyText['format'];

  constructor(file: string, format: PolicyText['format']) {
    this.#folder = dirname(file);
    this.#format = format;
  }

  async document(value: string | undefined, path: Path, word: string): Promise<NamedDocument | undefined> {
    if (value === undefined) return undefined;
    if (value.trimStart().startsWith('<')) return { name: word, text: value, format: this.#format };
    const name = join(this.#folder, value);
    try {
      return { name, text: await readFile(name, 'utf8'), format: this.#format };
    } catch {
      const message = `there is no file ${name}`;
      this.mistakes.push({ path, part: 'value', message, fix: 'write the path as it is from the folder of this file' });
      return undefined;
    }
  }

  generated(config: string): GeneratedPolicies | undefined {
    try {
      return generatedPolicies(join(this.#folder, config));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const fix = '`lz validate` lists every mistake of an environment file';
      this.mistakes.push({ path: ['config'], part: 'value', message, fix });
      return undefined;
    }
  }
}
