import { describe, expect, it } from 'vitest';
import { OpenApiError, operationNames, prepare, RULES } from '../src/index.ts';
import { OPENAI_V1_OPERATIONS } from '../src/openai-v1-operations.ts';
import { contentOf, documentOf, offline, prepareObject, rulesOf } from './support.ts';

const ok = { responses: { 200: { description: 'OK' } } };

describe('the built-in document', () => {
  it('describes every operation of the table and nothing needs mending', async () => {
    const prepared = await prepare({ kind: 'built-in' }, { fetch: offline });
    expect(prepared.operations.map(({ method, urlTemplate }) => `${method} ${urlTemplate}`).sort()).toEqual(
      OPENAI_V1_OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
    );
    expect(prepared.changes).toEqual([]);
    expect(prepared.bytes).toBeLessThan(32 * 1024);
  });
});

describe('operations', () => {
  it('declares a missing path parameter', async () => {
    const prepared = await prepareObject(documentOf({ '/a/{id}': { get: { operationId: 'a', ...ok } } }));
    expect(rulesOf(prepared.changes)).toEqual(['missing-path-parameter /paths/~1a~1{id}/get']);
    expect(contentOf(prepared)).toMatchObject({
      paths: {
        '/a/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] } },
      },
    });
  });

  it('sees a parameter declared at the path, and writes out one that is referred to', async () => {
    const parameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const prepared = await prepareObject(
      documentOf(
        {
          '/a/{id}': { parameters: [parameter], get: { operationId: 'a', ...ok } },
          '/b/{id}': { get: { operationId: 'b', parameters: [{ $ref: '#/components/parameters/id' }], ...ok } },
        },
        { components: { parameters: { id: parameter } } },
      ),
    );
    expect(rulesOf(prepared.changes)).toEqual(
      ['components /components/parameters', 'inlined /paths/~1b~1{id}/get/parameters/0'].sort(
        (a, b) => rulesOf(prepared.changes).indexOf(a) - rulesOf(prepared.changes).indexOf(b),
      ),
    );
    expect(contentOf(prepared)['paths']?.['/b/{id}']?.['get']?.['parameters']).toEqual([parameter]);
    expect(contentOf(prepared)).not.toHaveProperty('components');
  });

  it('names operations without an id and keeps ids apart', async () => {
    const prepared = await prepareObject(
      documentOf({ '/a': { get: ok, post: { operationId: 'x', ...ok } }, '/b': { get: { operationId: 'X', ...ok } } }),
    );
    expect(prepared.operations.map(({ name }) => name)).toEqual(['get-a', 'x', 'x-2']);
  });

  it('keeps ids apart that are the same within the 76 characters of a resource name', async () => {
    const long = 'x'.repeat(80);
    const paths = Object.fromEntries([1, 2, 3].map((n) => [`/${n}`, { get: { operationId: `${long}${n}`, ...ok } }]));
    const prepared = await prepareObject(documentOf(paths));
    const names = prepared.operations.map(({ name }) => name);
    expect(names).toEqual(['x'.repeat(76), `${'x'.repeat(74)}-2`, `${'x'.repeat(74)}-3`]);
    const ids = [...prepared.text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id = '']) => id);
    expect(operationNames(ids)).toEqual(names);
  });

  it('gives an operation the same id whatever else is chosen', async () => {
    const document = documentOf({
      '/a': { get: { operationId: 'x', ...ok } },
      '/b': { get: { operationId: 'X', ...ok } },
    });
    expect((await prepareObject(document, ['/b'])).operations.map(({ name }) => name)).toEqual(['x-2']);
  });

  it.each<[string, object, readonly string[]]>([
    ['the body of a GET', { get: { ...ok, requestBody: { content: {} } } }, ['get-body /paths/~1a/get/requestBody']],
    [
      'a cookie',
      { get: { ...ok, parameters: [{ name: 'c', in: 'cookie', schema: {} }] } },
      ['cookie /paths/~1a/get/parameters/0'],
    ],
    [
      'a path parameter that is not in the path',
      { get: { ...ok, parameters: [{ name: 'c', in: 'path', required: true, schema: {} }] } },
      ['stray-path-parameter /paths/~1a/get/parameters/0'],
    ],
    ['callbacks', { get: { ...ok, callbacks: { a: {} } } }, ['callbacks /paths/~1a/get/callbacks']],
    ['security', { get: { ...ok, security: [] } }, ['security /paths/~1a/get/security']],
    [
      'servers',
      { get: { ...ok, servers: [] }, servers: [] },
      ['server-local /paths/~1a/servers', 'server-local /paths/~1a/get/servers'],
    ],
    ['an extension', { get: { ...ok, 'x-a': 1 } }, ['extension /paths/~1a/get/x-a']],
    [
      'a response without description',
      { get: { responses: { 200: {} } } },
      ['response-description /paths/~1a/get/responses/200'],
    ],
    ['no response', { get: {} }, ['responses /paths/~1a/get/responses']],
    ['null', { get: { ...ok, description: null } }, ['null /paths/~1a/get/description']],
    ['a number as text', { get: { ...ok, description: 1 } }, ['text /paths/~1a/get/description']],
    ['a long summary', { get: { ...ok, summary: 'x'.repeat(301) } }, ['display-name /paths/~1a/get/summary']],
  ])('reports %s', async (_name, item, rules) => {
    const withIds = Object.fromEntries(
      Object.entries(item).map(([key, value]) => [
        key,
        key === 'get' ? { operationId: 'a', ...(value as object) } : (value as object),
      ]),
    );
    const prepared = await prepareObject(documentOf({ '/a': withIds }));
    expect(rulesOf(prepared.changes).toSorted()).toEqual(rules.toSorted());
    expect((await prepareObject(prepared.text)).changes).toEqual([]);
  });

  it('moves paths with a query to where the importer takes them', async () => {
    const prepared = await prepareObject(
      documentOf({ '/a?b=1': { get: { operationId: 'a', ...ok } }, '/a': { get: { operationId: 'b', ...ok } } }),
    );
    expect(Object.keys(contentOf(prepared)['x-ms-paths'] ?? {})).toEqual(['/a?b=1']);
    expect(prepared.operations.map(({ urlTemplate }) => urlTemplate)).toEqual(['/a', '/a?b=1']);
    expect((await prepareObject(prepared.text)).text).toBe(prepared.text);
  });
});

