import { sendAndWait, type AzureClient } from '@lz/azure';
import { differences } from './difference.ts';
import type { DesiredResource } from './desired-state.ts';

/** What happened, or in a plan would happen, to one resource. */
export interface ResourceChange {
  readonly title: string;
  readonly id: string;
  readonly kind: 'create' | 'update' | 'none';
  /** Members that differed. */
  readonly members: readonly string[];
}

/** Whether to write, and who is told of each resource before it is written. */
export interface ReconcileOptions {
  /** A plan reads and compares; it writes nothing. */
  readonly mode: 'plan' | 'apply';
  readonly onChange: (change: ResourceChange) => void;
}

/**
 * Brings each resource to its desired state, one after another in the given order: writes only differences, guarded by
 * the ETag that was read, and reads back what it wrote. Throws where Azure refuses, or keeps something else than asked.
 */
export async function reconcile(
  client: AzureClient,
  desired: readonly DesiredResource[],
  { mode, onChange }: ReconcileOptions,
): Promise<readonly ResourceChange[]> {
  const changes: ResourceChange[] = [];
  for (const resource of desired) {
    const { change, etag } = await compare(client, resource);
    changes.push(change);
    onChange(change);
    if (mode === 'apply' && change.kind !== 'none') await write(client, resource, etag);
  }
  return changes;
}

async function compare(
  client: AzureClient,
  resource: DesiredResource,
): Promise<{ readonly change: ResourceChange; readonly etag: string | undefined }> {
  const { title, id } = resource;
  const response = await read(client, resource);
  if (response.status === 404) return { change: { title, id, kind: 'create', members: [] }, etag: undefined };
  const members = resource.onlyIfAbsent === true ? [] : differences(resource, response.body);
  return { change: { title, id, kind: members.length === 0 ? 'none' : 'update', members }, etag: response.etag };
}

async function write(client: AzureClient, resource: DesiredResource, etag: string | undefined): Promise<void> {
  const { onlyIfAbsent } = resource;
  await sendAndWait(client, {
    method: 'PUT',
    url: resource.id,
    apiVersion: resource.apiVersion,
    body: { properties: { ...resource.properties, ...resource.writeOnly } },
    ...(etag === undefined ? {} : { ifMatch: etag }),
    // Another spoke may have made it a moment ago: then it is there, which is all that was wanted.
    ...(onlyIfAbsent === true ? { headers: { 'if-none-match': '*' }, accept: [412] } : {}),
  });
  if (onlyIfAbsent === true) return;
  const stored = await read(client, resource);
  const members = differences(resource, stored.body);
  if (members.length > 0) {
    throw new Error(`${resource.title}: written, but Azure keeps something else in ${members.join(', ')}`);
  }
}

async function read(client: AzureClient, { id, apiVersion, policy }: DesiredResource) {
  return await client.request({
    method: 'GET',
    url: id,
    apiVersion,
    accept: [404],
    ...(policy === true ? { query: { format: 'rawxml' } } : {}),
  });
}
