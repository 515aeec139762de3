import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/kernel/store.ts';
import { canonicalPath, listRevisions } from '../../src/providers/api-management/revisions.ts';
import { readDocument } from '../../src/providers/api-management/openapi-import.ts';
import { networkStatus } from '../../src/providers/api-management/service-network.ts';
import { definitions } from '../../src/providers/index.ts';
import { Bench } from './bench.ts';
import { DOCUMENT, IDS, landscape, writes } from './landscape.ts';

const path = (name: string) => ({ name, in: 'path', required: true, schema: {} });
const query = (name: string) => ({ name, in: 'query', schema: {} });
const schema = (member: object) => ({ paths: {}, components: { schemas: { A: { items: {} }, B: member } } });

const whole = landscape();
const API = `${IDS.apim}/apis/openai`;
const bodies = new Map<string, JsonObject>(
  writes((id) => whole.id(id), whole.world.tenant.tenantId).map(([id, body]) => [id, body]),
);
const base = bodies.get(API)?.['properties'] as JsonObject;

function settled(): Bench {
  return new Bench(whole);
}

/** Writes a revision and waits until the API is unlocked. */
function put(bench: Bench, id: string, properties: JsonObject): void {
  bench.put(id, { properties: { ...base, ...properties } });
  bench.world.clock.spend(60 * 60_000);
}

function operationsBelow(bench: Bench, id: string): readonly string[] {
  return bench.world.store
    .below(bench.id(id))
    .filter(({ type }) => type.endsWith('/apis/operations'))
    .map(({ name, id: full }) => `${name} ${bench.text(full, 'method')} ${bench.text(full, 'urlTemplate')}`)
    .sort();
}

const IMPORTED = ['createchatcompletion POST /chat/completions', 'retrieve-model GET /models/{model}'];

describe('a policy document', () => {
  const refusal = (id: string, value: string) =>
    settled().refusedBy({ id: `${id}/policies/policy`, body: { properties: { format: 'rawxml', value } } })?.refusal;
  const inbound = (content: string): string => `<policies>\n<inbound>${content}</inbound>\n</policies>`;

  it('is refused with every mistake as a detail', () => {
    const value = inbound(
      '<set-header name="a" /><nope />\n<set-backend-service backend-id="nobody" /><log-to-eventhub logger-id="none">x</log-to-eventhub>{{no}}',
    );
    expect(refusal(API, value)).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message: 'One or more fields contain incorrect values:',
    });
    const { details } = refusal(API, value) as unknown as { details: readonly { target: string; message: string }[] };
    expect(details.map(({ target, message }) => `${target}: ${message}`)).toEqual([
      "nope: Error in element 'nope' on line 2, column 34: 'nope' is not a valid policy.",
      expect.stringMatching(
        /^set-backend-service: Error in element 'set-backend-service' on line 3, column 34: Backend with id 'nobody' could not be found\.$/,
      ),
      expect.stringMatching(/^log-to-eventhub: .*Logger not found/),
      expect.stringMatching(/Cannot find a property 'no'/),
      expect.stringMatching(/^inbound: Error in element 'inbound' .* cannot contain text/),
    ]);
  });

  it.each([
    [IDS.apim, '<rate-limit calls="1" renewal-period="1" />', 'ValidationError'],
    [API, '<rate-limit calls="1" renewal-period="1" />', undefined],
    [API, '<quota calls="1" renewal-period="300" />', 'ValidationError'],
    [`${API}/operations/list`, '<rewrite-uri template="/{nothing}" />', 'ValidationError'],
    [API, '<xsl-transform />', 'NotImplemented'],
  ])('%s with %s', (id, content, code) => {
    expect(refusal(id, inbound(content))?.code).toBe(code);
  });
});

