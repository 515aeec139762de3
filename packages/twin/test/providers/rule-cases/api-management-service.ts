import type { JsonObject } from '../../../src/kernel/store.ts';
import { IDS } from '../landscape.ts';
import { busy, deleted, NET, NOWHERE, OTHER_GROUP, p, refuse, SUBNET_NOWHERE, taken } from './case.ts';
import type { RuleCase } from './case.ts';

const APIM = IDS.apim;
const VNET_SUBNET = `${p}.virtualNetworkConfiguration.subnetResourceId`;
/** The API Management service itself and its network. */
export const apiManagementService: readonly RuleCase[] = [
  refuse('api-management-settled', 'ServiceLocked', APIM, {}, { given: busy(APIM) }),
  refuse(
    'api-management-name-free',
    'ServiceAlreadyExists',
    APIM,
    {},
    { as: `${OTHER_GROUP}Microsoft.ApiManagement/service/apim-contoso` },
  ),
  refuse('api-management-soft-deleted', 'ServiceAlreadyExistsInSoftDeletedState', APIM, {}, { given: deleted(APIM) }),
  refuse(
    'api-management-restore-exists',
    'ServiceUndeleteNotPossible',
    APIM,
    { [`${p}.restore`]: true },
    { as: 'Microsoft.ApiManagement/service/never' },
  ),
  refuse('api-management-publisher', 'InvalidParameters', APIM, { [`${p}.publisherEmail`]: 'nobody' }),
  refuse('api-management-sku', 'InvalidParameters', APIM, { 'sku.name': 'Gold', [`${p}.virtualNetworkType`]: 'None' }),
  refuse('api-management-capacity', 'InvalidParameters', APIM, { 'sku.capacity': 2 }),
  refuse('api-management-network-type', 'InvalidParameters', APIM, { [`${p}.virtualNetworkType`]: 'Sideways' }),
  refuse('api-management-network-sku', 'VirtualNetworkNotSupportedForSku', APIM, { 'sku.name': 'Standard' }),
  refuse('api-management-network-subnet-given', 'InvalidParameters', APIM, {
    [`${p}.virtualNetworkConfiguration`]: undefined,
  }),
  refuse('api-management-subnet-exists', 'InvalidResourceReference', APIM, { [VNET_SUBNET]: SUBNET_NOWHERE }),
  refuse(
    'api-management-subnet-region',
    'VirtualNetworkLocationMismatch',
    APIM,
    { location: 'westeurope', [`${p}.publicIpAddressId`]: undefined },
    { as: 'Microsoft.ApiManagement/service/new' },
  ),
  refuse(
    'api-management-subnet-size',
    'SubnetTooSmall',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, { addressPrefix: '10.10.0.0/30', addressPrefixes: ['10.10.0.0/30'] });
      },
    },
  ),
  refuse(
    'api-management-subnet-not-delegated',
    'SubnetDelegatedToOtherService',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, {
          delegations: [{ properties: { serviceName: 'Microsoft.Web/hostingEnvironments' } }],
        });
      },
    },
  ),
  refuse(
    'api-management-subnet-security-group',
    'NetworkSecurityGroupRequired',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${IDS.hub}/subnets/gateway`, { networkSecurityGroup: null });
      },
    },
  ),
  refuse('api-management-public-ip-exists', 'InvalidResourceReference', APIM, {
    [`${p}.publicIpAddressId`]: `${NOWHERE}${NET}/publicIPAddresses/none`,
  }),
  refuse(
    'api-management-public-ip-standard',
    'InvalidPublicIpAddress',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/publicIPAddresses/pip-gateway`, { publicIPAddressVersion: 'IPv6' });
      },
    },
  ),
  refuse(
    'api-management-public-ip-label',
    'PublicIpAddressWithoutDnsLabel',
    APIM,
    {},
    { editsIn: (bench) => ({ [`${p}.publicIpAddressId`]: bench.id(`${NET}/publicIPAddresses/pip-nat`) }) },
  ),
  refuse(
    'api-management-public-ip-region',
    'InvalidPublicIpAddress',
    APIM,
    { location: 'westeurope', [`${p}.virtualNetworkType`]: 'None', [`${p}.virtualNetworkConfiguration`]: undefined },
    { as: 'Microsoft.ApiManagement/service/new' },
  ),
  refuse(
    'api-management-manageable',
    'ActivationFailed',
    APIM,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/networkSecurityGroups/nsg-gateway`, { securityRules: [] });
      },
    },
  ),
  refuse(
    'api-management-dependencies',
    'ActivationFailed',
    APIM,
    {},
    {
      as: 'Microsoft.ApiManagement/service/new',
      given: (bench) => {
        const [management] = bench.get(`${NET}/networkSecurityGroups/nsg-gateway`).properties[
          'securityRules'
        ] as JsonObject[];
        const deny = {
          name: 'deny',
          properties: {
            priority: 4000,
            direction: 'Outbound',
            access: 'Deny',
            protocol: '*',
            sourceAddressPrefix: '*',
            destinationAddressPrefix: 'Sql',
            destinationPortRange: '*',
            sourcePortRange: '*',
          },
        };
        bench.alter(`${NET}/networkSecurityGroups/nsg-gateway`, { securityRules: [management ?? {}, deny] });
      },
    },
  ),
  refuse(
    'api-management-name-free',
    'ServiceAlreadyExists',
    APIM,
    {},
    {
      as: 'Microsoft.ApiManagement/service/new',
      given: taken('Microsoft.ApiManagement/service', 'new'),
    },
  ),
];
