import type { Json, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { subnetOf, subnetPrefixes } from '../common/addresses.ts';
import { isoTime } from '../common/soft-delete.ts';
import { textAt } from '../common/json.ts';
import { allows } from '../network/nsg-flows.ts';
import type { Flow } from '../network/nsg-flows.ts';
import { isV2, subnetIdOf } from './tiers.ts';

/** What API Management must reach or be reached by, and whether its work depends on it (facts/azure.md section 2). */
interface Dependency {
  readonly name: string;
  readonly resourceType: string;
  readonly isOptional: boolean;
  readonly flows: readonly Omit<Flow, 'subnet'>[];
}

function outbound(destination: string, ...ports: readonly number[]): Dependency['flows'] {
  return ports.map((port) => ({ direction: 'Outbound', source: 'VirtualNetwork', destination, port, protocol: 'Tcp' }));
}

const CLASSIC: readonly Dependency[] = [
  { name: 'blob.core.windows.net', resourceType: 'BlobStorage', isOptional: false, flows: outbound('Storage', 443) },
  { name: 'database.windows.net', resourceType: 'SQLDatabase', isOptional: false, flows: outbound('Sql', 1433) },
  { name: 'vault.azure.net', resourceType: 'KeyVault', isOptional: false, flows: outbound('AzureKeyVault', 443) },
  {
    name: 'prod3.metrics.nsatc.net',
    resourceType: 'Monitoring',
    isOptional: false,
    flows: outbound('AzureMonitor', 443, 1886),
  },
  {
    name: 'crl3.digicert.com',
    resourceType: 'CertificateAuthority',
    isOptional: false,
    flows: outbound('Internet', 80),
  },
  {
    name: 'login.microsoftonline.com',
    resourceType: 'AzureActiveDirectory',
    isOptional: true,
    flows: outbound('AzureActiveDirectory', 443),
  },
  { name: 'servicebus.windows.net', resourceType: 'EventHub', isOptional: true, flows: outbound('EventHub', 5671) },
];

/**
 * The V2 tiers need Storage (api-management-virtual-network-v2-nsg-rules.md) and Key Vault; the latter is an assumption
 * from templates that deploy them. They are managed by another way than the subnet.
 */
const V2: readonly Dependency[] = CLASSIC.filter(({ resourceType }) =>
  ['BlobStorage', 'KeyVault'].includes(resourceType),
);

/** A service, or a write of one. */
type Networked = Pick<Resource, 'sku' | 'properties'>;

function dependenciesOf(service: Networked): readonly Dependency[] {
  return isV2(service) ? V2 : CLASSIC;
}

const MANAGEMENT: Omit<Flow, 'subnet'> = {
  direction: 'Inbound',
  source: 'ApiManagement',
  destination: 'VirtualNetwork',
  port: 3443,
  protocol: 'Tcp',
};

function passes(world: World, subnetId: string | undefined, flow: Omit<Flow, 'subnet'>): boolean {
  const subnet = subnetOf(world.store, subnetId);
  const group = world.store.get(textAt(subnet?.properties, 'networkSecurityGroup.id') ?? '');
  if (subnet === undefined || group === undefined) return true;
  return allows(group, { ...flow, subnet: subnetPrefixes(subnet)[0] });
}

/** Whether Azure's control plane reaches a service in its subnet: without it nothing of the service can be managed. */
export function isManageable(world: World, service: Networked): boolean {
  return isV2(service) || passes(world, subnetIdOf(service.properties), MANAGEMENT);
}

/** Names of what a service needs and cannot reach from its subnet. */
export function unreachableDependencies(world: World, service: Networked): readonly string[] {
  const subnetId = subnetIdOf(service.properties);
  return dependenciesOf(service)
    .filter(({ isOptional, flows }) => !isOptional && !flows.every((flow) => passes(world, subnetId, flow)))
    .map(({ name, resourceType }) => `${resourceType} (${name})`);
}

/** The body of `GET …/networkstatus` for one location. */
export function networkStatus(world: World, service: Resource): Record<string, Json> {
  const subnetId = subnetIdOf(service.properties);
  const stamp = isoTime(service.changedAt);
  return {
    dnsServers: ['168.63.129.16'],
    connectivityStatus: dependenciesOf(service).map(({ name, resourceType, isOptional, flows }) => {
      const open = flows.every((flow) => passes(world, subnetId, flow));
      return {
        name,
        resourceType,
        isOptional,
        status: open ? 'success' : 'failure',
        error: open ? '' : 'A network security group blocks the connection.',
        lastUpdated: stamp,
        lastStatusChange: stamp,
      };
    }),
  };
}
