import { checkPurge, findDeleted, purgeDeleted, softDeletions, type Finding } from '@lz/azure';
import type { RecoverableName } from '../deleted-names.ts';
import type { Departure, Kept } from './plan.ts';
import type { RemovingRun, RunningRemoval } from './run-removal.ts';

/** A name that is held, or will be once its resource is gone. */
export interface NameHold {
  readonly held: RecoverableName;
  /** `until 2027-02-21T08:00:00Z`, `for 7 days`, `48 hours`. */
  readonly until: string;
  readonly purgeProtected: boolean;
}

interface LiveResource {
  readonly properties: { readonly softDeleteRetentionInDays?: number; readonly enablePurgeProtection?: boolean };
}

/** Which of these names are held after the removal, and for how long. */
export async function nameHolds(
  { azure, subscriptionId }: Pick<RemovingRun, 'azure' | 'subscriptionId'>,
  names: readonly RecoverableName[],
): Promise<readonly NameHold[]> {
  const holds: NameHold[] = [];
  for (const held of names) {
    const { apiVersion, held: usual } = softDeletions[held.kind];
    const live = await azure.find<LiveResource>(held.id, apiVersion);
    const deleted = live === undefined ? await findDeleted(azure, subscriptionId, held) : undefined;
    if (live !== undefined) {
      const { softDeleteRetentionInDays: days, enablePurgeProtection } = live.properties;
      const until = days === undefined ? usual : `for ${days} days`;
      holds.push({ held, until, purgeProtected: enablePurgeProtection === true });
    }
    if (deleted !== undefined) {
      const until = deleted.until === undefined ? usual : `until ${deleted.until}`;
      holds.push({ held, until, purgeProtected: deleted.purgeProtected });
    }
  }
  return holds;
}

/** What would keep a run from freeing these names. */
export async function purgeFindings(
  { azure, subscriptionId }: Pick<RemovingRun, 'azure' | 'subscriptionId'>,
  holds: readonly NameHold[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { held, until, purgeProtected } of holds) {
    findings.push(...(await checkPurge(azure, subscriptionId, held, { until, purgeProtected })));
  }
  return findings;
}

/** A name that a run frees, as something that goes. */
export function nameDeparture({ held: { kind, name } }: NameHold): Departure {
  return { type: typeOf(kind), name, details: ['for good'] };
}

/** A name that stays held, with what frees it. */
export function keptName({ held, until, purgeProtected }: NameHold): Kept {
  return {
    type: typeOf(held.kind),
    name: held.name,
    where: purgeProtected ? 'protected against purging' : softDeletions[held.kind].purgeCommand(held),
    why: 'what was deleted can be recovered; a deploy refuses until then, unless soft-delete says otherwise',
    until,
  };
}

/** Frees names, one after another, as a phase of a removal. */
export async function purgeNames(
  { azure, subscriptionId, log }: Pick<RemovingRun, 'azure' | 'log' | 'subscriptionId'>,
  removal: RunningRemoval,
  holds: readonly NameHold[],
): Promise<void> {
  if (holds.length === 0) return;
  await removal.phase('D6', async () => {
    for (const hold of holds) {
      await purgeDeleted(azure, subscriptionId, hold.held);
      log.info(`  ✓ ${typeOf(hold.held.kind)} ${hold.held.name}: free`);
      removal.gone(nameDeparture(hold));
    }
  });
}

function typeOf(kind: RecoverableName['kind']): string {
  return `name held by deleted ${softDeletions[kind].service}`;
}
