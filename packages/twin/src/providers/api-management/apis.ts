import { AzureError } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, sameId } from '../common/ids.ts';
import { objectsAt, textAt, textsAt, valueAt, without } from '../common/json.ts';
import { lateRule, rule } from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { apiRootOf, defineChild, lockApi, revisionsOf, serviceOf, validationError } from './child.ts';
import { overLimit } from './entity-limits.ts';
import { ImportRefused, INLINE_FORMATS, MAX_DOCUMENT_BYTES, readDocument, withSchemaId } from './openapi-import.ts';
import type { ImportedDocument, ImportedOperation } from './openapi-import.ts';
import { copyRevision, revisionId } from './revisions.ts';
import { SERVICE } from './service-rules.ts';

const IMPORT_SOURCE = 'facts/apim.md section 1.2';
const REVISION_SOURCE = 'facts/apim.md section 1.3';
const API = `${SERVICE}/apis`;
const OPERATION = `${API}/operations`;
const SCHEMA = `${API}/schemas`;
const WRITE_ONLY = ['format', 'value', 'wsdlSelector', 'translateRequiredQueryParameters', 'sourceApiId'];

function revisionOf(name: string): string | undefined {
  return /;rev=(.+)$/i.exec(name)?.[1];
}

/** The resource that `sourceApiId` names, whichever of its two addresses is used; also `/apis/x` for short. */
function sourceOf(request: Pick<WriteRequest, 'id' | 'properties'>, world: World): Resource | undefined {
  const written = textAt(request.properties, 'sourceApiId');
  if (written === undefined) return undefined;
  const id = written.startsWith('/subscriptions/') ? written : `${serviceOf(request.id)}${written}`;
  return world.store.get(revisionId(world, id));
}

