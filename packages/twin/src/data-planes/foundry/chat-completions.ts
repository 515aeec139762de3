import type { TwinResponse } from '../../kernel/http.ts';
import { answerTo, idOf, piecesOf, textOf, tokensOf } from './answers.ts';
import { invalidRequest } from './errors.ts';
import type { ModelCall } from './model-call.ts';
import { eventStream } from './event-stream.ts';

/** POST /chat/completions. */
export function chatCompletions(call: ModelCall): TwinResponse {
  const { body, deployment, model, created } = call;
  const { messages } = body;
  if (!Array.isArray(messages))
    throw invalidRequest("Missing required parameter: 'messages'.", 'messages', 'missing_required_parameter');
  if (messages.length === 0)
    throw invalidRequest(
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'messages',
      'empty_array',
    );
  checkStream(body);
  const prompt = textOf(messages);
  const answer = answerTo(deployment, textOf((messages as unknown[]).findLast(isFromUser) ?? messages.at(-1)));
  const usage = usageOf(prompt, answer);
  const id = idOf('chatcmpl-', `${deployment}:${prompt}`);
  const head = { id, created, model };
  if (body['stream'] === true) return eventStream(chunksOf(head, answer, includesUsage(body) ? usage : undefined));
  return {
    status: 200,
    body: {
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          content_filter_results: FILTERS,
          message: { role: 'assistant', content: answer, refusal: null, annotations: [] },
        },
      ],
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: FILTERS }],
      usage,
      system_fingerprint: null,
    },
  };
}

/** OpenAI's own API refuses both, and the gateway must not make them out of what a caller sends. */
function checkStream({ stream, stream_options: options }: ModelCall['body']): void {
  const isGiven = stream !== undefined && stream !== null;
  if (isGiven && typeof stream !== 'boolean')
    throw invalidRequest(
      `Invalid type for 'stream': expected a boolean, but got ${Array.isArray(stream) ? 'an array' : `a value of type ${typeof stream}`} instead.`,
      'stream',
      'invalid_type',
    );
  if (options !== undefined && options !== null && stream !== true)
    throw invalidRequest(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      'stream_options',
      'invalid_request_error',
    );
}

function isFromUser(message: unknown): boolean {
  return typeof message === 'object' && message !== null && (message as { role?: unknown }).role === 'user';
}

function includesUsage(body: ModelCall['body']): boolean {
  const options = body['stream_options'];
  return (
    typeof options === 'object' && options !== null && (options as { include_usage?: unknown }).include_usage === true
  );
}

const SAFE = { filtered: false, severity: 'safe' };
const FILTERS = { hate: SAFE, self_harm: SAFE, sexual: SAFE, violence: SAFE };

function usageOf(prompt: string, answer: string) {
  const [promptTokens, completionTokens] = [tokensOf(prompt), tokensOf(answer)];
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

/** Azure begins with a chunk of filter results and no choices, and ends with usage if asked, then `[DONE]`. */
function* chunksOf(
  head: { readonly id: string; readonly created: number; readonly model: string },
  answer: string,
  usage: object | undefined,
): Iterable<string> {
  const chunk = (choices: readonly object[], more: object = {}): string =>
    `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, system_fingerprint: null, ...(usage === undefined ? {} : { usage: null }), ...more })}\n\n`;
  const choice = (delta: object, finish: string | null): object => ({
    index: 0,
    delta,
    finish_reason: finish,
    logprobs: null,
  });
  yield chunk([], { prompt_filter_results: [{ prompt_index: 0, content_filter_results: FILTERS }] });
  yield chunk([choice({ role: 'assistant', content: '', refusal: null }, null)]);
  for (const content of piecesOf(answer)) yield chunk([choice({ content }, null)]);
  yield chunk([choice({}, 'stop')]);
  if (usage !== undefined) yield chunk([], { usage });
  yield 'data: [DONE]\n\n';
}
