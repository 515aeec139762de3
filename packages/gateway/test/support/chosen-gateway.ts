import { loadEnvironment, namesOf, type Environment, type Names } from '@lz/config';
import type { TwinHost, TwinRequest, TwinResponse } from '../../../twin/src/kernel/http.ts';
import type { JsonObject } from '../../../twin/src/kernel/store.ts';
import { APP_ID, HUB, LandingZone, SERVICE, SPOKE } from '../../../twin/test/data-planes/landing-zone.ts';
import { desiredGateway, type DesiredResource, type Fragment } from '../../src/index.ts';
import { BASE, CHAT } from './governed-gateway.ts';

const FILE = `name: contoso-dev
location: swedencentral
hub: { addressSpace: 10.10.0.0/22, gateway: { publisherEmail: platform@contoso.com } }
spoke: { addressSpace: 10.10.4.0/22, exposure: { kind: private } }
models: [gpt-5-mini, text-embedding-3-small]
`;

/** The environment of a file with this section `api`. */
export function environmentWith(api: string): Environment {
  const { environment, mistakes } = loadEnvironment(`${FILE}api: ${api}\n`, 'environments/dev.yml');
  if (environment?.spoke === undefined) throw new Error(JSON.stringify(mistakes));
  return environment;
}

/** What the gateway is wanted to be, in the place of the test's landing zone. */
export function desiredOf(
  environment: Environment,
  { world }: Pick<LandingZone, 'world'>,
  fragments: readonly Fragment[] = [],
  apimId = SERVICE,
): readonly DesiredResource[] {
  const named = namesOf(environment, world.tenant.subscriptionId);
  const names: Names = {
    ...named,
    hub: { ...named.hub, apimId },
    spoke: {
      ...named.spoke,
      foundry: 'aif-contoso',
      foundryEndpoint: 'https://aif-contoso.services.ai.azure.com',
    },
  };
  const facts = {
    tenantId: world.tenant.tenantId,
    applicationClientId: APP_ID,
    callerClientIds: [],
    gatewayClientId: world.guid('gateway-client'),
    appInsightsConnectionString: 'InstrumentationKey=0',
    privateIpAddress: '10.10.0.4',
  };
  return desiredGateway(environment, names, facts, fragments);
}

/** Answers of a model endpoint by its host name; undefined: as the twin's own Foundry does. */
export type Answering = (request: TwinRequest) => TwinResponse | undefined;

/** A landing zone whose gateway is as an environment file chooses. */
export class ChosenGateway {
  readonly zone = new LandingZone();
  /** Requests that reached a model, wherever it is. */
  readonly reached: TwinRequest[] = [];

  constructor(
    api: string,
    {
      fragments = [],
      answer = () => undefined,
    }: { readonly fragments?: readonly Fragment[]; readonly answer?: Answering } = {},
  ) {
    for (const suffix of ['cognitiveservices.azure.com', 'openai.azure.com'])
      this.zone.zone(`privatelink.${suffix}`, 'aif-contoso', '10.10.4.5', HUB, SPOKE);
    for (const { id, properties } of desiredOf(environmentWith(api), this.zone, fragments)) this.#put(id, properties);
    const hosts = this.zone.hosts as TwinHost[];
    const index = hosts.findIndex(({ name }) => name === 'Foundry');
    const foundry = hosts[index];
    if (foundry === undefined) throw new Error('no Foundry');
    hosts[index] = {
      ...foundry,
      // Accounts of others can be reached; what they answer is the test's.
      unreachable: (host, place) => (host.startsWith('aif-fr') ? undefined : foundry.unreachable?.(host, place)),
      handle: async (request) => await this.#answer(request, answer, foundry),
    };
    hosts.push({
      name: 'elsewhere',
      serves: (host) => host.endsWith('.example'),
      handle: async (request) => await this.#answer(request, answer, foundry),
    });
  }

  /** Sends a question with a token of these claims. */
  async ask(more: object = {}, claims: object = {}, path = '/chat/completions') {
    const authorization = `Bearer ${await this.zone.token(claims)}`;
    return await this.zone.send('POST', BASE + path, { body: { ...CHAT, ...more }, headers: { authorization } });
  }

  /** The pieces of a streamed answer as they reach the caller. */
  async *stream(): AsyncIterable<string | Buffer> {
    const authorization = `Bearer ${await this.zone.token()}`;
    const url = new URL(`${BASE}/chat/completions`);
    const headers = { authorization, 'content-type': 'application/json' };
    const host = this.zone.hosts.find((one) => one.serves(url.hostname));
    const answer = await host?.handle({
      ...{ method: 'POST', url, headers, rawHeaders: Object.entries(headers).flat() },
      body: Buffer.from(JSON.stringify({ ...CHAT, stream: true })),
      place: { kind: 'vnet', vnetId: SPOKE },
    });
    const body = answer?.body;
    if (typeof body === 'object' && Symbol.asyncIterator in body) yield* body;
  }

  async #answer(request: TwinRequest, answer: Answering, foundry: TwinHost): Promise<TwinResponse> {
    if (/\/(?:chat\/completions|responses)$/.test(request.url.pathname)) this.reached.push(request);
    return answer(request) ?? (await foundry.handle(request));
  }

  #put(id: string, properties: DesiredResource['properties']): void {
    if (!id.startsWith(`${SERVICE}/`)) return;
    const type = id
      .slice(SERVICE.length + 1)
      .split('/')
      .filter((_part, index) => index % 2 === 0);
    this.zone.put(id, `Microsoft.ApiManagement/service/${type.join('/')}`, properties as JsonObject);
  }
}

/** A question with this text. */
export const saying = (content: string): object => ({ messages: [{ role: 'user', content }] });
