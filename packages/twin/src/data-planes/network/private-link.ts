import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { REDIS, redisHost } from '../../providers/cache/redis.ts';
import { objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { integratedName } from '../../providers/postgresql/server-network.ts';
import { SERVER } from '../../providers/postgresql/server.ts';

/** One service whose resources answer under names of their own. */
interface Service {
  /** Of the public name: `<label>.<suffix>`. */
  readonly suffix: string;
  readonly type: string;
  /** Zone of the alias that a private endpoint brings (facts/azure.md section 2, Other groupIds/zones). */
  readonly privateZone: string;
  /** Which private endpoints bring the alias, where a resource has several services. */
  readonly group: string | undefined;
  /** The resource's first label. */
  readonly label: (resource: Resource) => string;
}

const byName = (resource: Resource): string => resource.name;
const bySubdomain = (resource: Resource): string => textAt(resource.properties, 'customSubDomainName') ?? '';

const SERVICES: readonly Service[] = [
  service('vault.azure.net', 'Microsoft.KeyVault/vaults', byName, 'privatelink.vaultcore.azure.net'),
  service('postgres.database.azure.com', 'Microsoft.DBforPostgreSQL/flexibleServers', byName),
  { ...service('blob.core.windows.net', 'Microsoft.Storage/storageAccounts', byName), group: 'blob' },
  { ...service('file.core.windows.net', 'Microsoft.Storage/storageAccounts', byName), group: 'file' },
  service('redis.azure.net', REDIS, (resource) => redisHost(resource).replace('.redis.azure.net', '')),
  service('cognitiveservices.azure.com', 'Microsoft.CognitiveServices/accounts', bySubdomain),
  service('openai.azure.com', 'Microsoft.CognitiveServices/accounts', bySubdomain),
  service('services.ai.azure.com', 'Microsoft.CognitiveServices/accounts', bySubdomain),
  service('azure-api.net', 'Microsoft.ApiManagement/service', byName),
];

function service(
  suffix: string,
  type: string,
  label: Service['label'],
  privateZone = `privatelink.${suffix}`,
): Service {
  return { suffix, type, label, privateZone, group: undefined };
}

/** A public name of a resource, as public DNS knows it. */
export interface ServiceName {
  /** Undefined where nobody has the name. */
  readonly resource: Resource | undefined;
  /** The name that the public one is an alias of; undefined as long as no private endpoint is connected. */
  readonly alias: string | undefined;
  /** False where only the alias leads to the resource: a database server that stands in a subnet. */
  readonly isPublic: boolean;
}

/** What stands behind `name` if it is one of a service with resource names; undefined for any other name. */
export function serviceName(world: World, name: string): ServiceName | undefined {
  const found = SERVICES.find(({ suffix }) => name.endsWith(`.${suffix}`));
  if (found === undefined) return undefined;
  const label = name.slice(0, -found.suffix.length - 1);
  const resource = world.store.ofType(found.type).find((one) => found.label(one).toLowerCase() === label);
  if (resource === undefined) return { resource, alias: undefined, isPublic: false };
  const integrated = resource.type.toLowerCase() === SERVER.toLowerCase() ? integratedName(resource, world) : undefined;
  if (integrated !== undefined) return { resource, alias: integrated, isPublic: false };
  return {
    resource,
    alias: hasPrivateEndpoint(resource, found.group) ? `${label}.${found.privateZone}` : undefined,
    isPublic: true,
  };
}

function hasPrivateEndpoint(resource: Resource, group: string | undefined): boolean {
  return objectsAt(resource.properties, 'privateEndpointConnections').some(
    (connection) =>
      textAt(connection, 'properties.privateLinkServiceConnectionState.status') === 'Approved' &&
      (group === undefined || textsAt(connection, 'properties.groupIds').includes(group)),
  );
}