function read(properties: JsonObject): ImportedDocument | ImportRefused | undefined {
  const format = textAt(properties, 'format');
  const value = textAt(properties, 'value');
  if (format === undefined || value === undefined) return undefined;
  try {
    return readDocument(
      format,
      value,
      textAt(properties, 'translateRequiredQueryParameters') === 'query' ? 'query' : 'template',
    );
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
}

function child(api: Resource, type: string, name: string, properties: JsonObject, world: World): Resource {
  const id = `${api.id}/${nameOf(type)}/${name}`;
  const before = world.store.get(id);
  return {
    id,
    type,
    name,
    apiVersion: api.apiVersion,
    properties,
    secrets: {},
    etag: world.guid(`etag:${id.toLowerCase()}:${world.store.version}`),
    createdAt: before?.createdAt ?? world.clock.now,
    changedAt: world.clock.now,
  };
}

function operationsOf(world: World, apiId: string): readonly Resource[] {
  return world.store.below(apiId).filter(({ type }) => type.toLowerCase() === OPERATION.toLowerCase());
}

/** Operations that are not in the document go; their policies are kept where method and template are the same. */
function replaceOperations(api: Resource, operations: readonly ImportedOperation[], world: World): void {
  const names = new Set(operations.map(({ name }) => name));
  for (const old of operationsOf(world, api.id).filter(({ name }) => !names.has(name.toLowerCase()))) {
    const successor = operations.find(
      ({ properties }) =>
        properties.method === textAt(old.properties, 'method') &&
        properties.urlTemplate === textAt(old.properties, 'urlTemplate'),
    );
    const policies = world.store.below(old.id);
    world.store.delete(old.id);
    if (successor === undefined) continue;
    for (const policy of policies)
      world.store.put({ ...policy, id: `${api.id}/operations/${successor.name}${policy.id.slice(old.id.length)}` });
  }
  const schemaId = schemaIdOf(api, world);
  for (const { name, properties } of operations)
    world.store.put(child(api, OPERATION, name, withSchemaId(properties, schemaId), world));
}

/** The schema that holds all that an import brings along. */
function schemaIdOf(api: Resource, world: World): string {
  return world.guid(`schema:${api.id.toLowerCase()}`).replaceAll('-', '').slice(0, 24);
}

function replaceSchemas(api: Resource, schemas: JsonObject, world: World): void {
  for (const old of world.store.below(api.id).filter(({ type }) => type.toLowerCase() === SCHEMA.toLowerCase()))
    world.store.delete(old.id);
  if (Object.keys(schemas).length === 0) return;
  world.store.put(
    child(
      api,
      SCHEMA,
      schemaIdOf(api, world),
      { contentType: 'application/vnd.oai.openapi.components+json', document: { components: { schemas } } },
      world,
    ),
  );
}

/** Does once what a write asked for beside its members (a copy of a revision, an import), and forgets the request. */
function carryOut(api: Resource, world: World): void {
  const { format, value, translateRequiredQueryParameters, sourceApiId, ...secrets } = api.secrets;
  const properties = withoutAbsent({ format, value, translateRequiredQueryParameters, sourceApiId });
  if (Object.keys(properties).length === 0) return;
  world.store.put({ ...api, secrets });
  const source = sourceOf({ id: api.id, properties }, world);
  const isNew = operationsOf(world, api.id).length === 0;
  if (source !== undefined && isNew) copyRevision(world, source.id, api.id);
  const document = read(properties);
  if (document !== undefined && !(document instanceof ImportRefused)) {
    replaceOperations(api, document.operations, world);
    replaceSchemas(api, document.schemas, world);
  }
  lockApi(world, apiRootOf(api.id) ?? api.id);
}

function withoutAbsent(values: Readonly<Record<string, string | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function samePath({ id, properties }: WriteRequest, world: World): Refusal | undefined {
  const root = apiRootOf(id) ?? id;
  const key = (values: JsonObject) =>
    [textAt(values, 'path') ?? '', textAt(values, 'apiVersion') ?? ''].join('|').toLowerCase();
  const other = world.store
    .below(serviceOf(id))
    .find(
      (api) =>
        api.type.toLowerCase() === API.toLowerCase() &&
        !sameId(apiRootOf(api.id), root) &&
        key(api.properties) === key(properties),
    );
  if (other === undefined) return undefined;
  return validationError(
    'path',
    `Cannot create API '${nameOf(root)}' with the same Path '${textAt(properties, 'path') ?? ''}' as API '${other.name}'.`,
  );
}

export const apis = defineChild({
  below: 'apis',
  isAsync: true,
  patchesAtOnce: true,
  name: /^[^*#&+:<>?]{1,80}$/,
  secrets: ['format', 'value', 'translateRequiredQueryParameters', 'sourceApiId'],
  rules: [
    rule('apim-api-path', 'facts/apim.md section 1.2', ({ properties, existing }) => {
      const path = textAt(properties, 'path');
      if (path === undefined) return existing === undefined ? validationError('path', 'Path is required.') : undefined;
      return path.length <= 400 && !/^\/|[\s?#*&]/.test(path)
        ? undefined
        : validationError('path', `The path '${path}' is invalid.`);
    }),
    rule('apim-api-path-free', 'facts/apim.md section 1.2', samePath),
    rule('apim-api-display-name', 'facts/apim.md section 1.2', ({ properties, existing }, world) => {
      const imported = read(properties);
      const title = imported === undefined || imported instanceof ImportRefused ? undefined : imported.title;
      const given =
        textAt(properties, 'displayName') ??
        title ??
        textAt(existing?.properties, 'displayName') ??
        textAt(sourceOf({ id: '', properties }, world)?.properties, 'displayName');
      const needed = textAt(properties, 'sourceApiId') === undefined && textAt(properties, 'format') === undefined;
      return (given === undefined && needed) || (given !== undefined && (given.length < 1 || given.length > 300))
        ? validationError('displayName', 'DisplayName must have 1 to 300 characters.')
        : undefined;
    }),
    rule('apim-api-protocols', 'facts/apim.md section 1.2', ({ properties }) => {
      const wrong = textsAt(properties, 'protocols').find(
        (protocol) => !['http', 'https', 'ws', 'wss'].includes(protocol),
      );
      return wrong === undefined ? undefined : validationError('protocols', `The protocol '${wrong}' is invalid.`);
    }),
    rule('apim-api-service-url', 'facts/apim.md section 1.2', ({ properties }) => {
      const url = textAt(properties, 'serviceUrl');
      return url === undefined || (url.length <= 2000 && /^(https?|wss?):\/\/[^\s]+$/.test(url))
        ? undefined
        : validationError('serviceUrl', `The service URL '${url}' is invalid.`);
    }),
    rule('apim-api-version-set-exists', REVISION_SOURCE, ({ id, properties }, world) => {
      const set = textAt(properties, 'apiVersionSetId');
      const full = set?.startsWith('/subscriptions/') === false ? `${serviceOf(id)}${set}` : set;
      return full === undefined || world.store.has(full)
        ? undefined
        : validationError('apiVersionSetId', `API version set '${nameOf(full)}' could not be found.`);
    }),
    rule('apim-api-source-exists', REVISION_SOURCE, (request, world) =>
      textAt(request.properties, 'sourceApiId') !== undefined && sourceOf(request, world) === undefined
        ? validationError(
            'sourceApiId',
            `Source API '${textAt(request.properties, 'sourceApiId') ?? ''}' could not be found.`,
          )
        : undefined,
    ),
    rule('apim-api-revision-of-nothing', REVISION_SOURCE, ({ id, name }, world) =>
      revisionOf(name) !== undefined && !world.store.has(apiRootOf(id) ?? '')
        ? validationError(
            'apiRevision',
            `API '${name.replace(/;rev=.*$/i, '')}' does not exist, so it cannot have revision ${revisionOf(name) ?? ''}.`,
          )
        : undefined,
    ),
    rule('apim-import-format', IMPORT_SOURCE, ({ properties }) => {
      const format = textAt(properties, 'format');
      if (format === undefined || INLINE_FORMATS.includes(format)) return undefined;
      return {
        ...validationError(
          'format',
          `The import format '${format}' is not implemented by this local Azure: use openapi, openapi+json or swagger-json.`,
        ),
        status: 501,
        code: 'NotImplemented',
      };
    }),
    rule('apim-import-size', IMPORT_SOURCE, ({ properties }) => {
      const bytes = Buffer.byteLength(textAt(properties, 'value') ?? '');
      return bytes <= MAX_DOCUMENT_BYTES
        ? undefined
        : validationError(
            'value',
            `The document has ${bytes} bytes; an inline import takes at most ${MAX_DOCUMENT_BYTES}.`,
          );
    }),
    lateRule('apim-import-operations', 'facts/apim.md section 1.9, entity limits', ({ id, properties }, world) => {
      const imported = read(properties);
      return imported === undefined || imported instanceof ImportRefused
        ? undefined
        : overLimit(world, id, 'apis/operations', imported.operations.length, (other) =>
            other.toLowerCase().startsWith(`${id.toLowerCase()}/`),
          );
    }),
    lateRule('apim-import-valid', IMPORT_SOURCE, ({ properties }) => {
      const outcome = read(properties);
      return outcome instanceof ImportRefused ? validationError('representation', outcome.message) : undefined;
    }),
  ],
  // A PUT replaces all: what it does not say becomes the default again, the key header too (facts/apim.md section 1.2).
  defaults: ({ name, existing }) => ({
    apiRevision: revisionOf(name) ?? textAt(existing?.properties, 'apiRevision') ?? '1',
    subscriptionRequired: true,
    subscriptionKeyParameterNames: { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' },
    protocols: ['https'],
    type: 'http',
    authenticationSettings: {},
    isOnline: true,
  }),
  keep(request, world) {
    const source = request.existing === undefined ? sourceOf(request, world)?.properties : undefined;
    const inherited =
      source === undefined
        ? {}
        : without(source, ['apiRevision', 'apiRevisionDescription', 'isCurrent', 'provisioningState']);
    const document = read(request.properties);
    const imported = document === undefined || document instanceof ImportRefused ? {} : describedBy(document);
    return { ...inherited, ...imported, ...without(request.properties, [...WRITE_ONLY, 'isCurrent']) };
  },
  readOnly: ({ id }) => ({ isCurrent: sameId(apiRootOf(id), id) }),
  outputs: (api) => (valueAt(api.properties, 'serviceUrl') === undefined ? { serviceUrl: null } : {}),
  afterComplete: carryOut,
  // Azure/apiops-cli#142.
  refuseDelete(api, world, query) {
    const isRoot = sameId(apiRootOf(api.id), api.id);
    if (!isRoot || revisionsOf(world, api.id).length < 2 || query.get('deleterevisions') === 'true') return undefined;
    return validationError('apiId', 'Cannot delete the current revision of an API.');
  },
  afterDelete(api, world) {
    if (!sameId(apiRootOf(api.id), api.id)) return;
    for (const revision of revisionsOf(world, api.id)) world.store.delete(revision.id);
  },
  show(api, query) {
    if (query.get('export') === 'true') {
      throw new AzureError(501, { code: 'NotImplemented', message: 'This local Azure does not export APIs.' });
    }
    return api;
  },
});

function describedBy(document: ImportedDocument): JsonObject {
  return {
    displayName: document.title,
    ...(document.description === '' ? {} : { description: document.description }),
    ...(document.serviceUrl === undefined ? {} : { serviceUrl: document.serviceUrl }),
  };
}

export const apiOperations = defineChild({
  below: 'apis/operations',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    rule('apim-operation-complete', 'facts/apim.md section 1.2', ({ properties }) => {
      const missing = ['displayName', 'method', 'urlTemplate'].find(
        (member) => textAt(properties, member) === undefined,
      );
      return missing === undefined ? undefined : validationError(missing, `${missing} is required.`);
    }),
    rule('apim-operation-template-parameters', 'facts/apim.md section 1.2', ({ properties }) => {
      const declared = new Set(objectsAt(properties, 'templateParameters').map((one) => textAt(one, 'name')));
      const undeclared = [...(textAt(properties, 'urlTemplate') ?? '').matchAll(/\{([^}]+)\}/g)].find(
        ([, name]) => !declared.has(name),
      );
      return undeclared === undefined
        ? undefined
        : validationError(
            'templateParameters',
            `All template parameters used in the UriTemplate must be defined in the Operation. Undefined parameters: ${undeclared[1] ?? ''}.`,
          );
    }),
    rule('apim-operation-unique', 'facts/apim.md section 1.2', ({ id, parentId, properties }, world) => {
      const other = operationsOf(world, parentId).find(
        (operation) =>
          !sameId(operation.id, id) &&
          textAt(operation.properties, 'method') === textAt(properties, 'method') &&
          textAt(operation.properties, 'urlTemplate') === textAt(properties, 'urlTemplate'),
      );
      return other === undefined
        ? undefined
        : validationError(
            'urlTemplate',
            `Operation with the same method and URL template already exists: ${textAt(properties, 'method') ?? ''}, ${textAt(properties, 'urlTemplate') ?? ''}.`,
          );
    }),
  ],
  defaults: () => ({ templateParameters: [], responses: [] }),
});

export const apiSchemas = defineChild({
  below: 'apis/schemas',
  isAsync: true,
  rules: [
    rule('apim-schema-content-type', 'facts/apim.md section 1.1', ({ properties }) =>
      textAt(properties, 'contentType') === undefined
        ? validationError('contentType', 'ContentType is required.')
        : undefined,
    ),
  ],
});
