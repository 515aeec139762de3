import { createHash } from 'node:crypto';
import { choose, type Choice, type NamedOperation } from './choose.ts';
import type { Context } from './convert/context.ts';
import { convertDocument, homeOfSchemas } from './convert/document.ts';
import { SchemaNames } from './convert/schema-names.ts';
import { dialectOf, rootOf, type SourceDocument } from './document.ts';
import { Findings, type Change, type Spot, type Warning } from './findings.ts';
import { below, isObject, at, type JsonObject } from './json.ts';
import { OpenApiError } from './mistakes.ts';
import { operationIds } from './operation-ids.ts';
import { operationName } from './operation-names.ts';
import { findPaths, labelOf, operationsOf } from './operations.ts';
import { checkSamePaths } from './path-rules.ts';
import { cycles } from './recursion.ts';
import { References, type Wanted } from './references.ts';
import { writeShrunk } from './shrink.ts';

/** API Management takes 4 MB inline (Microsoft Learn, "API import restrictions"). */
const MAX_BYTES = 4 * 1024 * 1024;

/** An operation as API Management will hold it after the import. */
export interface ExpectedOperation {
  /** Resource name. */
  readonly name: string;
  /** Upper case. */
  readonly method: string;
  readonly urlTemplate: string;
}

/** A document ready to be sent, and what was done to it. */
export interface PreparedDocument {
  /** Minified JSON. */
  readonly text: string;
  readonly format: 'openapi+json' | 'swagger-json';
  readonly bytes: number;
  /** `sha256:…` of the text: the same text needs no import. */
  readonly hash: string;
  readonly operations: readonly ExpectedOperation[];
  /** Everything that was done, in the order of the document. */
  readonly changes: readonly Change[];
  /** What stays and should be known. */
  readonly warnings: readonly Warning[];
}

/** One attempt: the document, or what it still has to read. */
export type Attempt = { readonly prepared: PreparedDocument } | { readonly wanted: readonly Wanted[] };

/**
 * Makes a document that API Management's importer takes as it is meant, out of a document and those that it refers to, as
 * far as they are read. Throws `OpenApiError` with every mistake.
 */
export async function attempt(
  document: SourceDocument,
  documents: ReadonlyMap<string, SourceDocument>,
  choice: Choice,
): Promise<Attempt> {
  const dialect = await dialectOf(document);
  const root = rootOf(document);
  const findings = new Findings(document);
  const references = new References(documents, findings);
  const home = homeOfSchemas(dialect);
  const top: Spot = { document, base: document.url, pointer: '' };
  const given = at(root, home);
  const schemas = new SchemaNames(home, top, isObject(given) ? given : {}, references, findings);
  const context: Context = { dialect, findings, references, schemas };
  const paths = findPaths(context, root, top);
  const operations = nameOperations(context, paths, top, references.wanted.size > 0);
  const chosen = chooseOperations(context, operations, choice, top, references.wanted.size > 0);
  checkSamePaths(
    paths.filter((path) => chosen.some(({ of }) => of === path)),
    findings,
  );
  const made = convertDocument(context, root, top, paths, chosen);
  await findings.throwMistakes();
  if (references.wanted.size > 0) return { wanted: [...references.wanted.values()] };
  reportUnused(context, isObject(given) ? given : {}, made, top, home);
  warnAbout(context, made, top, home);
  return { prepared: finish(document, dialect, made, chosen, findings, home) };
}

function nameOperations(
  context: Context,
  paths: ReturnType<typeof findPaths>,
  top: Spot,
  isPartial: boolean,
): readonly NamedOperation[] {
  const found = paths.flatMap((path) => operationsOf(context, path));
  if (found.length === 0 && !isPartial)
    context.findings.mistake(
      { ...top, pointer: '/paths' },
      'the document has no operations, so there is nothing to import',
    );
  const ids = operationIds(found, context.findings);
  return found.map((operation) => ({ ...operation, id: ids.get(operation) ?? '' }));
}

function chooseOperations(
  { findings }: Context,
  operations: readonly NamedOperation[],
  choice: Choice,
  top: Spot,
  isPartial: boolean,
): readonly NamedOperation[] {
  // While paths are still to be read, nobody knows whether a glob matches one of them.
  const { operations: chosen, mistakes } = choose(operations, choice);
  if (operations.length > 0 && !isPartial)
    for (const text of mistakes) findings.mistake({ ...top, pointer: '/paths' }, text);
  const kept = new Set(chosen);
  for (const one of operations) if (!kept.has(one)) findings.change('not-chosen', one.spot, labelOf(one));
  return chosen;
}

function reportUnused({ findings }: Context, given: JsonObject, made: JsonObject, top: Spot, home: string): void {
  const met = new Set(
    findings.changes.filter(({ rule }) => rule === 'schema-name' || rule === 'alias').map(({ pointer }) => pointer),
  );
  const left = at(made, home);
  for (const name of Object.keys(given)) {
    const pointer = below(home, name);
    if (isObject(left) && Object.hasOwn(left, name)) continue;
    if (!met.has(pointer)) findings.change('unused-schema', { ...top, pointer }, name);
  }
}

function warnAbout({ findings, dialect }: Context, made: JsonObject, top: Spot, home: string): void {
  const schemas = at(made, home);
  for (const cycle of isObject(schemas) ? cycles(schemas, home) : []) {
    findings.warn(
      { ...top, pointer: below(home, cycle[0] ?? '') },
      `the schema refers to itself (${cycle.join(' → ')}); API Management does not support recursion, and may show it cut off`,
    );
  }
  if (dialect !== '2.0' && !Object.hasOwn(made, 'servers'))
    findings.warn(
      { ...top, pointer: '/servers' },
      'no https server: API Management takes the address of the backend from its own configuration',
    );
}

function finish(
  document: SourceDocument,
  dialect: Context['dialect'],
  made: JsonObject,
  chosen: readonly NamedOperation[],
  findings: Findings,
  home: string,
): PreparedDocument {
  const { text, changes } = writeShrunk(made, home);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) throw tooLarge(document, bytes, made);
  return {
    text,
    format: dialect === '2.0' ? 'swagger-json' : 'openapi+json',
    bytes,
    hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    operations: chosen.map(({ id, method, path }) => ({
      name: operationName(id),
      method: method.toUpperCase(),
      urlTemplate: path,
    })),
    changes: [...findings.changes, ...changes],
    warnings: findings.warnings,
  };
}

function tooLarge({ name }: SourceDocument, bytes: number, made: JsonObject): OpenApiError {
  const paths = at(made, '/paths');
  const sizes = Object.entries(isObject(paths) ? paths : {}).map(
    ([path, item]) => [path, JSON.stringify(item).length] as const,
  );
  const largest = sizes
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([path, size]) => `${path} (${Math.ceil(size / 1024)} KB)`);
  const advice = `choose operations by \`api.operations\` or \`--operations\`; the largest paths are ${largest.join(', ')}`;
  return new OpenApiError([
    { source: name, text: `has ${megabytes(bytes)} when prepared, and API Management takes 4 MB: ${advice}` },
  ]);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
