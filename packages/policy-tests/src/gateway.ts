import {
  BackendError,
  MemoryBackendStates,
  MemoryCache,
  MemoryConcurrency,
  MemoryCounters,
  MemoryVectorCache,
  type BackendRequest,
  type BackendResponse,
  type GatewayMessage,
  type Metric,
  type PolicyPorts,
  type PolicyStep,
} from '@lz/policy';
import { AnswerBook } from './answers.ts';
import type { AnswerRule, Answers } from './test-file.ts';
import type { TokenIssuer } from './tokens.ts';

const OPENID = '/.well-known/openid-configuration';
const KEYS = 'https://keys.example/keys';

/** The gateway of one case: time, counters and answers are virtual, and nothing leaves the process. */
export class VirtualGateway {
  now: number;
  rules: readonly AnswerRule[] | undefined;
  backend: Answers | undefined;
  readonly ports: PolicyPorts;
  /** What left the gateway in the current step. */
  requests: BackendRequest[] = [];
  metrics: Metric[] = [];
  messages: GatewayMessage[] = [];
  readonly #answers = new AnswerBook();
  readonly #issuer: TokenIssuer;
  readonly #issuers: Readonly<Record<string, string>>;
  #draws = 0;

  constructor(
    now: number,
    issuer: TokenIssuer,
    issuers: Readonly<Record<string, string>>,
    onPolicy: (step: PolicyStep) => void,
  ) {
    this.now = now;
    this.#issuer = issuer;
    this.#issuers = issuers;
    this.ports = {
      now: () => this.now,
      wait: (span) => {
        this.now += span;
        return Promise.resolve();
      },
      newGuid: () => `00000000-0000-4000-8000-${String((this.#draws += 1)).padStart(12, '0')}`,
      // A fixed sequence: the same file gives the same result.
      random: () => ((this.#draws += 1) * 0.618033988749895) % 1,
      counters: new MemoryCounters(),
      backendStates: new MemoryBackendStates(),
      cache: new MemoryCache(),
      concurrency: new MemoryConcurrency(),
      vectorCache: new MemoryVectorCache(),
      managedIdentityToken: (resource, clientId) =>
        Promise.resolve(`managed-identity-token:${resource}${clientId === undefined ? '' : `:${clientId}`}`),
      fetchJson: (url) => this.#fetch(url),
      send: (request) => this.#send(request),
      emitMetric: (metric) => {
        this.metrics.push(metric);
      },
      emitMessage: (message) => {
        this.messages.push(message);
      },
      onPolicy,
    };
  }

  #fetch(url: string): Promise<unknown> {
    if (url === KEYS) return Promise.resolve(this.#issuer.keys());
    const own = this.#issuers[url];
    if (own === undefined && !url.endsWith(OPENID)) return Promise.reject(new Error('nothing answers there'));
    return Promise.resolve({ issuer: own ?? url.slice(0, -OPENID.length), jwks_uri: KEYS });
  }

  #send(request: BackendRequest): Promise<BackendResponse> {
    this.requests.push(request);
    const { delayMs, failure, response } = this.#answers.next(request, this.rules, this.backend, true);
    if (failure === 'connection')
      return Promise.reject(new BackendError('BackendConnectionFailure', 'A connection could not be established.'));
    if (failure === 'timeout' || delayMs > request.timeoutMs) {
      this.now += request.timeoutMs;
      return Promise.reject(new BackendError('Timeout', 'The backend did not answer in time.'));
    }
    this.now += delayMs;
    return Promise.resolve(response);
  }
}
