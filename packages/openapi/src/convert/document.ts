import type { NamedOperation } from '../choose.ts';
import type { Spot } from '../findings.ts';
import { isNumber, isObject, own, put, textOf, type JsonObject, type JsonValue } from '../json.ts';
import { digitsOf } from '../numbers.ts';
import type { FoundPath } from '../operations.ts';
import {
  child,
  convertMembers,
  data,
  dropped,
  listOfAll,
  objectOf,
  text,
  type Context,
  type Field,
  type Fields,
} from './context.ts';
import { usedSchemas } from '../schema-use.ts';
import { convertPath, hasOperations } from './paths.ts';
import { schema } from './schema.ts';
import { convertHost, convertServers } from './servers.ts';

/** Where a document keeps its schemas: a JSON pointer. */
export function homeOfSchemas(dialect: Context['dialect']): string {
  return dialect === '2.0' ? '/definitions' : '/components/schemas';
}

/** The whole document with the operations that are chosen, and the schemas that they need. */
export function convertDocument(
  context: Context,
  root: JsonObject,
  spot: Spot,
  paths: readonly FoundPath[],
  chosen: readonly NamedOperation[],
): JsonObject {
  const container =
    (name: FoundPath['container']): Field =>
    () =>
      convertPaths(context, name, paths, chosen);
  const fields: Fields = {
    ...(context.dialect === '2.0' ? DOCUMENT_2 : DOCUMENT_3),
    paths: container('paths'),
    'x-ms-paths': container('x-ms-paths'),
    tags: (_context, value, at) => tags(context, value, at, chosen),
  };
  const made = convertMembers(context, root, spot, fields);
  if (!Object.hasOwn(made, 'x-ms-paths') && paths.some((path) => path.container === 'x-ms-paths'))
    put(made, 'x-ms-paths', convertPaths(context, 'x-ms-paths', paths, chosen));
  if (isObject(own(made, 'x-ms-paths')) && Object.keys(own(made, 'x-ms-paths') ?? {}).length === 0)
    Reflect.deleteProperty(made, 'x-ms-paths');
  requireInfo(context, made, spot);
  if (context.dialect === '2.0') convertHost(context, made, spot);
  const all = convertSchemas(context, root);
  // A keyword that is given up (prefixItems, say) may have been the only one that led to a schema.
  const used = usedSchemas(made, all, homeOfSchemas(context.dialect));
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  const [first = '', ...rest] = homeOfSchemas(context.dialect).slice(1).split('/');
  if (Object.keys(schemas).length === 0) Reflect.deleteProperty(made, first);
  else put(made, first, rest.length === 0 ? schemas : { [rest[0] ?? '']: schemas });
  return made;
}

function convertPaths(
  context: Context,
  container: FoundPath['container'],
  paths: readonly FoundPath[],
  chosen: readonly NamedOperation[],
): JsonObject {
  const made: JsonObject = {};
  for (const found of paths) {
    if (found.container !== container) continue;
    const operations = chosen.filter(({ of }) => of === found);
    const item = operations.length === 0 ? undefined : convertPath(context, found, operations);
    if (item !== undefined && hasOperations(item)) put(made, found.path, item);
  }
  return made;
}

/** Every schema that is referred to, those of the document in its order, then those that came from elsewhere. */
function convertSchemas(context: Context, root: JsonObject): JsonObject {
  const { met } = context.schemas;
  const made = new Map<string, JsonValue>();
  // What a schema refers to comes to the end of this list while it is gone through.
  for (const { name, value, spot } of met) {
    const result = schema(context, value, spot);
    if (result !== undefined) made.set(name, result);
  }
  const [first = '', second] = homeOfSchemas(context.dialect).slice(1).split('/');
  const section = own(root, first);
  const given = second === undefined || !isObject(section) ? section : own(section, second);
  const order = isObject(given) ? Object.keys(given) : [];
  const result: JsonObject = {};
  for (const name of [...order, ...made.keys()]) {
    const value = made.get(name);
    if (value !== undefined && !Object.hasOwn(result, name)) put(result, name, value);
  }
  return result;
}

const version: Field = ({ findings }, value, spot) => {
  const written = isNumber(value) ? digitsOf(value) : (textOf(value) ?? '');
  const accepted = /^(?:2\.0|3\.0\.[0-3])$/.test(written) ? written : written.startsWith('2') ? '2.0' : '3.0.3';
  if (accepted !== value) findings.change('version', spot, `${written} → ${accepted}`);
  return accepted;
};

const contact = objectOf({ name: text, url: text, email: text });
const license = objectOf({ name: text, url: text, identifier: dropped('info-31') });
const info = objectOf({
  title: text,
  summary: dropped('info-31'),
  description: text,
  version: text,
  termsOfService: text,
  contact,
  license,
});

/** The tags that a chosen operation has. */
function tags(
  context: Context,
  value: JsonValue,
  spot: Spot,
  chosen: readonly NamedOperation[],
): JsonValue | undefined {
  const used = new Set(chosen.flatMap(({ operation }) => own(operation, 'tags') ?? []));
  const made = listOfAll(tag)(context, value, spot);
  const isUsed = (one: JsonValue): boolean => isObject(one) && used.has(own(one, 'name') ?? null);
  const left = Array.isArray(made) ? made.filter(isUsed) : [];
  if (Array.isArray(made))
    for (const one of made) if (!isUsed(one)) context.findings.change('unused-tag', spot, nameOf(one));
  return left.length === 0 ? undefined : left;
}

function nameOf(one: JsonValue): string {
  return isObject(one) ? (textOf(own(one, 'name')) ?? '') : '';
}

const tag = objectOf({ name: text, description: text, externalDocs: dropped('external-docs') });

const COMMON: Fields = {
  info,
  security: dropped('security'),
  externalDocs: dropped('external-docs'),
  'x-servers': data,
};

const DOCUMENT_3: Fields = {
  openapi: version,
  ...COMMON,
  jsonSchemaDialect: dropped('dialect'),
  servers: convertServers,
  webhooks: dropped('callbacks'),
  components: (context, value, spot) => components(context, value, spot),
};

const DOCUMENT_2: Fields = {
  swagger: version,
  ...COMMON,
  host: text,
  basePath: text,
  schemes: listOfAll(text),
  consumes: listOfAll(text),
  produces: listOfAll(text),
  definitions: () => ({}),
  ...Object.fromEntries(['parameters', 'responses'].map((name) => [name, dropped('components')])),
  securityDefinitions: dropped('security'),
};

/** Keeps the place of the schemas among the members of the document; they are converted last. */
function components(context: Context, value: JsonValue, spot: Spot): JsonValue | undefined {
  for (const key of isObject(value) ? Object.keys(value) : []) {
    if (key !== 'schemas')
      context.findings.change(key === 'securitySchemes' ? 'security' : 'components', child(spot, key), key);
  }
  return {};
}

function requireInfo({ findings }: Context, made: JsonObject, spot: Spot): void {
  const given = own(made, 'info');
  for (const key of ['title', 'version']) {
    const value = isObject(given) ? own(given, key) : undefined;
    if (typeof value === 'string' && value.trim() !== '') continue;
    findings.mistake(
      child(spot, 'info'),
      `\`info.${key}\` is missing, and API Management refuses a document without it; write one`,
    );
  }
}
