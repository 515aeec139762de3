import { directoryOf, entraHost, entraSigner, identityAccessToken, issuerOf } from '../../src/entra/index.ts';
import { foundryHost } from '../../src/data-planes/foundry/index.ts';
import { gatewayHost } from '../../src/data-planes/gateway/index.ts';
import { insightsHost, logAnalyticsHost } from '../../src/data-planes/insights/index.ts';
import { callAmong } from '../../src/data-planes/ports.ts';
import { INTERNET, type Place, type TwinHost, type TwinResponse } from '../../src/kernel/http.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import type { World } from '../../src/kernel/world.ts';
import { newWorld, put } from '../entra/support.ts';

const GROUP = '/subscriptions/s/resourceGroups/r/providers';
const NETWORK = `${GROUP}/Microsoft.Network`;
export const HUB = `${NETWORK}/virtualNetworks/hub`;
export const SPOKE = `${NETWORK}/virtualNetworks/spoke`;
export const LONELY = `${NETWORK}/virtualNetworks/lonely`;
export const SERVICE = `${GROUP}/Microsoft.ApiManagement/service/apim-contoso`;
export const ACCOUNT = `${GROUP}/Microsoft.CognitiveServices/accounts/aif-contoso`;
const ENDPOINT = `${NETWORK}/privateEndpoints/pe-foundry`;
export const IDENTITY = `${GROUP}/Microsoft.ManagedIdentity/userAssignedIdentities/id-gateway`;
export const WORKSPACE = `${GROUP}/Microsoft.OperationalInsights/workspaces/log`;
export const COMPONENT = `${GROUP}/Microsoft.Insights/components/appi`;
export const GATEWAY_HOST = 'apim-contoso.azure-api.net';
export const APP_ID = '22222222-2222-4222-8222-222222222222';
const USER_ROLE = 'a97b65f3-24c7-4388-baec-2e87135dc908';

/** What a test may leave out or change. */
export interface Changes {
  readonly policy?: string;
  readonly service?: JsonObject;
  readonly api?: JsonObject;
  readonly account?: JsonObject;
  /** Without the role that lets the gateway's identity call the models. */
  readonly noRole?: boolean;
}

/** A landing zone as its deployments leave it in the store: internal gateway, private Foundry, both behind private DNS. */
export class LandingZone {
  readonly world: World = newWorld();
  readonly hosts: readonly TwinHost[];

  constructor(changes: Changes = {}) {
    const ports = { callHost: callAmong(() => this.hosts) };
    this.hosts = [
      entraHost(this.world),
      gatewayHost(this.world, ports),
      foundryHost(this.world),
      insightsHost(this.world),
      logAnalyticsHost(this.world),
    ];
    this.#network();
    this.#foundry(changes);
    this.#gateway(changes);
    // Roles given at the start have long taken effect.
    this.world.clock.spend(3_600_000);
  }

  put(id: string, type: string, properties: JsonObject, more: Parameters<typeof put>[4] = {}): void {
    put(this.world, id, type, properties, more);
  }

  /** A private DNS zone with one record, linked to VNets. */
  zone(name: string, record: string, address: string, ...vnets: readonly string[]): void {
    const id = `${NETWORK}/privateDnsZones/${name}`;
    this.put(id, 'Microsoft.Network/privateDnsZones', {});
    this.put(`${id}/A/${record}`, 'Microsoft.Network/privateDnsZones/A', {
      ttl: 300,
      aRecords: [{ ipv4Address: address }],
    });
    for (const [index, vnet] of vnets.entries()) {
      this.put(`${id}/virtualNetworkLinks/link-${index}`, 'Microsoft.Network/privateDnsZones/virtualNetworkLinks', {
        virtualNetwork: { id: vnet },
        virtualNetworkLinkState: 'Completed',
      });
    }
  }

