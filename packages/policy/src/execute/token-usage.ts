import type { Body } from '../ports.ts';
import { collectBody } from './message.ts';

/** Tokens of one exchange with a model. */
export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
  readonly total: number;
  /** Whether the model told them; otherwise they are estimated from the text at four characters a token. */
  readonly reported: boolean;
}

const CHARACTERS_PER_TOKEN = 4;

function tokensOf(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

/** The request of a model API as far as counting needs it. */
export interface ModelRequest {
  readonly stream: boolean;
  /** Estimate: four characters of message text a token. */
  readonly promptTokens: number;
}

/** Reads `stream` and the messages of a Chat Completions, Responses or Embeddings request. */
export function readModelRequest(body: Uint8Array): ModelRequest {
  const request = requests.get(body) ?? readAnew(body);
  requests.set(body, request);
  return request;
}

/** Every limit and the metric of a request read the same bytes. */
const requests = new WeakMap<Uint8Array, ModelRequest>();

function readAnew(body: Uint8Array): ModelRequest {
  const data = parseObject(new TextDecoder().decode(body));
  if (data === undefined) return { stream: false, promptTokens: 0 };
  const texts = [data['messages'], data['input'], data['prompt'], data['instructions']];
  return {
    stream: data['stream'] === true,
    promptTokens: tokensOf(texts.reduce<number>((sum, item) => sum + textLength(item), 0)),
  };
}

/** Characters of all text in messages, whatever shape their content has. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { content, text, input } = value as { content?: unknown; text?: unknown; input?: unknown };
  return textLength(content) + textLength(text) + textLength(input);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  // Every stream ends with `[DONE]`, and an error costs more than all the rest.
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** `usage` of Chat Completions (prompt_tokens) or Responses (input_tokens), there or below `response`. */
function reportedUsage(data: Readonly<Record<string, unknown>>): TokenUsage | undefined {
  const nested = data['response'];
  const usage =
    data['usage'] ??
    (typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>)['usage'] : undefined);
  if (typeof usage !== 'object' || usage === null) return undefined;
  const counts = usage as Readonly<Record<string, unknown>>;
  const number = (...names: readonly string[]): number =>
    names.map((name) => counts[name]).find((value) => typeof value === 'number') ?? 0;
  const [prompt, completion] = [number('prompt_tokens', 'input_tokens'), number('completion_tokens', 'output_tokens')];
  return { prompt, completion, total: number('total_tokens') || prompt + completion, reported: true };
}

/** Counts what passes by: JSON answers at their end, event streams event by event. */
export class UsageMeter {
  readonly #promptTokens: number;
  readonly #decoder = new TextDecoder();
  #pending = '';
  #whole = '';
  #characters = 0;
  #reported: TokenUsage | undefined;
  readonly #events: boolean;

  constructor(contentType: string, promptTokens: number) {
    this.#events = contentType.includes('text/event-stream');
    this.#promptTokens = promptTokens;
  }

  add(chunk: Uint8Array): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    if (!this.#events) {
      this.#whole += text;
      return;
    }
    const lines = (this.#pending + text).split('\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#event(line);
  }

  /** What was counted so far; called once, at the end or where the caller left. */
  result(): TokenUsage {
    if (this.#events) this.#event(this.#pending);
    else this.#body();
    if (this.#reported !== undefined) return this.#reported;
    const completion = tokensOf(this.#characters);
    return { prompt: this.#promptTokens, completion, total: this.#promptTokens + completion, reported: false };
  }

  #body(): void {
    const data = parseObject(this.#whole);
    if (data !== undefined) this.#count(data);
  }

  #event(line: string): void {
    const data = line.startsWith('data:') ? parseObject(line.slice(5)) : undefined;
    if (data !== undefined) this.#count(data);
  }

  #count(data: Readonly<Record<string, unknown>>): void {
    this.#reported = reportedUsage(data) ?? this.#reported;
    const choices = Array.isArray(data['choices']) ? (data['choices'] as unknown[]) : [];
    for (const choice of choices) {
      const { delta, message } = choice as { delta?: unknown; message?: unknown };
      this.#characters += textLength(delta) + textLength(message);
    }
    if (typeof data['delta'] === 'string') this.#characters += data['delta'].length;
  }
}

/**
 * Counts the tokens of an answer without holding it up: `done` runs when the last chunk has gone to the caller, or when
 * the caller leaves early.
 */
export async function meter(
  body: Body,
  contentType: string,
  promptTokens: number,
  done: (usage: TokenUsage) => void,
): Promise<Body> {
  const counting = new UsageMeter(contentType, promptTokens);
  if (body instanceof Uint8Array) {
    counting.add(body);
    done(counting.result());
    return body;
  }
  if (!contentType.includes('text/event-stream'))
    return await meter(await collectBody(body), contentType, promptTokens, done);
  return passThrough(body, counting, done);
}

async function* passThrough(
  body: AsyncIterable<Uint8Array>,
  counting: UsageMeter,
  done: (usage: TokenUsage) => void,
): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of body) {
      counting.add(chunk);
      yield chunk;
    }
  } finally {
    done(counting.result());
  }
}
