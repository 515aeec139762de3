import { sendAndWaitForAnswer, type AzureClient, type AzureRequest } from '@lz/azure';
import { differences } from '../difference.ts';
import type { DesiredResource } from '../desired-state.ts';
import { ConcurrentChangeError, ReadBackError } from './errors.ts';
import type { PlannedWrite } from './planned-change.ts';
import { isApi, readState, writableMembers, type Address, type ResourceState } from './resource-state.ts';

/** Precondition of a write: this very state, or that there is nothing. */
type Expected = Pick<ResourceState, 'etag'> | undefined;

/** Writes that API Management refuses with 412 although nobody changed the resource, until it counts as refused. */
const SPURIOUS_CONFLICTS = 3;

/**
 * Writes one resource, guarded by the ETag that was read, and reads it back. `onSent` hears of the ETag as soon as Azure
 * names it. Throws where Azure refuses, where somebody else was quicker, and where something else is kept than was asked.
 */
export async function writeAndReadBack(
  client: AzureClient,
  { resource, before }: PlannedWrite,
  onSent: (etag: string | undefined) => void,
): Promise<ResourceState | undefined> {
  onSent(await put(client, resource, bodyOf(resource, before), before));
  const stored = await readState(client, resource);
  if (resource.onlyIfAbsent === true) return stored;
  const members = differences(resource, stored);
  if (stored === undefined || members.length > 0) throw new ReadBackError(resource.title, resource.id, members);
  return stored;
}

/**
 * A PUT replaces everything, so what an API holds beside our members goes along: the description that says which document
 * was imported, the header of the key (facts: the import resets it).
 */
function bodyOf(resource: DesiredResource, before: ResourceState | undefined): Readonly<Record<string, unknown>> {
  const kept = isApi(resource.id) && before !== undefined ? writableMembers(before.properties) : {};
  return { ...kept, ...resource.properties, ...resource.writeOnly };
}

/**
 * Sends a PUT on the condition that the resource is still as expected; answers its new ETag where Azure names it. A 412 may
 * also come from API Management's own bookkeeping, or from our own attempt before, whose answer was lost: so it is looked
 * at what stands there now.
 */
export async function put(
  client: AzureClient,
  address: Address & Partial<Pick<DesiredResource, 'onlyIfAbsent'>>,
  properties: Readonly<Record<string, unknown>>,
  expected: Expected,
): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await sendAndWaitForAnswer(client, putRequest(address, properties, expected));
    if (answer.status !== 412) return answer.etag;
    if (address.onlyIfAbsent === true) return undefined;
    const now = await readState(client, address);
    if (now !== undefined && differences({ ...address, properties }, now).length === 0) return now.etag;
    if (now?.etag !== expected?.etag || attempt === SPURIOUS_CONFLICTS) {
      throw new ConcurrentChangeError(address.title, address.id);
    }
    await client.pacing.backoff(1000);
  }
}

function putRequest(
  { id, apiVersion, link }: Address,
  properties: Readonly<Record<string, unknown>>,
  expected: Expected,
): AzureRequest {
  // 409: the link is there already, which is all that was wanted.
  if (link === true) return { method: 'PUT', url: id, apiVersion, accept: [409] };
  return {
    method: 'PUT',
    url: id,
    apiVersion,
    body: { properties },
    accept: [412],
    ...(expected === undefined
      ? { headers: { 'if-none-match': '*' } }
      : expected.etag === undefined
        ? {}
        : { ifMatch: expected.etag }),
  };
}

/** Deletes on the condition that the resource is still as expected. What is gone already is deleted. */
export async function remove(
  client: AzureClient,
  address: Address & { readonly query?: Readonly<Record<string, string>> },
  expected: Pick<ResourceState, 'etag'>,
): Promise<void> {
  const { id, apiVersion, query } = address;
  const answer = await sendAndWaitForAnswer(client, {
    method: 'DELETE',
    url: id,
    apiVersion,
    ifMatch: expected.etag ?? '*',
    accept: [404, 412],
    ...(query === undefined ? {} : { query }),
  });
  if (answer.status === 412) throw new ConcurrentChangeError(address.title, id);
}
