import fc from 'fast-check';

/** A JSON object of unknown shape. */
export type Plain = Readonly<Record<string, unknown>>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NAMES = ['a', 'b', 'c'];
const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** Values that schemas over the names a, b and c tell apart. */
export const arbitraryValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 1.5, -1, '', 'a', 'b', 'aaa', [], {}),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** A mapping with some of these members. */
function some(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Plain> {
  return fc.record(members, { requiredKeys: [] });
}

const scalar = fc.constantFrom<unknown>(null, true, 0, 1, 'a', 'b');
const bound = fc.constantFrom(0, 1, 1.5, 2);
const size = fc.constantFrom(0, 1, 2);
const types = fc.oneof(
  fc.constantFrom(...TYPES),
  fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }),
);
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });

/** Keywords that 3.0 can say, also those for which it has other words; `deep` makes the schemas inside. */
function exactKeywords(deep: fc.Arbitrary<unknown>): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  const map = fc.dictionary(fc.constantFrom(...NAMES), deep, { maxKeys: 2 });
  const list = fc.array(deep, { minLength: 1, maxLength: 3 });
  return {
    type: types,
    const: scalar,
    enum: fc.array(scalar, { minLength: 1, maxLength: 3 }),
    minimum: bound,
    exclusiveMinimum: bound,
    maximum: bound,
    exclusiveMaximum: bound,
    minLength: size,
    maxLength: size,
    minItems: size,
    required: names,
    properties: map,
    additionalProperties: fc.oneof(fc.boolean(), deep),
    items: deep,
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: deep,
    if: deep,
    then: deep,
    else: deep,
    contains: deep,
    dependentRequired: fc.dictionary(fc.constantFrom(...NAMES), names, { maxKeys: 2 }),
    dependentSchemas: map,
    unevaluatedProperties: fc.constant(false),
    examples: fc.array(scalar, { maxLength: 2 }),
    description: fc.constant('words'),
    $comment: fc.constant('words'),
  };
}

/** A few of many keywords, so that schemas stay small and meet each other. */
function few(keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Plain> {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, keywords[name] ?? scalar]))));
}

/** A schema of 3.1 whose meaning 3.0 can keep; conditions inside of conditions are beyond that, and reported. */
export const arbitraryExactSchema: fc.Arbitrary<unknown> = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.boolean(),
    few({ type: types, const: scalar, enum: fc.array(scalar, { minLength: 1 }) }),
    few(exactKeywords(tie('schema'))),
  ),
})).schema;

const reference = fc.record({ $ref: fc.constantFrom(...NAMES.map((name) => `#/components/schemas/${name}`)) });

const anySchema: fc.Arbitrary<unknown> = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.boolean(),
    reference,
    few({
      ...exactKeywords(tie('schema')),
      $ref: fc.constant('#/components/schemas/a'),
      prefixItems: fc.array(tie('schema'), { maxLength: 2 }),
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), tie('schema'), { maxKeys: 2 }),
      propertyNames: tie('schema'),
      unevaluatedItems: tie('schema'),
      minContains: size,
      contentEncoding: fc.constant('base64'),
      contentMediaType: fc.constant('image/png'),
      $defs: fc.dictionary(fc.constantFrom(...NAMES), tie('schema'), { maxKeys: 1 }),
      $schema: fc.constant('https://json-schema.org/draft/2020-12/schema'),
      nullable: fc.boolean(),
      default: scalar,
      discriminator: fc.record({ propertyName: fc.constant('a') }),
      'x-extension': scalar,
      unknown: scalar,
      maxLength: fc.constantFrom(1.5, -1, 2 ** 40),
      maximum: fc.constantFrom(1e30, 2 ** 63),
    }),
  ),
})).schema;

const parameter = fc.oneof(
  fc.record({
    name: fc.constantFrom('q', 'r', 's'),
    in: fc.constantFrom('query', 'header', 'cookie'),
    schema: anySchema,
  }),
  fc.constant({ $ref: '#/components/parameters/limit' }),
  fc.constant({ name: 'id', in: 'path', schema: { type: 'string' } }),
);

const response = fc.oneof(
  fc.constant({ $ref: '#/components/responses/problem' }),
  some({
    description: fc.constant('words'),
    content: fc.record({
      'application/json': some({ schema: anySchema, examples: fc.constant({ one: { value: 1 } }) }),
    }),
  }),
);

const operation = some({
  operationId: fc.constantFrom('op1', 'op-1', 'OP1', 'op2', 'x'.repeat(80), `${'x'.repeat(80)}y`, '***'),
  tags: fc.subarray(['x', 'y']),
  summary: fc.constantFrom('', 'words', 'x'.repeat(400)),
  parameters: fc.array(parameter, { maxLength: 3 }),
  requestBody: some({ content: fc.record({ 'application/json': some({ schema: anySchema }) }) }),
  responses: fc.dictionary(fc.constantFrom('200', '4XX', 'default', 'ok'), response, { maxKeys: 2 }),
  security: fc.constant([]),
  deprecated: fc.boolean(),
});

const item = fc
  .tuple(
    fc.constantFrom('get', 'post', 'put', 'delete', 'head'),
    operation,
    some({ patch: operation, summary: fc.constant('words'), parameters: fc.array(parameter, { maxLength: 1 }) }),
  )
  .map(([method, one, rest]) => ({ ...rest, [method]: one }));

/** A document of 3.1 with what a document may have, right and wrong, as far as it can be mended. */
export const arbitraryDocument: fc.Arbitrary<Plain> = fc.record({
  openapi: fc.constant('3.1.0'),
  info: fc.constant({ title: 't', version: '1', summary: 's', license: { name: 'MIT', identifier: 'MIT' } }),
  servers: fc.constantFrom<unknown>([], [{ url: 'http://a' }, { url: 'https://b' }], [{ url: '/v1' }]),
  paths: fc
    .uniqueArray(fc.constantFrom('/', '/a', '/a/{id}', '/a/b', '/a/b?c=1', '/b/*', '/b/{id}/c'), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((paths) => fc.record(Object.fromEntries(paths.map((path) => [path, item])))),
  webhooks: fc.constant({}),
  tags: fc.constant([{ name: 'x' }, { name: 'z' }]),
  components: fc.record({
    schemas: fc.record({
      a: few({ type: types, items: reference }),
      b: anySchema.filter((schema) => !isPlain(schema) || !Object.hasOwn(schema, '$ref')),
      c: fc.constant({ type: 'object', properties: { c: { $ref: '#/components/schemas/c' } } }),
    }),
    parameters: fc.constant({ limit: { name: 'limit', in: 'query', schema: { type: 'integer' } } }),
    responses: fc.record({
      problem: fc.record({ description: fc.constant(''), content: fc.record({ j: fc.record({ schema: anySchema }) }) }),
    }),
  }),
});
