import { CONTAINER_APPS_VERSION, findAppEnvironment } from '@lz/action';
import { isAzureError, sendAndWait } from '@lz/azure';
import { API_MANAGEMENT_VERSION, closeRemedy, gatewayPlace } from '@lz/gateway';
import { CheckFailed, type SmokeCheck } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

const NETWORK_VERSION = '2025-05-01';
const DNS_VERSION = '2024-06-01';
const HEALTH_RETRIES = 20;

/** What Azure itself says of the parts. */
export function controlPlaneChecks(run: SmokeRun): readonly SmokeCheck[] {
  return [
    { name: 'gateway network', attempt: () => gatewayNetwork(run), retries: HEALTH_RETRIES },
    { name: 'gateway DNS', attempt: () => gatewayDns(run) },
    { name: 'private endpoints', attempt: () => privateEndpoints(run) },
    { name: 'Open WebUI revision', attempt: () => revision(run), retries: HEALTH_RETRIES },
    run.environment.spoke.exposure.kind === 'app-gateway'
      ? { name: 'ingress backend', attempt: () => ingressBackend(run), retries: HEALTH_RETRIES }
      : { name: 'ingress of the app', attempt: () => appIngress(run) },
  ];
}

/** Every dependency that API Management needs must be reachable from its subnet. */
async function gatewayNetwork({ azure, names }: SmokeRun) {
  interface Location {
    readonly location: string;
    readonly networkStatus: {
      readonly connectivityStatus: readonly {
        readonly name: string;
        readonly status: string;
        readonly isOptional: boolean;
        readonly error?: string | null;
      }[];
    };
  }
  const path = `${names.hub.apimId}/networkstatus`;
  const locations = await unlessNotInTier(azure.get<readonly Location[]>(path, API_MANAGEMENT_VERSION));
  if (locations === undefined) return { detail: 'not told by this tier; the chat from inside the network shows it' };
  const needed = locations
    .flatMap(({ networkStatus }) => networkStatus.connectivityStatus)
    .filter((one) => !one.isOptional);
  const failed = needed.filter(({ status }) => status !== 'success');
  if (failed.length > 0) {
    throw new CheckFailed(
      failed.map(({ name, status, error }) => `${name}: ${status} ${error ?? ''}`.trim()).join('; '),
      'Compare the network security group of the gateway subnet with the rules in bicep/modules/security-rules.bicep.',
    );
  }
  return { detail: `${needed.length} dependencies reachable` };
}

/** The V2 tiers do not tell the status of their network. */
async function unlessNotInTier<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAzureError(error) && error.code === 'MethodNotAllowedInPricingTier') return undefined;
    throw error;
  }
}

async function gatewayDns({ azure, names }: SmokeRun) {
  const { privateAddress: address, open } = await gatewayPlace(azure, names);
  if (open) {
    throw new CheckFailed(`${names.hub.apim} is open to the internet`, closeRemedy(names.hub.apimId));
  }
  const record = await azure.find<{ properties: { aRecords?: readonly { ipv4Address: string }[] } }>(
    `${names.hub.gatewayZoneId}/A/@`,
    DNS_VERSION,
  );
  const recorded = record?.properties.aRecords?.[0]?.ipv4Address;
  if (address === undefined || address !== recorded) {
    throw new CheckFailed(
      `${names.hub.gatewayHost} points to ${recorded ?? 'nothing'}, the gateway is at ${address ?? 'no address'}`,
      'Run configure-apim: it writes the record.',
    );
  }
  return { detail: `${names.hub.gatewayHost} is ${address}` };
}

