import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenApiError, type PreparedDocument } from '../src/index.ts';
import { arbitraryDocument, arbitraryExactSchema, arbitraryValue, isPlain, type Plain } from './arbitrary.ts';
import { validatorOf30 } from './openapi-30.ts';
import { documentOf, prepareObject } from './support.ts';

const RUNS = { numRuns: 150, seed: 5 };
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const valid30 = validatorOf30();

describe('any document that is prepared', () => {
  const prepared = (check: (result: PreparedDocument, given: Plain) => void | Promise<void>) =>
    fc.assert(
      fc.asyncProperty(arbitraryDocument, async (given) => {
        await check(await prepareObject(given), given);
      }),
      RUNS,
    );

  it('loses no operation without saying so, keeps every reference inside, and leaves no word of 3.1', async () => {
    await prepared((result, given) => {
      const document = JSON.parse(result.text) as Plain;
      expect(operationsOf(document)).toEqual(operationsOf(given));
      for (const reference of referencesIn(document)) expect(targetOf(document, reference), reference).toBeDefined();
      expect(wordsOf31(document)).toEqual([]);
      expect(valid30(document), JSON.stringify(valid30.errors?.slice(0, 3))).toBe(true);
    });
  });

  it('is the same every time, and has nothing left to prepare', async () => {
    await prepared(async (result, given) => {
      expect((await prepareObject(given)).hash).toBe(result.hash);
      const again = await prepareObject(result.text);
      expect([again.text, again.changes]).toEqual([result.text, []]);
    });
  });

  it('has exactly the chosen operations, and reports the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDocument,
        fc.constantFrom('get **', '/a/**', '!op*', 'tag:x', 'op1*'),
        async (given, glob) => {
          const result = await prepareObject(given, [glob]).catch((error: unknown) => error);
          if (result instanceof OpenApiError) {
            expect(result.message).toMatch(/no operation matches|leaves none/);
            return;
          }
          const { text, changes, operations } = result as PreparedDocument;
          const left = changes.filter(({ rule }) => rule === 'not-chosen').length;
          expect(operations.length + left).toBe(operationsOf(given).length);
          expect(operationsOf(JSON.parse(text) as Plain)).toHaveLength(operations.length);
        },
      ),
      RUNS,
    );
  });
});

describe('a schema of 3.1 that 3.0 can say', () => {
  it('takes the same values as before', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryExactSchema,
        fc.array(arbitraryValue, { minLength: 8, maxLength: 8 }),
        async (given, values) => {
          const content = { 'application/json': { schema: given } };
          const paths = {
            '/a': { post: { operationId: 'a', requestBody: { content }, responses: { 200: { description: '' } } } },
          };
          const prepared = await prepareObject({ ...documentOf(paths), openapi: '3.1.0' });
          fc.pre(!prepared.changes.some(({ kind }) => kind === 'weakened'));
          const document = JSON.parse(prepared.text) as typeof prepared & { paths: typeof paths };
          const made = document.paths['/a'].post.requestBody.content['application/json'].schema as Plain;
          const [before, after] = [compile(given), compile(as2020(made))];
          for (const value of values) {
            expect(after(value), JSON.stringify({ given, made, value })).toBe(before(value));
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, logger: false });

function compile(schema: unknown) {
  const validate = ajv.compile(schema as object);
  return (value: unknown): boolean => validate(value);
}

/** A schema of 3.0 in the words of 2020-12. */
function as2020(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(as2020);
  if (!isPlain(schema)) return schema;
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const made: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      ['enum', 'default', 'example'].includes(key) ? value : as2020(value),
    ]),
  );
  if (nullable === true && typeof made['type'] === 'string') made['type'] = [made['type'], 'null'];
  if (exclusiveMinimum === true) [made['exclusiveMinimum'], made['minimum']] = [made['minimum'], undefined];
  if (exclusiveMaximum === true) [made['exclusiveMaximum'], made['maximum']] = [made['maximum'], undefined];
  // A property may have the name of a keyword.
  if (isPlain(nullable)) made['nullable'] = as2020(nullable);
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
}

function operationsOf(document: Plain): readonly string[] {
  const found = ['paths', 'x-ms-paths'].flatMap((container) =>
    Object.entries((document[container] ?? {}) as Plain).flatMap(([path, item]) =>
      METHODS.filter((method) => isPlain(item) && isPlain(item[method])).map((method) => `${method} ${path}`),
    ),
  );
  return found.sort();
}

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string'
      ? [member]
      : key === 'example' || key === 'default'
        ? []
        : referencesIn(member),
  );
}

function targetOf(document: Plain, reference: string): unknown {
  if (!reference.startsWith('#/components/schemas/')) return undefined;
  const schemas = (document['components'] as Plain | undefined)?.['schemas'] as Plain | undefined;
  return schemas?.[reference.slice('#/components/schemas/'.length)];
}

const WORDS_OF_31 = new Set([
  ...[
    'const',
    'if',
    'then',
    'else',
    'contains',
    'prefixItems',
    'patternProperties',
    'propertyNames',
    'dependentRequired',
  ],
  ...[
    'dependentSchemas',
    'unevaluatedItems',
    'unevaluatedProperties',
    'contentEncoding',
    'contentMediaType',
    '$defs',
    '$id',
  ],
  ...['$anchor', '$dynamicRef', '$dynamicAnchor', '$schema', '$comment', 'minContains', 'maxContains', 'examples'],
  ...['webhooks', 'jsonSchemaDialect', 'pathItems', 'identifier'],
]);
const MAPS = new Set(['properties', 'schemas', 'paths', 'content', 'responses']);

function wordsOf31(value: unknown, isMap = false): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((member) => wordsOf31(member));
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (!isMap && ['example', 'default', 'enum'].includes(key)) return [];
    const isNew =
      !isMap &&
      (WORDS_OF_31.has(key) ||
        (key === 'type' && Array.isArray(member)) ||
        (key.startsWith('exclusive') && typeof member === 'number') ||
        (key === '$ref' && Object.keys(value).length > 1));
    return [...(isNew ? [key] : []), ...wordsOf31(member, !isMap && MAPS.has(key))];
  });
}
