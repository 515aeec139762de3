import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepare, type PreparedDocument } from '../src/index.ts';
import { contentOf, documentOf, offline, prepareObject, rulesOf, type Json } from './support.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-refs-'));
});

/** Writes files and prepares the first. */
async function prepareFiles(files: Readonly<Record<string, object | string>>): Promise<PreparedDocument> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return await prepare({ kind: 'file', file: join(folder, Object.keys(files)[0] ?? '') }, { fetch: offline });
}

const answer = (schema: object): object => ({ 200: { description: '', content: { 'application/json': { schema } } } });
const returning = (schema: object, more: object = {}): object =>
  documentOf({ '/a': { get: { operationId: 'a', responses: answer(schema) } } }, more);
const schemaOf = (prepared: PreparedDocument): Json | undefined =>
  contentOf(prepared)['paths']?.['/a']?.['get']?.['responses']?.['200']?.['content']?.['application/json']?.['schema'];
const schemasOf = (prepared: PreparedDocument): unknown => contentOf(prepared)['components']?.['schemas'];

describe('references to other documents', () => {
  it('are bundled: whole files, parts, nested, by .. and with escapes', async () => {
    const prepared = await prepareFiles({
      'api/root.json': returning({ $ref: '../schemas/pet.yaml' }),
      'schemas/pet.yaml':
        'type: object\nproperties:\n  owner: { $ref: "people.json#/$defs/The%20owner~1keeper" }\n  self: { $ref: "#" }\n',
      'schemas/people.json': {
        $defs: { 'The owner/keeper': { type: 'object', properties: { pet: { $ref: './pet.yaml#' } } } },
      },
    });
    expect(schemaOf(prepared)).toEqual({ $ref: '#/components/schemas/pet' });
    expect(schemasOf(prepared)).toEqual({
      pet: {
        type: 'object',
        properties: {
          owner: { $ref: '#/components/schemas/The_owner_keeper' },
          self: { $ref: '#/components/schemas/pet' },
        },
      },
      The_owner_keeper: { type: 'object', properties: { pet: { $ref: '#/components/schemas/pet' } } },
    });
    expect(prepared.warnings.some(({ text }) => text.includes('refers to itself'))).toBe(true);
    const again = await prepareObject(prepared.text);
    expect([again.text, again.changes]).toEqual([prepared.text, []]);
  });

  it('give names that clash with nothing', async () => {
    const prepared = await prepareFiles({
      'root.json': returning(
        {
          anyOf: [
            { $ref: '#/components/schemas/Pet' },
            { $ref: 'a.json#/Pet' },
            { $ref: 'b.json#/Pet' },
            { $ref: './a.json#/Pet' },
          ],
        },
        { components: { schemas: { Pet: { type: 'string' } } } },
      ),
      'a.json': { Pet: { type: 'number' } },
      'b.json': { Pet: { type: 'boolean' } },
    });
    expect(schemasOf(prepared)).toEqual({
      Pet: { type: 'string' },
      Pet_2: { type: 'number' },
      Pet_3: { type: 'boolean' },
    });
    expect(schemaOf(prepared)).toEqual({
      anyOf: ['Pet', 'Pet_2', 'Pet_3', 'Pet_2'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
    });
  });

  it('keep the name that the document gives to a file, wherever it is met first', async () => {
    const prepared = await prepareFiles({
      'root.json': returning(
        {
          anyOf: [
            { $ref: 'schemas/pet.json' },
            { $ref: '#/components/schemas/Pet' },
            { $ref: '#/components/schemas/Owner' },
          ],
        },
        {
          components: {
            schemas: { Owner: { $ref: 'schemas/people.json#/owner' }, Pet: { $ref: './schemas/pet.json' } },
          },
        },
      ),
      'schemas/pet.json': { properties: { owner: { $ref: 'people.json#/owner' } } },
      'schemas/people.json': { owner: { type: 'string' } },
    });
    expect(schemasOf(prepared)).toEqual({
      Owner: { type: 'string' },
      Pet: { properties: { owner: { $ref: '#/components/schemas/Owner' } } },
    });
  });

  it('take a file by two names for one', async () => {
    await writeFile(join(folder, 'real.json'), JSON.stringify({ A: { type: 'string' } }));
    await symlink(join(folder, 'real.json'), join(folder, 'link.json'));
    const prepared = await prepareFiles({
      'root.json': returning({ anyOf: [{ $ref: 'real.json#/A' }, { $ref: 'link.json#/A' }] }),
    });
    expect(Object.keys(schemasOf(prepared) as object)).toEqual(['A']);
  });

  it('may lead to paths, parameters, bodies and responses, which are written where they are used', async () => {
    const prepared = await prepareFiles({
      'root.yaml':
        'openapi: 3.0.3\ninfo: {title: t, version: "1"}\nservers: [{url: "https://x"}]\npaths:\n  /a/{id}: {$ref: "paths.yaml#/~1a"}\n',
      'paths.yaml':
        '/a:\n  parameters: [{$ref: "parts/all.yaml#/parameters/id"}]\n  post:\n    operationId: a\n    requestBody: {$ref: "parts/all.yaml#/body"}\n    responses: {200: {$ref: "parts/all.yaml#/ok"}}\n',
      'parts/all.yaml':
        'parameters: {id: {name: id, in: path, required: true, schema: {$ref: "../types.json#/Id"}}}\nbody: {content: {a: {schema: {type: string}}}}\nok: {$ref: "#/fine"}\nfine: {description: fine}\n',
      'types.json': { Id: { type: 'string' } },
    });
    expect(contentOf(prepared)['paths']).toEqual({
      '/a/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { $ref: '#/components/schemas/Id' } }],
        post: {
          operationId: 'a',
          requestBody: { content: { a: { schema: { type: 'string' } } } },
          responses: { 200: { description: 'fine' } },
        },
      },
    });
    expect(prepared.changes.filter(({ rule }) => rule === 'inlined')).toHaveLength(5);
  });

  it('to schemas inside of the document get names of their own', async () => {
    const prepared = await prepareObject(
      documentOf({
        '/a': {
          get: { operationId: 'a', responses: answer({ type: 'object', properties: { b: { type: 'string' } } }) },
        },
        '/b': {
          get: {
            operationId: 'b',
            responses: answer({ $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/properties/b' }),
          },
        },
      }),
    );
    expect(schemasOf(prepared)).toEqual({ a_get_200_b: { type: 'string' } });
  });

  it.each<[string, object, RegExp]>([
    [
      'to nothing',
      { $ref: '#/components/schemas/None' },
      /schema\/\$ref: the reference '#\/components\/schemas\/None' leads to nothing/,
    ],
    [
      'to no file',
      { $ref: 'none.json#/A' },
      /root\.json:1:\d+: .*\$ref: the reference 'none\.json#\/A' leads to .*none\.json, which cannot be read/,
    ],
    ['to nothing in a file', { $ref: 'other.json#/None' }, /the reference 'other\.json#\/None' leads to nothing/],
    ['to a broken file', { $ref: 'broken.json' }, /broken\.json:1:2: /],
    ['to http', { $ref: 'http://x.example/a.json' }, /leads to http:/],
    ['back to itself', { $ref: '#/components/schemas/Loop' }, /leads back to itself and to no schema/],
    ['that is no address', { $ref: 'https://' }, /is no address/],
    [
      'from another file to nothing',
      { $ref: 'other.json#/Bad' },
      /other\.json:1:\d+: \/Bad\/items\/\$ref: the reference '#\/None'/,
    ],
  ])('%s are mistakes', async (_name, schema, message) => {
    const files = {
      'root.json': returning(schema, {
        components: {
          schemas: { Loop: { $ref: '#/components/schemas/Back' }, Back: { $ref: '#/components/schemas/Loop' } },
        },
      }),
      'other.json': { A: {}, Bad: { items: { $ref: '#/None' } } },
      'broken.json': '{',
    };
    await expect(prepareFiles(files)).rejects.toThrow(message);
  });

  it('of parameters that lead in a circle are mistakes', async () => {
    const parameters = { a: { $ref: '#/components/parameters/b' }, b: { $ref: '#/components/parameters/a' } };
    const document = documentOf(
      { '/a': { get: { parameters: [{ $ref: '#/components/parameters/a' }], responses: {} } } },
      { components: { parameters } },
    );
    await expect(prepareObject(document)).rejects.toThrow(/leads back to itself/);
  });

  it('are not followed in data', async () => {
    const example = { $ref: 'nowhere.json' };
    const prepared = await prepareFiles({
      'root.json': returning({ type: 'object', example, default: example, enum: [example] }),
    });
    expect(schemaOf(prepared)).toEqual({ type: 'object', example, default: example, enum: [example] });
  });

  it('read only what the chosen operations need', async () => {
    await writeFile(
      join(folder, 'root.json'),
      JSON.stringify(
        documentOf({
          '/a': { get: { operationId: 'a', responses: answer({}) } },
          '/b': { get: { operationId: 'b', responses: answer({ $ref: 'none.json' }) } },
        }),
      ),
    );
    const prepared = await prepare(
      { kind: 'file', file: join(folder, 'root.json') },
      { fetch: offline, operations: ['/a'] },
    );
    expect(prepared.operations).toHaveLength(1);
  });
});

describe('names of 3.1 for schemas', () => {
  const in31 = (schema: object, schemas: object): object => ({
    ...returning(schema, { components: { schemas } }),
    openapi: '3.1.0',
  });

  it('$anchor, $id and $dynamicRef lead to their schemas', async () => {
    const prepared = await prepareObject(
      in31(
        { anyOf: [{ $ref: '#named' }, { $ref: 'https://x.example/tree' }, { $dynamicRef: '#node' }] },
        {
          A: { $anchor: 'named', type: 'string' },
          Tree: {
            $id: 'https://x.example/tree',
            properties: { inner: { $ref: '#/$defs/leaf' } },
            $defs: { leaf: { type: 'integer' } },
          },
          Node: { $dynamicAnchor: 'node', type: 'boolean' },
        },
      ),
    );
    expect(schemaOf(prepared)).toEqual({
      anyOf: ['A', 'Tree', 'Node'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
    });
    expect(schemasOf(prepared)).toMatchObject({
      Tree: { properties: { inner: { $ref: '#/components/schemas/Tree_leaf' } } },
      Tree_leaf: { type: 'integer' },
    });
  });

  it('keep what stands beside a $ref', async () => {
    const beside = { $ref: '#/components/schemas/A', description: 'mine', maxLength: 3 };
    const prepared = await prepareObject(in31(beside, { A: { type: 'string' } }));
    expect(schemaOf(prepared)).toEqual({
      allOf: [{ $ref: '#/components/schemas/A' }],
      description: 'mine',
      maxLength: 3,
    });
    const before = await prepareObject(returning(beside, { components: { schemas: { A: { type: 'string' } } } }));
    expect(schemaOf(before)).toEqual({ $ref: '#/components/schemas/A' });
    expect(rulesOf(before.changes)).toEqual([
      'ref-siblings /paths/~1a/get/responses/200/content/application~1json/schema',
    ]);
  });

  it('follow schemas that are nothing but a reference', async () => {
    const prepared = await prepareObject(
      returning(
        { $ref: '#/components/schemas/A' },
        { components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { type: 'string' } } } },
      ),
    );
    expect(schemasOf(prepared)).toEqual({ B: { type: 'string' } });
    expect(rulesOf(prepared.changes)).toEqual(['alias /components/schemas/A']);
  });

  it('have no characters that are refused', async () => {
    const prepared = await prepareObject(
      returning(
        { $ref: '#/components/schemas/A%3CB%3E' },
        { components: { schemas: { 'A<B>': { type: 'string' }, A_B: {} } } },
      ),
    );
    expect(schemasOf(prepared)).toEqual({ A_B_2: { type: 'string' } });
  });
});
