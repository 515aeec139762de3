import type { AzureClient } from '../client.ts';
import { findDeleted, softDeletions, type DeletedResource, type HeldName } from '../soft-deleted.ts';
import { checked, type Finding } from './finding.ts';
import { missingRights } from './rights.ts';

/** What a run does about a name that a deleted resource holds. */
export type SoftDeletePolicy = 'fail' | 'recover' | 'purge';

/**
 * A finding for each name that a deleted resource still holds, found in seconds instead of after half an hour: an error,
 * or with `recover` and `purge` what will be done about it, and whether the identity may.
 */
export async function checkSoftDeleted(
  client: AzureClient,
  subscriptionId: string,
  names: readonly HeldName[],
  policy: SoftDeletePolicy = 'fail',
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const held of names) {
    const { service } = softDeletions[held.kind];
    const check = async () => {
      const deleted = await findDeleted(client, subscriptionId, held);
      if (deleted === undefined) return [];
      if (policy === 'fail') return [heldName(held)];
      return policy === 'recover' ? [willRecover(held)] : await checkPurge(client, subscriptionId, held, deleted);
    };
    findings.push(...(await checked(`Deleted names of ${service}`, check)));
  }
  return findings;
}

function heldName(held: HeldName): Finding {
  const { service, purgeCommand, recoverCommand } = softDeletions[held.kind];
  const recover = recoverCommand === undefined ? '' : `${recoverCommand(held)}, or `;
  return {
    severity: 'error',
    code: 'NameHeldByDeletedResource',
    message: `A deleted ${service} resource still holds the name ${held.name}.`,
    remedy: `${recover}${purgeCommand(held)}; or run again with soft-delete: recover, or soft-delete: purge.`,
  };
}

function willRecover(held: HeldName): Finding {
  const { service } = softDeletions[held.kind];
  return {
    severity: 'warning',
    code: 'DeletedResourceComesBack',
    message: `The deleted ${service} resource ${held.name} is brought back with what it held.`,
    remedy: 'With soft-delete: purge it is removed for good instead.',
  };
}

/** Whether a name can be freed, and whether this identity may free it. */
export async function checkPurge(
  client: AzureClient,
  subscriptionId: string,
  held: HeldName,
  { purgeProtected, until }: DeletedResource,
): Promise<readonly Finding[]> {
  const { service, purgeRight } = softDeletions[held.kind];
  if (purgeProtected) {
    return [
      {
        severity: 'error',
        code: 'NamePurgeProtected',
        message: `${service} ${held.name} is protected against purging${until === undefined ? '' : ` until ${until}`}.`,
        remedy: 'Use soft-delete: recover, or leave purge out and wait.',
      },
    ];
  }
  return await missingRights(client, subscriptionId, [{ action: purgeRight, role: 'Contributor' }]);
}
