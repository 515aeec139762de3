import { LosslessNumber, parseJsonLossless } from './lossless-json.ts';

/** Anything that JSON can say, digits kept. */
export type JsonValue = null | boolean | number | string | LosslessNumber | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object with unknown members. */
export type JsonObject = Record<string, JsonValue>;

/** An OpenAPI document as parsed, and the version it declares: `2.0`, `3.0.1`, `3.1.0`. */
export interface OpenApiDocument {
  readonly version: string;
  readonly root: JsonObject;
}

/** A document that cannot be imported; the text says what is wrong and what to do. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
}

/**
 * Parses an OpenAPI document from JSON or YAML text. Numbers keep their digits: limits beyond 2^53 would otherwise be
 * rewritten, and refused by the importer. Throws `OpenApiError`.
 */
export async function parseDocument(text: string, source: string): Promise<OpenApiDocument> {
  const root = text.trimStart().startsWith('{') ? parseJson(text, source) : await parseYaml(text, source);
  if (!isObject(root)) throw new OpenApiError(`${source}: the document is not a mapping`);
  const version = root['openapi'] ?? root['swagger'];
  if (typeof version !== 'string') {
    throw new OpenApiError(`${source}: neither 'openapi' nor 'swagger' says which version of OpenAPI this is`);
  }
  if (!/^(?:2\.0|3\.[01]\.\d+)$/.test(version)) {
    throw new OpenApiError(`${source}: OpenAPI ${version} is not supported; 2.0, 3.0 and 3.1 are`);
  }
  return { version, root };
}

/** Whether `value` is a JSON object: neither null, nor a list, nor a number that is kept as digits. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

function parseJson(text: string, source: string): JsonValue {
  try {
    return parseJsonLossless(text);
  } catch (error) {
    throw new OpenApiError(`${source}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function parseYaml(text: string, source: string): Promise<JsonValue> {
  const { parseDocument: parse } = await import('yaml');
  const document = parse(text, { intAsBigInt: true, schema: 'core' });
  const [mistake] = document.errors;
  if (mistake !== undefined) throw new OpenApiError(`${source}: ${mistake.message}`);
  return withLosslessIntegers(document.toJS({ maxAliasCount: 100 }));
}

function withLosslessIntegers(value: unknown): JsonValue {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : new LosslessNumber(value.toString());
  }
  if (Array.isArray(value)) return value.map(withLosslessIntegers);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withLosslessIntegers(member)]));
  }
  return value as JsonValue;
}
