import { describe, expect, it } from 'vitest';
import { builtInDocument, OpenApiError, operationNames, parseDocument, prepare } from '../src/index.ts';
import { OPENAI_V1_OPERATIONS } from '../src/openai-v1-operations.ts';

const document = (paths: object, more: object = {}): string =>
  JSON.stringify({ openapi: '3.0.1', info: { title: 't', version: '1' }, paths, ...more });
const prepareText = async (text: string): Promise<ReturnType<typeof prepare>> =>
  prepare(await parseDocument(text, 'spec'));
const ok = { responses: { 200: { description: 'OK' } } };

describe('the built-in document', () => {
  it('describes every operation of the table and nothing needs mending', () => {
    const prepared = prepare(builtInDocument());
    expect(prepared.operations.map(({ method, urlTemplate }) => `${method} ${urlTemplate}`).sort()).toEqual(
      OPENAI_V1_OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
    );
    expect(prepared.changes).toEqual([]);
    expect(prepared.bytes).toBeLessThan(32 * 1024);
  });
});

describe('preparing', () => {
  it('declares a missing path parameter', async () => {
    const prepared = await prepareText(document({ '/a/{id}': { get: { operationId: 'a', ...ok } } }));
    expect(prepared.changes).toEqual(["GET /a/{id}: path parameter 'id' was not declared; added as a string"]);
    expect(JSON.parse(prepared.text)).toMatchObject({
      paths: { '/a/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true }] } } },
    });
  });

  it('sees a parameter declared at the path or by reference', async () => {
    const parameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const prepared = await prepareText(
      document(
        {
          '/a/{id}': { parameters: [parameter], get: { operationId: 'a', ...ok } },
          '/b/{id}': { get: { operationId: 'b', parameters: [{ $ref: '#/components/parameters/id' }], ...ok } },
        },
        { components: { parameters: { id: parameter } } },
      ),
    );
    expect(prepared.changes).toEqual([]);
  });

  it('names operations without an id and keeps ids apart', async () => {
    const prepared = await prepareText(
      document({ '/a': { get: ok, post: { operationId: 'x', ...ok } }, '/b': { get: { operationId: 'X', ...ok } } }),
    );
    expect(prepared.operations.map(({ name }) => name)).toEqual(['get-a', 'x', 'x-2']);
  });

  it('keeps the digits of numbers that JavaScript cannot hold', async () => {
    const text = document({ '/a': { get: { operationId: 'a', ...ok } } }, { 'x-limit': 1 }).replace(
      '"x-limit":1',
      '"x-limit":9223372036854775807',
    );
    expect((await prepareText(text)).text).toContain('"x-limit":9223372036854775807');
  });

  it('reads YAML with the same digits', async () => {
    const prepared = await prepareText(
      "openapi: 3.0.1\ninfo: { title: t, version: '1' }\nx-limit: 9223372036854775807\npaths: { /a: { get: { operationId: a } } }\n",
    );
    expect(prepared.text).toContain('"x-limit":9223372036854775807');
  });

  it('gives the same hash for the same content and another for another', async () => {
    const hash = async (id: string): Promise<string> =>
      (await prepareText(document({ '/a': { get: { operationId: id, ...ok } } }))).hash;
    expect(await hash('a')).toBe(await hash('a'));
    expect(await hash('a')).not.toBe(await hash('b'));
  });

  it.each([
    ['no version', '{"info":{}}', /neither 'openapi' nor 'swagger'/],
    ['an unknown version', '{"openapi":"4.0.0"}', /OpenAPI 4.0.0 is not supported/],
    ['broken JSON', '{"openapi":', /spec: /],
    ['broken YAML', 'openapi: [', /spec: /],
    ['no operations', document({}), /no operations/],
    [
      'an external reference',
      document({ '/a': { get: { operationId: 'a', responses: { 200: { $ref: 'other.yaml#/x' } } } } }),
      /leaves the document/,
    ],
    [
      'more than 4 MB',
      document({ '/a': { get: { operationId: 'a', description: 'x'.repeat(4_300_000), ...ok } } }),
      /API Management takes 4 MB/,
    ],
  ])('refuses %s', async (_name, text, message) => {
    await expect(prepareText(text)).rejects.toThrow(OpenApiError);
    await expect(prepareText(text)).rejects.toThrow(message);
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
