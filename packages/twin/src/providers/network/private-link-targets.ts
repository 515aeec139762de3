import type { Resource } from '../../kernel/store.ts';
import { normalLocation } from '../common/ids.ts';
import { textAt } from '../common/json.ts';

/** One address of a private endpoint: a member of the target, its public host name and where its record belongs. */
export interface Member {
  readonly member: string;
  /** Host name that clients use: `kv-x.vault.azure.net`. */
  readonly fqdn: string;
  /** `privatelink.vaultcore.azure.net`. */
  readonly zone: string;
  /** Record names in that zone. */
  readonly records: readonly string[];
}

type Members = (target: Resource) => readonly Member[];

function byName(member: string, suffix: string, zone: string): Members {
  return ({ name }) => [{ member, fqdn: `${name}.${suffix}`, zone, records: [name.toLowerCase()] }];
}

function storage(service: string): Members {
  return byName(service, `${service}.core.windows.net`, `privatelink.${service}.core.windows.net`);
}

function foundry(target: Resource): readonly Member[] {
  const host = (textAt(target.properties, 'customSubDomainName') ?? target.name).toLowerCase();
  const suffixes = {
    default: 'cognitiveservices.azure.com',
    secondary: 'openai.azure.com',
    third: 'services.ai.azure.com',
  };
  return Object.entries(suffixes).map(([member, suffix]) => ({
    member,
    fqdn: `${host}.${suffix}`,
    zone: `privatelink.${suffix}`,
    records: [host],
  }));
}

function containerEnvironment(target: Resource): readonly Member[] {
  const fqdn = textAt(target.properties, 'defaultDomain') ?? '';
  const label = fqdn.split('.')[0] ?? '';
  const zone = `privatelink.${normalLocation(target.location)}.azurecontainerapps.io`;
  return [{ member: 'managedEnvironments', fqdn, zone, records: [label, `*.${label}`] }];
}

/** The region is part of the name, and so of the record. */
function redis({ name, location }: Resource): readonly Member[] {
  const label = `${name}.${normalLocation(location)}`.toLowerCase();
  const fqdn = `${label}.redis.azure.net`;
  return [{ member: 'redisEnterprise', fqdn, zone: 'privatelink.redis.azure.net', records: [label] }];
}

/** Which group ids each type offers (facts/azure.md section 2, other groupIds and zones). */
const TARGETS: Readonly<Record<string, Readonly<Record<string, Members>>>> = {
  'microsoft.keyvault/vaults': { vault: byName('default', 'vault.azure.net', 'privatelink.vaultcore.azure.net') },
  'microsoft.storage/storageaccounts': {
    blob: storage('blob'),
    file: storage('file'),
    queue: storage('queue'),
    table: storage('table'),
    dfs: storage('dfs'),
  },
  'microsoft.dbforpostgresql/flexibleservers': {
    postgresqlserver: byName(
      'postgresqlServer',
      'postgres.database.azure.com',
      'privatelink.postgres.database.azure.com',
    ),
  },
  'microsoft.cognitiveservices/accounts': { account: foundry },
  'microsoft.cache/redisenterprise': { redisenterprise: redis },
  'microsoft.apimanagement/service': { gateway: byName('Gateway', 'azure-api.net', 'privatelink.azure-api.net') },
  'microsoft.app/managedenvironments': { managedenvironments: containerEnvironment },
};

/** Group ids of a type in lower case; empty where the type takes no private endpoint. */
export function groupIdsOf(type: string): readonly string[] {
  return Object.keys(TARGETS[type.toLowerCase()] ?? {});
}

/** The members that a private endpoint of `groupId` gets addresses for. */
export function membersOf(target: Resource, groupId: string): readonly Member[] {
  return TARGETS[target.type.toLowerCase()]?.[groupId.toLowerCase()]?.(target) ?? [];
}
