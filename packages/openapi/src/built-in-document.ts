import type { SourceDocument } from './document.ts';
import type { JsonObject } from './json.ts';
import { OPENAI_V1_OPERATIONS, type OperationRow } from './openai-v1-operations.ts';

/**
 * The compact description of `/openai/v1` that the project brings along: every operation with its parameters and media
 * types, and no schemas, because the gateway looks into bodies itself and Foundry validates them.
 */
export function builtInDocument(): SourceDocument {
  const paths: JsonObject = {};
  for (const row of OPENAI_V1_OPERATIONS) {
    paths[row.path] = { ...(paths[row.path] as JsonObject | undefined), [row.method]: operation(row) };
  }
  return {
    url: 'memory:/built-in',
    name: 'built-in',
    text: undefined,
    root: { openapi: '3.0.1', info: { title: 'OpenAI v1', version: 'v1' }, paths },
  };
}

function operation({ path, operationId, request, responses }: OperationRow): JsonObject {
  const names = [...path.matchAll(/\{(?<name>[^}]+)\}/g)].map((match) => match.groups?.['name'] ?? '');
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const content = Object.fromEntries(responses.map((mediaType) => [mediaType, { schema: schemaOf(mediaType) }]));
  return {
    operationId,
    summary: words(operationId),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(request === undefined
      ? {}
      : { requestBody: { required: true, content: { [request]: { schema: { type: 'object' } } } } }),
    responses: { '200': { description: 'OK', content } },
  };
}

function schemaOf(mediaType: string): JsonObject {
  return mediaType.endsWith('json') ? { type: 'object' } : { type: 'string', format: 'binary' };
}

/** `createChatCompletion` → `Create chat completion`. */
function words(operationId: string): string {
  const text = operationId
    .replaceAll('_', ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
