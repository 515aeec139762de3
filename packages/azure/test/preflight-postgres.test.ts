import { describe, expect, test } from 'vitest';
import { checkPostgres, type Finding, type WantedServer } from '../src/index.ts';
import { azureServer, type Reply } from './support/azure-server.ts';
import { clientOf } from './support/clients.ts';

const SUB = '11111111-1111-1111-1111-111111111111';
const SERVER = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql`;

const wanted: WantedServer = {
  sku: 'Standard_D2ds_v5',
  storageGiB: 64,
  version: '16',
  highAvailability: 'zone-redundant',
  geoRedundantBackup: true,
  network: 'private-endpoint',
  availabilityZone: '1',
};

/** The wanted server, as Azure shows it. */
const server = {
  version: '16',
  availabilityZone: '1',
  storage: { storageSizeGB: 64 },
  backup: { geoRedundantBackup: 'Enabled' },
  network: { publicNetworkAccess: 'Disabled' },
};

const sku = { name: 'Standard_D2ds_v5', supportedZones: ['1', '2'], supportedHaMode: ['SameZone', 'ZoneRedundant'] };
const offer = {
  restricted: 'Disabled',
  geoBackupSupported: 'Enabled',
  supportedServerVersions: [{ name: '15' }, { name: '16' }],
  supportedServerEditions: [{ supportedServerSkus: [sku] }],
};

function answers(existing: object | undefined, capability: object | undefined) {
  return ({ path }: { readonly path: string }): Reply => {
    if (path.endsWith('/capabilities'))
      return { status: 200, body: { value: capability === undefined ? [] : [capability] } };
    if (existing === undefined) return { status: 404, body: { error: { code: 'ResourceNotFound', message: 'no' } } };
    return { status: 200, body: { properties: existing } };
  };
}

async function findings(
  existing: object | undefined,
  capability: object | undefined,
  asked: Partial<WantedServer> = {},
): Promise<readonly Finding[]> {
  await using azure = await azureServer(answers(existing, capability));
  return await checkPostgres(clientOf(azure), SUB, 'swedencentral', { ...wanted, ...asked }, SERVER);
}

const shown = (list: readonly Finding[]) =>
  list.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer ?? ''}`);

describe('a database server', () => {
  test.each([
    ['that is not there yet', undefined],
    ['that is as wanted', server],
  ])('%s, in a region that offers it, is nothing to speak of', async (_, existing) => {
    expect(await findings(existing, offer)).toEqual([]);
  });

  test.each<[string, object, Partial<WantedServer>, string, string]>([
    ['has grown', { storage: { storageSizeGB: 128 } }, {}, 'PostgresStorageShrinks storageGiB', '`storageGiB: 128`'],
    ['is newer', { version: '17' }, {}, 'PostgresVersionDowngrade version', '`version: 17`'],
    ['is in a subnet', { network: { delegatedSubnetResourceId: 'x' } }, {}, 'PostgresChoiceIsFixed network', 'pg_dump'],
    [
      'has an endpoint',
      {},
      { network: 'vnet-integration' },
      'PostgresChoiceIsFixed network',
      '`network: private-endpoint`',
    ],
    [
      'has copies',
      {},
      { geoRedundantBackup: false },
      'PostgresChoiceIsFixed geoRedundantBackup',
      '`geoRedundantBackup: true`',
    ],
    [
      'stands elsewhere',
      {},
      { availabilityZone: '2' },
      'PostgresChoiceIsFixed availabilityZone',
      '`availabilityZone: 1`',
    ],
  ])('that %s cannot become what is wanted', async (_, existing, asked, expected, remedy) => {
    const found = await findings({ ...server, ...existing }, offer, asked);
    expect(shown(found)).toEqual([`error ${expected.replace(' ', ' /spoke/postgres/')}`]);
    expect(found[0]?.remedy).toContain(remedy);
  });

  test('of an older version is upgraded, with a warning', async () => {
    const found = await findings({ ...server, version: '15' }, offer);
    expect(shown(found)).toEqual(['warning PostgresMajorUpgrade /spoke/postgres/version']);
  });

  test('stays where it is, in whatever zone, when the file names none', async () => {
    await using azure = await azureServer(answers({ ...server, availabilityZone: '3' }, offer));
    const { availabilityZone, ...asked } = wanted;
    expect(availabilityZone).toBe('1');
    expect(await checkPostgres(clientOf(azure), SUB, 'swedencentral', asked, SERVER)).toEqual([]);
  });
});

describe('a region', () => {
  const without = { name: sku.name, supportedZones: [], supportedHaMode: ['SameZone'] };
  const withSku = (one: object): object => ({ ...offer, supportedServerEditions: [{ supportedServerSkus: [one] }] });
  test.each<[string, object | undefined, readonly string[]]>([
    ['that lists nothing', undefined, ['LocationIsOfferRestricted /location']],
    ['that is closed to the subscription', { restricted: 'Enabled' }, ['LocationIsOfferRestricted /location']],
    ['without the size', withSku({ name: 'Standard_D4ds_v5' }), ['PostgresSkuNotInRegion /spoke/postgres/sku']],
    [
      'without the version',
      { ...offer, supportedServerVersions: [{ name: '15' }] },
      ['PostgresVersionNotInRegion /spoke/postgres/version'],
    ],
    [
      'without zones',
      withSku(without),
      [
        'PostgresStandbyNotInRegion /spoke/postgres/highAvailability',
        'AvailabilityZoneNotAvailable /spoke/postgres/availabilityZone',
      ],
    ],
    [
      'without a pair',
      { ...offer, geoBackupSupported: 'Disabled' },
      ['GeoBackupNotInRegion /spoke/postgres/geoRedundantBackup'],
    ],
  ])('%s', async (_, capability, expected) => {
    expect(shown(await findings(undefined, capability))).toEqual(expected.map((one) => `error ${one}`));
  });

  test('that is closed now keeps the server that it has', async () => {
    expect(await findings(server, { restricted: 'Enabled' })).toEqual([]);
  });

  test('whose offer cannot be read is a warning', async () => {
    await using azure = await azureServer([
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } },
    ]);
    const found = await checkPostgres(clientOf(azure), SUB, 'swedencentral', wanted, SERVER);
    expect(shown(found)).toEqual(['warning NotChecked ']);
  });
});
