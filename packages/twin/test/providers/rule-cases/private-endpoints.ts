import type { Bench } from '../bench.ts';
import { change } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { bodyOf, busy, NET, NOWHERE, p, PE, refuse, SUB, SUBNET_NOWHERE, VAULT_ZONE, ZONES } from './case.ts';
import type { Edits, RuleCase } from './case.ts';

const GROUP = `${PE}/privateDnsZoneGroups/default`;
const target =
  (id: string, group: string) =>
  (bench: Bench): Edits => ({
    [`${p}.privateLinkServiceConnections.0.properties`]: { privateLinkServiceId: bench.id(id), groupIds: [group] },
  });
/** Private endpoints and their zone groups. */
export const privateEndpoints: readonly RuleCase[] = [
  refuse('private-endpoint-subnet-exists', 'InvalidResourceReference', PE, { [`${p}.subnet.id`]: SUBNET_NOWHERE }),
  refuse(
    'private-endpoint-region',
    'InvalidResourceReference',
    PE,
    { location: 'westeurope' },
    { as: `${NET}/privateEndpoints/new` },
  ),
  refuse(
    'private-endpoint-subnet-not-delegated',
    'PrivateEndpointCannotBeCreatedInSubnetThatHasDelegation',
    PE,
    {},
    { editsIn: (bench) => ({ [`${p}.subnet.id`]: bench.id(`${SUB}/apps`) }) },
  ),
  refuse('private-endpoint-network-settled', 'ReferencedResourceNotProvisioned', PE, {}, { given: busy(IDS.spoke) }),
  // Three addresses are left to whoever uses a subnet of eight; the endpoint of a Foundry account takes as many.
  refuse(
    'private-endpoint-subnet-room',
    'SubnetIsFull',
    PE,
    {},
    {
      as: `${NET}/privateEndpoints/new`,
      given: (bench) => {
        bench.alter(`${SUB}/free`, { addressPrefix: '10.10.6.0/29' });
        bench.put(
          `${NET}/privateEndpoints/first`,
          change(bodyOf(bench, PE), `${p}.subnet.id`, bench.id(`${SUB}/free`)),
        );
      },
      editsIn: (bench) => ({
        ...target(IDS.foundry, 'account')(bench),
        [`${p}.subnet.id`]: bench.id(`${SUB}/free`),
      }),
    },
  ),
  refuse('private-endpoint-target-exists', 'PrivateLinkServiceNotFound', PE, {
    [`${p}.privateLinkServiceConnections.0.properties.privateLinkServiceId`]: `${NOWHERE}Microsoft.KeyVault/vaults/none`,
  }),
  refuse('private-endpoint-connection-required', 'PrivateEndpointMustHaveExactlyOneConnection', PE, {
    [`${p}.privateLinkServiceConnections`]: [],
  }),
  refuse('private-endpoint-group-id', 'PrivateEndpointCannotConnectToResource', PE, {
    [`${p}.privateLinkServiceConnections.0.properties.groupIds`]: ['blob'],
  }),
  refuse(
    'private-endpoint-account-settled',
    'AccountProvisioningStateInvalid',
    PE,
    {},
    { given: busy(IDS.foundry, 'Accepted'), editsIn: target(IDS.foundry, 'account') },
  ),
  refuse(
    'private-endpoint-server-settled',
    'ServerIsBusy',
    PE,
    {},
    { given: busy(`${IDS.server}/databases/webui`), editsIn: target(IDS.server, 'postgresqlServer') },
  ),
  refuse(
    'private-endpoint-server-network-mode',
    'PrivateEndpointFeatureNotSupportedOnServer',
    PE,
    {},
    {
      given: (bench) => {
        bench.alter(IDS.server, { network: { delegatedSubnetResourceId: bench.id(`${SUB}/postgres`) } });
      },
      editsIn: target(IDS.server, 'postgresqlServer'),
    },
  ),
  refuse('zone-group-zone-exists', 'InvalidResourceReference', GROUP, {
    [`${p}.privateDnsZoneConfigs.0.properties.privateDnsZoneId`]: `${NOWHERE}${ZONES}/none.example`,
  }),
  refuse(
    'zone-group-once',
    'MoreThanOnePrivateDnsZoneGroupPerPrivateEndpointNotAllowed',
    GROUP,
    {},
    { as: `${PE}/privateDnsZoneGroups/second` },
  ),
  refuse(
    'zone-group-zone-twice',
    'PrivateDnsZonesWithSameNameNotAllowedInGroup',
    GROUP,
    {},
    {
      editsIn: (bench) => ({
        [`${p}.privateDnsZoneConfigs`]: ['a', 'b'].map((name) => ({
          name,
          properties: { privateDnsZoneId: bench.id(VAULT_ZONE) },
        })),
      }),
    },
  ),
  refuse('zone-group-endpoint-settled', 'AnotherOperationInProgress', GROUP, {}, { given: busy(PE) }),
  refuse(
    'zone-group-record-taken',
    'DnsRecordConflict',
    GROUP,
    {},
    {
      given: (bench) =>
        bench.put(`${VAULT_ZONE}/A/kv-contoso`, {
          properties: { aRecords: [{ ipv4Address: '10.0.0.1' }], metadata: { 'creator-endpoint': 'somebody' } },
        }),
    },
  ),
];
