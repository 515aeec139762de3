import type { Postgres } from '@lz/config';

/** Azure's words for the standby. */
const standbys = { 'zone-redundant': 'ZoneRedundant', 'same-zone': 'SameZone' } as const;

/** The database server in the words of `postgresSettings` in `bicep/types.bicep`. */
export function postgresSettings(postgres: Postgres) {
  const { sku, highAvailability } = postgres;
  return {
    ...postgres,
    tier: postgresTier(sku),
    highAvailability: highAvailability === false ? 'Disabled' : standbys[highAvailability],
  };
}

/** The letter after `Standard_` tells the tier. */
function postgresTier(sku: string): string {
  const tier = { B: 'Burstable', D: 'GeneralPurpose', E: 'MemoryOptimized' }[/^Standard_([BDE])/.exec(sku)?.[1] ?? ''];
  if (tier === undefined) throw new Error(`spoke.postgres.sku ${sku} is of no known tier: Standard_B…, _D… or _E…`);
  return tier;
}
