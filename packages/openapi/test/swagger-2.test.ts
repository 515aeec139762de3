import { describe, expect, it } from 'vitest';
import { contentOf, prepareObject, rulesOf } from './support.ts';

const swagger = (paths: object, more: object = {}): object => ({
  swagger: '2.0',
  info: { title: 't', version: '1' },
  paths,
  ...more,
});

describe('a document of 2.0', () => {
  it('stays one, as JSON', async () => {
    const document = swagger(
      {
        '/a/{id}': {
          post: {
            operationId: 'a',
            consumes: ['application/json'],
            parameters: [
              { name: 'id', in: 'path', required: true, type: 'integer', maximum: 5 },
              { name: 'b', in: 'body', schema: { $ref: '#/definitions/B' } },
            ],
            responses: { 200: { description: '', schema: { type: 'file' }, headers: { h: { type: 'string' } } } },
          },
        },
      },
      {
        host: 'x.example',
        basePath: '/v1',
        schemes: ['https'],
        definitions: { B: { type: 'object', discriminator: 'kind', required: ['kind'] } },
      },
    );
    const prepared = await prepareObject(document);
    expect([prepared.format, prepared.changes, contentOf(prepared)]).toEqual(['swagger-json', [], document]);
  });

  it('may be YAML with a version that is a number', async () => {
    const prepared = await prepareObject(
      'swagger: 2.0\ninfo: {title: t, version: 1.0}\npaths: {/a: {get: {operationId: a, responses: {200: {description: OK}}}}}\n',
    );
    expect(contentOf(prepared)).toMatchObject({ swagger: '2.0', info: { version: '1.0' } });
  });

  it('loses what the importer ignores or refuses, and says so', async () => {
    const prepared = await prepareObject(
      swagger(
        {
          '/a/{id}': {
            get: {
              operationId: 'a',
              schemes: ['http'],
              security: [],
              parameters: [
                { $ref: '#/parameters/p' },
                { name: 'b', in: 'body', schema: {} },
                { name: 'f', in: 'formData', type: 'file' },
              ],
              responses: { 200: { $ref: '#/responses/r' } },
            },
          },
        },
        {
          schemes: ['http', 'https'],
          securityDefinitions: {},
          parameters: { p: { name: 'p', in: 'query', type: ['string', 'null'] } },
          responses: { r: { description: 'r', schema: { $ref: '#/definitions/A' } } },
          definitions: { A: { anyOf: [{ type: 'string' }], const: 1 }, Unused: {} },
        },
      ),
    );
    expect(contentOf(prepared)).toEqual(
      swagger(
        {
          '/a/{id}': {
            get: {
              operationId: 'a',
              parameters: [
                { name: 'p', in: 'query', type: 'string' },
                { name: 'id', in: 'path', required: true, type: 'string' },
              ],
              responses: { 200: { description: 'r', schema: { $ref: '#/definitions/A' } } },
            },
          },
        },
        { schemes: ['https'], definitions: { A: { enum: [1] } } },
      ),
    );
    expect(new Set(rulesOf(prepared.changes).map((line) => line.split(' ')[0]))).toEqual(
      new Set([
        'server-local',
        'security',
        'inlined',
        'get-body',
        'missing-path-parameter',
        'server-unused',
        'components',
        'type-list',
        'weakened',
        'const',
        'unused-schema',
      ]),
    );
    expect((await prepareObject(prepared.text)).changes).toEqual([]);
  });
});
