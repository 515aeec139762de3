import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { overlaps, parseCidr } from '../common/cidr.ts';
import type { Cidr } from '../common/cidr.ts';
import { objectsAt, textAt, textsAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Refusal, Rule, WriteRequest } from '../type-definition.ts';

const FAQ = 'Microsoft Learn: Azure Virtual Network frequently asked questions';

/** What nobody may use in a network, and whose it is. */
const RESERVED: readonly string[] = [
  '224.0.0.0/4',
  '255.255.255.255/32',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '168.63.129.16/32',
];

/** Lengths of the largest and the smallest block that Azure takes. */
const LARGEST = 2;
const SMALLEST = 29;

function spaceOf({ properties }: WriteRequest): readonly (readonly [text: string, block: Cidr])[] {
  return textsAt(properties, 'addressSpace.addressPrefixes').flatMap((text) => {
    const block = parseCidr(text);
    return block === undefined ? [] : [[text, block] as const];
  });
}

/** What Azure asks of a network's own address space. */
export const addressSpaceRules: readonly Rule[] = [
  rule('virtual-network-address-reserved', `${FAQ}, reserved ranges; the message is an assumption`, (request) => {
    for (const [text, block] of spaceOf(request)) {
      const reserved = RESERVED.find((range) => overlapsText(block, range));
      if (reserved === undefined) continue;
      return refusal(
        400,
        'NetcfgInvalidIPAddressPrefix',
        `IP address prefix '${text}' of virtual network '${request.name}' is not valid: it overlaps with the reserved range ${reserved}.`,
      );
    }
    return undefined;
  }),
  rule('virtual-network-address-size', `${FAQ}: /2 to /29; code and message are an assumption`, (request) => {
    const wrong = spaceOf(request).find(([, { length }]) => length < LARGEST || length > SMALLEST);
    return wrong === undefined
      ? undefined
      : refusal(
          400,
          'NetcfgInvalidVirtualNetworkSite',
          `IP address prefix '${wrong[0]}' of virtual network '${request.name}' is not valid: the smallest block is /${SMALLEST}, the largest /${LARGEST}.`,
        );
  }),
  rule(
    'virtual-network-address-overlap',
    'Microsoft.Network validation: prefixes of one address space do not overlap; code and message are an assumption',
    (request) => {
      const blocks = spaceOf(request);
      for (const [index, [text, block]] of blocks.entries()) {
        const other = blocks.slice(0, index).find(([, earlier]) => overlaps(earlier, block));
        if (other === undefined) continue;
        return refusal(
          400,
          'NetcfgInvalidVirtualNetworkSite',
          `Address prefixes '${other[0]}' and '${text}' of virtual network '${request.name}' overlap.`,
        );
      }
      return undefined;
    },
  ),
];

function overlapsText(block: Cidr, range: string): boolean {
  const other = parseCidr(range);
  return other !== undefined && overlaps(block, other);
}

/** One subnet of a write: the one that is written, or one of those that a network lists. */
export interface SubnetPart {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
}

/** Services to which a subnet may be delegated: what Azure lists when it refuses another. */
const DELEGATIONS: readonly string[] = [
  ...['GitHub.Network/networkSettings', 'Informatica.DataManagement/organizations', 'Microsoft.ApiManagement/service'],
  ...['Microsoft.Apollo/npu', 'Microsoft.App/environments', 'Microsoft.App/testClients', 'Microsoft.AVS/PrivateClouds'],
  ...['Microsoft.AzureCosmosDB/clusters', 'Microsoft.BareMetal/AzureHostedService', 'Microsoft.BareMetal/AzureHPC'],
  ...['Microsoft.BareMetal/AzureVMware', 'Microsoft.BareMetal/CrayServers', 'Microsoft.BareMetal/MonitoringServers'],
  ...['Microsoft.Batch/batchAccounts', 'Microsoft.CloudTest/hostedpools', 'Microsoft.CloudTest/images'],
  ...['Microsoft.CloudTest/pools', 'Microsoft.Codespaces/plans', 'Microsoft.ContainerInstance/containerGroups'],
  ...[
    'Microsoft.ContainerService/managedClusters',
    'Microsoft.Databricks/workspaces',
    'Microsoft.DelegatedNetwork/controller',
  ],
  ...[
    'Microsoft.DBforMySQL/flexibleServers',
    'Microsoft.DBforMySQL/serversv2',
    'Microsoft.DBforPostgreSQL/flexibleServers',
  ],
  ...[
    'Microsoft.DBforPostgreSQL/serversv2',
    'Microsoft.DBforPostgreSQL/singleServers',
    'Microsoft.DevCenter/networkConnection',
  ],
  ...[
    'Microsoft.DevOpsInfrastructure/pools',
    'Microsoft.DocumentDB/cassandraClusters',
    'Microsoft.Fidalgo/networkSettings',
  ],
  ...['Microsoft.HardwareSecurityModules/dedicatedHSMs', 'Microsoft.Kusto/clusters', 'Microsoft.LabServices/labplans'],
  ...['Microsoft.Logic/integrationServiceEnvironments', 'Microsoft.MachineLearningServices/workspaceComputes'],
  ...[
    'Microsoft.MachineLearningServices/workspaces',
    'Microsoft.Netapp/volumes',
    'Microsoft.Network/applicationGateways',
  ],
  ...[
    'Microsoft.Network/dnsResolvers',
    'Microsoft.Network/fpgaNetworkInterfaces',
    'Microsoft.Network/managedResolvers',
  ],
  ...[
    'Microsoft.Network/networkWatchers',
    'Microsoft.Network/virtualNetworkGateways',
    'Microsoft.Orbital/orbitalGateways',
  ],
  ...[
    'Microsoft.PowerAutomate/hostedRpa',
    'Microsoft.PowerPlatform/enterprisePolicies',
    'Microsoft.PowerPlatform/vnetaccesslinks',
  ],
  ...[
    'Microsoft.ServiceFabricMesh/networks',
    'Microsoft.ServiceNetworking/trafficControllers',
    'Microsoft.Singularity/accounts/networks',
  ],
  ...['Microsoft.Singularity/accounts/npu', 'Microsoft.Sql/managedInstances', 'Microsoft.StoragePool/diskPools'],
  ...['Microsoft.StreamAnalytics/streamingJobs', 'Microsoft.Synapse/workspaces', 'Microsoft.Web/hostingEnvironments'],
  ...['Microsoft.Web/serverFarms', 'NGINX.NGINXPLUS/nginxDeployments', 'Oracle.Database/networkAttachments'],
  ...['PaloAltoNetworks.Cloudngfw/firewalls', 'PureStorage.Block/storagePools', 'Qumulo.Storage/fileSystems'],
];

