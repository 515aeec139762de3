import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { subnetOf } from '../common/addresses.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { numberAt, objectsAt, textAt } from '../common/json.ts';
import { linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { busyChild, isBusy } from '../common/states.ts';
import { PRIVATE_ENDPOINT, connectionsOf } from '../network/private-endpoints.ts';
import { LINK } from '../network/private-dns.ts';
import type { Refusal } from '../type-definition.ts';

export const SERVER = 'Microsoft.DBforPostgreSQL/flexibleServers';
export const DATABASE = `${SERVER}/databases`;
const SOURCE = 'Microsoft.DBforPostgreSQL validation';
export const VERSIONS = ['11', '12', '13', '14', '15', '16', '17', '18'];
export const STORAGE_SIZES = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767];
const RESERVED = [
  'azure_superuser',
  'azure_pg_admin',
  'admin',
  'administrator',
  'root',
  'guest',
  'public',
  'postgres',
  'azuresu',
];
const TIERS: Readonly<Record<string, RegExp>> = {
  Burstable: /^Standard_B\d+m?s(?:_v2)?$/,
  GeneralPurpose: /^Standard_D\d+a?d?s_v[345]$/,
  MemoryOptimized: /^Standard_E\d+a?d?i?s_v[345]$/,
};

/** Whatever keeps the server from taking another write: itself, a child, a private endpoint on its way. */
export function serverBusy(world: World, serverId: string, exceptId: string): Refusal | undefined {
  const server = world.store.get(serverId);
  if (server === undefined) return undefined;
  const busyEndpoint = world.store
    .ofType(PRIVATE_ENDPOINT)
    .some(
      (endpoint) =>
        isBusy(endpoint) && connectionsOf(endpoint.properties).some(({ targetId }) => sameId(targetId, serverId)),
    );
  const busy =
    (isBusy(server) && !sameId(serverId, exceptId)) ||
    busyEndpoint ||
    busyChild(world.store, serverId, exceptId) !== undefined;
  return busy
    ? refusal(409, 'ServerIsBusy', `Server '${server.name}' is busy with other operations. Please try later.`)
    : undefined;
}

function passwordRefusal(password: string, login: string): Refusal | undefined {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  if (
    password.length >= 8 &&
    password.length <= 128 &&
    kinds >= 3 &&
    (login === '' || !password.toLowerCase().includes(login.toLowerCase()))
  )
    return undefined;
  return refusal(
    400,
    'InvalidParameterValue',
    'Invalid value given for parameter administratorLoginPassword. Specify a valid parameter value: 8 to 128 characters of three of these kinds: upper case, lower case, digits, others; without the login name.',
  );
}

