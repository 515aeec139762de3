import { removalOf, type AzureClient, type Removal } from '@lz/azure';
import type { Names } from '@lz/config';
import { readLeftovers, type Leftover } from './apply/leftovers.ts';
import { isBelow } from './apply/resource-state.ts';
import { API_MANAGEMENT_VERSION } from './api-version.ts';

interface Service {
  readonly properties: { readonly provisioningState?: string };
}

/**
 * What a spoke has on the gateway: its products with their subscriptions, its API with every revision, operation and
 * policy, then what the policy names. DNS record, logger and diagnostics stay, because they are the hub's and every spoke's.
 */
export async function spokeChildren(client: AzureClient, { hub, gateway }: Names): Promise<readonly Removal[]> {
  const service = await client.find<Service>(hub.apimId, API_MANAGEMENT_VERSION);
  // A service that is still being made, or is going, has no children that could be deleted.
  if (!/^(succeeded|updating)$/i.test(service?.properties.provisioningState ?? '')) return [];
  const api = `${hub.apimId}/apis/${gateway.apiId}`;
  const { apiId, backendId } = gateway;
  const { removals } = await readLeftovers(client, [], { apimId: hub.apimId, apiId, backendId });
  const ours = removals.filter(({ resource }) => !isBelow(resource.id, api)).map(({ resource }) => resource);
  const isFront = ({ id }: Leftover) => /\/(?:products|subscriptions)\/[^/]+$/i.test(id);
  const children = [
    ...ours.filter(isFront).map(({ id, query }) => removal(id, query === undefined ? {} : { query })),
    removal(api, { query: { deleteRevisions: 'true' }, details: ['with its revisions, operations and policy'] }),
    ...ours.filter((one) => !isFront(one)).map(({ id }) => removal(id)),
    removal(`${hub.apimId}/backends/${gateway.backendId}`),
  ];
  const found: Removal[] = [];
  for (const child of children) {
    if ((await client.find(child.id, API_MANAGEMENT_VERSION)) !== undefined) found.push(child);
  }
  return found;
}

/** API Management checks references, so that one goes after another; each delete asks for an ETag, and any will do. */
function removal(id: string, more: Pick<Removal, 'details' | 'query'> = {}): Removal {
  return removalOf(id, 'gateway-children', {
    apiVersion: API_MANAGEMENT_VERSION,
    ifMatch: '*',
    queue: 'gateway',
    ...more,
  });
}
