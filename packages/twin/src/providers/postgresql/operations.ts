import { API_VERSIONS } from '../api-versions.ts';
import { normalLocation } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import type { ProviderOperation } from '../type-definition.ts';
import { SERVER, STORAGE_SIZES, VERSIONS } from './flexible-servers.ts';

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
      const taken = world.store.ofType(SERVER).some((server) => server.name === name);
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

function capability(location: string): object {
  const sizes = {
    Burstable: ['Standard_B1ms', 'Standard_B2s', 'Standard_B2ms', 'Standard_B4ms'],
    GeneralPurpose: ['Standard_D2ds_v5', 'Standard_D4ds_v5', 'Standard_D8ds_v5'],
    MemoryOptimized: ['Standard_E2ds_v5', 'Standard_E4ds_v5'],
  };
  return {
    name: 'FlexibleServerCapabilities',
    restricted: 'Disabled',
    zoneRedundantHaSupported: 'Enabled',
    geoBackupSupported: 'Enabled',
    supportedServerVersions: VERSIONS.slice(2).map((name) => ({ name, supportedVersionsToUpgrade: [] })),
    supportedServerEditions: Object.entries(sizes).map(([name, names]) => ({
      name,
      defaultSkuName: names[0],
      supportedServerSkus: names.map((sku) => ({ name: sku, supportedZones: ['1', '2', '3'] })),
      supportedStorageEditions: [
        { name: 'ManagedDisk', supportedStorageMb: STORAGE_SIZES.map((size) => ({ storageSizeMb: size * 1024 })) },
      ],
    })),
    supportedFeatures: [{ name: 'Location', status: location === '' ? 'Disabled' : 'Enabled' }],
  };
}
