import type { AzureClient } from '@lz/azure';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import type { DesiredResource } from '../desired-state.ts';
import { poolRank, rankOf } from './order.ts';
import type { Owned, PlannedRemoval, ResourceChange } from './planned-change.ts';
import { isBelow, readState, type Address } from './resource-state.ts';

/** A resource of ours that nothing wants any more. */
export interface Leftover extends Address {
  /** What the delete asks for beside. */
  readonly query?: Readonly<Record<string, string>>;
}

/** What is to go, and what would go if somebody else did not use it. */
export interface Leftovers {
  readonly removals: readonly PlannedRemoval[];
  readonly kept: readonly ResourceChange[];
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly properties?: { readonly scope?: string };
}

/** Collections below the service in which a run makes resources, by what a person calls one of them. */
const COLLECTIONS = {
  'named value': 'namedValues',
  backend: 'backends',
  fragment: 'policyFragments',
  product: 'products',
  subscription: 'subscriptions',
} as const;

/**
 * What is ours and no longer wanted. Ours is what bears the name of our API or backend and two dashes, which no name that
 * a person writes in the environment file can hold (`openai--team-a`), and the diagnostics of the API. Everything else on
 * the gateway is somebody else's, whatever it looks like.
 */
export async function readLeftovers(
  client: AzureClient,
  desired: readonly DesiredResource[],
  owned: Owned,
): Promise<Leftovers> {
  const wanted = new Set(desired.map(({ id }) => id.toLowerCase()));
  const listed = new Map<string, readonly Listed[]>();
  for (const [kind, name] of Object.entries(COLLECTIONS)) {
    listed.set(kind, await listAll(client, `${owned.apimId}/${name}`));
  }
  listed.set('diagnostics', await listAll(client, `${owned.apimId}/apis/${owned.apiId}/diagnostics`));
  const ours = [...listed].flatMap(([kind, items]) =>
    items
      .filter((item) => kind === 'diagnostics' || isOurs(item, owned))
      .filter(({ id }) => !wanted.has(id.toLowerCase()))
      .map((item) => ({ kind, item })),
  );
  return sortOut(client, ours, listed.get('subscription') ?? [], owned);
}

async function sortOut(
  client: AzureClient,
  ours: readonly { readonly kind: string; readonly item: Listed }[],
  subscriptions: readonly Listed[],
  owned: Owned,
): Promise<Leftovers> {
  const removals: PlannedRemoval[] = [];
  const kept: ResourceChange[] = [];
  for (const { kind, item } of ours) {
    const title = `${kind} ${item.name}`;
    const strangers = subscriptions.filter((one) => isSubscriptionOf(one, item.id) && !isOurs(one, owned));
    if (kind === 'product' && strangers.length > 0) {
      const members = [`kept: somebody else has subscriptions of it (${strangers.map(({ name }) => name).join(', ')})`];
      kept.push({ title, id: item.id, kind: 'none', members });
      continue;
    }
    const query = kind === 'product' ? { query: { deleteSubscriptions: 'true' } } : {};
    const resource: Leftover = { title, id: item.id, apiVersion, ...query };
    const before = await readState(client, resource);
    if (before === undefined) continue;
    removals.push({ kind: 'removal', resource, before, change: { title, id: item.id, kind: 'delete', members: [] } });
  }
  return { removals: removals.toSorted(inRemovalOrder), kept };
}

/** The other way round than they were made: a pool before its members. */
function inRemovalOrder(a: PlannedRemoval, b: PlannedRemoval): number {
  return rankOf(b.resource.id) - rankOf(a.resource.id) || poolRank(b.before) - poolRank(a.before);
}

function isOurs({ name, properties }: Listed, { apimId, apiId, backendId }: Owned): boolean {
  const bears = [apiId, backendId].some((own) => name.toLowerCase().startsWith(`${own}--`.toLowerCase()));
  const scope = properties?.scope;
  return bears && (scope === undefined || isBelow(scope, `${apimId}/products`));
}

function isSubscriptionOf({ properties }: Listed, productId: string): boolean {
  return properties?.scope?.toLowerCase() === productId.toLowerCase();
}

/** A collection of an API that is not there yet is empty. */
async function listAll(client: AzureClient, url: string): Promise<readonly Listed[]> {
  const response = await client.request<{ value?: readonly Listed[]; nextLink?: string }>({
    method: 'GET',
    url,
    apiVersion,
    accept: [404],
  });
  if (response.status === 404) return [];
  const { value = [], nextLink } = response.body;
  return typeof nextLink === 'string' && nextLink !== '' ? [...value, ...(await client.list<Listed>(nextLink))] : value;
}
