import type { SemanticCache } from '@lz/config';
import { CHAT_OPERATIONS, isOneOf } from './operations.ts';
import { choose, text, when } from './pieces.ts';
import { escapeAttribute, escapeText } from './xml.ts';

/** How alike prompts must be, and the backend that tells. */
export interface SemanticCacheOptions extends SemanticCache {
  readonly backendId: string;
}

/**
 * Answers of one person never reach another, nor do those of another model, operation, tool or format: whatever the
 * request says beside its messages must be the same.
 */
const REST_OF_REQUEST = `@{
              var body = context.Request.Body.As<JObject>(preserveContent: true);
              body.Remove("messages");
              body.Remove("input");
              return context.Api.Id + " " + ((string)context.Variables["operation"]) + " " + body.ToString();
            }`;

/** Before tokens are counted: an answer that the gateway has already costs nobody's quota. */
export function cacheLookup(options: SemanticCacheOptions | undefined): readonly string[] {
  if (options === undefined) return [];
  const { backendId, scoreThreshold } = options;
  const lookup = `        <llm-semantic-cache-lookup score-threshold="${scoreThreshold}" embeddings-backend-id="${escapeAttribute(backendId)}" embeddings-backend-auth="system-assigned">
          <vary-by>${escapeText(`@(${text('person')})`)}</vary-by>
          <vary-by>${escapeText(REST_OF_REQUEST)}</vary-by>
        </llm-semantic-cache-lookup>`;
  return [cached(lookup)];
}

/** Only good answers are kept. */
export function cacheStore(options: SemanticCacheOptions | undefined): readonly string[] {
  return options === undefined
    ? []
    : [cached(`        <llm-semantic-cache-store duration="${options.minutes * 60}" />`)];
}

function cached(policy: string): string {
  return choose(when(`${isOneOf(CHAT_OPERATIONS)} && ${text('model')} != ""`, policy));
}
