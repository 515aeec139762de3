import type { BackendResponse, Body, Pairs } from '@lz/policy';
import { milliseconds } from './duration.ts';
import type { Answer, AnswerRule, Answers, HeaderMap } from './test-file.ts';

/** Thrown where a `send-request` meets no rule: a made-up answer would prove nothing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** An answer, and how long it takes. */
export interface Coming {
  readonly delayMs: number;
  readonly failure: Answer['failure'];
  readonly response: BackendResponse;
}

/** Hands out the answers of a case, one call after another. */
export class AnswerBook {
  readonly #used = new Map<unknown, number>();

  /** The next answer to a request. `asked`: by `send-request`, which goes elsewhere than to the backend. */
  next(
    request: { readonly method: string; readonly url: string },
    rules: readonly AnswerRule[] | undefined,
    backend: Answers | undefined,
    asked: boolean,
  ): Coming {
    const rule = rules?.find((each) => fits(each, request));
    if (rule === undefined && asked)
      throw new NoAnswer(`no rule of \`answers\` fits ${request.method} ${request.url}, which send-request sent`);
    const answers = rule?.answer ?? backend ?? {};
    const list: readonly Answer[] = isList(answers) ? answers : [answers];
    const turn = this.#used.get(answers) ?? 0;
    this.#used.set(answers, turn + 1);
    return coming(list[Math.min(turn, list.length - 1)] ?? {});
  }
}

function isList(answers: Answers): answers is readonly Answer[] {
  return Array.isArray(answers);
}

function fits({ url, method }: AnswerRule, request: { readonly method: string; readonly url: string }): boolean {
  const pattern = url
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return (
    new RegExp(`^${pattern}$`, 'i').test(request.url) &&
    (method === undefined || method.toUpperCase() === request.method.toUpperCase())
  );
}

function coming(answer: Answer): Coming {
  const { status = 200, reason, headers, body, chunks, delay, failure } = answer;
  const pairs = pairsOf(headers);
  const type = chunks === undefined ? typeOf(body) : 'text/event-stream';
  const typed = type === undefined || pairs.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    delayMs: delay === undefined ? 0 : milliseconds(delay),
    failure,
    response: {
      status,
      ...(reason === undefined ? {} : { reason }),
      headers: typed ? pairs : [['Content-Type', type], ...pairs],
      body: chunks === undefined ? bytesOf(body) : streamOf(chunks),
    },
  };
}

function typeOf(body: unknown): string | undefined {
  return typeof body === 'string' || body === undefined || body === null ? undefined : 'application/json';
}

async function* streamOf(chunks: readonly unknown[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) {
    // Each in a turn of its own, as chunks of a connection come.
    await Promise.resolve();
    yield Buffer.from(typeof chunk === 'string' ? chunk : `data: ${JSON.stringify(chunk)}\n\n`);
  }
}

/** A body as it is sent: text as it stands, anything else as JSON. */
export function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Headers as pairs, several values of a name one after another. */
export function pairsOf(headers: HeaderMap = {}): Pairs {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]),
  );
}

/** Whether a body came in one piece. */
export function isWhole(body: Body): body is Uint8Array {
  return body instanceof Uint8Array;
}
