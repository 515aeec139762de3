import type { JsonObject } from '../../../src/kernel/store.ts';
import type { Bench } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { busy, p, refuse, SUB, SUBNET_NOWHERE } from './case.ts';
import type { Edits, RuleCase } from './case.ts';

const ENV = IDS.environment;
const ENV_SUBNET = `${p}.vnetConfiguration.infrastructureSubnetId`;
const NEW_ENV = { as: 'Microsoft.App/managedEnvironments/new' };
const free = (bench: Bench): Edits => ({ [ENV_SUBNET]: bench.id(`${SUB}/free`) });
const freeSubnet =
  (properties: JsonObject) =>
  (bench: Bench): void => {
    bench.alter(`${SUB}/free`, {
      delegations: [{ properties: { serviceName: 'Microsoft.App/environments' } }],
      ...properties,
    });
  };
/** Container Apps environments, their storages and certificates. */
export const containerEnvironments: readonly RuleCase[] = [
  refuse('container-environment-settled', 'AnotherOperationInProgress', ENV, {}, { given: busy(ENV) }),
  refuse(
    'container-environment-subnet-exists',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    { [ENV_SUBNET]: SUBNET_NOWHERE },
    NEW_ENV,
  ),
  refuse(
    'container-environment-region',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    { location: 'westeurope' },
    { ...NEW_ENV, given: freeSubnet({}), editsIn: free },
  ),
  refuse(
    'container-environment-subnet-delegated',
    'ManagedEnvironmentSubnetDelegationError',
    ENV,
    {},
    { ...NEW_ENV, editsIn: free },
  ),
  refuse(
    'container-environment-subnet-size',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    {},
    { ...NEW_ENV, given: freeSubnet({ addressPrefix: '10.10.6.0/28' }), editsIn: free },
  ),
  refuse(
    'container-environment-subnet-reserved',
    'ManagedEnvironmentInvalidNetworkConfiguration',
    ENV,
    {},
    { ...NEW_ENV, given: freeSubnet({ addressPrefix: '172.30.1.0/24' }), editsIn: free },
  ),
  refuse('container-environment-subnet-dedicated', 'ManagedEnvironmentInvalidNetworkConfiguration', ENV, {}, NEW_ENV),
  refuse('container-environment-network-fixed', 'ManagedEnvironmentVnetConfigurationCannotBeChanged', ENV, {
    [`${p}.vnetConfiguration.internal`]: false,
  }),
  refuse('container-environment-log-destination', 'InvalidRequestParameterWithDetails', ENV, {
    [`${p}.appLogsConfiguration.destination`]: 'paper',
  }),
  refuse('container-environment-log-workspace', 'InvalidRequestParameterWithDetails', ENV, {
    [`${p}.appLogsConfiguration`]: {
      destination: 'log-analytics',
      logAnalyticsConfiguration: { customerId: 'none', sharedKey: 'x' },
    },
  }),
  refuse('container-environment-profile-type', 'InvalidWorkloadProfileType', ENV, {
    [`${p}.workloadProfiles.0.workloadProfileType`]: 'Huge',
  }),
  refuse('container-environment-storage-kind', 'InvalidRequestParameterWithDetails', `${ENV}/storages/files`, {
    [`${p}.azureFile`]: { accountName: 'x' },
  }),
  refuse('container-environment-certificate-content', 'CertificateMustProvideValue', `${ENV}/certificates/chat`, {
    [`${p}.value`]: undefined,
  }),
];
