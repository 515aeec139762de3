import type { Finding } from './finding.ts';
import type { WantedServer } from './postgres.ts';

/** A database server that is there. */
export interface DatabaseServer {
  readonly properties: {
    readonly version?: string;
    readonly availabilityZone?: string;
    readonly storage?: { readonly storageSizeGB?: number };
    readonly backup?: { readonly geoRedundantBackup?: string };
    readonly network?: { readonly delegatedSubnetResourceId?: string | null };
  };
}

/** One way in which a server cannot become what is wanted; undefined where it can. */
type Check = (server: DatabaseServer['properties'], wanted: WantedServer) => Finding | undefined;

const checks: readonly Check[] = [storage, version, network, copies, zone];

/** What the server that is there cannot become, each with what to do. */
export function postgresChanges({ properties }: DatabaseServer, wanted: WantedServer): readonly Finding[] {
  return checks.flatMap((check) => check(properties, wanted) ?? []);
}

/** The server also grows by itself, so the file may be behind without anybody having changed it. */
function storage(server: DatabaseServer['properties'], wanted: WantedServer): Finding | undefined {
  const has = server.storage?.storageSizeGB ?? 0;
  if (wanted.storageGiB >= has) return undefined;
  const message = `The database server has ${has} GiB of storage and cannot shrink to ${wanted.storageGiB}.`;
  return refused('PostgresStorageShrinks', 'storageGiB', message, `Write \`storageGiB: ${has}\`.`);
}

function version(server: DatabaseServer['properties'], wanted: WantedServer): Finding | undefined {
  const has = Number(server.version ?? wanted.version);
  const wants = Number(wanted.version);
  if (wants === has) return undefined;
  if (wants < has) {
    const message = `The database server runs PostgreSQL ${has} and cannot go back to ${wants}.`;
    return refused('PostgresVersionDowngrade', 'version', message, `Write \`version: ${has}\`.`);
  }
  return {
    severity: 'warning',
    code: 'PostgresMajorUpgrade',
    message: `The database server is upgraded from PostgreSQL ${has} to ${wants}: the chat is away for minutes, and there is no way back.`,
    remedy: 'Note the time: a restore to the moment before makes a new server with the old version.',
    pointer: '/spoke/postgres/version',
  };
}

function network(server: DatabaseServer['properties'], wanted: WantedServer): Finding | undefined {
  const has = server.network?.delegatedSubnetResourceId == null ? 'private-endpoint' : 'vnet-integration';
  return has === wanted.network ? undefined : fixed('network', has, wanted.network);
}

function copies(server: DatabaseServer['properties'], wanted: WantedServer): Finding | undefined {
  const has = server.backup?.geoRedundantBackup === 'Enabled';
  return has === wanted.geoRedundantBackup ? undefined : fixed('geoRedundantBackup', has, wanted.geoRedundantBackup);
}

function zone(server: DatabaseServer['properties'], wanted: WantedServer): Finding | undefined {
  const has = server.availabilityZone ?? '';
  const wants = wanted.availabilityZone ?? has;
  return has === '' || has === wants ? undefined : fixed('availabilityZone', has, wants);
}

/** A choice that is made when the server is made. */
function fixed(option: string, has: string | boolean, wants: string | boolean): Finding {
  const message = `The database server was made with \`${option}: ${String(has)}\`, and Azure cannot change that to ${String(wants)}.`;
  const remedy = `Write \`${option}: ${String(has)}\`. For the other, save the data with pg_dump, delete the server, deploy again, and restore.`;
  return refused('PostgresChoiceIsFixed', option, message, remedy);
}

function refused(code: string, option: string, message: string, remedy: string): Finding {
  return { severity: 'error', code, message, remedy, pointer: `/spoke/postgres/${option}` };
}
