import type { Backend } from './backend.ts';
import type { GatewayRequest, Pairs } from './ports.ts';
import type { CallContext, Scope } from './scopes.ts';

/** Headers of a file: `{name: value}`, `{name: [values]}` or a list of pairs. */
export type FileHeaders = Readonly<Record<string, string | readonly string[]>> | Pairs;

/** A request file. A body that is no text is sent as JSON. */
export interface TrialRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers?: FileHeaders;
  readonly body?: unknown;
  readonly ip?: string;
  readonly matchedParameters?: Readonly<Record<string, string>>;
}

/** A backend file: the answer that every backend gives. */
export interface TrialBackend {
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: FileHeaders;
  readonly body?: unknown;
  /** No answer comes at all. */
  readonly error?: 'timeout' | 'connection';
}

/** A context file: what `context` shows, what the documents may refer to, and what the world around them is like. */
export interface TrialContext extends CallContext {
  readonly namedValues?: Readonly<Record<string, string>>;
  /** Absent: a backend stands at `https://<id>.invalid`. Where some are listed, any other is unknown. */
  readonly backends?: Readonly<Record<string, Backend>>;
  readonly fragments?: Readonly<Record<string, string>>;
  /** Loggers by id. Absent: any is known. */
  readonly loggers?: readonly string[];
  /** Where the document stands; default: `api`. */
  readonly scope?: Scope;
  /** Documents of the other scopes, as rawxml. */
  readonly documents?: Readonly<Partial<Record<Scope, string>>>;
  /** The gateway's tier, which decides about a few policies and the size of documents. */
  readonly tier?: string;
  /** Answers by address, `*` for any text, before the backend's. A list answers one request after the other. */
  readonly responses?: Readonly<Record<string, TrialBackend | readonly TrialBackend[]>>;
  /** Values that `cache-lookup-value` finds. */
  readonly cache?: Readonly<Record<string, unknown>>;
  /** The time, as ISO 8601: it then moves with `retry` alone, and GUIDs and chance are the same in every run. */
  readonly now?: string;
}

/** The request that a file describes. */
export function gatewayRequest({
  method = 'GET',
  url,
  headers,
  body,
  ip,
  matchedParameters,
}: TrialRequest): GatewayRequest {
  const bytes = bodyBytes(body);
  return {
    method: method.toUpperCase(),
    url,
    headers: pairsOf(headers),
    ...(bytes.length === 0 ? {} : { body: bytes }),
    ...(ip === undefined ? {} : { ip }),
    ...(matchedParameters === undefined ? {} : { matchedParameters }),
  };
}

/** A body of a file: text as it is, anything else as JSON. */
export function bodyBytes(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Headers of a file as a list. */
export function pairsOf(headers: FileHeaders = {}): Pairs {
  if (isPairs(headers)) return headers;
  return Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  );
}

function isPairs(headers: FileHeaders): headers is Pairs {
  return Array.isArray(headers);
}

/** Values of one name joined with commas, as HTTP allows. */
export function joinedHeaders(pairs: Pairs): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const known = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
    headers[known] = headers[known] === undefined ? value : `${headers[known]},${value}`;
  }
  return headers;
}
