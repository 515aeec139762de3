import { parse as parseYaml } from 'yaml';
import type { Json, JsonObject } from '../../kernel/store.ts';
import { isObject, isTrueAt, listAt, objectAt, objectsAt, textAt, valueAt } from '../common/json.ts';
import { checkShape } from './openapi-rules.ts';

/** An operation as the importer makes it. */
export interface ImportedOperation {
  readonly name: string;
  readonly properties: JsonObject & { readonly method: string; readonly urlTemplate: string };
}

export interface ImportedDocument {
  readonly title: string;
  readonly description: string;
  /** First HTTPS server; undefined where there is none. */
  readonly serviceUrl: string | undefined;
  readonly operations: readonly ImportedOperation[];
  readonly schemas: JsonObject;
}

/** Inline documents up to this many bytes (facts/apim.md section 1.2). */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Formats that carry the document itself. */
export const INLINE_FORMATS = ['openapi', 'openapi+json', 'swagger-json'];

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Why the importer refuses a document, in its own words as far as they are known. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

/**
 * Reads a document as API Management's importer does (facts/apim.md section 1.2). Throws ImportRefused.
 * `requiredQuery`: whether required query parameters become part of the URL template, which is the default.
 */
export function readDocument(format: string, text: string, requiredQuery: 'template' | 'query'): ImportedDocument {
  const root = parseDocument(format, text);
  requireVersion(format, root);
  checkShape(root, (finding) => {
    throw new ImportRefused(`Parsing error(s): ${finding}`);
  });
  const moved: Record<string, Json> = {};
  const operations = nameOperations(collectOperations(root, requiredQuery, moved));
  const schemas = format === 'swagger-json' ? objectAt(root, 'definitions') : objectAt(root, 'components.schemas');
  return {
    title: textAt(root, 'info.title') ?? '',
    description: textAt(root, 'info.description') ?? '',
    serviceUrl: serverOf(root),
    operations,
    schemas: { ...schemas, ...moved },
  };
}

function parseDocument(format: string, text: string): JsonObject {
  let root: Json;
  try {
    root = format === 'openapi' ? (parseYaml(text) as Json) : (JSON.parse(text) as Json);
  } catch (error) {
    throw new ImportRefused(`Parsing error(s): ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(root)) throw new ImportRefused('Parsing error(s): The input is not an OpenAPI document.');
  return root;
}

function requireVersion(format: string, root: JsonObject): void {
  const version = textAt(root, format === 'swagger-json' ? 'swagger' : 'openapi') ?? '';
  const known = format === 'swagger-json' ? version === '2.0' : /^3\.(?:0\.[0-3]|1\.\d+)$/.test(version);
  if (!known) throw new ImportRefused(`Parsing error(s): OpenAPI specification version '${version}' is not supported.`);
  if (textAt(root, 'info.title') === undefined)
    throw new ImportRefused("Parsing error(s): The field 'title' in 'info' object is REQUIRED.");
  if (!isObject(valueAt(root, 'paths')))
    throw new ImportRefused("Parsing error(s): The field 'paths' in 'document' object is REQUIRED.");
}

function serverOf(root: JsonObject): string | undefined {
  const urls = objectsAt(root, 'servers').flatMap((server) => textAt(server, 'url') ?? []);
  return urls.find((url) => url.startsWith('https://'))?.replace(/\/$/, '');
}

interface FoundOperation {
  readonly id: string;
  readonly properties: ImportedOperation['properties'];
}

function collectOperations(
  root: JsonObject,
  requiredQuery: 'template' | 'query',
  moved: Record<string, Json>,
): readonly FoundOperation[] {
  // The one extension beside `x-servers` that API Management reads (facts/apim.md section 1.2): paths with a query.
  const paths = [...Object.entries(objectAt(root, 'paths')), ...Object.entries(objectAt(root, 'x-ms-paths'))];
  return paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      const parameters = parametersOf(root, item, operation);
      requirePathParameters(path, method, parameters);
      return [
        {
          id: textAt(operation, 'operationId') ?? `${method} ${path}`,
          properties: operationProperties(root, path, method, operation, parameters, requiredQuery, moved),
        },
      ];
    }),
  );
}

function parametersOf(root: JsonObject, item: Json | undefined, operation: JsonObject): readonly JsonObject[] {
  const all = [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')].map((parameter) =>
    resolve(root, parameter),
  );
  const byKey = new Map(
    all.map((parameter) => [`${textAt(parameter, 'in') ?? ''}:${textAt(parameter, 'name') ?? ''}`, parameter]),
  );
  return [...byKey.values()];
}

function resolve(root: JsonObject, value: Json): JsonObject {
  const reference = textAt(value, '$ref');
  if (reference === undefined) return isObject(value) ? value : {};
  let target: Json | undefined = root;
  for (const segment of reference.slice(2).split('/')) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    target = isObject(target) ? target[key] : undefined;
  }
  if (!isObject(target)) throw new ImportRefused(`Parsing error(s): The reference '${reference}' cannot be resolved.`);
  return target;
}

function requirePathParameters(path: string, method: string, parameters: readonly JsonObject[]): void {
  const namesIn = (place: string): ReadonlySet<string | undefined> =>
    new Set(parameters.filter((one) => textAt(one, 'in') === place).map((one) => textAt(one, 'name')));
  const [inPath, inQuery] = [namesIn('path'), namesIn('query')];
  for (const [, name] of path.matchAll(/\{([^}]+)\}/g)) {
    if (!inPath.has(name) && !(path.includes('?') && inQuery.has(name)))
      throw new ImportRefused(
        `Parsing error(s): The path parameter '${name ?? ''}' of ${method.toUpperCase()} ${path} is not declared in the operation's parameters.`,
      );
  }
  const template = path.split('?')[0] ?? '';
  const lower = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name.toLowerCase());
  const stray = [...inPath].find((name) => !template.includes(`{${name ?? ''}}`));
  if (stray !== undefined)
    throw new ImportRefused(`Parsing error(s): The path parameter '${stray}' is not in the path '${path}'.`);
  for (const name of [...inQuery].map((one) => (one ?? '').toLowerCase())) {
    if (lower.includes(name) || [...inQuery].filter((one) => one?.toLowerCase() === name).length > 1)
      throw new ImportRefused(
        `Parsing error(s): The parameter name '${name}' of ${method.toUpperCase()} ${path} is not unique in the path and the query.`,
      );
  }
}