async function privateEndpoints({ azure, names }: SmokeRun) {
  interface Connection {
    readonly properties: { readonly privateLinkServiceConnectionState: { readonly status: string } };
  }
  interface Endpoint {
    readonly name: string;
    readonly properties: {
      readonly provisioningState: string;
      readonly privateLinkServiceConnections: readonly Connection[];
    };
  }
  const path = `${names.spoke.resourceGroupId}/providers/Microsoft.Network/privateEndpoints`;
  const endpoints = await azure.list<Endpoint>(path, NETWORK_VERSION);
  const broken = endpoints.filter(
    ({ properties }) =>
      properties.provisioningState !== 'Succeeded' ||
      properties.privateLinkServiceConnections.some(
        (connection) => connection.properties.privateLinkServiceConnectionState.status !== 'Approved',
      ),
  );
  if (endpoints.length === 0 || broken.length > 0) {
    throw new CheckFailed(
      endpoints.length === 0 ? 'the spoke has none' : `not connected: ${broken.map(({ name }) => name).join(', ')}`,
      'Approve the connection at the service, or run deploy-spoke again.',
    );
  }
  return { detail: `${endpoints.length} connected` };
}

async function revision({ azure, names }: SmokeRun) {
  interface Revision {
    readonly name: string;
    readonly properties: {
      readonly active: boolean;
      readonly healthState?: string;
      readonly runningState?: string;
      readonly trafficWeight?: number;
    };
  }
  const revisions = await azure.list<Revision>(`${names.spoke.containerAppId}/revisions`, CONTAINER_APPS_VERSION);
  const serving = revisions.filter(({ properties }) => properties.active && (properties.trafficWeight ?? 0) > 0);
  // An app at rest has no replica that could be healthy; it proves itself when it is asked.
  const unhealthy = serving.filter(
    ({ properties }) => properties.healthState !== 'Healthy' && properties.runningState !== 'ScaledToZero',
  );
  if (serving.length === 0 || unhealthy.length > 0) {
    throw new CheckFailed(
      serving.length === 0
        ? 'no revision serves'
        : unhealthy.map(({ name, properties }) => `${name} is ${properties.healthState ?? 'unknown'}`).join('; '),
      `Read the container's log: az containerapp logs show -g ${names.spoke.resourceGroup} -n ${names.spoke.containerApp}`,
    );
  }
  const resting = ({ properties }: Revision) => (properties.runningState === 'ScaledToZero' ? 'at rest' : 'healthy');
  return { detail: serving.map((one) => `${one.name} ${resting(one)}`).join(', ') };
}

/** Whether the app can be reached from outside is fixed in its environment. */
async function appIngress(run: SmokeRun) {
  const open = run.environment.spoke.exposure.kind === 'container-app';
  const environment = await findAppEnvironment(run);
  const internal = environment?.properties.vnetConfiguration?.internal === true;
  if (environment === undefined || internal === open) {
    throw new CheckFailed(
      environment === undefined
        ? 'the environment is not there'
        : `the environment is ${internal ? 'internal' : 'public'}`,
      'Run deploy-spoke.',
    );
  }
  return {
    detail: `${open ? 'public' : 'from the networks alone'}, at ${environment.properties.staticIp ?? 'no address'}`,
  };
}

async function ingressBackend({ azure, names }: SmokeRun) {
  interface BackendHealth {
    readonly backendAddressPools?: readonly {
      readonly backendHttpSettingsCollection?: readonly {
        readonly servers?: readonly {
          readonly address: string;
          readonly health: string;
          readonly healthProbeLog?: string;
        }[];
      }[];
    }[];
  }
  const health = await sendAndWait<BackendHealth>(azure, {
    method: 'POST',
    url: `${names.spoke.applicationGatewayId}/backendhealth`,
    apiVersion: NETWORK_VERSION,
    idempotent: true,
  });
  const servers = (health.backendAddressPools ?? [])
    .flatMap((pool) => pool.backendHttpSettingsCollection ?? [])
    .flatMap((settings) => settings.servers ?? []);
  const unhealthy = servers.filter((server) => server.health !== 'Healthy');
  if (servers.length === 0 || unhealthy.length > 0) {
    throw new CheckFailed(
      servers.length === 0
        ? 'Application Gateway has no backend'
        : unhealthy
            .map(({ address, health: state, healthProbeLog }) => `${address} is ${state}: ${healthProbeLog ?? ''}`)
            .join('; '),
      'Check that the zone of the Container Apps environment is linked to the network of Application Gateway.',
    );
  }
  return { detail: servers.map(({ address }) => `${address} healthy`).join(', ') };
}