describe('an import', () => {
  it('replaces the operations, resets the key header and keeps the policy', () => {
    const bench = settled();
    put(bench, API, { subscriptionKeyParameterNames: { header: 'api-key', query: 'k' } });
    put(bench, API, { format: 'openapi+json', value: DOCUMENT });
    expect(operationsBelow(bench, API)).toEqual(IMPORTED);
    expect(bench.get(API).properties['subscriptionKeyParameterNames']).toEqual({
      header: 'Ocp-Apim-Subscription-Key',
      query: 'subscription-key',
    });
    expect(bench.get(`${API}/policies/policy`)).toBeDefined();
    expect(JSON.stringify(bench.get(API))).not.toContain('createChatCompletion');
  });

  it('is refused at once while another is going on, and for a moment after it has ended', () => {
    const bench = settled();
    bench.put(API, { properties: { ...base, format: 'openapi+json', value: DOCUMENT } });
    const policy = { id: `${API}/policies/policy`, body: bodies.get(`${API}/policies/policy`) ?? {} };
    expect(bench.refusedBy(policy)?.refusal.code).toBe('PessimisticConcurrencyConflict');
    bench.world.clock.spend(60 * 60_000);
    expect(bench.refusedBy(policy)).toBeUndefined();
  });

  it('carries a policy over to the operation of the same method and template', () => {
    const bench = settled();
    const document = {
      openapi: '3.0.3',
      info: { title: 'x', version: '1' },
      paths: { '/models': { get: { operationId: 'listModels', responses: {} } } },
    };
    put(bench, API, { format: 'openapi', value: JSON.stringify(document) });
    expect(operationsBelow(bench, API)).toEqual(['listmodels GET /models']);
    expect(bench.get(`${API}/operations/listmodels/policies/policy`)).toBeDefined();
  });

  it.each([
    ['a path parameter that is not declared', { paths: { '/a/{id}': { get: { responses: {} } } } }, 'id'],
    [
      'an external reference',
      { paths: { '/a': { get: { parameters: [{ $ref: 'other.json#/x' }], responses: {} } } } },
      'other.json',
    ],
    ['a version that is unknown', { openapi: '3.2.0', paths: {} }, '3.2.0'],
    [
      'a reference to nothing',
      { paths: { '/a': { get: { parameters: [{ $ref: '#/components/parameters/none' }] } } } },
      'none',
    ],
    ['no title', { info: {}, paths: {} }, 'title'],
    ['no version', { info: { title: 'x' }, paths: {} }, 'version'],
    ['a path without a slash', { paths: { a: {} } }, 'MUST begin with a slash'],
    ['a path with a fragment', { paths: { '/a#b': {} } }, 'fragment'],
    ['paths that differ in names alone', { paths: { '/{a}': {}, '/{b}': {} } }, "'/{}' MUST be unique"],
    ['a name in path and query', { paths: { '/{a}': { get: { parameters: [path('a'), query('A')] } } } }, 'not unique'],
    ['a name twice in the query', { paths: { '/': { get: { parameters: [query('a'), query('A')] } } } }, 'not unique'],
    [
      'a path parameter that is not in the path',
      { paths: { '/': { get: { parameters: [path('a')] } } } },
      'not in the path',
    ],
    ['a list of types in 3.0', schema({ type: ['string', 'null'] }), '/type'],
    ['a limit of 3.1 in 3.0', schema({ exclusiveMinimum: 1 }), 'valid Boolean'],
    ['a schema that is true', schema({ properties: { a: true } }), 'not a map'],
    ['a count beyond int32', schema({ maxLength: 2 ** 31 }), 'Int32'],
    ['a limit beyond decimal', schema({ maximum: 1e29 }), 'Decimal'],
    ['a name of a schema with other characters', { paths: {}, components: { schemas: { 'a b': {} } } }, "'a b'"],
    ['a reference into a schema', schema({ $ref: '#/components/schemas/A/items' }), 'Invalid Reference'],
    ['a reference to no schema', schema({ items: { $ref: '#/components/schemas/None' } }), 'Invalid Reference'],
    ['no paths', {}, 'paths'],
  ])('is refused for %s', (_what, members, named) => {
    const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, ...members });
    expect(() => readDocument('openapi+json', text, 'query')).toThrow(named);
  });

  it('takes paths with a query under x-ms-paths, and passes over data that looks like schemas', () => {
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'x', version: '1' },
      paths: {},
      'x-ms-paths': { '/a?b={c}': { get: { operationId: 'a', parameters: [query('c')] } } },
      components: { schemas: { A: { example: { type: ['x'], $ref: 'nothing' } } } },
    });
    expect(readDocument('openapi+json', text, 'query').operations[0]?.properties.urlTemplate).toBe('/a?b={c}');
  });

  it('takes required query parameters into the template unless told otherwise', () => {
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'x', version: '1' },
      paths: { '/a': { get: { parameters: [{ name: 'q', in: 'query', required: true }], responses: {} } } },
    });
    expect(readDocument('openapi+json', text, 'template').operations[0]?.properties.urlTemplate).toBe('/a?q={q}');
    expect(readDocument('openapi+json', text, 'query').operations[0]?.properties.urlTemplate).toBe('/a');
  });

  it('reads paths with a query from x-ms-paths, and keeps the schemas of bodies', () => {
    const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Ask' } } } };
    const answer = { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } };
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'x', version: '1' },
      paths: {},
      'x-ms-paths': {
        '/a?beta=true': { post: { operationId: 'beta', requestBody: body, responses: { 200: answer } } },
      },
      components: { schemas: { Ask: { type: 'object' } } },
    });
    const { operations, schemas } = readDocument('openapi+json', text, 'query');
    expect(operations[0]?.properties).toMatchObject({
      urlTemplate: '/a?beta=true',
      request: { representations: [{ contentType: 'application/json', typeName: 'Ask' }] },
      responses: [{ representations: [{ typeName: 'ABetaTruePost200ResponseApplicationJson' }] }],
    });
    expect(Object.keys(schemas)).toEqual(['Ask', 'ABetaTruePost200ResponseApplicationJson']);
  });

  it('names operations as the service does', () => {
    const operation = (operationId: string) => ({ operationId, responses: {} });
    const paths = {
      '/a': { get: operation('List__Chat.Items!') },
      '/b': { get: operation('list-chat-items'), post: { responses: {} } },
      '/c': { get: operation('x'.repeat(100)) },
    };
    const { operations } = readDocument(
      'openapi+json',
      JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths }),
      'query',
    );
    expect(operations.map(({ name }) => name)).toEqual([
      'list-chat-items',
      'list-chat-items-1',
      'post-b',
      'x'.repeat(76),
    ]);
  });
});

