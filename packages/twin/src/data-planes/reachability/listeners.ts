import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { gatewayAt, listenersOn, subnetIdOf } from '../application-gateway/configuration.ts';
import { environmentAt, letsInternetIn } from '../container-apps/domains.ts';
import { vaultReach } from '../key-vault/network.ts';
import { letsIn } from '../network/index.ts';
import { serviceName } from '../network/private-link.ts';

const HTTPS = 443;
const POSTGRES = 5432;
const SMB = 445;

/** A caller that got to an address, by the name it asked for. */
export interface Caller {
  readonly place: Place;
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

/** Whether anybody at the address listens on the port and lets the caller in: security groups, firewalls, what is served. */
export function listens(world: World, caller: Caller): boolean {
  const { address, port } = caller;
  const gateway = gatewayAt(world, address);
  if (gateway !== undefined) return gatewayListens(world, gateway, port);
  const environment = environmentAt(world, address);
  if (environment !== undefined) return [80, HTTPS].includes(port) && letsInternetIn(world, environment, port);
  const service = apiManagementAt(world, address);
  if (service !== undefined)
    return textsAt(service.properties, 'privateIPAddresses').includes(address) && port === HTTPS;
  const endpoint = endpointAt(world, address);
  if (endpoint !== undefined) return portsOf(endpoint).includes(port);
  const named = serviceName(world, caller.host)?.resource;
  return named === undefined ? port === HTTPS : publicPortsOf(world, named, caller).includes(port);
}

function gatewayListens(world: World, gateway: Resource, port: number): boolean {
  const subnet = world.store.get(subnetIdOf(gateway));
  const open = subnet === undefined || letsIn(world, subnet, 'Internet', port);
  return open && listenersOn(gateway, port).length > 0;
}

/** The service that stands at an address of its network, or whose management has a public one. */
function apiManagementAt(world: World, address: string): Resource | undefined {
  return world.store.ofType(SERVICE).find(({ properties }) => {
    const publicIp = world.store.get(textAt(properties, 'publicIpAddressId') ?? '');
    return [
      ...textsAt(properties, 'privateIPAddresses'),
      ...textsAt(properties, 'publicIPAddresses'),
      textAt(publicIp?.properties, 'ipAddress'),
    ].includes(address);
  });
}

function endpointAt(world: World, address: string): Resource | undefined {
  return world.store
    .ofType('Microsoft.Network/privateEndpoints')
    .find(({ properties }) =>
      objectsAt(properties, 'customDnsConfigs').some((config) => textsAt(config, 'ipAddresses').includes(address)),
    );
}

/** Ports of what stands behind a private endpoint. */
function portsOf(endpoint: Resource): readonly number[] {
  const groups = objectsAt(endpoint.properties, 'privateLinkServiceConnections').flatMap((connection) =>
    textsAt(connection, 'properties.groupIds').map((group) => group.toLowerCase()),
  );
  return groups.map((group) => ({ postgresqlserver: POSTGRES, file: SMB })[group] ?? HTTPS);
}

/** Ports that a service of Azure opens to a caller at its public name: none where its own firewall turns the caller away. */
function publicPortsOf(world: World, resource: Resource, { place }: Caller): readonly number[] {
  switch (resource.type.toLowerCase()) {
    case 'microsoft.keyvault/vaults':
      return vaultReach(world, resource, place) === 'open' ? [HTTPS] : [];
    case 'microsoft.dbforpostgresql/flexibleservers':
      return textAt(resource.properties, 'network.publicNetworkAccess') === 'Enabled' ? [POSTGRES] : [];
    default:
      return isOpen(resource) ? [HTTPS] : [];
  }
}

function isOpen({ properties }: Resource): boolean {
  const denied = textAt(properties, 'networkAcls.defaultAction')?.toLowerCase() === 'deny';
  return textAt(properties, 'publicNetworkAccess')?.toLowerCase() !== 'disabled' && !denied;
}
