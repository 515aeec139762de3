import type { BackendStates } from './backend.ts';
import type { VectorCache } from './execute/semantic-cache/vector-cache.ts';
import type { Scope } from './scopes.ts';
import type { Cache, Concurrency } from './gateway-memory.ts';

/** A header or query list: names and values in order, duplicates kept. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** A body already here, or one that arrives in chunks. */
export type Body = Uint8Array | AsyncIterable<Uint8Array>;

/** The HTTP request that the gateway was sent. */
export interface GatewayRequest {
  readonly method: string;
  /** Absolute, as the caller wrote it. */
  readonly url: string;
  readonly headers: Pairs;
  readonly body?: Uint8Array;
  /** The caller's address. */
  readonly ip?: string;
  /** Template parameters of the matched operation. */
  readonly matchedParameters?: Readonly<Record<string, string>>;
}

/** The request that goes out to a backend. */
export interface BackendRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Pairs;
  readonly body?: Uint8Array;
  /** Milliseconds until the response headers must have come. */
  readonly timeoutMs: number;
  /** The policy that sends it; absent: `forward-request`. */
  readonly sentBy?: 'send-request' | 'send-one-way-request';
  /** The client certificate that the TLS handshake would show. */
  readonly certificate?: ClientCertificate;
  /** The HTTP proxy it would go through. */
  readonly proxy?: { readonly url: string; readonly username?: string; readonly password?: string };
}

/** A client certificate by what names it. */
export type ClientCertificate =
  | { readonly kind: 'thumbprint' | 'certificate-id'; readonly name: string }
  | { readonly kind: 'body'; readonly bytes: Uint8Array; readonly password?: string };

export interface BackendResponse {
  readonly status: number;
  readonly reason?: string;
  readonly headers: Pairs;
  readonly body: Body;
}

/** Thrown by `send` when no response came at all. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly reason: 'BackendConnectionFailure' | 'Timeout';

  constructor(reason: 'BackendConnectionFailure' | 'Timeout', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Tokens and calls counted over time, shared by all requests of one gateway. Times are milliseconds since the epoch. */
export interface Counters {
  /** Sum of what was added to `key` at or after `since`. */
  sum(key: string, since: number): number;
  add(key: string, amount: number, at: number): void;
  /** Time of the oldest entry at or after `since`: tells when a sliding window has room again. */
  oldest(key: string, since: number): number | undefined;
}

/** One custom metric as it reaches Application Insights. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly value: number;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** A message that a policy sends elsewhere than to an HTTP address. */
export type GatewayMessage =
  | {
      readonly kind: 'event-hub';
      readonly loggerId: string;
      readonly partitionId?: string;
      readonly partitionKey?: string;
      readonly text: string;
    }
  | {
      readonly kind: 'service-bus';
      readonly namespace?: string;
      readonly queue?: string;
      readonly topic?: string;
      readonly clientId?: string;
      readonly properties: Readonly<Record<string, string>>;
      readonly text: string;
    };

/** Everything outside of the document that running it needs. */
export interface PolicyPorts {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Lets time pass: `retry` waits with it. */
  wait(milliseconds: number): Promise<void>;
  /** A GUID for `context.RequestId` and `Guid.NewGuid()`. */
  newGuid(): string;
  /** In [0, 1), for `Random`. */
  random(): number;
  readonly counters: Counters;
  readonly backendStates: BackendStates;
  /** The external cache of the gateway, where it has one. */
  readonly vectorCache?: VectorCache;
  readonly cache: Cache;
  readonly concurrency: Concurrency;
  /** An access token of the gateway's identity for `resource`; throws when there is none. */
  managedIdentityToken(resource: string, clientId: string | undefined): Promise<string>;
  /** A JSON document by URL: OpenID configuration and key sets. */
  fetchJson(url: string): Promise<unknown>;
  send(request: BackendRequest): Promise<BackendResponse>;
  emitMetric(metric: Metric): void;
  emitMessage(message: GatewayMessage): void;
  /** Told of every policy just before it runs, for whoever wants to know which ones did. */
  onPolicy?(step: PolicyStep): void;
}

/** A policy that is about to run, and where it stands. */
export interface PolicyStep {
  readonly scope: Scope;
  /** The fragment that holds it; undefined where the document of the scope does. */
  readonly fragment: string | undefined;
  readonly name: string;
  readonly line: number;
  readonly column: number;
}