describe('a revision', () => {
  const NEXT = `${API};rev=2`;

  function withRevision(): Bench {
    const bench = settled();
    put(bench, NEXT, { sourceApiId: API.startsWith('/') ? API : '/apis/openai', apiRevisionDescription: 'next' });
    return bench;
  }

  it('begins as a copy of its source: operations, policy, settings', () => {
    const bench = withRevision();
    expect(operationsBelow(bench, NEXT)).toEqual(operationsBelow(bench, API));
    expect(bench.get(`${NEXT}/policies/policy`).properties).toEqual(bench.get(`${API}/policies/policy`).properties);
    expect(bench.get(NEXT).properties).toMatchObject({ apiRevision: '2', isCurrent: false, path: 'openai/v1' });
  });

  it('leaves the current one alone until it is released, and takes its place then', () => {
    const bench = withRevision();
    put(bench, NEXT, { format: 'openapi+json', value: DOCUMENT });
    expect(operationsBelow(bench, API)).toEqual(['list GET /models']);
    bench.put(`${API}/releases/second`, { properties: { apiId: `${bench.id(API)};rev=2` } });
    expect(operationsBelow(bench, API)).toEqual(IMPORTED);
    expect(bench.get(API).properties).toMatchObject({ apiRevision: '2', isCurrent: true });
    expect(operationsBelow(bench, `${API};rev=1`)).toEqual(['list GET /models']);
    expect(bench.get(`${API}/releases/second`)).toBeDefined();
    expect(listRevisions(bench.world, bench.id(API))).toMatchObject([
      { apiRevision: '2', isCurrent: true },
      { apiRevision: '1', isCurrent: false },
    ]);
    // The current revision answers under both of its addresses.
    expect(canonicalPath(bench.world, `${bench.id(API)};rev=2/operations`)).toBe(`${bench.id(API)}/operations`);
    expect(canonicalPath(bench.world, `${bench.id(API)};rev=1/operations`)).toBe(`${bench.id(API)};rev=1/operations`);
    // Releasing the old revision again is the way back.
    bench.put(`${API}/releases/back`, { properties: { apiId: `${bench.id(API)};rev=1` } });
    expect(operationsBelow(bench, API)).toEqual(['list GET /models']);
  });

  it('goes with its API where that is asked for, and keeps it otherwise', () => {
    const bench = withRevision();
    expect(JSON.stringify(bench.delete(API))).toContain('Cannot delete the current revision');
    expect(bench.delete(API, 'deleteRevisions=true')).toBeUndefined();
    expect(bench.world.store.ofType('Microsoft.ApiManagement/service/apis')).toEqual([]);
  });
});

