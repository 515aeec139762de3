import { createHash } from 'node:crypto';

/** Four characters a token: the twin's models count as the gateway estimates. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Text of messages, whatever shape their content has. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { content, text } = value as { content?: unknown; text?: unknown };
  return textOf(content ?? text ?? '');
}

/**
 * The answer of a model: the same for the same question, on any machine. A question that asks for a certain word gets it
 * (`Reply with the word pong`), everything else is repeated.
 */
export function answerTo(deployment: string, question: string): string {
  const word =
    /\b(?:reply|answer|respond|say)\b[^.\n]*?\b(?:word|exactly|only|with|just)\s*:?\s*["'`]?([\p{L}\p{N}_-]+)["'`]?\s*\.?\s*$/iu.exec(
      question.trim(),
    )?.[1];
  return word ?? `This is ${deployment} of the local Azure. You said: ${question.trim().slice(0, 200)}`;
}

/** The pieces that a stream sends: words with the space before them. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/\s*\S+/g) ?? [text];
}

/** A unit vector that depends on the text alone. */
export function embeddingOf(text: string, dimensions: number): readonly number[] {
  const values: number[] = [];
  for (let block = 0; values.length < dimensions; block += 1) {
    const digest = createHash('sha256').update(`${block}:${text}`).digest();
    for (let index = 0; index < digest.length && values.length < dimensions; index += 2)
      values.push(digest.readInt16BE(index) / 32_768);
  }
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** An id of an answer, stable for the request. */
export function idOf(prefix: string, seed: string): string {
  return `${prefix}${createHash('sha256').update(seed).digest('hex').slice(0, 28)}`;
}