describe('numbers', () => {
  const limits = (schema: string): string =>
    JSON.stringify(
      documentOf({ '/a': { get: { operationId: 'a', parameters: [{ name: 'q', in: 'query', schema: 0 }], ...ok } } }),
    ).replace('"schema":0', `"schema":${schema}`);

  it.each([
    ['{"type":"integer","maximum":9223372036854775807}', undefined, []],
    [
      '{"type":"integer","maximum":9223372036854776000,"minimum":-9223372036854776000}',
      '{"type":"integer","maximum":9223372036854775807,"minimum":-9223372036854775808}',
      ['int64', 'int64'],
    ],
    ['{"type":"number","maximum":9223372036854776000}', undefined, []],
    ['{"type":"number","maximum":1e400}', '{"type":"number"}', ['decimal']],
    ['{"type":"number","example":1e400,"default":1.0,"minimum":1.10}', undefined, []],
    [
      '{"type":"string","maxLength":4294967296,"minLength":1.0}',
      '{"type":"string","maxLength":2147483647,"minLength":1}',
      ['int32', 'int32'],
    ],
    ['{"type":"string","maxLength":-1}', '{"type":"string"}', ['invalid-keyword']],
    [
      '{"type":"number","exclusiveMinimum":0.1}',
      '{"type":"number","exclusiveMinimum":true,"minimum":0.1}',
      ['exclusive'],
    ],
    ['{"type":"number","minimum":1,"exclusiveMinimum":0.1}', '{"type":"number","minimum":1}', ['exclusive']],
  ])('%s', async (given, expected, rules) => {
    const prepared = await prepareObject(limits(given));
    expect(prepared.text).toContain(`"schema":${expected ?? given}`);
    expect(prepared.changes.map(({ rule }) => rule)).toEqual(rules);
  });

  it('reads YAML with the same digits', async () => {
    const yaml =
      'openapi: 3.0.1\ninfo: { title: t, version: 1.0 }\npaths: { /a: { get: { operationId: a, parameters: [{ name: q, in: query, schema: { default: 9223372036854775807, example: 1.0, enum: [0x10, +1, .5, on, 2020-01-01] } }], responses: { 200: { description: yes } } } } }\n';
    const prepared = await prepareObject(yaml);
    expect(prepared.text).toContain('"default":9223372036854775807,"example":1.0,"enum":[16,1,0.5,"on","2020-01-01"]');
    expect(prepared.text).toContain('"version":"1.0"');
    expect(prepared.text).toContain('"description":"yes"');
  });
});

