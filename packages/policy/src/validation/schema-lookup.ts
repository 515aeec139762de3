import type { SchemaDocuments } from '../operation-description.ts';

/** A JSON schema. */
export type Schema = boolean | Readonly<Record<string, unknown>>;

/** A schema with the document that its references point into. */
export interface LocatedSchema {
  readonly schema: Schema;
  readonly document: unknown;
}

/** Whether a value is an object with members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A definition by name: OpenAPI 3, OpenAPI 2 and plain documents keep them in different places. */
export function definitionOf(document: unknown, name: string): LocatedSchema | undefined {
  const short = name.replace(/^#?\/?(?:components\/schemas|definitions)\//, '');
  const places = ['components/schemas', 'definitions', 'schemas', ''].map((place) => at(document, place));
  for (const place of places) if (isRecord(place) && isSchema(place[short])) return { schema: place[short], document };
  return undefined;
}

/** What a local reference (`#/components/schemas/address`) points at. */
export function referenced(document: unknown, reference: string): LocatedSchema | undefined {
  const schema = reference.startsWith('#') ? at(document, reference.replace(/^#\/?/, '')) : undefined;
  return isSchema(schema) ? { schema, document } : undefined;
}

/** The schema of a document that is one itself. */
export function wholeSchema(schemas: SchemaDocuments, id: string): LocatedSchema | undefined {
  const document = schemas[id];
  return isSchema(document) ? { schema: document, document } : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'boolean' || isRecord(value);
}

function at(document: unknown, path: string): unknown {
  let found = document;
  for (const part of path === '' ? [] : path.split('/'))
    found = isRecord(found) ? found[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  return found;
}