  #network(): void {
    const vnet = (id: string, prefix: string, subnet: string): void => {
      this.put(id, 'Microsoft.Network/virtualNetworks', { addressSpace: { addressPrefixes: [prefix] } });
      this.put(`${id}/subnets/${subnet}`, 'Microsoft.Network/virtualNetworks/subnets', {
        addressPrefixes: [prefix],
        networkSecurityGroup: { id: `${NETWORK}/networkSecurityGroups/nsg-${subnet}` },
      });
    };
    vnet(HUB, '10.10.0.0/24', 'apim');
    vnet(SPOKE, '10.10.4.0/24', 'endpoints');
    vnet(LONELY, '10.20.0.0/24', 'lonely');
    for (const [from, to] of [
      [HUB, SPOKE],
      [SPOKE, HUB],
    ] as const) {
      this.put(`${from}/virtualNetworkPeerings/peer`, 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings', {
        remoteVirtualNetwork: { id: to },
        peeringState: 'Connected',
      });
    }
    this.zone(GATEWAY_HOST, '@', '10.10.0.4', HUB, SPOKE);
    this.zone('privatelink.services.ai.azure.com', 'aif-contoso', '10.10.4.5', HUB, SPOKE);
  }

  #foundry(changes: Changes): void {
    this.put(
      ACCOUNT,
      'Microsoft.CognitiveServices/accounts',
      {
        customSubDomainName: 'aif-contoso',
        publicNetworkAccess: 'Disabled',
        disableLocalAuth: true,
        privateEndpointConnections: [
          {
            properties: {
              privateEndpoint: { id: ENDPOINT },
              privateLinkServiceConnectionState: { status: 'Approved' },
            },
          },
        ],
        provisioningState: 'Succeeded',
        ...changes.account,
      },
      { location: 'swedencentral' },
    );
    const model = (name: string, format: string): void => {
      this.put(`${ACCOUNT}/deployments/${name}`, 'Microsoft.CognitiveServices/accounts/deployments', {
        model: { format, name, version: '1' },
        provisioningState: 'Succeeded',
      });
    };
    model('gpt-5-mini', 'OpenAI');
    model('text-embedding-3-small', 'OpenAI');
    model('grok-4', 'xAI');
    this.put(ENDPOINT, 'Microsoft.Network/privateEndpoints', {
      subnet: { id: `${SPOKE}/subnets/endpoints` },
      privateLinkServiceConnections: [{ properties: { privateLinkServiceId: ACCOUNT, groupIds: ['account'] } }],
      customDnsConfigs: [{ fqdn: 'aif-contoso.services.ai.azure.com', ipAddresses: ['10.10.4.5'] }],
    });
    this.put(IDENTITY, 'Microsoft.ManagedIdentity/userAssignedIdentities', {
      clientId: this.world.guid('gateway-client'),
      principalId: this.world.guid('gateway-principal'),
      tenantId: this.world.tenant.tenantId,
    });
    if (changes.noRole !== true) this.giveRole();
  }

  /** Lets the gateway's identity call every model. */
  giveRole(): void {
    this.put(
      `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/${USER_ROLE}`,
      'Microsoft.Authorization/roleAssignments',
      {
        principalId: this.world.guid('gateway-principal'),
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${USER_ROLE}`,
      },
    );
  }

  #gateway(changes: Changes): void {
    const type = 'Microsoft.ApiManagement/service';
    this.put(
      SERVICE,
      type,
      {
        provisioningState: 'Succeeded',
        virtualNetworkType: 'Internal',
        virtualNetworkConfiguration: { subnetResourceId: `${HUB}/subnets/apim` },
        privateIPAddresses: ['10.10.0.4'],
        ...changes.service,
      },
      { location: 'swedencentral', identity: { type: 'UserAssigned', userAssignedIdentities: { [IDENTITY]: {} } } },
    );
    const child = (path: string, properties: JsonObject): void => {
      this.put(
        `${SERVICE}/${path}`,
        `${type}/${path
          .split('/')
          .filter((_part, index) => index % 2 === 0)
          .join('/')}`,
        properties,
      );
    };
    child('apis/openai', {
      path: 'openai/v1',
      displayName: 'OpenAI',
      apiRevision: '1',
      isCurrent: true,
      subscriptionRequired: false,
      ...changes.api,
    });
    const operation = (name: string, method: string, urlTemplate: string): void => {
      child(`apis/openai/operations/${name}`, { displayName: name, method, urlTemplate });
    };
    operation('createchatcompletion', 'POST', '/chat/completions');
    operation('createresponse', 'POST', '/responses');
    operation('createembedding', 'POST', '/embeddings');
    operation('listmodels', 'GET', '/models');
    operation('retrievemodel', 'GET', '/models/{model}');
    operation('listfiles', 'GET', '/files');
    child('backends/foundry', { url: 'https://aif-contoso.services.ai.azure.com/openai/v1', protocol: 'http' });
    child('loggers/appinsights', { loggerType: 'applicationInsights', resourceId: COMPONENT });
    child('apis/openai/diagnostics/applicationinsights', { loggerId: `${SERVICE}/loggers/appinsights`, metrics: true });
    this.put(COMPONENT, 'Microsoft.Insights/components', {
      AppId: this.world.guid('app'),
      WorkspaceResourceId: WORKSPACE,
    });
    this.put(WORKSPACE, 'Microsoft.OperationalInsights/workspaces', { customerId: this.world.guid('workspace') });
    this.put(
      `${SERVICE}/providers/Microsoft.Insights/diagnosticSettings/logs`,
      'Microsoft.Insights/diagnosticSettings',
      { workspaceId: WORKSPACE, logs: [{ category: 'GatewayLogs', enabled: true }] },
    );
    child('apis/openai/policies/policy', { format: 'rawxml', value: changes.policy ?? this.plainPolicy });
  }

  /** A policy that only forwards with the gateway's identity. */
  get plainPolicy(): string {
    return `<policies><inbound><base /><set-backend-service backend-id="foundry" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" client-id="${this.world.guid('gateway-client')}" /></inbound><backend><forward-request timeout="240" buffer-response="false" /></backend></policies>`;
  }

  /** A token of the gateway's identity for Foundry. */
  async gatewayToken(): Promise<string> {
    const principal = directoryOf(this.world).servicePrincipal(this.world.guid('gateway-principal'));
    if (principal === undefined) throw new Error('The gateway has no identity.');
    return (await identityAccessToken(this.world, principal, 'https://cognitiveservices.azure.com')).token;
  }

  /** A token of a person for the application, as Entra signs it. */
  async token(claims: object = {}): Promise<string> {
    const now = Math.floor(this.world.clock.now / 1000);
    const signer = await entraSigner();
    return signer.sign({
      iss: issuerOf(this.world, 2),
      aud: APP_ID,
      azp: APP_ID,
      oid: 'ada',
      tid: this.world.tenant.tenantId,
      roles: ['user'],
      iat: now,
      nbf: now,
      exp: now + 3600,
      ...claims,
    });
  }

  /** Sends a request as a caller in `place` would; a host that cannot be reached answers status 0 with the reason. */
  async send(
    method: string,
    url: string,
    options: {
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** In place of `headers`: names and values in turn, a name perhaps twice. */
      readonly rawHeaders?: readonly string[];
      readonly place?: Place;
    } = {},
  ): Promise<Received> {
    const target = new URL(url);
    const place = options.place ?? { kind: 'vnet', vnetId: SPOKE };
    const host = this.hosts.find((candidate) => candidate.serves(target.hostname));
    const reason = host === undefined ? 'no such host' : host.unreachable?.(target.hostname, place);
    if (host === undefined || reason !== undefined) return { status: 0, text: reason ?? '', chunks: [], headers: {} };
    const body =
      options.body === undefined ? '' : typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    const headers = { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...options.headers };
    const response = await host.handle({
      method,
      url: target,
      headers,
      rawHeaders: [...(options.rawHeaders ?? Object.entries(headers).flat())],
      body: Buffer.from(body),
      place,
    });
    return received(response);
  }
}

export interface Received {
  readonly status: number;
  readonly text: string;
  readonly chunks: readonly string[];
  readonly headers: NonNullable<TwinResponse['headers']>;
}

async function received(response: TwinResponse): Promise<Received> {
  const chunks: string[] = [];
  const { body } = response;
  if (typeof body === 'object' && Symbol.asyncIterator in body)
    for await (const chunk of body) chunks.push(String(chunk));
  else if (typeof body === 'string' || Buffer.isBuffer(body)) chunks.push(String(body));
  else if (body !== undefined) chunks.push(JSON.stringify(body));
  return { status: response.status, text: chunks.join(''), chunks, headers: response.headers ?? {} };
}

export const OUTSIDE = INTERNET;
