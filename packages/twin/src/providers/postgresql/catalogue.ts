import { normalLocation } from '../common/ids.ts';
import { zonesOf } from '../common/regions.ts';

/** Major versions that a new server may have. */
export const VERSIONS = ['11', '12', '13', '14', '15', '16', '17', '18'];

/** Sizes of storage in GiB that every edition offers. */
export const STORAGE_SIZES = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767];

/** Tiers and which sizes each has (concepts-compute of Azure Database for PostgreSQL). */
export const TIERS: Readonly<Record<string, RegExp>> = {
  Burstable: /^Standard_B\d+m?s(?:_v2)?$/,
  GeneralPurpose: /^Standard_D\d+a?d?s_v[345]$/,
  MemoryOptimized: /^Standard_E\d+a?d?i?s_v[345]$/,
};

const GENERAL = [2, 4, 8, 16, 32, 48, 64];
const MEMORY = [2, 4, 8, 16, 20, 32, 48, 64];

/** Sizes that a region lists, by tier: the generations that can still be made. */
export const SIZES: Readonly<Record<string, readonly string[]>> = {
  Burstable: ['B1ms', 'B2s', ...[2, 4, 8, 12, 16, 20].map((cores) => `B${cores}ms`)].map((size) => `Standard_${size}`),
  GeneralPurpose: sizes('D', { s_v3: GENERAL, ds_v4: GENERAL, ds_v5: [...GENERAL, 96], ads_v5: [...GENERAL, 96] }),
  MemoryOptimized: sizes('E', { s_v3: MEMORY, ds_v4: MEMORY, ds_v5: [...MEMORY, 96], ads_v5: [...MEMORY, 96] }),
};

function sizes(family: string, generations: Readonly<Record<string, readonly number[]>>): readonly string[] {
  return Object.entries(generations).flatMap(([suffix, cores]) =>
    cores.map((count) => `Standard_${family}${count}${suffix}`),
  );
}

/** Regions without a pair to copy backups to (reliability/cross-region-replication-azure). */
const WITHOUT_PAIR = new Set(
  'austriaeast,belgiumcentral,chilecentral,denmarkeast,indonesiacentral,israelcentral,italynorth,malaysiawest,mexicocentral,newzealandnorth,polandcentral,qatarcentral,spaincentral'.split(
    ',',
  ),
);

/** Regions that are kept for disaster recovery: a subscription has to ask for them (availability of Azure regions). */
const RESTRICTED = new Set(
  'australiacentral,brazilsoutheast,francesouth,germanynorth,koreasouth,norwaywest,southafricawest,swedensouth,switzerlandwest,uaecentral,westindia'.split(
    ',',
  ),
);

/** What a region offers. */
export interface Offer {
  readonly restricted: boolean;
  /** Availability zones; empty where the region has none. */
  readonly zones: readonly string[];
  readonly geoBackup: boolean;
}

/** What `location` offers for database servers. */
export function offerOf(location: string | undefined): Offer {
  const region = normalLocation(location);
  return {
    restricted: RESTRICTED.has(region),
    zones: zonesOf(region),
    geoBackup: !WITHOUT_PAIR.has(region),
  };
}