function operationProperties(
  root: JsonObject,
  path: string,
  method: string,
  operation: JsonObject,
  parameters: readonly JsonObject[],
  requiredQuery: 'template' | 'query',
  moved: Record<string, Json>,
): ImportedOperation['properties'] {
  const inTemplate = (one: JsonObject): boolean =>
    textAt(one, 'in') === 'query' && isTrueAt(one, 'required') && requiredQuery === 'template';
  const query = parameters
    .filter(inTemplate)
    .map((one) => `${textAt(one, 'name') ?? ''}={${textAt(one, 'name') ?? ''}}`);
  const describe = (one: JsonObject): JsonObject => ({
    name: textAt(one, 'name') ?? '',
    description: textAt(one, 'description') ?? '',
    type: textAt(one, 'schema.type') ?? textAt(one, 'type') ?? 'string',
    required: isTrueAt(one, 'required'),
    values: [...listAt(one, 'schema.enum'), ...listAt(one, 'enum')].map(String),
  });
  const ofKind = (kind: string): readonly JsonObject[] => parameters.filter((one) => textAt(one, 'in') === kind);
  const hasBody = !['get', 'head', 'options'].includes(method);
  const base = [...path.split(/[^A-Za-z0-9]+/), method].map(capital).join('');
  return {
    displayName: textAt(operation, 'summary') ?? textAt(operation, 'operationId') ?? `${method} ${path}`,
    method: method.toUpperCase(),
    urlTemplate: query.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`,
    description: textAt(operation, 'description') ?? '',
    templateParameters: [...ofKind('path'), ...ofKind('query').filter(inTemplate)].map(describe),
    request: {
      queryParameters: ofKind('query')
        .filter((one) => !inTemplate(one))
        .map(describe),
      headers: ofKind('header').map(describe),
      representations: hasBody ? representations(body(root, operation, 'requestBody'), `${base}Request`, moved) : [],
    },
    responses: Object.entries(objectAt(operation, 'responses')).map(([code, response]) => ({
      statusCode: /^\d+$/.test(code) ? Number(code) : 200,
      description: textAt(response, 'description') ?? '',
      representations: representations(resolve(root, response), `${base}${code}Response`, moved),
      headers: [],
    })),
  };
}

function body(root: JsonObject, operation: JsonObject, member: string): JsonObject {
  const value = operation[member];
  return value === undefined ? {} : resolve(root, value);
}

/**
 * Media types with the schema that each has. One that is written in place moves to the API's own (facts/apim.md section
 * 1.2); how API Management names it is an assumption.
 */
function representations(
  holder: JsonObject,
  name: string,
  moved: Record<string, Json>,
): readonly (JsonObject & { readonly contentType: string })[] {
  return Object.entries(objectAt(holder, 'content')).map(([contentType, media]) => {
    const reference = textAt(media, 'schema.$ref');
    if (reference !== undefined) return { contentType, typeName: reference.split('/').at(-1) ?? '' };
    const schema = objectAt(media, 'schema');
    if (Object.keys(schema).length === 0) return { contentType };
    const typeName = `${name}${contentType
      .split(/[^A-Za-z0-9]+/)
      .map(capital)
      .join('')}`;
    moved[typeName] = schema;
    return { contentType, typeName };
  });
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Representations name the schema that holds their type, too. */
export function withSchemaId(properties: JsonObject, schemaId: string): JsonObject {
  const complete = (holder: JsonObject): JsonObject => ({
    ...holder,
    representations: objectsAt(holder, 'representations').map((one) =>
      textAt(one, 'typeName') === undefined ? one : { ...one, schemaId },
    ),
  });
  return {
    ...properties,
    request: complete(objectAt(properties, 'request')),
    responses: objectsAt(properties, 'responses').map(complete),
  };
}

/** Resource names: the operation id in lower case, other characters as single dashes, 76 characters, numbered when taken. */
function nameOperations(found: readonly FoundOperation[]): readonly ImportedOperation[] {
  const taken = new Set<string>();
  return found.map(({ id, properties }) => {
    const base = id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 76);
    let name = base;
    for (let number = 1; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return { name, properties };
  });
}