/** Services that a subnet may reach by a service endpoint. */
const SERVICE_ENDPOINTS: readonly string[] = [
  ...['Microsoft.AzureActiveDirectory', 'Microsoft.AzureCosmosDB', 'Microsoft.CognitiveServices'],
  ...['Microsoft.ContainerRegistry', 'Microsoft.EventHub', 'Microsoft.KeyVault', 'Microsoft.ServiceBus'],
  ...['Microsoft.Sql', 'Microsoft.Storage', 'Microsoft.Storage.Global', 'Microsoft.Web'],
];

/**
 * What Azure asks of a subnet, however it is written. `prefix` begins the ids of the rules, `parts` are the subnets of a
 * write.
 */
export function subnetRules(
  prefix: string,
  parts: (request: WriteRequest, world: World) => readonly SubnetPart[],
): readonly Rule[] {
  const each = (id: string, source: string, check: (part: SubnetPart) => Refusal | undefined): Rule =>
    rule(`${prefix}-${id}`, source, (request, world) => {
      for (const part of parts(request, world)) {
        const found = check(part);
        if (found !== undefined) return found;
      }
      return undefined;
    });
  return [
    each('size', `${FAQ}: /29 is the smallest subnet; code and message are an assumption`, tooSmall),
    each('delegation-known', 'hashicorp/terraform-provider-azurerm pull request 21779', unknownDelegation),
    each(
      'service-endpoint-known',
      'Microsoft Learn: virtual network service endpoints; code and message are an assumption',
      unknownServiceEndpoint,
    ),
  ];
}

function tooSmall({ name, properties }: SubnetPart): Refusal | undefined {
  const single = textAt(properties, 'addressPrefix');
  const texts = single === undefined ? textsAt(properties, 'addressPrefixes') : [single];
  const small = texts.find((text) => (parseCidr(text)?.length ?? 0) > SMALLEST);
  return small === undefined
    ? undefined
    : refusal(
        400,
        'NetcfgInvalidSubnet',
        `Subnet '${name}' is not valid because its IP address range ${small} is smaller than /${SMALLEST}: Azure keeps five addresses of every subnet.`,
      );
}

function unknownDelegation({ id, properties }: SubnetPart): Refusal | undefined {
  const wrong = objectsAt(properties, 'delegations').find(
    (item) => !isAmong(DELEGATIONS, textAt(item, 'properties.serviceName')),
  );
  return wrong === undefined
    ? undefined
    : refusal(
        400,
        'InvalidServiceNameOnDelegation',
        `The service name ${textAt(wrong, 'properties.serviceName') ?? ''} specified on delegation ${id}/delegations/${textAt(wrong, 'name') ?? ''} is not valid. Valid value(s) are: ${DELEGATIONS.join(',')}.`,
      );
}

function unknownServiceEndpoint({ id, properties }: SubnetPart): Refusal | undefined {
  const wrong = objectsAt(properties, 'serviceEndpoints').find(
    (item) => !isAmong(SERVICE_ENDPOINTS, textAt(item, 'service')),
  );
  return wrong === undefined
    ? undefined
    : refusal(
        400,
        'InvalidServiceNameOnServiceEndpoint',
        `The service name ${textAt(wrong, 'service') ?? ''} specified on a service endpoint of subnet ${id} is not valid. Valid value(s) are: ${SERVICE_ENDPOINTS.join(',')}.`,
      );
}

function isAmong(known: readonly string[], name: string | undefined): boolean {
  return known.some((one) => one.toLowerCase() === name?.toLowerCase());
}
