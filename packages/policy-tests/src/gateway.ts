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
import { VirtualClock } from './virtual-clock.ts';
import type { AnswerRule, Answers } from './test-file.ts';
import type { TokenIssuer } from './tokens.ts';

const OPENID = '/.well-known/openid-configuration';
const KEYS = 'https://keys.example/keys';

/** The gateway of one case: time, counters and answers are virtual, and nothing leaves the process. */
export class VirtualGateway {
  readonly clock: VirtualClock;
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
    this.clock = new VirtualClock(now);
    this.#issuer = issuer;
    this.#issuers = issuers;
    this.ports = {
      now: () => this.clock.now,
      wait: (span) => this.clock.wait(span),
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

  async #send(request: BackendRequest): Promise<BackendResponse> {
    this.requests.push(request);
    const asked = request.sentBy === 'send-request';
    const { delayMs, failure, response } = this.#answers.next(request, this.rules, this.backend, asked);
    if (failure === 'connection')
      throw new BackendError('BackendConnectionFailure', 'A connection could not be established.');
    const late = failure === 'timeout' || delayMs > request.timeoutMs;
    // Nobody waits for the answer to a one-way request.
    if (request.sentBy !== 'send-one-way-request') await this.clock.wait(late ? request.timeoutMs : delayMs);
    if (late) throw new BackendError('Timeout', 'The backend did not answer in time.');
    return response;
  }
}
