import { createHash } from 'node:crypto';
import type { ImportedDocument } from '../../src/import/import-request.ts';

type Members = Readonly<Record<string, unknown>>;

/** An operation of a test's document: `POST /chat/completions`, and its members. */
export type Operations = Readonly<Record<string, Members>>;

const ok = { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } };
const body = { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Chat' } } } };

export const CHAT: Operations = {
  'POST /chat/completions': { operationId: 'createChatCompletion', requestBody: body, responses: { 200: ok } },
};
export const MODELS: Operations = {
  'GET /models': {
    operationId: 'listModels',
    parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
    responses: { 200: ok },
  },
};

const SCHEMAS: Members = {
  Answer: { type: 'object', properties: { id: { type: 'string' }, usage: { $ref: '#/components/schemas/Usage' } } },
  Usage: { type: 'object', properties: { total: { type: 'integer' } } },
  Chat: {
    type: 'object',
    required: ['model'],
    properties: {
      model: { type: 'string' },
      effort: { type: 'string', enum: ['low', 'high'] },
      messages: { type: 'array', items: { $ref: '#/components/schemas/Message' } },
    },
  },
  Message: {
    type: 'object',
    properties: { content: { type: 'string' }, next: { $ref: '#/components/schemas/Message' } },
  },
};

/** A prepared document with these operations; `schemas` replaces some of its schemas. */
export function documentOf(operations: Operations, schemas: Members = {}): ImportedDocument {
  const paths: Record<string, Record<string, Members>> = {};
  for (const [address, operation] of Object.entries(operations)) {
    const [verb = '', path = ''] = address.split(' ');
    (paths[path] ??= {})[verb.toLowerCase()] = operation;
  }
  const text = JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'OpenAI', version: '1' },
    paths,
    components: { schemas: { ...SCHEMAS, ...schemas } },
  });
  return {
    format: 'openapi+json',
    text,
    hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    operations: Object.entries(operations).map(([address, { operationId }]) => {
      const [method = '', urlTemplate = ''] = address.split(' ');
      return { name: String(operationId).toLowerCase(), method, urlTemplate };
    }),
  };
}
