import type { IncomingHttpHeaders } from 'node:http';

/**
 * Where a caller stands in the network. A private service answers only callers who can reach it. `party` names a run
 * that goes on beside others (`server/parties.ts`).
 */
export type Place =
  { readonly kind: 'internet'; readonly party?: string } | { readonly kind: 'vnet'; readonly vnetId: string };

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
  /** What the caller connected to: a host name, or an IP address whose name only SNI and the Host header tell. */
  readonly address?: string;
}

export interface TwinResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An object is sent as JSON, an async iterable as a stream whose chunks are flushed one by one. */
  readonly body?: string | Buffer | object | AsyncIterable<string | Buffer>;
  /** What the request log says of this request; default: whether the method is PUT, PATCH, POST or DELETE. */
  readonly wrote?: boolean;
  /** The answer shows something unfinished: a client that is shown the same again has waited, and the clock moves. */
  readonly pending?: boolean;
  /** A refusal that only time can cure (busy, not replicated): a client that repeats it has waited, and the clock moves. */
  readonly curedByTime?: boolean;
}

/** A certificate chain and its key, both PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
}

/** One service of the twin, found by the host name of the request. */
export interface TwinHost {
  readonly name: string;
  /** Whether this service answers `host` (lower case, without port). `address`: what the caller connected to. */
  serves(host: string, address?: string): boolean;
  /** Why `place` cannot reach `host`, as a resolver or a firewall would say; the connection is then refused. */
  unreachable?(host: string, place: Place, port?: number): string | undefined;
  /**
   * The certificate this service shows for `host` (SNI, or the address without it) to who connected to `address`.
   * Default: one of the twin's own CA.
   */
  certificateFor?(host: string, address: string): TlsIdentity | undefined;
  /** The name on the certificate of the twin's own CA where it is not `host`: of a platform that does not know `host`. */
  certificateName?(host: string, address: string): string | undefined;
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

/** Codes that mean "come back later" whoever says them (facts/azure.md section 4). */
const CURED_BY_TIME: ReadonlySet<string> = new Set([
  'AadAuthOperationCannotBePerformedWhenServerIsNotAccessible',
  'AccountProvisioningStateInvalid',
  'AnotherOperationInProgress',
  'ApplicationGatewayKeyVaultSecretException',
  'ContainerAppOperationInProgress',
  'DeploymentActive',
  'PessimisticConcurrencyConflict',
  'PrincipalNotFound',
  'RequestConflict',
  'RetryableError',
  'ServerBusy',
  'ServerIsBusy',
  'ServiceInTransition',
]);

/** Whether repeating a request refused with `code` is waiting rather than insisting. */
export function isCuredByTime(code: string): boolean {
  return CURED_BY_TIME.has(code);
}

/** Thrown anywhere below a host; the server answers it in the service's error shape `{error: {code, message}}`. */
export class AzureError extends Error {
  override readonly name = 'AzureError';
  readonly status: number;
  readonly body: AzureErrorBody;
  readonly headers: Readonly<Record<string, string>>;
  /** See `TwinResponse.curedByTime`. */
  readonly curedByTime: boolean;

  constructor(
    status: number,
    body: AzureErrorBody,
    headers: Readonly<Record<string, string>> = {},
    curedByTime = isCuredByTime(body.code),
  ) {
    super(`${body.code}: ${body.message}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.curedByTime = curedByTime;
  }
}
