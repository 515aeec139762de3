import { describe, expect, test } from 'vitest';
import type { CallContext } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const SCHEMAS = {
  components: {
    schemas: {
      Order: {
        type: 'object',
        required: ['id', 'lines'],
        properties: {
          id: { type: 'integer', minimum: 1 },
          note: { type: 'string', maxLength: 5, nullable: true },
          lines: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Line' } },
          kind: { enum: ['a', 'b'] },
        },
      },
      Line: {
        type: 'object',
        additionalProperties: false,
        properties: { sku: { type: 'string', pattern: '^[A-Z]+$' } },
      },
    },
  },
};

const ORDER = { contentType: 'application/json', schemaId: 's1', typeName: 'Order' };

const API = { id: 'a', name: 'a', path: 'api', serviceUrl: 'https://model.example', schemas: { s1: SCHEMAS } };

const CONTEXT: CallContext = {
  api: API,
  operation: {
    id: 'o',
    name: 'o',
    method: 'POST',
    urlTemplate: '/orders/{id}',
    templateParameters: [{ name: 'id', type: 'integer', required: true }],
    request: {
      queryParameters: [
        { name: 'top', type: 'integer' },
        { name: 'sort', values: ['asc', 'desc'] },
        { name: 'filter', required: true },
      ],
      headers: [{ name: 'X-Trace', type: 'string' }],
      representations: [ORDER],
    },
    responses: [
      { statusCode: 200, headers: [{ name: 'X-Left', type: 'integer' }], representations: [ORDER] },
      {
        statusCode: 404,
        representations: [
          { contentType: 'application/json', examples: { one: { value: { e: 1 } }, two: { value: '{"e":2}' } } },
        ],
      },
    ],
  },
  schemas: { other: { type: 'object', definitions: { n: { type: 'number' } } } },
};

const content = (
  attributes = '',
  children = '<content type="application/json" validate-as="json" action="prevent" />',
): string =>
  `<validate-content unspecified-content-type-action="prevent" max-size="200" size-exceeded-action="prevent" errors-variable-name="errors" ${attributes}>${children}</validate-content>`;

const requestWith = (body: string, type = 'application/json') => ({
  url: 'https://gateway.azure-api.net/api/orders/1',
  body: Buffer.from(body),
  headers: [['Content-Type', type]] as const,
});

