import type { BackendRequest, BackendResponse, Metric } from '../../../policy/src/index.ts';
import { APP, events, TENANT, TestGateway, token, type Ran } from '../../../policy/test/support/world.ts';
import { apiPolicy, type ApiPolicyOptions } from '../../src/index.ts';
import { FINANCE, OPTIONS } from './governed-gateway.ts';

/** What the model reports for every answer. */
export interface Reported {
  readonly prompt: number;
  readonly completion: number;
}

const CHAT = { operation: { id: 'chat', name: 'chat', method: 'POST', urlTemplate: '/chat/completions' } };

/** Who asks, what, and how. */
export interface Question {
  readonly person?: string;
  readonly roles?: readonly string[];
  readonly groups?: readonly string[];
  readonly model?: string;
  readonly stream?: boolean;
  /** Tokens that the text of the question is estimated at. */
  readonly tokens?: number;
  /** The environment whose policy governs the call; by default the first. */
  readonly environment?: string;
}

/**
 * The generated policy in the engine alone, with a clock that only the test moves: thousands of requests in seconds.
 * The model reports its usage as Azure does, in a stream only where it is asked to.
 */
export class MeteredGateway {
  readonly #gateway = new TestGateway();
  readonly #options: Partial<ApiPolicyOptions>;
  readonly #tokens = new Map<string, string>();
  readonly #policies = new Map<string, string>();
  reported: Reported = { prompt: 10, completion: 10 };

  constructor(options: Partial<ApiPolicyOptions> = {}) {
    this.#options = options;
    this.#gateway.backends.set('foundry', { url: 'https://model.example/openai/v1' });
    this.#gateway.answer = (request) => this.#answer(request);
  }

  /** What the model answers to everything from now on; it may throw, as a connection does. */
  set answer(answer: () => BackendResponse) {
    this.#gateway.answer = answer;
  }

  get metrics(): readonly Metric[] {
    return this.#gateway.metrics;
  }

  get reached(): number {
    return this.#gateway.sent.length;
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return this.#gateway.now;
  }

  set now(now: number) {
    this.#gateway.now = now;
  }

  /** One question; the answer is read to its end. */
  async ask(question: Question = {}): Promise<Ran> {
    const { model = 'gpt-5-mini', stream, tokens = 10, environment = OPTIONS.environmentName } = question;
    return await this.#gateway.run(
      { api: { text: this.#policyOf(environment), format: 'rawxml' } },
      {
        url: 'https://gateway.azure-api.net/openai/v1/chat/completions',
        headers: [
          ['Authorization', `Bearer ${this.#tokenOf(question)}`],
          ['Content-Type', 'application/json'],
        ],
        json: {
          model,
          messages: [{ role: 'user', content: 'word'.repeat(tokens) }],
          ...(stream === true ? { stream } : {}),
        },
      },
      CHAT,
    );
  }

  #policyOf(environmentName: string): string {
    const known = this.#policies.get(environmentName);
    const text =
      known ?? apiPolicy({ ...OPTIONS, tenantId: TENANT, applicationClientId: APP, environmentName, ...this.#options });
    this.#policies.set(environmentName, text);
    return text;
  }

  /** Each person signs in once: signing costs more than all the rest. */
  #tokenOf({ person = 'ada', roles = ['user'], groups = [] }: Question): string {
    const key = JSON.stringify([person, roles, groups]);
    // Whatever time the test lets pass.
    const made = this.#tokens.get(key) ?? token({ oid: person, roles, groups: groups.map(idOf), exp: 4e9 });
    this.#tokens.set(key, made);
    return made;
  }

  #answer({ body }: BackendRequest): BackendResponse {
    const asked = JSON.parse(Buffer.from(body ?? []).toString('utf8')) as {
      readonly stream?: boolean;
      readonly stream_options?: { readonly include_usage?: boolean };
    };
    const { prompt, completion } = this.reported;
    const usage = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
    if (asked.stream !== true) return json({ choices: [{ message: { content: 'yes' } }], usage });
    const last = asked.stream_options?.include_usage === true ? [JSON.stringify({ choices: [], usage })] : [];
    const body_ = events(JSON.stringify({ choices: [{ delta: { content: 'yes' } }] }), ...last, '[DONE]');
    return { status: 200, headers: [['Content-Type', 'text/event-stream']], body: body_ };
  }
}

function json(body: object): BackendResponse {
  return { status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from(JSON.stringify(body)) };
}

/** Object ids of the groups that tests name. */
export const GROUP_IDS: Readonly<Record<string, string>> = {
  finance: FINANCE,
  legal: '88888888-7777-4888-8999-aaaaaaaaaaaa',
};

function idOf(name: string): string {
  return GROUP_IDS[name] ?? name;
}
