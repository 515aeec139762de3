import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { callBackend } from '../backends/call-backend.ts';
import { identityToken } from '../backends/credentials.ts';
import { jsonObject, textsOf } from '../model-text.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { CacheHit } from '../semantic-cache/cache-hit.ts';
import { distance, type CachedAnswer } from '../semantic-cache/vector-cache.ts';
import type { Handler } from './handler.ts';

const AUDIENCE = 'https://cognitiveservices.azure.com';
const STORES = ['llm-semantic-cache-store', 'azure-openai-semantic-cache-store'];

/**
 * `llm-semantic-cache-lookup`: answers from the cache where a prompt before was at most the threshold away. A cache or an
 * embeddings backend that fails is no error: the model is asked.
 */
export const semanticCacheLookup: Handler = async (run, element) => {
  const prompt = await promptOf(run, element);
  if (prompt === undefined || run.ports.vectorCache === undefined) return;
  const vector = await embeddingOf(run, await run.required(element, 'embeddings-backend-id'), prompt);
  if (vector === undefined) return;
  const partition = await partitionOf(run, element);
  const found = nearest(run.ports.vectorCache.answers(partition, run.ports.now()), vector);
  if (found !== undefined && distance(found.vector, vector) <= Number(await run.text(element, 'score-threshold'))) {
    run.takeResponse(found);
    throw new CacheHit(STORES);
  }
  run.cacheMiss = { partition, vector };
};

/** `llm-semantic-cache-store`: keeps a good answer whose prompt was looked up before. */
export const semanticCacheStore: Handler = async (run, element) => {
  const { cacheMiss, response } = run;
  if (cacheMiss === undefined || response === undefined) return;
  if (response.status !== 200 && !(await run.flag(element, 'cache-response', false))) return;
  const seconds = (await run.whole(element, 'duration')) ?? 0;
  run.ports.vectorCache?.add(cacheMiss.partition, {
    vector: cacheMiss.vector,
    until: run.ports.now() + seconds * 1000,
    status: response.status,
    reason: response.reason,
    headers: response.headers.pairs,
    body: await response.body.collect(),
  });
};

/** The text that is compared. A stream is neither answered from a cache nor kept in one. */
async function promptOf(run: Run, element: PolicyElement): Promise<string | undefined> {
  const body = jsonObject(run.requestBody.bytes);
  const messages = body?.['messages'] ?? body?.['input'];
  if (body === undefined || messages === undefined || body['stream'] === true) return undefined;
  const most = await run.whole(element, 'max-message-count');
  const ignoresSystem = await run.flag(element, 'ignore-system-messages', false);
  const said = (Array.isArray(messages) ? (messages as unknown[]) : [messages]).filter(
    (message) => !ignoresSystem || !isSystem(message),
  );
  if (most !== undefined && said.length > most) return undefined;
  return textsOf(said).join('\n');
}

function isSystem(message: unknown): boolean {
  return typeof message === 'object' && message !== null && (message as { role?: unknown }).role === 'system';
}

/** Undefined where the backend does not answer as an embeddings model does. */
async function embeddingOf(run: Run, backend: string, input: string): Promise<readonly number[] | undefined> {
  try {
    const search = '?api-version=2024-02-01';
    const authorization = await ownToken(run, backend);
    const answer = await callBackend(run, { backend, path: '', search, json: { input }, ...authorization });
    const { data } = answer as { data?: readonly { readonly embedding?: readonly number[] }[] };
    return data?.[0]?.embedding;
  } catch (error) {
    if (error instanceof PolicyError) return undefined;
    throw error;
  }
}

/** A backend without credentials is called as the service's own identity: that is what `system-assigned` says. */
async function ownToken(run: Run, id: string): Promise<{ readonly authorization?: string }> {
  const { managedIdentity, authorization, headers = {} } = run.configuration.backends.get(id) ?? {};
  if (managedIdentity !== undefined || authorization !== undefined || Object.keys(headers).length > 0) return {};
  return { authorization: `Bearer ${await identityToken(run, AUDIENCE, undefined)}` };
}

/** Answers of one API, one operation and one caller's partition are apart from all others. */
async function partitionOf(run: Run, element: PolicyElement): Promise<string> {
  const parts = [run.call.api?.id ?? '', run.call.operation?.id ?? ''];
  for (const vary of element.children) parts.push(valueText(await run.content(vary)));
  return JSON.stringify(parts);
}

function nearest(answers: readonly CachedAnswer[], vector: readonly number[]): CachedAnswer | undefined {
  return answers.toSorted((left, right) => distance(left.vector, vector) - distance(right.vector, vector))[0];
}
