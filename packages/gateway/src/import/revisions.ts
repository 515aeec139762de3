import { sendAndWait, sendAndWaitForAnswer, type AzureClient } from '@lz/azure';
import { readState } from '../apply/resource-state.ts';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';

/** A revision as API Management lists it. */
export interface Revision {
  readonly apiRevision: string;
  readonly isCurrent: boolean;
  readonly description?: string | null;
  readonly createdDateTime?: string;
}

/** Revisions that stay, the current one among them: enough to go back to, few enough for the limit of operations. */
export const KEPT_REVISIONS = 5;

/** A revision that is being imported for longer than this is one of a run that crashed: an import takes minutes. */
const ABANDONED_AFTER_MS = 30 * 60_000;

const RELEASED = 'Imported by import-openapi, ';
const RUNNING = 'Being imported by import-openapi, run ';

/** Description of a revision that was made from a document: the same description needs no import. */
export function describeImported(hash: string): string {
  return `${RELEASED}${hash}`;
}

/** Description of the revision that a run is working on: by it a later run knows what a crashed one has left. */
export function describeRunning(run: string): string {
  return `${RUNNING}${run}`;
}

/** All revisions of an API. */
export function listRevisions(client: AzureClient, api: string): Promise<readonly Revision[]> {
  return client.list<Revision>(`${api}/revisions`, apiVersion);
}

/** The number after the highest one. */
export function nextNumber(revisions: readonly Revision[]): number {
  return Math.max(0, ...revisions.map(({ apiRevision }) => Number(apiRevision)).filter(Number.isFinite)) + 1;
}

/** What runs that crashed have left. A young one may belong to an import that is going on at this moment. */
export function abandoned(revisions: readonly Revision[], now: number): readonly Revision[] {
  return revisions.filter(({ isCurrent, description, createdDateTime }) => {
    const age = now - Date.parse(createdDateTime ?? '');
    return !isCurrent && description?.startsWith(RUNNING) === true && age > ABANDONED_AFTER_MS;
  });
}

/** Released revisions of ours beyond those that are kept. Whoever gave one a description of his own keeps it. */
export function superfluous(revisions: readonly Revision[]): readonly Revision[] {
  return revisions
    .filter(({ isCurrent, description }) => !isCurrent && description?.startsWith(RELEASED) === true)
    .toSorted((a, b) => Number(b.apiRevision) - Number(a.apiRevision))
    .slice(KEPT_REVISIONS - 1);
}

/** Deletes a revision. API Management refuses to delete the current one, so this cannot go wrong that way. */
export async function deleteRevision(client: AzureClient, api: string, revision: string): Promise<void> {
  const url = `${api};rev=${revision}`;
  await sendAndWait(client, { method: 'DELETE', url, apiVersion, ifMatch: '*', accept: [404] });
}

/** Deletes the revision of this run, as far as it came to be; a revision of somebody else with its number stays. */
export async function deleteOwnRevision(
  client: AzureClient,
  api: string,
  { revision, descriptions }: { readonly revision: string; readonly descriptions: readonly string[] },
): Promise<void> {
  const id = `${api};rev=${revision}`;
  const found = await readState(client, { title: `revision ${revision}`, id, apiVersion });
  const description = found?.properties['apiRevisionDescription'];
  if (typeof description !== 'string' || !descriptions.includes(description)) return;
  if (found?.properties['isCurrent'] === true) return;
  await deleteRevision(client, api, revision);
}

/**
 * Makes a revision that no other run is making: where its number is taken meanwhile, the next one. Answers the number.
 * That API Management heeds If-None-Match is an assumption, so the description is read back.
 */
export async function createRevision(
  client: AzureClient,
  api: string,
  first: number,
  properties: Readonly<Record<string, unknown>>,
): Promise<string> {
  const description = properties['apiRevisionDescription'];
  for (let number = first; number < first + 5; number += 1) {
    const id = `${api};rev=${number}`;
    await sendAndWaitForAnswer(client, {
      method: 'PUT',
      url: id,
      apiVersion,
      headers: { 'if-none-match': '*' },
      body: { properties },
      accept: [412],
    });
    const made = await readState(client, { title: `revision ${number}`, id, apiVersion });
    if (made?.properties['apiRevisionDescription'] === description) return String(number);
  }
  throw new Error(`the numbers ${first} to ${first + 4} were taken by other imports in the same moment`);
}
