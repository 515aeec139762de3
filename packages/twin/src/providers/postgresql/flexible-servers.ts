import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { objectAt, textAt } from '../common/json.ts';
import { offerOf } from './catalogue.ts';
import { accessRules } from './server-access-rules.ts';
import { deleteServerRecord, networkRules, writeServerRecord } from './server-network.ts';
import { earliestRestore, inherited, restoreRules, takeOver } from './restore.ts';
import { serverRules } from './server-rules.ts';
import { DATABASE, SERVER } from './server.ts';
import { standbyRules } from './standby-rules.ts';

export const flexibleServers = defineType({
  type: SERVER,
  apiVersions: API_VERSIONS.postgresql,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'postgresqlServerCreate', update: 'postgresqlServerUpdate', delete: 'postgresqlServerDelete' },
  rules: [...restoreRules, ...serverRules, ...standbyRules, ...accessRules, ...networkRules],
  secrets: ['administratorLoginPassword'],
  defaults: ({ existing, location }) => ({
    version: textAt(existing?.properties, 'version') ?? '16',
    storage: { type: '', iops: 120, tier: 'P4', storageSizeGB: 32, autoGrow: 'Disabled' },
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' },
    backup: {
      backupRetentionDays: 7,
      geoRedundantBackup: textAt(existing?.properties, 'backup.geoRedundantBackup') ?? 'Disabled',
    },
    highAvailability: { mode: 'Disabled' },
    maintenanceWindow: { customWindow: 'Disabled', dayOfWeek: 0, startHour: 0, startMinute: 0 },
    network: { publicNetworkAccess: 'Enabled' },
    replicationRole: 'Primary',
    availabilityZone: textAt(existing?.properties, 'availabilityZone') ?? offerOf(location).zones[0] ?? '',
  }),
  keep: inherited,
  readOnly: ({ name }) => ({
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
    minorVersion: '4',
    replicaCapacity: 5,
  }),
  outputs: (server) => ({
    state: 'Ready',
    highAvailability: standbyOf(server),
    backup: { ...objectAt(server.properties, 'backup'), earliestRestoreDate: earliestRestore(server) },
  }),
  afterDelete: deleteServerRecord,
  afterComplete(server, world) {
    takeOver(server, world);
    writeServerRecord(server, world);
    for (const database of ['postgres', 'azure_maintenance', 'azure_sys']) putDatabase(server, world, database);
  },
});

/** The standby as a GET shows it: Azure chooses its zone. */
function standbyOf({ location, properties }: Resource): JsonObject {
  const asked = objectAt(properties, 'highAvailability');
  const own = textAt(properties, 'availabilityZone') ?? '';
  if ((textAt(asked, 'mode') ?? 'Disabled') === 'Disabled') return { mode: 'Disabled', state: 'NotEnabled' };
  const other = offerOf(location).zones.find((zone) => zone !== own) ?? own;
  const chosen = textAt(asked, 'mode') === 'ZoneRedundant' ? other : own;
  return { standbyAvailabilityZone: chosen, ...asked, state: 'Healthy' };
}

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
