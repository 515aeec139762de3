import { namesOf, type Environment } from '@lz/config';
import type { World } from '@lz/twin';

/** Something in the landing zone that a caller may knock at. */
export interface Door {
  readonly service: string;
  readonly host: string;
  readonly port: number;
}

type Names = ReturnType<typeof namesOf>;

/** Every door of a deployed environment, shut ones included. */
export function doorsOf(world: World, environment: Environment): readonly Door[] {
  const names = namesOf(environment, world.tenant.subscriptionId);
  return [...ways(world, environment, names), ...gateway(world, names), ...data(names), ...elsewhere(environment)];
}

/** The ways to Open WebUI. */
function ways(world: World, { spoke }: Environment, names: Names): readonly Door[] {
  const cluster = world.store.get(names.spoke.containerEnvironmentId)?.properties;
  const platform = `${names.spoke.containerApp}.${textOf(cluster?.['defaultDomain'])}`;
  const publicIp = world.store.get(names.spoke.ingressPublicIpId)?.properties['ipAddress'];
  const { hostname } = spoke.exposure;
  return [
    ...(hostname === undefined ? [] : doors('Open WebUI, own host name', hostname, 443, 80)),
    ...doors('Open WebUI, name of the platform', platform, 443, 80),
    ...doors('Container Apps, address of the ingress', textOf(cluster?.['staticIp']), 443, 80, 22, 31443),
    ...(typeof publicIp === 'string' ? doors('Application Gateway, public address', publicIp, 443, 80, 22, 65200) : []),
  ];
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error('the Container Apps environment is not there');
  return value;
}

function gateway(world: World, { hub }: Names): readonly Door[] {
  const id = `${hub.resourceGroupId}/providers/Microsoft.Network/publicIPAddresses/${hub.gatewayPublicIp}`;
  const publicIp = world.store.get(id)?.properties['ipAddress'];
  return [
    ...doors('API Management, gateway', hub.gatewayHost, 443, 80, 3443),
    ...doors('API Management, developer portal', hub.gatewayHost.replace('.', '.developer.'), 443),
    ...(typeof publicIp === 'string' ? doors('API Management, public address', publicIp, 443, 3443) : []),
  ];
}

function data({ spoke }: Names): readonly Door[] {
  return [
    ...doors('PostgreSQL', `${spoke.postgres}.postgres.database.azure.com`, 5432),
    ...doors('Key Vault', `${spoke.keyVault}.vault.azure.net`, 443),
    ...doors('Blob Storage', `${spoke.storageAccount}.blob.core.windows.net`, 443),
    ...doors('File storage', `${spoke.storageAccount}.file.core.windows.net`, 445),
    ...['services.ai.azure.com', 'openai.azure.com', 'cognitiveservices.azure.com'].flatMap((domain) =>
      doors(`Foundry, ${domain}`, `${spoke.foundry}.${domain}`, 443),
    ),
  ];
}

/** What Azure runs for everybody, and the landing zone writes to. */
function elsewhere({ location }: Environment): readonly Door[] {
  return doors('Azure Monitor, ingestion', `${location}.in.applicationinsights.azure.com`, 443);
}

function doors(service: string, host: string, ...ports: readonly number[]): readonly Door[] {
  return ports.map((port) => ({ service, host, port }));
}
