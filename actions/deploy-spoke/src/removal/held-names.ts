import type { Departure } from '@lz/action';
import { checkPurge, findDeleted, softDeletions, type Finding, type HeldName } from '@lz/azure';
import type { Names } from '@lz/config';
import type { SpokeRun } from '../deploy-spoke.ts';

const KEY_VAULT_VERSION = '2024-11-01';
const FOUNDRY_VERSION = '2025-06-01';

/** The names of a spoke that Azure holds after their resource is deleted. */
export function heldNames({ spoke }: Names, location: string): readonly HeldName[] {
  const place = { location, resourceGroup: spoke.resourceGroup };
  return [
    { kind: 'key-vault', name: spoke.keyVault, ...place },
    { kind: 'foundry', name: spoke.foundry, ...place },
  ];
}

/** A name that is held, or will be once the resource is gone. */
export interface FutureHold {
  readonly held: HeldName;
  /** `until 2027-02-21T08:00:00Z`, `for 7 days`. */
  readonly until: string;
  readonly purgeProtected: boolean;
}

/** Which names are held after the removal, and for how long. */
export async function futureHolds({
  azure,
  names,
  environment,
  subscriptionId,
}: SpokeRun): Promise<readonly FutureHold[]> {
  const holds: FutureHold[] = [];
  for (const held of heldNames(names, environment.location)) {
    const live = await azure.find<LiveResource>(
      idOf(names, held),
      held.kind === 'foundry' ? FOUNDRY_VERSION : KEY_VAULT_VERSION,
    );
    const deleted = live === undefined ? await findDeleted(azure, subscriptionId, held) : undefined;
    if (live !== undefined) holds.push({ held, ...futureOf(held, live) });
    if (deleted !== undefined) {
      const until = deleted.until === undefined ? softDeletions[held.kind].held : `until ${deleted.until}`;
      holds.push({ held, until, purgeProtected: deleted.purgeProtected });
    }
  }
  return holds;
}

interface LiveResource {
  readonly properties: { readonly softDeleteRetentionInDays?: number; readonly enablePurgeProtection?: boolean };
}

function futureOf({ kind }: HeldName, { properties }: LiveResource): Pick<FutureHold, 'until' | 'purgeProtected'> {
  const { softDeleteRetentionInDays: days, enablePurgeProtection } = properties;
  const until = kind === 'key-vault' && days !== undefined ? `for ${days} days` : softDeletions[kind].held;
  return { until, purgeProtected: enablePurgeProtection === true };
}

function idOf({ spoke }: Names, { kind }: HeldName): string {
  return kind === 'foundry' ? spoke.foundryId : spoke.keyVaultId;
}

/** The names that this run frees, by name; none unless it was asked to. */
export async function nameDepartures(run: SpokeRun): Promise<ReadonlyMap<string, Departure>> {
  if (run.inputs.purge !== 'soft-deleted') return new Map();
  const holds = await futureHolds(run);
  run.preflight(await purgeFindings(run, holds));
  return new Map(
    holds.map(({ held }) => [
      held.name,
      { type: `name held by deleted ${softDeletions[held.kind].service}`, name: held.name, details: ['for good'] },
    ]),
  );
}

async function purgeFindings(
  { azure, subscriptionId }: SpokeRun,
  holds: readonly FutureHold[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { held, until, purgeProtected } of holds) {
    findings.push(...(await checkPurge(azure, subscriptionId, held, { until, purgeProtected })));
  }
  return findings;
}
