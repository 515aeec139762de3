import { applicationGatewayHost } from '../../src/data-planes/application-gateway/index.ts';
import { containerAppsHost } from '../../src/data-planes/container-apps/index.ts';
import { logStreamHost, runJob } from '../../src/data-planes/container-jobs/index.ts';
import { callAmong } from '../../src/data-planes/ports.ts';
import { directoryOf } from '../../src/entra/index.ts';
import type { TwinHost } from '../../src/kernel/http.ts';
import type { Json, JsonObject, Resource } from '../../src/kernel/store.ts';
import { setJobRunner } from '../../src/providers/app/job-runner.ts';
import { putRevision, revisionName } from '../../src/providers/app/revisions.ts';
import { LandingZone, SPOKE, type Changes } from './landing-zone.ts';

const GROUP = '/subscriptions/s/resourceGroups/r/providers';
export const NETWORK = `${GROUP}/Microsoft.Network`;
export const ENVIRONMENT = `${GROUP}/Microsoft.App/managedEnvironments/cae`;
export const APP = `${GROUP}/Microsoft.App/containerApps/ca`;
export const JOB = `${GROUP}/Microsoft.App/jobs/caj`;
export const DOMAIN = 'kindriver-1234.swedencentral.azurecontainerapps.io';
export const APP_HOST = `ca.${DOMAIN}`;
export const INGRESS_IP = '198.18.0.1';
export const PUBLIC_HOST = 'chat.contoso.com';
const AGW = `${NETWORK}/applicationGateways/agw`;
export const IMAGE = 'ghcr.io/open-webui/open-webui:v0.11.3';

/** A landing zone with Container Apps in the spoke and Application Gateway in front. */
export class ChatZone extends LandingZone {
  /** Client id of the application that people sign in through. */
  readonly clientId: string;

  constructor(changes: Changes = {}) {
    super(changes);
    const ports = { callHost: callAmong(() => this.hosts) };
    (this.hosts as TwinHost[]).unshift(applicationGatewayHost(this.world, ports));
    (this.hosts as TwinHost[]).push(containerAppsHost(this.world, ports), logStreamHost(this.world));
    setJobRunner(this.world, runJob);
    this.clientId = this.world.guid('chat-application');
    this.put(`${SPOKE}/subnets/apps`, 'Microsoft.Network/virtualNetworks/subnets', { addressPrefix: '10.10.5.0/26' });
    this.put(`${SPOKE}/subnets/ingress`, 'Microsoft.Network/virtualNetworks/subnets', {
      addressPrefix: '10.10.6.0/24',
      networkSecurityGroup: { id: `${NETWORK}/networkSecurityGroups/nsg-ingress` },
    });
    this.put(
      ENVIRONMENT,
      'Microsoft.App/managedEnvironments',
      {
        defaultDomain: DOMAIN,
        staticIp: '10.10.5.10',
        vnetConfiguration: { internal: true, infrastructureSubnetId: `${SPOKE}/subnets/apps` },
      },
      { location: 'swedencentral' },
    );
    this.zone(DOMAIN, '*', '10.10.5.10', SPOKE);
  }

  /** Writes the app and lets its revision start. */
  deploy(variables: Readonly<Record<string, string>> = {}, more: Deployed = {}): Resource {
    const env = [
      ...Object.entries({ WEBUI_SECRET_KEY: 'k', ...variables }).map(([name, value]) => ({ name, value })),
      ...(more.env ?? []),
    ];
    const container = { name: 'open-webui', image: more.image ?? IMAGE, env, command: more.command ?? [] };
    const app: Resource = {
      id: APP,
      type: 'Microsoft.App/containerApps',
      name: 'ca',
      apiVersion: '2025-07-01',
      location: 'swedencentral',
      properties: {
        provisioningState: 'Succeeded',
        environmentId: ENVIRONMENT,
        configuration: {
          activeRevisionsMode: 'Single',
          secrets: more.secrets ?? [],
          ingress: { external: true, targetPort: 8080, allowInsecure: false, fqdn: APP_HOST, ...more.ingress },
          ...more.configuration,
        },
        template: { containers: [container], scale: { minReplicas: 1 } },
      },
      secrets: more.secretValues ?? {},
      etag: 'x',
      createdAt: this.world.clock.now,
      changedAt: this.world.clock.now,
    };
    this.world.store.put(app);
    const name = revisionName(app, this.world);
    if (!this.world.store.has(`${APP}/revisions/${name}`)) putRevision(app, this.world, name);
    if (more.wait !== false) this.world.clock.spend(10 * 60_000);
    return this.revision(name);
  }

  revision(name: string): Resource {
    const found = this.world.store.get(`${APP}/revisions/${name}`);
    if (found === undefined) throw new Error(`no revision ${name}`);
    return found;
  }

