import { createHash } from 'node:crypto';
import { isObject, OpenApiError, type JsonObject, type JsonValue, type OpenApiDocument } from './document.ts';
import { stringifyLossless } from './lossless-json.ts';
import { operationNames } from './operation-names.ts';

/** API Management takes 4 MB inline (Microsoft Learn, "API import restrictions"). */
const MAX_BYTES = 4 * 1024 * 1024;
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

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
  /** What was changed, in words. */
  readonly changes: readonly string[];
}

/**
 * Makes a document that API Management's importer takes as it is meant: every path parameter declared, every operation
 * with an id of its own, references inside the document only. Throws `OpenApiError` for what cannot be repaired here.
 */
export function prepare({ version, root }: OpenApiDocument): PreparedDocument {
  refuseExternalReferences(root, '');
  const changes: string[] = [];
  const found = listOperations(root);
  if (found.length === 0) throw new OpenApiError('the document has no operations');
  const paths = mendPaths(root, version, found, changes);
  const document: JsonObject = { ...root, paths };
  const text = stringifyLossless(document);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) {
    throw new OpenApiError(
      `the document is ${(bytes / 1024 / 1024).toFixed(1)} MB minified; API Management takes 4 MB: leave out operations or schemas`,
    );
  }
  const ids = found.map(({ path, method }) => operationIdAt(paths, path, method));
  const names = operationNames(ids);
  return {
    text,
    format: version === '2.0' ? 'swagger-json' : 'openapi+json',
    bytes,
    hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    operations: found.map(({ path, method }, index) => ({
      name: names[index] ?? '',
      method: method.toUpperCase(),
      urlTemplate: path,
    })),
    changes,
  };
}

interface FoundOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

function listOperations(root: JsonObject): readonly FoundOperation[] {
  const paths = isObject(root['paths']) ? root['paths'] : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item)
      ? METHODS.flatMap((method) => {
          const operation = item[method];
          return isObject(operation) ? [{ path, method, operation }] : [];
        })
      : [],
  );
}

function mendPaths(root: JsonObject, version: string, found: readonly FoundOperation[], changes: string[]): JsonObject {
  const paths = { ...(root['paths'] as JsonObject) };
  const ids = new Set<string>();
  for (const { path, method, operation } of found) {
    const item = paths[path] as JsonObject;
    const where = `${method.toUpperCase()} ${path}`;
    const operationId = ownId(operation, method, path, ids, where, changes);
    const parameters = [...listOf(operation['parameters'])];
    for (const name of undeclaredParameters(path, [...parameters, ...listOf(item['parameters'])], root)) {
      changes.push(`${where}: path parameter '${name}' was not declared; added as a string`);
      parameters.push(stringPathParameter(name, version));
    }
    paths[path] = {
      ...item,
      [method]: { ...operation, operationId, ...(parameters.length === 0 ? {} : { parameters }) },
    };
  }
  return paths;
}

function ownId(
  operation: JsonObject,
  method: string,
  path: string,
  ids: Set<string>,
  where: string,
  changes: string[],
): string {
  const given = typeof operation['operationId'] === 'string' ? operation['operationId'] : undefined;
  let id = given ?? `${method}${path.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/-$/g, '')}`;
  if (given === undefined) changes.push(`${where}: had no operationId; named '${id}'`);
  if (ids.has(id.toLowerCase())) {
    const base = id;
    for (let number = 2; ids.has(id.toLowerCase()); number += 1) id = `${base}-${number}`;
    changes.push(`${where}: operationId '${base}' is taken; renamed '${id}'`);
  }
  ids.add(id.toLowerCase());
  return id;
}

function undeclaredParameters(path: string, declared: readonly JsonValue[], root: JsonObject): readonly string[] {
  const names = new Set(
    declared
      .map((parameter) => resolve(parameter, root))
      .filter(isObject)
      .filter((parameter) => parameter['in'] === 'path')
      .map((parameter) => parameter['name']),
  );
  return [...path.matchAll(/\{(?<name>[^}]+)\}/g)]
    .map((match) => match.groups?.['name'] ?? '')
    .filter((name) => !names.has(name));
}

/** Follows a `$ref` inside the document; anything else is itself. */
function resolve(value: JsonValue, root: JsonObject): JsonValue {
  const reference = isObject(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string') return value;
  const steps = reference
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<JsonValue>((at, step) => (isObject(at) ? (at[step] ?? null) : null), root);
}

function stringPathParameter(name: string, version: string): JsonObject {
  const parameter = { name, in: 'path', required: true };
  return version === '2.0' ? { ...parameter, type: 'string' } : { ...parameter, schema: { type: 'string' } };
}

function operationIdAt(paths: JsonObject, path: string, method: string): string {
  const item = paths[path];
  const operation = isObject(item) ? item[method] : undefined;
  return isObject(operation) && typeof operation['operationId'] === 'string' ? operation['operationId'] : '';
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function refuseExternalReferences(value: JsonValue, at: string): void {
  if (Array.isArray(value)) {
    value.forEach((member, index) => {
      refuseExternalReferences(member, `${at}/${index}`);
    });
  } else if (isObject(value)) {
    const reference = value['$ref'];
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      throw new OpenApiError(
        `${at}: the reference '${reference}' leaves the document, which API Management refuses; not supported yet: bundling`,
      );
    }
    for (const [key, member] of Object.entries(value)) refuseExternalReferences(member, `${at}/${key}`);
  }
}
