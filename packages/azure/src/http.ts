import { Agent } from 'node:https';
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  bearerTokenAuthenticationPolicy,
  setClientRequestIdPolicy,
  userAgentPolicy,
  type HttpClient,
  type Pipeline,
  type TokenCredential,
} from './azure-core.ts';

/** The services that a run talks to, and the scope of the token that each wants. */
export const audiences = {
  arm: { origin: 'https://management.azure.com', scope: 'https://management.azure.com/.default' },
  graph: { origin: 'https://graph.microsoft.com', scope: 'https://graph.microsoft.com/.default' },
} as const;

/** One of `audiences`. */
export type Audience = keyof typeof audiences;

/** Sends requests of one run; a test gives its own `HttpClient` and reaches a server on loopback through real sockets. */
export interface Transport {
  readonly client: HttpClient;
  readonly agent: Agent;
}

/**
 * One connection pool for the run. Node's agent does the proxying (`HTTPS_PROXY`, `NO_PROXY`) because it keeps the tunnel
 * open between requests; the SDK's own proxy policy opens one CONNECT and one TLS handshake a request.
 */
export function createTransport(env: NodeJS.ProcessEnv, client: HttpClient = createDefaultHttpClient()): Transport {
  return { client, agent: new Agent({ keepAlive: true, proxyEnv: env }) };
}

/** The Azure SDK's pipeline for one audience: request id, user agent, bearer token with refresh. Retries are not in it. */
export function createPipeline(audience: Audience, credential: TokenCredential): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix: 'open-webui-landing-zone' }));
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: audiences[audience].scope }));
  return pipeline;
}
