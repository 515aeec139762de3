import { randomUUID } from 'node:crypto';
import { variableOf } from './execute/context-object.ts';
import { MemoryBackendStates } from './execute/backends/memory-backend-states.ts';
import { MemoryCounters } from './execute/memory-counters.ts';
import { valueKey } from './execute/policies/caching.ts';
import { MemoryCache, MemoryConcurrency } from './gateway-memory.ts';
import {
  BackendError,
  type BackendRequest,
  type BackendResponse,
  type GatewayMessage,
  type Metric,
  type PolicyPorts,
} from './ports.ts';
import { contentSafetyAnswer } from './sample/content-safety.ts';
import { bodyBytes, pairsOf, type TrialBackend, type TrialContext } from './trial-files.ts';

/** The world around a trial: answers from files, and nothing leaves the process but requests for key sets. */
export class TrialGateway {
  readonly requests: BackendRequest[] = [];
  readonly messages: GatewayMessage[] = [];
  readonly metrics: Metric[] = [];
  readonly ports: PolicyPorts;
  readonly #backend: TrialBackend;
  readonly #responses: TrialContext['responses'];
  readonly #turns = new Map<string, number>();
  #now: number | undefined;
  #draws = 0;

  constructor(context: TrialContext, backend: TrialBackend) {
    this.#backend = backend;
    this.#responses = context.responses;
    this.#now = context.now === undefined ? undefined : Date.parse(context.now);
    const cache = new MemoryCache();
    for (const [key, value] of Object.entries(context.cache ?? {}))
      cache.set(valueKey(key), variableOf(value), Infinity);
    this.ports = {
      now: () => this.#now ?? Date.now(),
      wait: (milliseconds) => this.#wait(milliseconds),
      newGuid: () => this.#newGuid(),
      random: () => (this.#now === undefined ? Math.random() : 0.5),
      counters: new MemoryCounters(),
      backendStates: new MemoryBackendStates(),
      cache,
      concurrency: new MemoryConcurrency(),
      managedIdentityToken: (resource) => Promise.resolve(`managed-identity-token-for-${resource}`),
      fetchJson: (url) => this.#fetchJson(url),
      send: (request) => this.#send(request),
      emitMetric: (metric) => void this.metrics.push(metric),
      emitMessage: (message) => void this.messages.push(message),
    };
  }

  /** Only a time that the file gives moves; the real one would have to be slept through. */
  #wait(milliseconds: number): Promise<void> {
    if (this.#now !== undefined) this.#now += milliseconds;
    return Promise.resolve();
  }

  #newGuid(): string {
    if (this.#now === undefined) return randomUUID();
    this.#draws += 1;
    return `00000000-0000-4000-8000-${String(this.#draws).padStart(12, '0')}`;
  }

  async #fetchJson(url: string): Promise<unknown> {
    const given = this.#given(url);
    if (given !== undefined) return JSON.parse(Buffer.from(bodyBytes(given.body)).toString('utf8')) as unknown;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json();
  }

  async #send(request: BackendRequest): Promise<BackendResponse> {
    await Promise.resolve();
    if (request.sentBy !== undefined) this.requests.push(request);
    const given = this.#given(request.url);
    if (given !== undefined) return answerOf(given);
    // The file has the model's answer; harm is known by its words.
    return contentSafetyAnswer(request) ?? answerOf(this.#backend);
  }

  /** The answer that the context file has for an address: the first that fits, with its query or without. */
  #given(url: string): TrialBackend | undefined {
    for (const [pattern, answers] of Object.entries(this.#responses ?? {})) {
      if (!fits(pattern, url) && !fits(pattern, url.split('?')[0] ?? '')) continue;
      if (!isList(answers)) return answers;
      const turn = this.#turns.get(pattern) ?? 0;
      this.#turns.set(pattern, turn + 1);
      return answers[Math.min(turn, answers.length - 1)];
    }
    return undefined;
  }
}

function isList(answers: TrialBackend | readonly TrialBackend[]): answers is readonly TrialBackend[] {
  return Array.isArray(answers);
}

function fits(pattern: string, url: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}/?$`).test(url);
}

function answerOf({ status = 200, reason, headers, body, error }: TrialBackend): BackendResponse {
  if (error === 'timeout') throw new BackendError('Timeout', 'The backend did not answer in time.');
  if (error === 'connection')
    throw new BackendError('BackendConnectionFailure', 'A connection to the backend could not be established.');
  const json = typeof body === 'object' && body !== null;
  const pairs = pairsOf(headers);
  const typed = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status,
    ...(reason === undefined ? {} : { reason }),
    headers: json && !typed ? [['Content-Type', 'application/json'], ...pairs] : pairs,
    body: bodyBytes(body),
  };
}
