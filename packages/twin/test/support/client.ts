import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { readFileSync } from 'node:fs';
import { issueAccessToken } from '../../src/entra/access-token.ts';
import { directoryOf } from '../../src/entra/index.ts';
import type { Place } from '../../src/kernel/http.ts';
import { placeToUserName } from '../../src/server/places.ts';
import type { Twin } from '../../src/index.ts';

export interface TestResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body read as JSON. */
  json(): Record<string, unknown>;
}

export interface TestRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: unknown;
  /** Sent as the Authorization header. Default: the deployer's token. null: none. */
  readonly token?: string | null;
}

/** A plain HTTPS client of one twin: node's own, over the proxy, trusting the twin's authority alone. */
export class TestClient implements Disposable {
  readonly #twin: Pick<Twin, 'proxyUrl' | 'caFile' | 'world'>;
  readonly #agent: Agent;
  #token: string | undefined;

  constructor(twin: Pick<Twin, 'proxyUrl' | 'caFile' | 'world'>, place: Place = { kind: 'internet' }) {
    this.#twin = twin;
    const proxy = new URL(twin.proxyUrl);
    proxy.username = placeToUserName(place) ?? '';
    this.#agent = new Agent({
      keepAlive: true,
      ca: readFileSync(twin.caFile, 'utf8'),
      proxyEnv: { HTTPS_PROXY: proxy.href },
    });
  }

  /** Sends a request to any host of the twin. */
  async send(method: string, url: string, options: TestRequest = {}): Promise<TestResponse> {
    const token = options.token === undefined ? await this.#deployerToken() : options.token;
    const body = encodeBody(options.body);
    const headers = {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const request = httpsRequest(url, { method, headers, agent: this.#agent }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('error', reject);
        message.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: message.statusCode ?? 0,
            headers: message.headers,
            text,
            json: () => JSON.parse(text) as Record<string, unknown>,
          });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Sends a request to Azure Resource Manager; `path` starts below the subscription when it does not start with `/`. */
  arm(method: string, path: string, apiVersion: string, options: TestRequest = {}): Promise<TestResponse> {
    const absolute = path.startsWith('/') ? path : `/subscriptions/${this.#twin.world.tenant.subscriptionId}/${path}`;
    const separator = absolute.includes('?') ? '&' : '?';
    return this.send(method, `https://management.azure.com${absolute}${separator}api-version=${apiVersion}`, options);
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }

  async #deployerToken(): Promise<string> {
    this.#token ??= await deployerToken(this.#twin.world);
    return this.#token;
  }
}

/** A token of the deployer for Azure Resource Manager, as Entra issues it. */
export function deployerToken(world: Twin['world'], audience = 'https://management.azure.com'): Promise<string> {
  return tokenOf(world, world.tenant.deploy.objectId, audience);
}

/** A token of any workload of the tenant, by its object id. */
export async function tokenOf(
  world: Twin['world'],
  objectId: string,
  audience = 'https://management.azure.com',
): Promise<string> {
  const directory = directoryOf(world);
  const client = directory.servicePrincipal(objectId);
  const resource = directory.resourceNamed(audience);
  if (client === undefined || resource === undefined) throw new Error(`The twin has no ${objectId} or no ${audience}.`);
  const subject = { kind: 'application', client, proof: 'assertion' } as const;
  return (await issueAccessToken(world, subject, resource, audience)).token;
}

function encodeBody(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return JSON.stringify(body);
}

/** Asks the control interface of a twin. */
export async function control(
  twin: Pick<Twin, 'controlUrl'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const text = await new Promise<string>((resolve, reject) => {
    const request = httpRequest(twin.controlUrl + path, { method }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
  return JSON.parse(text) as unknown;
}
