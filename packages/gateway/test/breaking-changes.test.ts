import { describe, expect, it } from 'vitest';
import { prepare } from '../../openapi/src/index.ts';
import { breakingChanges } from '../src/import/breaking-changes.ts';
import { documentContract } from '../src/import/document-contract.ts';
import { importApi } from '../src/import-api.ts';
import { storedContract, storedOperations } from '../src/import/stored-contract.ts';
import { reconcile } from '../src/reconcile.ts';
import { desiredState } from './support/desired.ts';
import { CHAT, documentOf, MODELS } from './support/documents.ts';
import { GatewayTwin } from './support/gateway-twin.ts';

type Document = ReturnType<typeof documentOf>;

/** A twin whose API holds the document, and what API Management says of it. */
async function stored(document: Document) {
  const twin = new GatewayTwin();
  const client = await twin.client();
  const desired = desiredState(twin);
  await reconcile(client, desired, { mode: 'apply', onChange: () => undefined });
  const properties = desired.find(({ id }) => id.endsWith('/apis/openai'))?.properties ?? {};
  const request = { serviceId: twin.apimId, apiId: 'openai', properties, document, mode: 'apply' } as const;
  await importApi(client, { ...request, allowBreakingChanges: true, onStep: () => undefined });
  const api = `${twin.apimId}/apis/openai`;
  return storedContract(client, api, await storedOperations(client, api));
}

const BEFORE = documentOf({ ...CHAT, ...MODELS });
const [chat, models] = [CHAT['POST /chat/completions'] ?? {}, MODELS['GET /models'] ?? {}];
const withChat = (operation: object): Document =>
  documentOf({ 'POST /chat/completions': { ...chat, ...operation }, ...MODELS });
const withModels = (operation: object): Document => documentOf({ ...CHAT, 'GET /models': { ...models, ...operation } });
const schema = (name: string, value: object): Document => documentOf({ ...CHAT, ...MODELS }, { [name]: value });
const message = { type: 'array', items: { $ref: '#/components/schemas/Message' } };
const limit = (more: object) => ({
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' }, ...more }],
});

describe('breaking changes against what API Management holds', async () => {
  const held = await stored(BEFORE);
  const found = (after: Document) =>
    breakingChanges(held, documentContract(after.text, after.operations)).map(
      ({ operation, what }) => `${operation.split(' ')[0] ?? ''} ${what}`,
    );

  it.each([
    ['the same document', BEFORE],
    ['a new operation', documentOf({ ...CHAT, ...MODELS, 'GET /new': { operationId: 'new', responses: {} } })],
    ['another operation id', withModels({ operationId: 'getModels' })],
    ['an optional parameter', withModels({ parameters: [...limit({}).parameters, { name: 'after', in: 'query' }] })],
    [
      'a status for all others',
      withChat({ responses: { default: (chat['responses'] as Record<string, unknown>)[200] } }),
    ],
    ['a wider type', withModels(limit({ schema: { type: 'number' } }))],
    ['an optional property', schema('Usage', { type: 'object', properties: { total: { type: 'integer' }, kept: {} } })],
    [
      'a wider enum',
      schema('Chat', {
        type: 'object',
        required: ['model'],
        properties: {
          model: { type: 'string' },
          effort: { type: 'string', enum: ['low', 'high', 'x'] },
          messages: message,
        },
      }),
    ],
  ])('are none for %s', (_what, after) => {
    expect(found(after)).toEqual([]);
  });

  it.each<[string, Document, string]>([
    ['an operation that is gone', documentOf(CHAT), 'listmodels is gone: callers must do without it'],
    [
      'another method',
      documentOf({ ...CHAT, 'POST /models': models }),
      'listmodels becomes POST /models: callers must call that',
    ],
    [
      'another template',
      documentOf({ ...CHAT, 'GET /all-models': models }),
      'listmodels becomes GET /all-models: callers must call that',
    ],
    [
      'a parameter that is gone',
      withModels({ parameters: [] }),
      'listmodels no longer knows the query parameter "limit": callers must not rely on it',
    ],
    [
      'a parameter that is needed now',
      withModels(limit({ required: true })),
      'listmodels needs the query parameter "limit" now: callers must send it',
    ],
    [
      'a new header that is needed',
      withModels({
        parameters: [
          ...limit({}).parameters,
          { name: 'x-team', in: 'header', required: true, schema: { type: 'string' } },
        ],
      }),
      'listmodels needs the header "x-team" now: callers must send it',
    ],
    [
      'fewer values of a parameter',
      withModels(limit({ schema: { type: 'integer', enum: [10] } })),
      'listmodels takes only 10 for the query parameter "limit": callers must send one of these',
    ],
    [
      'another type of a parameter',
      withModels(limit({ schema: { type: 'string' } })),
      'listmodels wants string for the query parameter "limit", and no longer integer: callers must send that',
    ],
    [
      'a body where there was none',
      withModels({ requestBody: { required: true, content: { 'application/json': {} } } }),
      'listmodels needs a body now: callers must send one',
    ],
    [
      'another media type of the request',
      withChat({ requestBody: { required: true, content: { 'text/plain': {} } } }),
      'createchatcompletion the request is no longer application/json: callers must send text/plain',
    ],
    [
      'a status that is gone',
      withChat({ responses: { 202: { description: 'later' } } }),
      'createchatcompletion no longer answers 200: callers must not wait for it',
    ],
    [
      'another media type of the answer',
      withChat({ responses: { 200: { description: 'ok', content: { 'text/event-stream': {} } } } }),
      'createchatcompletion the answer 200 is no longer application/json: callers must read text/event-stream',
    ],
    [
      'a property that is needed now, through a reference',
      schema('Message', { type: 'object', required: ['role'], properties: { content: { type: 'string' } } }),
      'createchatcompletion "messages[]" of the request must hold "role" now: callers must send it so',
    ],
    [
      'another type of a property',
      schema('Message', { type: 'object', properties: { content: { type: 'array' } } }),
      'createchatcompletion "messages[].content" of the request is array and no longer string: callers must send it so',
    ],
    [
      'fewer values of a property, in an allOf',
      schema('Chat', {
        allOf: [{ type: 'object', required: ['model'] }],
        properties: { model: { type: 'string' }, effort: { type: 'string', enum: ['low'] }, messages: message },
      }),
      'createchatcompletion "effort" of the request may no longer be "high": callers must send it so',
    ],
    [
      'a property that answers no longer have',
      schema('Answer', { type: 'object', properties: { id: { type: 'string' } } }),
      'createchatcompletion "usage" of the answer 200 is gone: callers must read it so',
    ],
  ])('are found: %s', (_what, after, line) => {
    expect(found(after)).toContain(line);
  });
});

it('the built-in document breaks nobody who was given it', async () => {
  const fetch = () => Promise.reject(new Error('no network'));
  const document = await prepare({ kind: 'built-in' }, { fetch });
  const held = await stored(document);
  expect(held.operations.length).toBeGreaterThan(3);
  expect(breakingChanges(held, documentContract(document.text, document.operations))).toEqual([]);
});
