import { sendAndWait, type AzureClient } from '@lz/azure';
import { readState, writableMembers, type ResourceState } from '../apply/resource-state.ts';
import { differences, isSamePolicy } from '../difference.ts';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import { ImportError, type ImportedOperation } from './import-request.ts';
import type { StoredOperation } from './stored-contract.ts';
import { storedOperations } from './stored-contract.ts';

/** Requests of one kind that are under way together. */
const AT_ONCE = 8;

/** What the operations of an API should be and are not, and what they are and should not be. */
export function operationDifferences(
  held: readonly StoredOperation[],
  expected: readonly ImportedOperation[],
): readonly string[] {
  const describe = ({ name, method, urlTemplate }: ImportedOperation) =>
    `${name} (${method.toUpperCase()} ${urlTemplate})`;
  const [is, should] = [held.map(({ name, properties }) => describe({ name, ...properties })), expected.map(describe)];
  return [
    ...should.filter((operation) => !is.includes(operation)).map((operation) => `missing: ${operation}`),
    ...is.filter((operation) => !should.includes(operation)).map((operation) => `unexpected: ${operation}`),
  ];
}

/** Throws where the revision is not what the document and the configuration ask for. */
export async function requireComplete(
  client: AzureClient,
  revision: string,
  wanted: { readonly properties: ResourceState['properties']; readonly operations: readonly ImportedOperation[] },
): Promise<void> {
  const state = await readState(client, { title: 'API', id: revision, apiVersion });
  const members = differences({ properties: wanted.properties }, state).map(
    (path) => `${path.replace(/^properties\./, '')} is ${JSON.stringify(valueAt(state, path))}`,
  );
  const all = [...members, ...operationDifferences(await storedOperations(client, revision), wanted.operations)];
  if (all.length > 0) {
    const rest = all.length > 5 ? `; and ${all.length - 5} more` : '';
    throw new ImportError(`API Management made something else of the document: ${all.slice(0, 5).join('; ')}${rest}`);
  }
}

function valueAt(state: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], state);
}

/**
 * Makes sure that a revision is governed by the policy of the current one. Called before the document goes in, so that no
 * operation is ever reachable without it, and once more before the release, since the policy may have changed meanwhile.
 */
export async function requireGoverned(client: AzureClient, api: string, revision: string): Promise<void> {
  const [governing, copied] = [await policyOf(client, api), await policyOf(client, revision)];
  if (governing === undefined) throw new ImportError('the API has no policy', { remedy: 'Run configure-apim first.' });
  if (copied !== undefined && isSamePolicy(governing, copied)) return;
  await sendAndWait(client, {
    method: 'PUT',
    url: `${revision}/policies/policy`,
    apiVersion,
    body: { properties: { format: 'rawxml', value: governing } },
  });
  const written = await policyOf(client, revision);
  if (written === undefined || !isSamePolicy(governing, written)) {
    throw new ImportError('the policy of the current revision did not reach the new one');
  }
}

async function policyOf(client: AzureClient, holder: string): Promise<string | undefined> {
  const address = { title: 'policy', id: `${holder}/policies/policy`, apiVersion, policy: true } as const;
  const value = (await readState(client, address))?.properties['value'];
  return typeof value === 'string' ? value : undefined;
}

/** Policies of single operations, by what finds the operation again: its name. */
export async function operationPolicies(
  client: AzureClient,
  holder: string,
  operations: readonly StoredOperation[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let index = 0; index < operations.length; index += AT_ONCE) {
    const some = operations.slice(index, index + AT_ONCE);
    const policies = await Promise.all(some.map(({ name }) => policyOf(client, `${holder}/operations/${name}`)));
    for (const [at, policy] of policies.entries()) if (policy !== undefined) found.set(some[at]?.name ?? '', policy);
  }
  return found;
}

/** Throws where the policy of an operation that stays did not come along. */
export async function requireOperationPolicies(
  client: AzureClient,
  revision: string,
  policies: ReadonlyMap<string, string>,
  expected: readonly ImportedOperation[],
): Promise<void> {
  for (const [name, policy] of policies) {
    if (!expected.some((operation) => operation.name === name)) continue;
    const now = await policyOf(client, `${revision}/operations/${name}`);
    if (now !== undefined && isSamePolicy(policy, now)) continue;
    throw new ImportError(
      `the policy of operation ${name} is ${now === undefined ? 'lost' : 'another one'} in the new revision`,
    );
  }
}

/** Gives a revision the diagnostics of the current one where its copy lacks them: without them no token is counted. */
export async function carryDiagnostics(client: AzureClient, api: string, revision: string): Promise<void> {
  const listed = await client.list<{ readonly name: string }>(`${api}/diagnostics`, apiVersion);
  for (const { name } of listed) {
    const title = `diagnostics ${name}`;
    const wanted = await readState(client, { title, id: `${api}/diagnostics/${name}`, apiVersion });
    const id = `${revision}/diagnostics/${name}`;
    const properties = writableMembers(wanted?.properties ?? {});
    if (differences({ properties }, await readState(client, { title, id, apiVersion })).length === 0) continue;
    await sendAndWait(client, { method: 'PUT', url: id, apiVersion, body: { properties } });
  }
}

/** Ids of the products and tags that an API belongs to. They are the API's and not the revision's. */
export async function belongings(client: AzureClient, api: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const collection of ['products', 'tags']) {
    const listed = await client.list<{ readonly name: string }>(`${api}/${collection}`, apiVersion);
    ids.push(...listed.map(({ name }) => `${collection}/${name}`));
  }
  return ids;
}
