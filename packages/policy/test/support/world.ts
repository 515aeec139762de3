import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  executePolicies,
  MemoryBackendStates,
  MemoryCache,
  MemoryConcurrency,
  MemoryCounters,
  readBody,
  type Backend,
  type BackendRequest,
  type BackendResponse,
  type CallContext,
  type DocumentsByScope,
  type GatewayMessage,
  type GatewayRequest,
  type Metric,
  type Outcome,
  type PolicyPorts,
  type PolicyText,
} from '../../src/index.ts';

/** 2026-11-23 08:00 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 8);
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const APP = '22222222-2222-4222-8222-222222222222';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const RSA_KEY: KeyObject = privateKey;
export const JWK = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };

/** A token of the tenant. */
export function token(claims: object = {}, header: object = {}, key: KeyObject = RSA_KEY): string {
  const body = {
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    aud: APP,
    azp: APP,
    oid: 'person-1',
    tid: TENANT,
    roles: ['user'],
    iat: NOW / 1000,
    nbf: NOW / 1000,
    exp: NOW / 1000 + 3600,
    ...claims,
  };
  const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...header })}.${part(body)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' }))).toString('base64url')}`;
}

/** A backend that answers from a function, and everything else that policies reach, recorded. */
export class TestGateway {
  now = NOW;
  readonly counters = new MemoryCounters();
  readonly cache = new MemoryCache();
  readonly concurrency = new MemoryConcurrency();
  readonly messages: GatewayMessage[] = [];
  readonly backendStates = new MemoryBackendStates();
  /** What the next draws of chance give; 0.5 afterwards. */
  readonly chances: number[] = [];
  readonly metrics: Metric[] = [];
  readonly sent: BackendRequest[] = [];
  readonly waits: number[] = [];
  readonly backends = new Map<string, Backend>();
  readonly fragments = new Map<string, PolicyText>();
  readonly namedValues = new Map<string, string>();
  answer: (request: BackendRequest) => BackendResponse = () => ({
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from('{"ok":true}'),
  });

  get ports(): PolicyPorts {
    return {
      now: () => this.now,
      wait: (milliseconds) => {
        this.waits.push(milliseconds);
        this.now += milliseconds;
        return Promise.resolve();
      },
      newGuid: () => '33333333-3333-4333-8333-333333333333',
      random: () => this.chances.shift() ?? 0.5,
      counters: this.counters,
      cache: this.cache,
      concurrency: this.concurrency,
      backendStates: this.backendStates,
      managedIdentityToken: (resource, clientId) => Promise.resolve(`token of ${clientId ?? 'system'} for ${resource}`),
      fetchJson: (url) => Promise.resolve(openId(url)),
      send: (request) => {
        this.sent.push(request);
        return Promise.resolve(this.answer(request));
      },
      emitMessage: (message) => {
        this.messages.push(message);
      },
      emitMetric: (metric) => {
        this.metrics.push(metric);
      },
    };
  }

  /** Runs one API document (sections given without `<policies>`) or several scopes. */
  async run(
    documents: string | DocumentsByScope,
    request: Partial<GatewayRequest> & { readonly json?: unknown } = {},
    context: CallContext = {},
  ) {
    const { json, ...rest } = request;
    const sent: GatewayRequest = {
      method: 'POST',
      url: 'https://gateway.azure-api.net/openai/v1/chat/completions?api-version=v1',
      headers: json === undefined ? [] : [['Content-Type', 'application/json']],
      ...(json === undefined ? {} : { body: Buffer.from(JSON.stringify(json)) }),
      ip: '10.0.0.4',
      ...rest,
    };
    const outcome = await executePolicies(
      {
        documents: typeof documents === 'string' ? { api: policies(documents) } : documents,
        request: sent,
        context: {
          api: { id: 'openai', name: 'OpenAI', path: 'openai/v1', serviceUrl: 'https://model.example/base' },
          ...context,
        },
        configuration: this,
      },
      this.ports,
    );
    return new Ran(outcome, Buffer.from(await readBody(outcome.caller.body)).toString('utf8'));
  }
}

/** An outcome whose body was read to its end. */
export class Ran {
  readonly outcome: Outcome;
  readonly text: string;

  constructor(outcome: Outcome, text: string) {
    this.outcome = outcome;
    this.text = text;
  }

  get status(): number {
    return this.outcome.caller.status;
  }

  get json(): unknown {
    return JSON.parse(this.text) as unknown;
  }

  header(name: string): string | undefined {
    return this.outcome.caller.headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
  }
}

/** A document of the sections given; sections that are not given inherit. */
export function policies(sections: string): PolicyText {
  return { text: `<policies>${sections}</policies>`, format: 'rawxml' };
}

/** An event stream of these data lines. */
export async function* events(...lines: readonly string[]): AsyncIterable<Uint8Array> {
  for (const line of lines) {
    await Promise.resolve();
    yield Buffer.from(`data: ${line}\n\n`);
  }
}

function openId(url: string): unknown {
  if (url.endsWith('/.well-known/openid-configuration')) {
    return {
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      jwks_uri: 'https://login.microsoftonline.com/keys',
    };
  }
  if (url === 'https://login.microsoftonline.com/keys') return { keys: [JWK] };
  throw new Error(`nothing at ${url}`);
}
