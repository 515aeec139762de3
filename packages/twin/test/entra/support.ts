import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { entraHost } from '../../src/entra/index.ts';
import { DEFAULT_REPOSITORY, gitHubHosts, registerJob } from '../../src/github/index.ts';
import type { JobContext } from '../../src/github/index.ts';
import { graphHost } from '../../src/graph/index.ts';
import { INTERNET } from '../../src/kernel/http.ts';
import type { Place, TwinHost, TwinRequest, TwinResponse } from '../../src/kernel/http.ts';
import type { Resource } from '../../src/kernel/store.ts';
import type { World } from '../../src/kernel/world.ts';
import { createWorld } from '../../src/world/create-world.ts';

export type Body = Readonly<Record<string, unknown>>;

/** An answer with its JSON body read. */
export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: NonNullable<TwinResponse['headers']>;
  readonly response: TwinResponse;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as a form. */
  readonly body?: object | string;
  readonly place?: Place;
}

export function newWorld(seed = 1): World {
  return createWorld(seed, () => ({}));
}

/** Sends one request straight to a host, as the server would. */
export async function send(host: TwinHost, url: string, sent: Sent = {}): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(sent.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const text = sent.body === undefined ? '' : typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
  const request: TwinRequest = {
    method: sent.method ?? (sent.body === undefined ? 'GET' : 'POST'),
    url: new URL(url),
    headers,
    rawHeaders: Object.entries(headers).flat(),
    body: Buffer.from(text),
    place: sent.place ?? INTERNET,
  };
  const response = await host.handle(request);
  const { body } = response;
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  return { status: response.status, body: isJson ? (body as Body) : {}, headers: response.headers ?? {}, response };
}

/** The host of `hosts` that serves `url`. */
export function hostFor(hosts: readonly TwinHost[], url: string): TwinHost {
  const host = hosts.find((item) => item.serves(new URL(url).hostname));
  if (host === undefined) throw new Error(`No host serves ${url}.`);
  return host;
}

/** A job of the default repository in the environment dev. */
export function job(more: Partial<JobContext> = {}): JobContext {
  return {
    repository: `${DEFAULT_REPOSITORY.owner}/${DEFAULT_REPOSITORY.name}`,
    ref: 'refs/heads/main',
    sha: '0123456789012345678901234567890123456789',
    eventName: 'push',
    environment: 'dev',
    actor: 'ada',
    workflow: 'deploy',
    jobWorkflowRef: 'contoso/platform/.github/workflows/deploy.yml@refs/tags/v1',
    runId: '42',
    ...more,
  };
}

/** GitHub's token for a job, asked as the runner's client asks. */
export async function gitHubToken(
  world: World,
  context: JobContext,
  audience = 'api://AzureADTokenExchange',
): Promise<string> {
  const { requestUrl, requestToken } = registerJob(world, context);
  const url = `${requestUrl}&audience=${encodeURIComponent(audience)}`;
  const answer = await send(hostFor(gitHubHosts(world), url), url, {
    headers: { authorization: `Bearer ${requestToken}` },
  });
  return String(answer.body['value']);
}

/** A POST to the token endpoint. */
export function token(
  world: World,
  form: Readonly<Record<string, string>>,
  more: { readonly tenant?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { tenant = world.tenant.tenantId, path = 'oauth2/v2.0/token', headers = {} } = more;
  return send(entraHost(world), `https://login.microsoftonline.com/${tenant}/${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form).toString(),
  });
}

/** The form of a client-credentials request with the client's secret. */
export function secretForm(world: World, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    client_id: world.tenant.client.clientId,
    client_secret: world.tenant.client.secret,
    scope: 'https://management.azure.com/.default',
    ...more,
  };
}

/** An access token of the deployer for `resource`, by GitHub's token. */
export async function deployerToken(world: World, resource: string): Promise<string> {
  const answer = await token(world, {
    grant_type: 'client_credentials',
    client_id: world.tenant.deploy.clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await gitHubToken(world, job()),
    scope: `${resource}/.default`,
  });
  return accessToken(answer);
}

export function accessToken(answer: Answer): string {
  const value = answer.body['access_token'];
  if (typeof value !== 'string') throw new Error(`No token: ${JSON.stringify(answer.body)}`);
  return value;
}

export function claims(jwt: unknown): Body {
  return decodeJwt(String(jwt));
}

/** A function that sends requests to Graph with `bearer`. */
export function graphClient(world: World, bearer: string) {
  const host = graphHost(world);
  return (
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> =>
    send(host, `https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
}

/** The page of an answer; empty where it is none. */
export function html(answer: Answer): string {
  return typeof answer.response.body === 'string' ? answer.response.body : '';
}

/** The number behind `AADSTS` of an error. */
export function aadsts(answer: Answer): number {
  const codes = answer.body['error_codes'];
  return Array.isArray(codes) ? Number(codes[0]) : 0;
}

/** Puts a resource into the store as a provider would leave it. */
export function put(
  world: World,
  id: string,
  type: string,
  properties: Resource['properties'],
  more: Partial<Resource> = {},
): Resource {
  const resource: Resource = {
    id,
    type,
    name: id.slice(id.lastIndexOf('/') + 1),
    apiVersion: '2024-01-01',
    properties,
    secrets: {},
    etag: 'x',
    createdAt: world.clock.now,
    changedAt: world.clock.now,
    ...more,
  };
  world.store.put(resource);
  return resource;
}

export function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