describe('the document', () => {
  it('gives the same hash for the same content and another for another', async () => {
    const hash = async (id: string): Promise<string> =>
      (await prepareObject(documentOf({ '/a': { get: { operationId: id, ...ok } } }))).hash;
    expect(await hash('a')).toBe(await hash('a'));
    expect(await hash('a')).not.toBe(await hash('b'));
  });

  it.each<[string, object, unknown]>([
    ['the first https one', [{ url: 'http://a' }, { url: 'https://b' }, { url: 'https://c' }], [{ url: 'https://b' }]],
    [
      'defaults for variables',
      [{ url: 'https://{r}.x', variables: { r: { default: 'eu' } } }],
      [{ url: 'https://eu.x' }],
    ],
    ['none where none is https', [{ url: '' }, { url: '/v1' }], undefined],
  ])('keeps of the servers %s', async (_name, servers, expected) => {
    const prepared = await prepareObject(documentOf({ '/a': { get: { operationId: 'a', ...ok } } }, { servers }));
    expect(contentOf(prepared)['servers']).toEqual(expected);
    expect(prepared.warnings.some(({ pointer }) => pointer === '/servers')).toBe(expected === undefined);
  });

  it('warns of recursion with the cycle', async () => {
    const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
    const schemas = {
      A: { properties: { b: ref('B') } },
      B: { items: ref('C') },
      C: { allOf: [ref('A')] },
      D: ref('A'),
    };
    const responses = { 200: { description: '', content: { 'application/json': { schema: ref('D') } } } };
    const prepared = await prepareObject(
      documentOf({ '/a': { get: { operationId: 'a', responses } } }, { components: { schemas } }),
    );
    expect(prepared.warnings.map(({ text }) => /\(.*\)/.exec(text)?.[0])).toEqual(['(A → B → C → A)']);
  });

  it('drops schemas that nothing uses, also those that only they use', async () => {
    const schemas = { Used: {}, Unused: { items: { $ref: '#/components/schemas/Deep' } }, Deep: {} };
    const responses = { 200: { description: '', content: { a: { schema: { $ref: '#/components/schemas/Used' } } } } };
    const prepared = await prepareObject(
      documentOf({ '/a': { get: { operationId: 'a', responses } } }, { components: { schemas } }),
    );
    expect(Object.keys(contentOf(prepared)['components']?.['schemas'] ?? {})).toEqual(['Used']);
    expect(rulesOf(prepared.changes)).toEqual([
      'unused-schema /components/schemas/Unused',
      'unused-schema /components/schemas/Deep',
    ]);
  });

  it('gives up examples and descriptions of schemas only above 1 MB, and never the operations', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 2000 }, (_value, index) => [
        `S${index}`,
        { type: 'string', description: 'Words. '.repeat(100), example: 'x'.repeat(50) },
      ]),
    );
    const paths = Object.fromEntries(
      Object.keys(schemas).map((name) => [
        `/${name}`,
        {
          post: {
            operationId: name,
            description: 'Kept.',
            requestBody: { content: { a: { schema: { $ref: `#/components/schemas/${name}` } } } },
            ...ok,
          },
        },
      ]),
    );
    const prepared = await prepareObject(documentOf(paths, { components: { schemas } }));
    expect(prepared.bytes).toBeLessThan(1_000_000);
    expect(prepared.operations).toHaveLength(2000);
    expect(prepared.text.match(/"Kept\."/g)).toHaveLength(2000);
    expect(contentOf(prepared)['components']?.['schemas']?.['S0']).toEqual({ type: 'string', description: 'Words.' });
    expect((await prepareObject(prepared.text)).text).toBe(prepared.text);
  });

  it('refuses more than 4 MB, and says what is large', async () => {
    const large = documentOf({ '/large': { get: { operationId: 'a', description: 'x'.repeat(4_300_000), ...ok } } });
    await expect(prepareObject(large)).rejects.toThrow(
      /4\.1 MB when prepared, and API Management takes 4 MB: choose operations .*\/large \(4200 KB\)/,
    );
    await expect(prepareObject(large)).rejects.toThrow(OpenApiError);
  });
});

