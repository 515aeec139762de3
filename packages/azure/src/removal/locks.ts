import type { AzureClient } from '../client.ts';
import type { Finding } from '../preflight/finding.ts';
import { removalOf, type Removal } from './removal.ts';

const LOCKS_VERSION = '2020-05-01';
/** Stands in the notes of each lock that a landing zone makes: a lock has no tags. */
const OUR_NOTE = /open-webui-landing-zone/i;

interface Lock {
  readonly id: string;
  readonly name: string;
  readonly properties: { readonly level: string; readonly notes?: string | null };
}

/** The locks that would stop a removal: ours are lifted first, somebody else's stop it. */
export interface LockInventory {
  readonly removals: readonly Removal[];
  readonly findings: readonly Finding[];
}

/** Reads the locks on a resource group, above it and inside it. */
export async function readLocks(client: AzureClient, groupId: string): Promise<LockInventory> {
  const locks = await client.list<Lock>(`${groupId}/providers/Microsoft.Authorization/locks`, LOCKS_VERSION);
  const ours = locks.filter(({ properties }) => OUR_NOTE.test(properties.notes ?? ''));
  return {
    removals: ours.map(({ id }) => removalOf(id, 'locks', { apiVersion: LOCKS_VERSION })),
    findings: locks.filter((lock) => !ours.includes(lock)).map(foreignLock),
  };
}

function foreignLock({ id, name, properties: { level, notes } }: Lock): Finding {
  const said = notes === undefined || notes === null || notes === '' ? '' : `, which says "${notes}"`;
  return {
    severity: 'error',
    code: 'ForeignLock',
    message: `The lock ${name} (${level})${said} was not made by a run and forbids the removal.`,
    remedy: `Ask who made it; then az lock delete --ids ${id}`,
  };
}
