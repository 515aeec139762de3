import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { builtInDocument } from './built-in-document.ts';
import type { Choice } from './choose.ts';
import { parseText, type SourceDocument } from './document.ts';
import { Findings } from './findings.ts';
import { OpenApiError } from './mistakes.ts';
import { attempt, type PreparedDocument } from './prepare.ts';
import type { Wanted } from './references.ts';
import { readSource, type Fetch } from './read-source.ts';

/** Where a document comes from: `api.spec` of the environment file. */
export type DocumentSource =
  | { readonly kind: 'built-in' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'url'; readonly url: string };

/** What preparing needs besides the document. */
export interface PrepareOptions {
  readonly fetch: Fetch;
  /** Which operations; empty for all. */
  readonly operations?: Choice;
}

/** More documents than any API is made of: references that never end. */
const MAX_DOCUMENTS = 1000;

/**
 * Reads a document and everything that it refers to, and makes of it what API Management's importer takes. Throws
 * `OpenApiError` with every mistake, each with its place.
 */
export async function prepare(
  source: DocumentSource,
  { fetch, operations = [] }: PrepareOptions,
): Promise<PreparedDocument> {
  const root = await load(source, fetch);
  return await prepareLoaded(root, fetch, operations);
}

/** The same for a text that is already read. */
export async function prepareText(
  text: string,
  name: string,
  { fetch, operations = [] }: PrepareOptions,
): Promise<PreparedDocument> {
  return await prepareLoaded(await parseText(text, `memory:/${encodeURIComponent(name)}`, name), fetch, operations);
}

async function load(source: DocumentSource, fetch: Fetch): Promise<SourceDocument> {
  if (source.kind === 'built-in') return builtInDocument();
  const name = source.kind === 'file' ? source.file : source.url;
  if (source.kind === 'url' && !URL.canParse(source.url))
    throw new OpenApiError([{ source: name, text: 'is no address; write an https URL, or the path of a file' }]);
  const url = source.kind === 'file' ? pathToFileURL(source.file) : new URL(source.url);
  const { url: canonical, text } = await readSource(url, name, fetch);
  return await parseText(text, canonical, name);
}

/** Tries, reads what is missing, and tries again: only what the chosen operations refer to is ever read. */
async function prepareLoaded(root: SourceDocument, fetch: Fetch, choice: Choice): Promise<PreparedDocument> {
  const documents = new Map([[root.url, root]]);
  for (;;) {
    const result = await attempt(root, documents, choice);
    if ('prepared' in result) return result.prepared;
    if (documents.size > MAX_DOCUMENTS)
      throw new OpenApiError([{ source: root.name, text: `refers to more than ${MAX_DOCUMENTS} documents` }]);
    await readWanted(result.wanted, root, documents, fetch);
  }
}

async function readWanted(
  wanted: readonly Wanted[],
  root: SourceDocument,
  documents: Map<string, SourceDocument>,
  fetch: Fetch,
): Promise<void> {
  const mistakes = new Findings(root);
  const broken: OpenApiError[] = [];
  for (const { url, spot, reference } of wanted) {
    const name = nameOf(url, root);
    try {
      const { url: canonical, text } = await readSource(new URL(url), name, fetch);
      // The same document by another name (a link, a redirect) is the same document.
      const document = documents.get(canonical) ?? (await parseText(text, canonical, name));
      documents.set(canonical, document);
      documents.set(url, document);
    } catch (error) {
      if (!(error instanceof OpenApiError)) throw error;
      if (error.mistakes.some(({ place }) => place !== undefined)) broken.push(error);
      else
        for (const { text } of error.mistakes)
          mistakes.mistake(spot, `the reference '${reference}' leads to ${name}, which ${text}`);
    }
  }
  const placed = await mistakes.throwMistakes().catch((error: unknown) => error);
  if (placed instanceof OpenApiError) broken.unshift(placed);
  if (broken.length > 0) throw new OpenApiError(broken.flatMap((error) => error.mistakes));
}

/** As the user would call it: from the folder that the command runs in. */
function nameOf(url: string, root: SourceDocument): string {
  if (!url.startsWith('file:') || !root.url.startsWith('file:')) return url;
  const path = fileURLToPath(url);
  return root.name.startsWith('/') ? path : relative(process.cwd(), path);
}
