import { readFile } from 'node:fs/promises';
import { builtInDocument } from './built-in-document.ts';
import { OpenApiError, parseDocument, type OpenApiDocument } from './document.ts';

/** Where a document comes from: `api.spec` of the environment file. */
export type DocumentSource =
  | { readonly kind: 'built-in' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'url'; readonly url: string };

/**
 * Loads a document. `fetchText` gets a URL's text (the caller knows its proxy). Throws `OpenApiError` that names the
 * source.
 */
export async function loadDocument(
  source: DocumentSource,
  fetchText: (url: string) => Promise<string>,
): Promise<OpenApiDocument> {
  switch (source.kind) {
    case 'built-in':
      return builtInDocument();
    case 'file':
      return await parseDocument(await readText(source.file), source.file);
    case 'url':
      return await parseDocument(await fetchText(source.url), source.url);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new OpenApiError(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
