import type { TwinResponse } from '../../kernel/http.ts';
import { answerTo, idOf, piecesOf, textOf, tokensOf } from './answers.ts';
import { invalidRequest } from './errors.ts';
import { eventStream } from './event-stream.ts';
import type { ModelCall } from './model-call.ts';

/** POST /responses. Answers are not kept: what reads them again later is not served. */
export function responses(call: ModelCall): TwinResponse {
  const { body, deployment, model, created } = call;
  const { input } = body;
  if (typeof input !== 'string' && !Array.isArray(input))
    throw invalidRequest("Missing required parameter: 'input'.", 'input', 'missing_required_parameter');
  const prompt = [textOf(body['instructions']), textOf(input)].join('\n').trim();
  const answer = answerTo(deployment, typeof input === 'string' ? input : textOf(input.at(-1)));
  const id = idOf('resp_', `${deployment}:${prompt}`);
  const item = {
    id: idOf('msg_', id),
    type: 'message',
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text: answer, annotations: [] }],
  };
  const [inputTokens, outputTokens] = [tokensOf(prompt), tokensOf(answer)];
  const usage = {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
  const begun = { id, object: 'response', created_at: created, status: 'in_progress', model, output: [], usage: null };
  const done = { ...begun, status: 'completed', output: [item], usage };
  return body['stream'] === true ? eventStream(eventsOf(begun, done, item.id, answer)) : { status: 200, body: done };
}

function* eventsOf(begun: object, done: object, itemId: string, answer: string): Iterable<string> {
  let sequence = 0;
  const event = (type: string, data: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence++, ...data })}\n\n`;
  yield event('response.created', { response: begun });
  yield event('response.in_progress', { response: begun });
  for (const delta of piecesOf(answer))
    yield event('response.output_text.delta', { item_id: itemId, output_index: 0, content_index: 0, delta });
  yield event('response.output_text.done', { item_id: itemId, output_index: 0, content_index: 0, text: answer });
  yield event('response.completed', { response: done });
}