  /** Application Gateway as the Bicep module makes it; `properties` replaces members. */
  frontDoor(certificate: string | undefined, properties: JsonObject = {}): void {
    const part = (kind: string, name: string): JsonObject => ({ id: `${AGW}/${kind}/${name}` });
    this.put(`${NETWORK}/publicIPAddresses/pip`, 'Microsoft.Network/publicIPAddresses', {
      ipAddress: INGRESS_IP,
      dnsSettings: { fqdn: 'contoso.swedencentral.cloudapp.azure.com' },
    });
    this.allowIngress('Allow');
    const vault = `${GROUP}/Microsoft.KeyVault/vaults/kv`;
    const identity = `${GROUP}/Microsoft.ManagedIdentity/userAssignedIdentities/id-ingress`;
    this.put(identity, 'Microsoft.ManagedIdentity/userAssignedIdentities', { principalId: 'ingress' });
    this.put(vault, 'Microsoft.KeyVault/vaults', {
      accessPolicies: [{ objectId: 'ingress', permissions: { secrets: ['get'] } }],
    });
    if (certificate !== undefined) {
      const id = `${vault}/secrets/certificate`;
      this.put(id, 'Microsoft.KeyVault/vaults/secrets', {}, { secrets: { value: certificate } });
    }
    const listener = (protocol: string, port: string, more: JsonObject = {}): JsonObject => ({
      name: port,
      properties: { protocol, frontendPort: part('frontendPorts', port), hostName: PUBLIC_HOST, ...more },
    });
    this.put(
      AGW,
      'Microsoft.Network/applicationGateways',
      {
        operationalState: 'Running',
        gatewayIPConfigurations: [{ properties: { subnet: { id: `${SPOKE}/subnets/ingress` } } }],
        frontendIPConfigurations: [
          { name: 'public', properties: { publicIPAddress: { id: `${NETWORK}/publicIPAddresses/pip` } } },
        ],
        frontendPorts: [
          { name: 'http', properties: { port: 80 } },
          { name: 'https', properties: { port: 443 } },
        ],
        sslCertificates: [
          { name: 'c', properties: { keyVaultSecretId: 'https://kv.vault.azure.net/secrets/certificate' } },
        ],
        httpListeners: [
          listener('Http', 'http'),
          listener('Https', 'https', { sslCertificate: part('sslCertificates', 'c') }),
        ],
        redirectConfigurations: [
          {
            name: 'up',
            properties: {
              redirectType: 'Permanent',
              targetListener: part('httpListeners', 'https'),
              includePath: true,
              includeQueryString: true,
            },
          },
        ],
        backendAddressPools: [{ name: 'app', properties: { backendAddresses: [{ fqdn: APP_HOST }] } }],
        backendHttpSettingsCollection: [
          {
            name: 'app',
            properties: {
              protocol: 'Https',
              port: 443,
              pickHostNameFromBackendAddress: true,
              probe: part('probes', 'health'),
            },
          },
        ],
        probes: [
          {
            name: 'health',
            properties: {
              path: '/health',
              pickHostNameFromBackendHttpSettings: true,
              match: { statusCodes: ['200'] },
            },
          },
        ],
        requestRoutingRules: [
          {
            name: 'http',
            properties: {
              httpListener: part('httpListeners', 'http'),
              redirectConfiguration: part('redirectConfigurations', 'up'),
            },
          },
          {
            name: 'https',
            properties: {
              httpListener: part('httpListeners', 'https'),
              backendAddressPool: part('backendAddressPools', 'app'),
              backendHttpSettings: part('backendHttpSettingsCollection', 'app'),
            },
          },
        ],
        ...properties,
      },
      { identity: { type: 'UserAssigned', userAssignedIdentities: { [identity]: {} } } },
    );
  }

  /** The rule of the ingress subnet for the Internet. */
  allowIngress(access: 'Allow' | 'Deny', port = '*'): void {
    this.put(`${NETWORK}/networkSecurityGroups/nsg-ingress`, 'Microsoft.Network/networkSecurityGroups', {
      securityRules: [
        rule('public', 100, access, port),
        ...(access === 'Deny' ? [rule('rest', 200, 'Allow', '*')] : []),
      ],
    });
  }

  /** Object id of one of the tenant's people. */
  personId(user: string): string {
    const found = directoryOf(this.world).people.find(({ userPrincipalName }) => userPrincipalName.startsWith(user));
    return found?.id ?? '';
  }
}

export interface Deployed {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly env?: readonly JsonObject[];
  readonly secrets?: Json;
  readonly secretValues?: Readonly<Record<string, string>>;
  readonly ingress?: JsonObject;
  readonly configuration?: JsonObject;
  /** Default: true, until the revision has started or failed. */
  readonly wait?: boolean;
}

function rule(name: string, priority: number, access: string, port: string): JsonObject {
  const properties = {
    priority,
    direction: 'Inbound',
    access,
    protocol: 'Tcp',
    sourceAddressPrefix: 'Internet',
    destinationAddressPrefix: '*',
    destinationPortRange: port,
  };
  return { name, properties };
}