export const flexibleServers = defineType({
  type: SERVER,
  apiVersions: API_VERSIONS.postgresql,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'postgresqlServerCreate', update: 'postgresqlServerUpdate', delete: 'postgresqlServerUpdate' },
  rules: [
    nameRule(SERVER, /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, {
      code: 'InvalidServerName',
      message: (name) =>
        `Server name '${name}' is invalid: 3 to 63 lower-case letters, digits and hyphens, not beginning or ending with a hyphen.`,
    }),
    rule('postgresql-server-name-free', SOURCE, ({ id, name }, world) => {
      const other = world.store.ofType(SERVER).find((server) => server.name === name && !sameId(server.id, id));
      return other === undefined
        ? undefined
        : refusal(409, 'ServerNameAlreadyExists', `Specified server name '${name}' is already used.`);
    }),
    rule('postgresql-server-settled', 'facts/azure.md sections 0.5 and 4, PG', ({ id, existing }, world) => {
      if (existing === undefined) return undefined;
      if (isBusy(existing))
        return refusal(
          409,
          'ServerIsBusy',
          `Server '${existing.name}' is busy with other operations. Please try later.`,
        );
      return serverBusy(world, id, id);
    }),
    rule('postgresql-server-version', SOURCE, ({ properties }) => {
      const version = textAt(properties, 'version');
      return version === undefined || VERSIONS.includes(version)
        ? undefined
        : refusal(
            400,
            'InvalidParameterValue',
            `Invalid value given for parameter Version: '${version}'. Specify a valid parameter value.`,
          );
    }),
    rule('postgresql-server-sku', SOURCE, ({ sku }) => {
      const tier = textAt(sku, 'tier') ?? '';
      const name = textAt(sku, 'name') ?? '';
      return TIERS[tier]?.test(name) === true
        ? undefined
        : refusal(
            400,
            'InvalidParameterValue',
            `Invalid value given for parameter sku: '${name}' is not of tier '${tier}'.`,
          );
    }),
    rule('postgresql-server-storage', SOURCE, ({ properties }) => {
      const size = numberAt(properties, 'storage.storageSizeGB');
      return size === undefined ||
        STORAGE_SIZES.includes(size) ||
        textAt(properties, 'storage.type') === 'PremiumV2_LRS'
        ? undefined
        : refusal(
            400,
            'InvalidParameterValue',
            `Invalid value given for parameter storageSizeGB: ${size}. Valid: ${STORAGE_SIZES.join(', ')}.`,
          );
    }),
    rule('postgresql-server-storage-shrink', SOURCE, ({ properties, existing }) => {
      const before = numberAt(existing?.properties, 'storage.storageSizeGB') ?? 0;
      const now = numberAt(properties, 'storage.storageSizeGB') ?? before;
      return now >= before
        ? undefined
        : refusal(
            400,
            'StorageSizeDecreaseNotSupported',
            `Storage of a server cannot shrink: ${before} GiB to ${now} GiB.`,
          );
    }),
    rule('postgresql-server-backup', SOURCE, ({ properties }) => {
      const days = numberAt(properties, 'backup.backupRetentionDays');
      return days === undefined || (days >= 7 && days <= 35)
        ? undefined
        : refusal(
            400,
            'InvalidParameterValue',
            `Invalid value given for parameter backupRetentionDays: ${days}. Valid: 7 to 35.`,
          );
    }),
    rule('postgresql-server-ha-tier', SOURCE, ({ properties, sku }) => {
      const mode = textAt(properties, 'highAvailability.mode') ?? 'Disabled';
      return mode !== 'Disabled' && textAt(sku, 'tier') === 'Burstable'
        ? refusal(
            400,
            'HANotSupportedForBurstableSkus',
            'High availability is not supported for Burstable compute tiers.',
          )
        : undefined;
    }),
    rule('postgresql-server-login', SOURCE, ({ properties, existing }) => {
      const login = textAt(properties, 'administratorLogin');
      if (textAt(properties, 'authConfig.passwordAuth') === 'Disabled') return undefined;
      if (login === undefined)
        return existing === undefined
          ? refusal(
              400,
              'InvalidParameterValue',
              'Invalid value given for parameter administratorLogin. Specify a valid parameter value.',
            )
          : undefined;
      return RESERVED.includes(login.toLowerCase()) ||
        login.toLowerCase().startsWith('pg_') ||
        !/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(login)
        ? refusal(400, 'InvalidAdministratorLogin', `The administrator login name '${login}' is not allowed.`)
        : undefined;
    }),
    rule('postgresql-server-login-fixed', SOURCE, ({ properties, existing }) => {
      const before = textAt(existing?.properties, 'administratorLogin');
      const now = textAt(properties, 'administratorLogin');
      return before === undefined || now === undefined || before === now
        ? undefined
        : refusal(400, 'InvalidParameterValue', 'The administrator login of a server cannot be changed.');
    }),
    rule('postgresql-server-password', SOURCE, ({ properties, existing }) => {
      const password = textAt(properties, 'administratorLoginPassword');
      if (textAt(properties, 'authConfig.passwordAuth') === 'Disabled') return undefined;
      if (password === undefined)
        return existing === undefined
          ? refusal(400, 'MissingRequiredParameter', "The required parameter 'administratorLoginPassword' is missing.")
          : undefined;
      return passwordRefusal(password, textAt(properties, 'administratorLogin') ?? '');
    }),
    rule('postgresql-server-network-mode', 'facts/azure.md section 2, PG networking', ({ properties, existing }) => {
      if (existing === undefined) return undefined;
      const before = textAt(existing.properties, 'network.delegatedSubnetResourceId') ?? '';
      const now = textAt(properties, 'network.delegatedSubnetResourceId') ?? '';
      return sameId(before, now)
        ? undefined
        : refusal(
            400,
            'ServerNetworkModeCannotBeChanged',
            'The network mode of a server cannot be changed after its creation.',
          );
    }),
    linkedResourceRule(
      'postgresql-server-subnet-exists',
      'network.delegatedSubnetResourceId',
      'Microsoft.Network/virtualNetworks/subnets',
      (missing) => refusal(400, 'InvalidResourceReference', `Resource ${missing} was not found.`),
    ),
    rule('postgresql-server-subnet-delegated', 'facts/azure.md section 2, PG networking', ({ properties }, world) => {
      const subnet = subnetOf(world.store, textAt(properties, 'network.delegatedSubnetResourceId'));
      if (subnet === undefined) return undefined;
      const delegated = objectsAt(subnet.properties, 'delegations').some(
        (item) => textAt(item, 'properties.serviceName')?.toLowerCase() === SERVER.toLowerCase(),
      );
      return delegated
        ? undefined
        : refusal(
            400,
            'SubnetMissingRequiredDelegation',
            `Subnet ${subnet.id} requires any of the following delegation(s) [${SERVER}] to reference service association link.`,
          );
    }),
    rule('postgresql-server-zone', 'facts/azure.md section 2, PG networking', ({ properties }, world) => {
      const subnetId = textAt(properties, 'network.delegatedSubnetResourceId');
      if (subnetId === undefined) return undefined;
      const zoneId = textAt(properties, 'network.privateDnsZoneArmResourceId') ?? '';
      if (!nameOf(zoneId).toLowerCase().endsWith('.postgres.database.azure.com')) {
        return refusal(
          400,
          'PrivateDnsZoneNameNotValid',
          `Private DNS zone name '${nameOf(zoneId)}' is not valid. It must end with .postgres.database.azure.com.`,
        );
      }
      const linked = world.store
        .below(zoneId)
        .some(
          (child) =>
            child.type.toLowerCase() === LINK.toLowerCase() &&
            sameId(textAt(child.properties, 'virtualNetwork.id'), ownerOf(subnetId)),
        );
      return linked
        ? undefined
        : refusal(
            400,
            'PrivateDnsZoneNotLinked',
            `Private DNS zone '${nameOf(zoneId)}' must be linked to the virtual network of subnet ${subnetId}.`,
          );
    }),
  ],
  secrets: ['administratorLoginPassword'],
  defaults: () => ({
    version: '16',
    storage: { type: '', iops: 120, tier: 'P4', storageSizeGB: 32, autoGrow: 'Disabled' },
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' },
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' },
    highAvailability: { mode: 'Disabled', state: 'NotEnabled' },
    maintenanceWindow: { customWindow: 'Disabled', dayOfWeek: 0, startHour: 0, startMinute: 0 },
    network: { publicNetworkAccess: 'Enabled' },
    replicationRole: 'Primary',
    availabilityZone: '1',
  }),
  readOnly: ({ name }) => ({
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
    minorVersion: '4',
    replicaCapacity: 5,
  }),
  outputs: () => ({ state: 'Ready' }),
  afterComplete(server, world) {
    for (const database of ['postgres', 'azure_maintenance', 'azure_sys']) putDatabase(server, world, database);
  },
});

function putDatabase(server: Resource, world: World, name: string): void {
  const id = `${server.id}/databases/${name}`;
  if (world.store.has(id)) return;
  world.store.put({
    id,
    type: DATABASE,
    name,
    apiVersion: server.apiVersion,
    properties: { charset: 'UTF8', collation: 'en_US.utf8' },
    secrets: {},
    etag: server.etag,
    createdAt: world.clock.now,
    changedAt: world.clock.now,
  });
}
