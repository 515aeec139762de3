import { API_VERSIONS } from '../api-versions.ts';
import { isNameTaken } from '../common/global-names.ts';
import { normalLocation } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import type { ProviderOperation } from '../type-definition.ts';
import { SIZES, STORAGE_SIZES, VERSIONS, offerOf } from './catalogue.ts';
import { SERVER } from './server.ts';

export const postgresqlOperations: readonly ProviderOperation[] = [
  {
    method: 'GET',
    path: 'providers/Microsoft.DBforPostgreSQL/locations/{location}/capabilities',
    apiVersions: API_VERSIONS.postgresql,
    action: 'Microsoft.DBforPostgreSQL/locations/capabilities/read',
    // Before this version the answer had another shape, with booleans and with editions above the versions.
    handle: ({ parameters, query }) =>
      (query.get('api-version') ?? '') < '2023-06-01'
        ? {
            status: 501,
            body: {
              error: {
                code: 'NotImplemented',
                message: 'The twin does not implement the capabilities of database servers before 2023-06-01-preview.',
              },
            },
          }
        : { status: 200, body: { value: [capability(normalLocation(parameters['location']))] } },
  },
  // The portal asks in one way, az in the other.
  checkName('providers/Microsoft.DBforPostgreSQL/checkNameAvailability'),
  checkName('providers/Microsoft.DBforPostgreSQL/locations/{location}/checkNameAvailability'),
];

function checkName(path: string): ProviderOperation {
  return {
    method: 'POST',
    path,
    apiVersions: API_VERSIONS.postgresql,
    action: 'Microsoft.DBforPostgreSQL/checkNameAvailability/action',
    handle({ world, body }) {
      const name = textAt(body, 'name') ?? '';
      const taken = isNameTaken(world, SERVER, name);
      return {
        status: 200,
        wrote: false,
        body: taken
          ? {
              name,
              nameAvailable: false,
              reason: 'AlreadyExists',
              message: `Specified server name '${name}' is already used.`,
            }
          : { name, nameAvailable: true },
      };
    },
  };
}

/** What the region offers. Azure lists standbys for burstable sizes, too, and then refuses them. */
function capability(location: string): object {
  const { restricted, zones, geoBackup } = offerOf(location);
  const modes = zones.length === 0 ? ['SameZone'] : ['SameZone', 'ZoneRedundant'];
  const storage = STORAGE_SIZES.map((size) => ({ storageSizeMb: size * 1024 }));
  return {
    name: 'FlexibleServerCapabilities',
    restricted: enabled(restricted),
    ...(restricted ? { reason: `Subscriptions are restricted from provisioning in location '${location}'.` } : {}),
    zoneRedundantHaSupported: enabled(zones.length > 0),
    geoBackupSupported: enabled(geoBackup),
    supportedServerVersions: VERSIONS.slice(2).map((name, index, all) => ({
      name,
      supportedVersionsToUpgrade: all.slice(index + 1),
    })),
    supportedServerEditions: Object.entries(SIZES).map(([name, skus]) => ({
      name,
      defaultSkuName: skus[0],
      supportedServerSkus: skus.map((sku) => ({ name: sku, supportedZones: zones, supportedHaMode: modes })),
      supportedStorageEditions: [{ name: 'ManagedDisk', supportedStorageMb: storage }],
    })),
    supportedFeatures: [{ name: 'Location', status: enabled(location !== '') }],
  };
}

function enabled(yes: boolean): 'Enabled' | 'Disabled' {
  return yes ? 'Enabled' : 'Disabled';
}
