import { findDeleted, purgeDeleted, sendAndWait, softDeletions, type HeldName, type SoftDeletePolicy } from '@lz/azure';
import type { Run } from './run.ts';

/** A name, and the write that brings its deleted resource back. */
export interface RecoverableName extends HeldName {
  readonly id: string;
  /** Body of the PUT that recovers. */
  readonly recovery: object;
}

/** As much of a run as settling names takes. */
type SettlingRun = Pick<Run, 'azure' | 'environment' | 'log' | 'report' | 'subscriptionId'>;

const GROUP_VERSION = '2021-04-01';

/**
 * Frees the names that deleted resources hold, or brings those resources back, as the input `soft-delete` says. With
 * `fail` there is nothing to do: the preflight has ended the run. A resource comes back into its old group, which has to
 * exist.
 */
export async function settleDeletedNames(
  run: SettlingRun,
  policy: SoftDeletePolicy,
  names: readonly RecoverableName[],
): Promise<void> {
  if (policy === 'fail') return;
  for (const held of names) {
    if ((await findDeleted(run.azure, run.subscriptionId, held)) === undefined) continue;
    const { service } = softDeletions[held.kind];
    run.log.info(`${service} ${held.name}: ${policy === 'purge' ? 'removing for good' : 'bringing back'}`);
    if (policy === 'purge') await purgeDeleted(run.azure, run.subscriptionId, held);
    else await recover(run, held);
    const type = `name held by deleted ${service}`;
    run.report.change({ kind: policy === 'purge' ? 'delete' : 'modify', type, name: held.name, details: [policy] });
  }
}

async function recover(
  { azure, environment: { location, tags } }: SettlingRun,
  { kind, id, recovery }: RecoverableName,
): Promise<void> {
  const groupId = id.split('/').slice(0, 5).join('/');
  await azure.request({ method: 'PUT', url: groupId, apiVersion: GROUP_VERSION, body: { location, tags } });
  const { apiVersion } = softDeletions[kind];
  await sendAndWait(azure, { method: 'PUT', url: id, apiVersion, body: { location, tags, ...recovery } });
}
