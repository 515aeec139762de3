import type { Bench } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { busy, NOWHERE, OTHER_GROUP, p, refuse, SUB, SUBNET_NOWHERE, taken, VAULT_ZONE, ZONES } from './case.ts';
import type { Edits, RuleCase } from './case.ts';

const PG = IDS.server;
const PG_NEW = { as: 'Microsoft.DBforPostgreSQL/flexibleServers/psql-new' };
const BAD = 'InvalidParameterValue';
const ADMIN = `${PG}/administrators/11111111-2222-4333-8444-555555555555`;
const delegated = (bench: Bench): Edits => ({
  [`${p}.network`]: {
    delegatedSubnetResourceId: bench.id(`${SUB}/postgres`),
    privateDnsZoneArmResourceId: bench.id(`${ZONES}/privatelink.postgres.database.azure.com`),
  },
});
const GENERAL: Edits = { 'sku.name': 'Standard_D2ds_v5', 'sku.tier': 'GeneralPurpose' };
/** A region without a pair. */
const ITALY: Edits = { location: 'italynorth', [`${p}.backup.geoRedundantBackup`]: 'Enabled' };
const zoneInSpoke = (bench: Bench, zone: string): void => {
  bench.put(`${ZONES}/${zone}`, { location: 'global' });
  bench.put(`${ZONES}/${zone}/virtualNetworkLinks/spoke`, {
    location: 'global',
    properties: { registrationEnabled: false, virtualNetwork: { id: bench.id(IDS.spoke) } },
  });
};
/** PostgreSQL flexible servers and what lies in them. */
export const postgresql: readonly RuleCase[] = [
  refuse(
    'postgresql-server-name-free',
    'ServerNameAlreadyExists',
    PG,
    {},
    { as: `${OTHER_GROUP}Microsoft.DBforPostgreSQL/flexibleServers/psql-contoso` },
  ),
  refuse(
    'postgresql-restore-source',
    'SourceServerNotFound',
    PG,
    { [`${p}.createMode`]: 'PointInTimeRestore', [`${p}.sourceServerResourceId`]: `${NOWHERE}${PG}-none` },
    PG_NEW,
  ),
  refuse(
    'postgresql-restore-time',
    'InvalidPointInTime',
    PG,
    { [`${p}.createMode`]: 'PointInTimeRestore', [`${p}.pointInTimeUTC`]: '2001-01-01T00:00:00Z' },
    { ...PG_NEW, editsIn: (bench) => ({ [`${p}.sourceServerResourceId`]: bench.id(PG) }) },
  ),
  refuse('postgresql-server-settled', 'ServerIsBusy', PG, {}, { given: busy(PG) }),
  refuse('postgresql-server-version', BAD, PG, { [`${p}.version`]: '9' }, PG_NEW),
  refuse('postgresql-server-sku', BAD, PG, { 'sku.tier': 'GeneralPurpose' }),
  refuse('postgresql-server-storage', BAD, PG, { [`${p}.storage.storageSizeGB`]: 100 }),
  refuse('postgresql-server-storage-shrink', 'StorageSizeDecreaseNotSupported', PG, {
    [`${p}.storage.storageSizeGB`]: 32,
  }),
  refuse('postgresql-server-backup', BAD, PG, { [`${p}.backup.backupRetentionDays`]: 3 }),
  refuse('postgresql-server-ha-tier', 'HANotSupportedForBurstableSkuWithMoreInfo', PG, {
    [`${p}.highAvailability`]: { mode: 'ZoneRedundant' },
  }),
  refuse('postgresql-server-offer', 'LocationIsOfferRestricted', PG, { location: 'norwaywest' }, PG_NEW),
  refuse(
    'postgresql-server-version-lower',
    BAD,
    PG,
    { [`${p}.version`]: '15' },
    {
      given: (bench) => {
        bench.alter(PG, { version: '16' });
      },
    },
  ),
  refuse('postgresql-server-backup-copies', BAD, PG, ITALY, PG_NEW),
  refuse('postgresql-server-backup-copies-fixed', BAD, PG, { [`${p}.backup.geoRedundantBackup`]: 'Enabled' }),
  refuse('postgresql-server-ha-mode', BAD, PG, { ...GENERAL, [`${p}.highAvailability`]: { mode: 'Everywhere' } }),
  refuse(
    'postgresql-server-ha-zones',
    BAD,
    PG,
    { ...GENERAL, location: 'westus', [`${p}.highAvailability`]: { mode: 'ZoneRedundant' } },
    PG_NEW,
  ),
  refuse('postgresql-server-ha-same-zone', BAD, PG, {
    ...GENERAL,
    [`${p}.availabilityZone`]: '1',
    [`${p}.highAvailability`]: { mode: 'ZoneRedundant', standbyAvailabilityZone: '1' },
  }),
  refuse(
    'postgresql-server-zone-offered',
    'AvailabilityZoneNotAvailable',
    PG,
    { location: 'westus', [`${p}.availabilityZone`]: '1' },
    PG_NEW,
  ),
  refuse('postgresql-server-zone-fixed', BAD, PG, { [`${p}.availabilityZone`]: '3' }),
  refuse(
    'postgresql-server-login',
    'InvalidAdministratorLogin',
    PG,
    { [`${p}.administratorLogin`]: 'azure_superuser' },
    PG_NEW,
  ),
  refuse('postgresql-server-login-fixed', BAD, PG, { [`${p}.administratorLogin`]: 'other' }),
  refuse('postgresql-server-password', BAD, PG, { [`${p}.administratorLoginPassword`]: 'password' }),
  refuse('postgresql-server-network-mode', 'ServerNetworkModeCannotBeChanged', PG, {}, { editsIn: delegated }),
  refuse(
    'postgresql-server-subnet-exists',
    'InvalidResourceReference',
    PG,
    {},
    {
      ...PG_NEW,
      editsIn: (bench) => ({ ...delegated(bench), [`${p}.network.delegatedSubnetResourceId`]: SUBNET_NOWHERE }),
      given: (bench) => {
        bench.put(`${ZONES}/x.postgres.database.azure.com`, { location: 'global' });
      },
    },
  ),
  refuse(
    'postgresql-server-subnet-delegated',
    'SubnetMissingRequiredDelegation',
    PG,
    {},
    {
      ...PG_NEW,
      editsIn: (bench) => ({
        ...delegated(bench),
        [`${p}.network.delegatedSubnetResourceId`]: bench.id(`${SUB}/free`),
      }),
    },
  ),
  refuse(
    'postgresql-server-zone',
    'PrivateDnsZoneNameNotValid',
    PG,
    {},
    {
      ...PG_NEW,
      editsIn: (bench) => ({ ...delegated(bench), [`${p}.network.privateDnsZoneArmResourceId`]: bench.id(VAULT_ZONE) }),
    },
  ),
  refuse(
    'postgresql-server-zone',
    'PrivateDnsZoneNameNotValid',
    PG,
    {},
    {
      ...PG_NEW,
      given: (bench) => {
        zoneInSpoke(bench, 'psql-new.postgres.database.azure.com');
      },
      editsIn: (bench) => ({
        ...delegated(bench),
        [`${p}.network.privateDnsZoneArmResourceId`]: bench.id(`${ZONES}/psql-new.postgres.database.azure.com`),
      }),
    },
  ),
  refuse(
    'postgresql-server-zone-linked',
    'PrivateDnsZoneNotLinked',
    PG,
    {},
    {
      ...PG_NEW,
      given: (bench) => {
        bench.put(`${ZONES}/own.postgres.database.azure.com`, { location: 'global' });
      },
      editsIn: (bench) => ({
        ...delegated(bench),
        [`${p}.network.privateDnsZoneArmResourceId`]: bench.id(`${ZONES}/own.postgres.database.azure.com`),
      }),
    },
  ),
  refuse(
    'postgresql-server-subnet-size',
    'SubnetNotLargeEnough',
    PG,
    {},
    {
      ...PG_NEW,
      given: (bench) => {
        bench.alter(`${SUB}/postgres`, { addressPrefix: '10.10.5.96/29' });
      },
      editsIn: delegated,
    },
  ),
  refuse(
    'postgresql-server-subnet-region',
    'SubnetLocationMismatch',
    PG,
    { location: 'westeurope' },
    { ...PG_NEW, editsIn: delegated },
  ),
  refuse(
    'postgresql-configuration-known',
    'ConfigurationNotExists',
    `${PG}/configurations/azure.extensions`,
    {},
    { as: `${PG}/configurations/azure.telepathy` },
  ),
  refuse(
    'postgresql-configuration-value',
    BAD,
    `${PG}/configurations/azure.extensions`,
    { [`${p}.value`]: '5001' },
    { as: `${PG}/configurations/max_connections` },
  ),
  refuse(
    'postgresql-configuration-value',
    BAD,
    `${PG}/configurations/azure.extensions`,
    { [`${p}.value`]: 'perhaps' },
    { as: `${PG}/configurations/require_secure_transport` },
  ),
  refuse(
    'postgresql-databases-server-free',
    'ServerIsBusy',
    `${PG}/databases/webui`,
    {},
    { given: busy(`${PG}/configurations/azure.extensions`) },
  ),
  refuse(
    'postgresql-configurations-server-free',
    'ServerIsBusy',
    `${PG}/configurations/azure.extensions`,
    {},
    { given: busy(PG) },
  ),
  refuse('postgresql-administrators-server-free', 'ServerIsBusy', ADMIN, {}, { given: busy(`${PG}/databases/webui`) }),
  refuse(
    'postgresql-firewallrules-server-free',
    'ServerIsBusy',
    `${PG.replace('contoso', 'public')}/firewallRules/office`,
    {},
    { given: busy(PG.replace('contoso', 'public')) },
  ),
  refuse('postgresql-database-charset', BAD, `${PG}/databases/webui`, { [`${p}.charset`]: 'no charset' }),
  refuse('postgresql-extension-known', BAD, `${PG}/configurations/azure.extensions`, {
    [`${p}.value`]: 'VECTOR,TELEPATHY',
  }),
  refuse('postgresql-configuration-value', BAD, `${PG}/configurations/azure.extensions`, { [`${p}.value`]: undefined }),
  refuse(
    'postgresql-administrator-entra-on',
    'AadAuthNotEnabled',
    ADMIN,
    {},
    {
      given: (bench) => {
        bench.alter(PG, { authConfig: { activeDirectoryAuth: 'Disabled' } });
      },
    },
  ),
  refuse(
    'postgresql-administrator-server-accessible',
    'AadAuthOperationCannotBePerformedWhenServerIsNotAccessible',
    ADMIN,
    {},
    { given: busy(PG), also: 'postgresql-administrators-server-free' },
  ),
  refuse('postgresql-administrator-name', BAD, ADMIN, { [`${p}.principalName`]: undefined }),
  refuse(
    'postgresql-firewall-private',
    'FirewallRulesNotAllowedWhenPublicAccessDisabled',
    `${PG.replace('contoso', 'public')}/firewallRules/office`,
    {},
    { as: `${PG}/firewallRules/office` },
  ),
  refuse(
    'postgresql-server-name-free',
    'ServerNameAlreadyExists',
    PG,
    {},
    { ...PG_NEW, given: taken('Microsoft.DBforPostgreSQL/flexibleServers', 'psql-new') },
  ),
];