describe('validate-content', () => {
  test.each<[string, string, string | undefined, RegExp | undefined]>([
    ['a sound body', '{"id":1,"lines":[{"sku":"A"}],"note":null}', 'application/json; charset=utf-8', undefined],
    ['a missing member', '{"id":1}', 'application/json', /Required properties are missing from object: lines\./],
    ['a wrong type', '{"id":"1","lines":[{}]}', 'application/json', /Invalid type\. Expected Integer but got String\./],
    ['too small', '{"id":0,"lines":[{}]}', 'application/json', /Integer 0 is less than minimum value of 1\./],
    ['too long', '{"id":1,"lines":[{}],"note":"abcdef"}', 'application/json', /exceeds maximum length of 5/],
    ['an empty list', '{"id":1,"lines":[]}', 'application/json', /Array item count 0 is less than/],
    [
      'below a reference',
      '{"id":1,"lines":[{"sku":"a"}]}',
      'application/json',
      /does not match regex pattern '\^\[A-Z\]\+\$'/,
    ],
    [
      'more members than allowed',
      '{"id":1,"lines":[{"x":1}]}',
      'application/json',
      /Property 'x' has not been defined/,
    ],
    ['not of the list', '{"id":1,"lines":[{}],"kind":"c"}', 'application/json', /Value "c" is not defined in enum\./],
    ['no JSON', '{', 'application/json', /The body is no JSON/],
    ['another type', '<a/>', 'text/xml', /Unspecified content type text\/xml is not allowed\./],
    [
      'too large',
      `{"id":1,"lines":[{}],"x":"${'x'.repeat(200)}"}`,
      'application/json',
      /it exceeds the configured limit of 200 bytes/,
    ],
  ])('%s', async (_name, body, type, message) => {
    const ran = await new TestGateway().run(`<inbound>${content()}</inbound>`, requestWith(body, type), CONTEXT);
    expect(ran.status).toBe(message === undefined ? 200 : 400);
    if (message === undefined) expect(ran.outcome.error).toBeNull();
    else {
      expect(ran.outcome.error).toMatchObject({ source: 'validate-content', reason: 'Bad request' });
      expect(ran.outcome.error?.message).toMatch(message);
    }
  });

  test.each<[string, object, RegExp]>([
    [
      'a reference that leads nowhere',
      { $ref: '#/components/schemas/Nowhere' },
      /Could not resolve schema reference '#\/components\/schemas\/Nowhere'\./,
    ],
    [
      'a keyword that is not looked at',
      { patternProperties: { '^x': { type: 'string' } } },
      /The schema keyword 'patternProperties' is not supported by this engine\./,
    ],
  ])('%s is no silent pass', async (_name, Order, message) => {
    const context = { ...CONTEXT, api: { ...API, schemas: { s1: { components: { schemas: { Order } } } } } };
    const ran = await new TestGateway().run(`<inbound>${content()}</inbound>`, requestWith('{"x":1}'), context);
    expect([ran.status, ran.outcome.error?.message]).toEqual([400, expect.stringMatching(message)]);
  });

  test('detect lets pass and keeps what it found', async () => {
    const policy = `<inbound>${content('', '<content type="application/json" validate-as="json" action="detect" />')}<set-header name="Found"><value>@(((JArray)context.Variables["errors"])[0]["ValidationRule"].ToString())</value></set-header></inbound>`;
    const ran = await new TestGateway().run(policy, requestWith('{"id":1}'), CONTEXT);
    expect(ran.outcome.backend?.headers).toContainEqual(['Found', 'IncorrectMessage']);
  });

  test('a response that does not conform is the owner’s business alone', async () => {
    const ran = await new TestGateway().run(`<outbound>${content()}</outbound>`, requestWith(''), CONTEXT);
    expect([ran.status, ran.json]).toEqual([
      502,
      {
        statusCode: 502,
        message: 'The request could not be processed due to an internal error. Contact the API owner.',
      },
    ]);
    expect(ran.outcome.error).toMatchObject({ reason: 'Response not allowed' });
  });

  test.each<[string, string, string, string | undefined, number]>([
    [
      'mapped by name',
      '<content-type-map><type from="application/hal+json" to="application/json" /></content-type-map>',
      '{"id":1}',
      'application/hal+json',
      400,
    ],
    [
      'mapped where there is none',
      '<content-type-map missing-content-type-value="application/json" />',
      '{"id":1}',
      undefined,
      400,
    ],
    [
      'mapped by condition',
      '<content-type-map><type when="@(true)" to="application/json" /></content-type-map>',
      '{"id":1}',
      'x/y',
      400,
    ],
    ['mapped always', '<content-type-map any-content-type-value="application/json" />', '{"id":1}', 'x/y', 400],
  ])('%s', async (_name, map, body, type, status) => {
    const policy = content('', `${map}<content type="application/json" validate-as="json" action="prevent" />`);
    const { headers, ...rest } = requestWith(body, type);
    const ran = await new TestGateway().run(
      `<inbound>${policy}</inbound>`,
      { ...rest, headers: type === undefined ? [] : headers },
      CONTEXT,
    );
    expect([ran.status, ran.text.includes('associated with the content type application/json')]).toEqual([
      status,
      true,
    ]);
  });

  test.each([
    ['schema-id="other"', '[]', /Expected Object but got Array/],
    ['schema-id="other" schema-ref="#/definitions/n"', '"x"', /Expected Number but got String/],
    ['schema-id="none"', '{}', /API's schema does not exist/],
    ['allow-additional-properties="false"', '{"id":1,"lines":[{}],"more":1}', /Property 'more' has not been defined/],
    ['allow-additional-properties="true"', '{"id":1,"lines":[{"more":1}]}', undefined],
  ])('%s', async (attributes, body, message) => {
    const policy = content('', `<content type="application/json" validate-as="json" action="prevent" ${attributes} />`);
    const ran = await new TestGateway().run(`<inbound>${policy}</inbound>`, requestWith(body), CONTEXT);
    if (message === undefined) expect(ran.outcome.error).toBeNull();
    else expect(ran.outcome.error?.message).toMatch(message);
  });
});

describe('validate-parameters', () => {
  const policy = (children = '', specified = 'prevent', unspecified = 'ignore'): string =>
    `<inbound><validate-parameters specified-parameter-action="${specified}" unspecified-parameter-action="${unspecified}" errors-variable-name="e">${children}</validate-parameters></inbound>`;
  test.each<[string, string, string, RegExp | undefined]>([
    [policy(), '?filter=a&top=5&sort=asc', '1', undefined],
    [policy(), '?top=5', '1', /Required query parameter filter is missing/],
    [
      policy(),
      '?filter=a&top=x',
      '1',
      /Value of the query parameter top does not conform to the definition\. Invalid type/,
    ],
    [policy(), '?filter=a&sort=up', '1', /Value "up" is not defined in enum/],
    [policy(), '?filter=a&filter=b', '1', /Request cannot contain multiple values for the query parameter filter\./],
    [policy(), '?filter=a', 'x', /path parameter id/],
    [policy('', 'ignore', 'prevent'), '?filter=a&other=1', '1', /Unspecified header Content-Type is not allowed\./],
    [
      policy(
        '<headers specified-parameter-action="ignore" unspecified-parameter-action="ignore" />',
        'ignore',
        'prevent',
      ),
      '?filter=a&other=1',
      '1',
      /Unspecified query parameter other is not allowed\./,
    ],
    [
      policy(
        '<query specified-parameter-action="prevent" unspecified-parameter-action="prevent"><parameter name="other" action="ignore" /></query>',
      ),
      '?filter=a&other=1',
      '1',
      undefined,
    ],
    [policy('', 'detect'), '?top=x', '1', undefined],
  ])('%s of %s, %s', async (document, query, id, message) => {
    const ran = await new TestGateway().run(
      document,
      {
        url: `https://gateway.azure-api.net/api/orders/${id}${query}`,
        headers: [['Content-Type', 'application/json']],
        matchedParameters: { id },
      },
      CONTEXT,
    );
    expect(ran.status).toBe(message === undefined ? 200 : 400);
    if (message !== undefined) expect(ran.outcome.error?.message).toMatch(message);
  });
});

describe('responses', () => {
  const answered = async (policy: string, status: number, headers: readonly [string, string][] = []) => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status, headers, body: new Uint8Array() });
    return await gateway.run(`<outbound>${policy}</outbound>`, {}, CONTEXT);
  };
  test.each<[string, number, readonly [string, string][], number]>([
    [
      '<validate-headers specified-header-action="prevent" unspecified-header-action="prevent" />',
      200,
      [['X-Left', '5']],
      200,
    ],
    [
      '<validate-headers specified-header-action="prevent" unspecified-header-action="ignore" />',
      200,
      [['x-left', 'many']],
      502,
    ],
    [
      '<validate-headers specified-header-action="ignore" unspecified-header-action="prevent" />',
      200,
      [['Server', 's']],
      502,
    ],
    [
      '<validate-headers specified-header-action="ignore" unspecified-header-action="prevent"><header name="server" action="ignore" /></validate-headers>',
      200,
      [['Server', 's']],
      200,
    ],
    ['<validate-status-code unspecified-status-code-action="prevent" />', 404, [], 404],
    ['<validate-status-code unspecified-status-code-action="prevent" />', 500, [], 502],
    [
      '<validate-status-code unspecified-status-code-action="prevent"><status-code code="500" action="ignore" /></validate-status-code>',
      500,
      [],
      500,
    ],
    ['<validate-status-code unspecified-status-code-action="detect" />', 500, [], 500],
  ])('%s of %i %j', async (policy, status, headers, expected) => {
    expect((await answered(policy, status, headers)).status).toBe(expected);
  });

  test.each([
    ['<mock-response status-code="404" />', 404, '{"e":1}'],
    ['<mock-response status-code="404" content-type="application/json" index="1" />', 404, '{"e":2}'],
    ['<mock-response status-code="404" content-type="text/plain" />', 404, ''],
    ['<mock-response />', 200, '{"id":1,"note":"string","lines":[{"sku":"string"}],"kind":"a"}'],
    ['<mock-response status-code="204" />', 204, ''],
  ])('%s', async (policy, status, body) => {
    const ran = await new TestGateway().run(`<inbound>${policy}</inbound>`, {}, CONTEXT);
    expect([ran.status, ran.text]).toEqual([status, body]);
  });
});
