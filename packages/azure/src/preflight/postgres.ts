import type { AzureClient } from '../client.ts';
import { checked, type Finding } from './finding.ts';
import { postgresChanges, type DatabaseServer } from './postgres-changes.ts';

const API = '2025-08-01';

/** A database server that a deployment is going to ask for; the shape of the environment file's `spoke.postgres`. */
export interface WantedServer {
  readonly sku: string;
  readonly storageGiB: number;
  readonly version: string;
  readonly highAvailability: false | 'zone-redundant' | 'same-zone';
  readonly geoRedundantBackup: boolean;
  readonly network: 'private-endpoint' | 'vnet-integration';
  readonly availabilityZone?: string;
}

/** Where the options stand in the environment file. */
const POSTGRES = '/spoke/postgres';

type Switch = 'Enabled' | 'Disabled';

interface ServerSku {
  readonly name: string;
  readonly supportedZones?: readonly string[];
  readonly supportedHaMode?: readonly string[];
}

/** What a region offers. Members that an API version leaves out say nothing. */
interface Capability {
  readonly restricted?: Switch;
  readonly reason?: string;
  readonly geoBackupSupported?: Switch;
  readonly supportedServerVersions?: readonly { readonly name: string }[];
  readonly supportedServerEditions?: readonly { readonly supportedServerSkus?: readonly ServerSku[] }[];
}

/**
 * Whether the region offers the wanted server, and whether the server that is there can become it: storage never
 * shrinks, and network, zone and copies of backups are chosen once.
 */
export async function checkPostgres(
  client: AzureClient,
  subscriptionId: string,
  location: string,
  wanted: WantedServer,
  serverId: string,
): Promise<readonly Finding[]> {
  return await checked('The database server, or what the region offers,', async () => {
    const server = await client.find<DatabaseServer>(serverId, API);
    const changes = server === undefined ? [] : postgresChanges(server, wanted);
    const url = `/subscriptions/${subscriptionId}/providers/Microsoft.DBforPostgreSQL/locations/${location}/capabilities`;
    const [first, ...more] = await client.list<Capability>(url, API);
    // A server that is there stays, whatever the subscription may make anew.
    if (first === undefined || first.restricted === 'Enabled') {
      return server === undefined ? [restricted(location, first?.reason)] : changes;
    }
    return [...changes, ...offerFindings([first, ...more], location, wanted)];
  });
}

function offerFindings(capabilities: readonly Capability[], location: string, wanted: WantedServer): Finding[] {
  const skus = capabilities.flatMap(({ supportedServerEditions = [] }) =>
    supportedServerEditions.flatMap(({ supportedServerSkus = [] }) => supportedServerSkus),
  );
  const versions = capabilities.flatMap(({ supportedServerVersions = [] }) => supportedServerVersions);
  return [
    ...versionFindings(versions, location, wanted),
    ...skuFindings(skus, location, wanted),
    ...(wanted.geoRedundantBackup && capabilities[0]?.geoBackupSupported === 'Disabled' ? [noCopies(location)] : []),
  ];
}

function restricted(location: string, reason = 'Azure lists no database servers there.'): Finding {
  return {
    severity: 'error',
    code: 'LocationIsOfferRestricted',
    message: `This subscription may not make PostgreSQL servers in ${location}: ${reason}`,
    remedy: 'Choose another region, or ask for access to this one at https://aka.ms/postgres-request-quota-increase.',
    pointer: '/location',
  };
}

function versionFindings(versions: readonly { name: string }[], location: string, wanted: WantedServer): Finding[] {
  if (versions.length === 0 || versions.some(({ name }) => name === wanted.version)) return [];
  const known = versions.map(({ name }) => name).join(', ');
  return [
    {
      severity: 'error',
      code: 'PostgresVersionNotInRegion',
      message: `${location} has PostgreSQL ${known}, not ${wanted.version}.`,
      remedy: 'Write one of them.',
      pointer: `${POSTGRES}/version`,
    },
  ];
}

function skuFindings(skus: readonly ServerSku[], location: string, wanted: WantedServer): Finding[] {
  const sku = skus.find(({ name }) => name.toLowerCase() === wanted.sku.toLowerCase());
  if (sku === undefined) {
    const family = wanted.sku.slice(0, 'Standard_D'.length);
    const near = skus.map(({ name }) => name).filter((name) => name.startsWith(family));
    return [
      {
        severity: 'error',
        code: 'PostgresSkuNotInRegion',
        message: `${location} does not offer database servers of size ${wanted.sku}.`,
        remedy: near.length === 0 ? 'Choose another size or region.' : `It offers ${near.slice(0, 6).join(', ')}.`,
        pointer: `${POSTGRES}/sku`,
      },
    ];
  }
  return [...standbyFindings(sku, location, wanted), ...zoneFindings(sku, location, wanted)];
}

const modes = { 'zone-redundant': 'ZoneRedundant', 'same-zone': 'SameZone' } as const;

function standbyFindings({ supportedHaMode }: ServerSku, location: string, wanted: WantedServer): Finding[] {
  const mode = wanted.highAvailability === false ? undefined : modes[wanted.highAvailability];
  if (mode === undefined || supportedHaMode === undefined || supportedHaMode.includes(mode)) return [];
  const other = supportedHaMode.includes('SameZone');
  return [
    {
      severity: 'error',
      code: 'PostgresStandbyNotInRegion',
      message: `${wanted.sku} has no ${String(wanted.highAvailability)} standby in ${location}.`,
      remedy: other ? 'Write `highAvailability: same-zone`.' : 'Choose another size or region.',
      pointer: `${POSTGRES}/highAvailability`,
    },
  ];
}

function zoneFindings({ supportedZones }: ServerSku, location: string, wanted: WantedServer): Finding[] {
  const zone = wanted.availabilityZone;
  if (zone === undefined || supportedZones === undefined || supportedZones.includes(zone)) return [];
  const known = supportedZones.length === 0 ? 'no zones' : `the zones ${supportedZones.join(', ')}`;
  return [
    {
      severity: 'error',
      code: 'AvailabilityZoneNotAvailable',
      message: `${wanted.sku} has ${known} in ${location}, not zone ${zone}.`,
      remedy: 'Remove `availabilityZone`, and Azure chooses.',
      pointer: `${POSTGRES}/availabilityZone`,
    },
  ];
}

function noCopies(location: string): Finding {
  return {
    severity: 'error',
    code: 'GeoBackupNotInRegion',
    message: `${location} has no paired region that could keep a copy of the backups.`,
    remedy: 'Write `geoRedundantBackup: false`, or choose another region.',
    pointer: `${POSTGRES}/geoRedundantBackup`,
  };
}
