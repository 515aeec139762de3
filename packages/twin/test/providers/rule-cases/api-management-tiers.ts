import type { Json } from '../../../src/kernel/store.ts';
import type { Bench } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { busy, deleted, NET, p, refuse } from './case.ts';
import type { Edits, RuleCase } from './case.ts';

const APIM = IDS.apim;
const V2 = IDS.apimV2;
const NEW = 'Microsoft.ApiManagement/service/new';
const ENDPOINT = `${NET}/privateEndpoints/pe-gateway`;
const SUBNET = `${IDS.hub}/subnets/integration`;
const PREMIUM_IN_ZONES = { 'sku.name': 'Premium', 'sku.capacity': 2, zones: ['1', '2'] };

/** Delegates the subnet of the V2 service to something else. */
const delegatedTo =
  (serviceName: string) =>
  (bench: Bench): void => {
    bench.alter(SUBNET, { delegations: [{ properties: { serviceName } }] });
  };

/** Makes a service of another tier of the stored one, without asking anybody. */
function becomes(bench: Bench, id: string, name: string): void {
  bench.world.store.put({ ...bench.get(id), sku: { name, capacity: 1 } });
}

const connection = (groupIds: readonly Json[], id: string = V2) => ({
  editsIn: (bench: Bench): Edits => ({
    [`${p}.privateLinkServiceConnections.0.properties`]: { privateLinkServiceId: bench.id(id), groupIds },
  }),
});

/** Tiers of API Management: units, zones, families, the network of the V2 tiers, and private endpoints to a gateway. */
export const apiManagementTiers: readonly RuleCase[] = [
  refuse('api-management-capacity', 'InvalidParameters', V2, { 'sku.capacity': 11 }),
  refuse('api-management-capacity', 'InvalidParameters', APIM, { 'sku.name': 'Premium', 'sku.capacity': 32 }),
  {
    ...refuse('api-management-v2-api-version', 'OperationSupportedInSkuForApiVersions', V2, {}),
    apiVersion: '2022-08-01',
  },
  refuse(
    'api-management-v2-region',
    'SkuNotAvailable',
    V2,
    { 'sku.name': 'PremiumV2' },
    { as: NEW, given: deleted(V2) },
  ),
  refuse('api-management-tier-family', 'NotSupported', APIM, {
    'sku.name': 'StandardV2',
    [`${p}.virtualNetworkType`]: 'None',
    [`${p}.virtualNetworkConfiguration`]: undefined,
    [`${p}.publicIpAddressId`]: undefined,
  }),
  refuse('api-management-v2-ciphers', 'NotSupported', V2, {
    [`${p}.customProperties`]: {
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Ciphers.TripleDes168': 'false',
    },
  }),
  refuse('api-management-zones-sku', 'InvalidParameters', V2, { 'sku.capacity': 2, zones: ['1', '2'] }),
  refuse('api-management-zones-units', 'InvalidParameters', APIM, { ...PREMIUM_IN_ZONES, 'sku.capacity': 3 }),
  refuse('api-management-zones-public-ip', 'InvalidParameters', APIM, {
    ...PREMIUM_IN_ZONES,
    [`${p}.publicIpAddressId`]: undefined,
  }),
  refuse(
    'api-management-network-sku',
    'VirtualNetworkNotSupportedForSku',
    V2,
    { [`${p}.virtualNetworkType`]: 'Internal' },
    {
      given: delegatedTo('Microsoft.Web/hostingEnvironments'),
      also: 'api-management-v2-injection-new',
    },
  ),
  refuse(
    'api-management-v2-delegation',
    'VirtualNetworkSubnetHasIncorrectDelegation',
    V2,
    {},
    { given: delegatedTo('Microsoft.Web/hostingEnvironments') },
  ),
  refuse(
    'api-management-v2-subnet-size',
    'SubnetTooSmall',
    V2,
    {},
    {
      given: (bench) => {
        bench.alter(SUBNET, { addressPrefix: '10.10.1.0/28', addressPrefixes: ['10.10.1.0/28'] });
      },
    },
  ),
  refuse('api-management-v2-subnet-dedicated', 'SubnetInUse', V2, {}, { as: NEW }),
  refuse(
    'api-management-v2-public-ip',
    'NotSupported',
    V2,
    {},
    {
      editsIn: (bench) => ({ [`${p}.publicIpAddressId`]: bench.id(`${NET}/publicIPAddresses/pip-gateway`) }),
    },
  ),
  refuse(
    'api-management-v2-injection-new',
    'NotSupported',
    V2,
    { 'sku.name': 'PremiumV2', [`${p}.virtualNetworkType`]: 'Internal' },
    {
      given: (bench) => {
        becomes(bench, V2, 'PremiumV2');
        delegatedTo('Microsoft.Web/hostingEnvironments')(bench);
      },
    },
  ),
  refuse(
    'api-management-public-access-new',
    'ActivateServiceWithPrivateEndpointAccessNotAllowed',
    V2,
    { [`${p}.publicNetworkAccess`]: 'Disabled' },
    { as: NEW, given: deleted(V2) },
  ),
  refuse(
    'api-management-public-access-new',
    'NotSupported',
    APIM,
    { [`${p}.publicNetworkAccess`]: 'Disabled' },
    { as: NEW },
  ),
  refuse(
    'api-management-public-access-endpoint',
    'NotSupported',
    V2,
    { [`${p}.publicNetworkAccess`]: 'Disabled' },
    { given: deleted(ENDPOINT) },
  ),
  refuse('private-endpoint-gateway-group-case', 'NotSupported', ENDPOINT, {}, connection(['gateway'])),
  refuse(
    'private-endpoint-gateway-tier',
    'NotSupported',
    ENDPOINT,
    {},
    {
      given: (bench) => {
        becomes(bench, V2, 'BasicV2');
      },
    },
  ),
  refuse('private-endpoint-gateway-injected', 'NotSupported', ENDPOINT, {}, connection(['Gateway'], APIM)),
  refuse('private-endpoint-gateway-settled', 'ServiceLocked', ENDPOINT, {}, { given: busy(V2) }),
];