describe('what a GET shows', () => {
  it('is a policy in the format asked for', () => {
    const bench = settled();
    const raw =
      '<policies><inbound><set-variable name="x" value="@(context.Request.Headers.GetValueOrDefault("a", "<b>"))" /></inbound><backend /><outbound /><on-error /></policies>';
    bench.put(`${API}/policies/policy`, { properties: { format: 'rawxml', value: raw } });
    expect(bench.show(`${API}/policies/policy`, 'format=rawxml').properties['value']).toBe(raw);
    expect(bench.show(`${API}/policies/policy`).properties['value']).toContain(
      'GetValueOrDefault(&quot;a&quot;, &quot;&lt;b&gt;&quot;)',
    );
  });

  it('is a named value only while it is no secret', () => {
    const bench = settled();
    bench.put(`${IDS.apim}/namedValues/secret`, {
      properties: { displayName: 'secret', value: 'hidden', secret: true },
    });
    expect(bench.show(`${IDS.apim}/namedValues/secret`).properties['value']).toBeUndefined();
    expect(bench.show(`${IDS.apim}/namedValues/tenant`).properties['value']).toBe(bench.world.tenant.tenantId);
  });

  it('is a logger without its connection string', () => {
    expect(settled().show(`${IDS.apim}/loggers/appinsights`).properties['credentials']).toEqual({
      connectionString: '{{Logger-Credentials--appinsights}}',
    });
  });

  it('is no key of a subscription, but listSecrets gives them', async () => {
    const bench = settled();
    const id = `${IDS.apim}/subscriptions/smoke`;
    expect(JSON.stringify(bench.show(id).properties)).not.toContain('primaryKey');
    const list = definitions.get('microsoft.apimanagement/service/subscriptions')?.actions?.['listsecrets'];
    const answer = await list?.({
      resource: bench.get(id),
      world: bench.world,
      body: null,
      query: new URLSearchParams(),
      principalId: '',
    });
    expect(answer?.body).toMatchObject({
      primaryKey: 'k',
      secondaryKey: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
    });
  });

  it('is a failure in the network status when a rule denies what the service needs', () => {
    const bench = settled();
    const states = () => {
      const { connectivityStatus } = networkStatus(bench.world, bench.get(IDS.apim)) as {
        connectivityStatus: { resourceType: string; status: string }[];
      };
      return connectivityStatus.filter(({ status }) => status !== 'success').map(({ resourceType }) => resourceType);
    };
    expect(states()).toEqual([]);
    const deny = {
      name: 'deny',
      properties: {
        priority: 100,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        sourceAddressPrefix: '*',
        destinationAddressPrefix: 'Sql',
        destinationPortRange: '1433',
        sourcePortRange: '*',
      },
    };
    bench.alter('Microsoft.Network/networkSecurityGroups/nsg-gateway', { securityRules: [deny] });
    expect(states()).toEqual(['SQLDatabase']);
  });
});