describe('schemas of 3.1', () => {
  const converted = async (schema: object): Promise<unknown> => {
    const content = { 'application/json': { schema } };
    const document = documentOf({ '/a': { post: { operationId: 'a', requestBody: { content }, ...ok } } });
    const prepared = await prepareObject({ ...document, openapi: '3.1.0' });
    return contentOf(prepared)['paths']?.['/a']?.['post']?.['requestBody']?.['content']?.['application/json']?.[
      'schema'
    ];
  };

  it.each<[object, object]>([
    [{ type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [{ type: ['string', 'integer'] }, { anyOf: [{ type: 'string' }, { type: 'integer' }] }],
    [
      { type: ['array', 'null', 'string'] },
      { anyOf: [{ type: 'array', items: {}, nullable: true }, { type: 'string' }] },
    ],
    [{ type: 'null' }, { type: 'object', nullable: true, enum: [null] }],
    [
      { anyOf: [{ type: 'string' }, { type: 'null' }], title: 't' },
      { title: 't', type: 'string', nullable: true },
    ],
    [{ const: 1 }, { enum: [1] }],
    [{ examples: [1, 2] }, { example: 1 }],
    [
      { exclusiveMinimum: 1, maximum: 3, exclusiveMaximum: 3 },
      { exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true, minimum: 1 },
    ],
    [{ contentEncoding: 'base64' }, { format: 'byte', type: 'string' }],
    [
      { type: 'string', contentMediaType: 'image/png' },
      { type: 'string', format: 'binary' },
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      { type: 'array', items: { anyOf: [{ type: 'string' }] }, maxItems: 1 },
    ],
    [{ type: 'array' }, { type: 'array', items: {} }],
    [
      { patternProperties: { '^x': { type: 'string' } }, additionalProperties: false },
      { additionalProperties: { type: 'string' } },
    ],
    [
      { properties: { a: {} }, unevaluatedProperties: false },
      { properties: { a: {} }, additionalProperties: false },
    ],
    [
      { if: { type: 'string' }, then: { minLength: 1 } },
      { allOf: [{ anyOf: [{ not: { type: 'string' } }, { minLength: 1 }] }] },
    ],
    [
      { dependentRequired: { a: ['b'] } },
      { allOf: [{ anyOf: [{ not: { type: 'object', required: ['a'] } }, { required: ['b'] }] }] },
    ],
    [{ contains: { type: 'string' } }, { allOf: [{ not: { type: 'array', items: { not: { type: 'string' } } } }] }],
    [{ properties: { a: true, b: false } }, { properties: { a: {}, b: { not: {} } } }],
    [{ $schema: 'x', $comment: 'y', $defs: {}, propertyNames: {}, required: [] }, {}],
    [
      { properties: { const: { const: 1 }, $ref: { type: 'null' } } },
      { properties: { const: { enum: [1] }, $ref: { type: 'object', nullable: true, enum: [null] } } },
    ],
  ])('%j', async (given, expected) => {
    expect(await converted(given)).toEqual(expected);
  });
});

describe('choice of operations', () => {
  const operation = (operationId: string, tag: string): object => ({ operationId, tags: [tag], ...ok });
  const document = documentOf({
    '/chat': { get: operation('listChat', 'Chat') },
    '/chat/completions': {
      post: operation('createChatCompletion', 'Chat'),
      get: operation('listChatCompletions', 'Chat'),
    },
    '/chat/completions/{id}': {
      get: operation('getChatCompletion', 'Chat'),
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    },
    '/files': { get: operation('listFiles', 'Files') },
  });

  it.each([
    [['POST /chat/**'], ['createChatCompletion']],
    [['/chat/*'], ['listChatCompletions', 'createChatCompletion']],
    [['/chat/**'], ['listChat', 'listChatCompletions', 'createChatCompletion', 'getChatCompletion']],
    [['/chat/completions/{id}'], ['getChatCompletion']],
    [['* /files'], ['listFiles']],
    [['list*'], ['listChat', 'listChatCompletions', 'listFiles']],
    [
      ['tag:Ch*', '!list*'],
      ['createChatCompletion', 'getChatCompletion'],
    ],
    [['!tag:Chat'], ['listFiles']],
    [
      ['!list*', 'tag:Chat'],
      ['createChatCompletion', 'getChatCompletion'],
    ],
  ])('%j', async (choice, expected) => {
    const prepared = await prepareObject(document, choice);
    const names = prepared.operations.map(({ name }) => name);
    expect(names).toEqual(expected.map((id) => id.toLowerCase()));
    const left = prepared.changes.filter(({ rule }) => rule === 'not-chosen');
    expect(left).toHaveLength(5 - names.length);
  });

  it.each([
    ['/chat/completion', "no operation matches '/chat/completion'; did you mean '/chat/completions'?"],
    ['tag:chat', "did you mean 'tag:Chat'?"],
    ['!createchatcompletion', "did you mean 'createChatCompletion'?"],
    ['zzzzzz', 'there are, for example, listChat'],
  ])('%s matches nothing, and the error says what is near', async (glob, message) => {
    await expect(prepareObject(document, [glob])).rejects.toThrow(message);
  });

  it('may not leave nothing', async () => {
    await expect(prepareObject(document, ['!/**'])).rejects.toThrow('the choice of operations leaves none');
  });
});

describe('operation names', () => {
  it.each([
    [['createChatCompletion'], ['createchatcompletion']],
    [['FineTuning_GetCheckpoint'], ['finetuning-getcheckpoint']],
    [
      ['a b', 'a-b', 'A.B'],
      ['a-b', 'a-b-1', 'a-b-2'],
    ],
    [['x'.repeat(90)], ['x'.repeat(76)]],
  ])('%j', (ids, names) => {
    expect(operationNames(ids)).toEqual(names);
  });
});

it('every rule says what it does', () => {
  for (const { text } of Object.values(RULES)) expect(text).toMatch(/^\S/);
});
