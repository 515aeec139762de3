import type { Run } from '@lz/action';
import { findDeployment } from '@lz/azure';

const POSTGRES_VERSION = '2025-08-01';

/** Tags of the app's deployment that keep where the way back leads: the portal and `az deployment sub show` show them. */
export const RESTORE_TAGS = { point: 'lz-restore-point', image: 'lz-restore-image' } as const;

/** Where the way back from an upgrade leads: the database as it was at a moment, and the image that it belonged to. */
export interface RestorePoint {
  /** UTC, to the second: any moment since the earliest backup can be restored, so none has to be made. */
  readonly time: string;
  readonly image: string;
}

/** The moment before a migration began, with the image that served then. */
export function restorePointAt(milliseconds: number, image: string): RestorePoint {
  return { time: `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`, image };
}

/** The command that makes a second server with the database as it was. A server cannot be restored in place. */
export function restoreCommand({ names }: Pick<Run, 'names'>, { time }: Pick<RestorePoint, 'time'>): string {
  const { resourceGroup, postgres } = names.spoke;
  const stamp = time.replaceAll(/\D/g, '').slice(0, 12);
  // A copy of a copy is named after the first server, since names are limited.
  const name = `${postgres.replace(/-\d{12}$/, '')}-${stamp}`;
  return `az postgres flexible-server restore --resource-group ${resourceGroup} --name ${name} --source-server ${postgres} --restore-time ${time}`;
}

/** The restore point of an earlier upgrade, which later deployments of the app keep. */
export async function keptRestorePoint({ azure, names, subscriptionId }: Run): Promise<RestorePoint | undefined> {
  const scope = `/subscriptions/${subscriptionId}`;
  const tags = (await findDeployment(azure, { scope, name: names.deployments.spokeApp }))?.tags;
  const [time, image] = [tags?.[RESTORE_TAGS.point], tags?.[RESTORE_TAGS.image]];
  return time === undefined || image === undefined ? undefined : { time, image };
}

/** Tags that keep a restore point. */
export function tagsOf(point: RestorePoint | undefined): Readonly<Record<string, string>> {
  return point === undefined ? {} : { [RESTORE_TAGS.point]: point.time, [RESTORE_TAGS.image]: point.image };
}

/** The moment from which on the database can be restored; undefined where it has no backup yet. */
export async function earliestBackup({ azure, names }: Pick<Run, 'azure' | 'names'>): Promise<number | undefined> {
  const server = await azure.get<{
    readonly properties: { readonly backup?: { readonly earliestRestoreDate?: string } };
  }>(names.spoke.postgresId, POSTGRES_VERSION);
  const date = Date.parse(server.properties.backup?.earliestRestoreDate ?? '');
  return Number.isNaN(date) ? undefined : date;
}
