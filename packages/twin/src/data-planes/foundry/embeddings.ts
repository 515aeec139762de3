import type { TwinResponse } from '../../kernel/http.ts';
import { embeddingOf, tokensOf } from './answers.ts';
import { invalidRequest } from './errors.ts';
import type { ModelCall } from './model-call.ts';

/** Dimensions of the models that have others than 1,536. */
const DIMENSIONS: Readonly<Record<string, number>> = { 'text-embedding-3-large': 3072 };

/** POST /embeddings: floats, or base64 of 32-bit floats as OpenAI's own clients ask for. */
export function embeddings({ body, model }: ModelCall): TwinResponse {
  const input = typeof body['input'] === 'string' ? [body['input']] : body['input'];
  if (!Array.isArray(input) || input.length === 0 || !input.every((item) => typeof item === 'string')) {
    throw invalidRequest("Invalid 'input': expected a string or a non-empty array of strings.", 'input');
  }
  const wanted = body['dimensions'];
  const dimensions = typeof wanted === 'number' ? wanted : (DIMENSIONS[model] ?? 1536);
  const encode = (text: string) => {
    const vector = embeddingOf(text, dimensions);
    return body['encoding_format'] === 'base64'
      ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
      : vector;
  };
  const tokens = input.reduce((sum, text) => sum + tokensOf(text), 0);
  return {
    status: 200,
    body: {
      object: 'list',
      data: input.map((text, index) => ({ object: 'embedding', index, embedding: encode(text) })),
      model,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    },
  };
}
