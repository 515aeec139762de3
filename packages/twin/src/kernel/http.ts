import type { IncomingHttpHeaders } from 'node:http';

/** Where a caller stands in the network. A private service answers only callers who can reach it. */
export type Place = { readonly kind: 'internet' } | { readonly kind: 'vnet'; readonly vnetId: string };

export const INTERNET: Place = { kind: 'internet' };

/** One request as the twin's hosts see it. */
export interface TwinRequest {
  readonly method: string;
  /** Absolute, built from the Host header: `https://management.azure.com/subscriptions/…`. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in the order sent, duplicates kept: some rules (two Authorization headers) need them. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly place: Place;
}

export interface TwinResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An object is sent as JSON, an async iterable as a stream whose chunks are flushed one by one. */
  readonly body?: string | Buffer | object | AsyncIterable<string | Buffer>;
  /** What the request log says of this request; default: whether the method is PUT, PATCH, POST or DELETE. */
  readonly wrote?: boolean;
}

/** One service of the twin, found by the host name of the request. */
export interface TwinHost {
  readonly name: string;
  /** Whether this service answers `host` (lower case, without port). */
  serves(host: string): boolean;
  handle(request: TwinRequest): Promise<TwinResponse> | TwinResponse;
}

/** Answers `status` with `body` as JSON. */
export function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): TwinResponse {
  return { status, body, headers };
}

/** ARM's error shape, which most Azure services share. */
export interface AzureErrorBody {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
  readonly details?: readonly AzureErrorBody[];
  readonly additionalInfo?: readonly object[];
}

/** Thrown anywhere below a host; the server answers it in the service's error shape `{error: {code, message}}`. */
export class AzureError extends Error {
  override readonly name = 'AzureError';
  readonly status: number;
  readonly body: AzureErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: AzureErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(`${body.code}: ${body.message}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
