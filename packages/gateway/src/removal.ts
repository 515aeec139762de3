import { removalOf, type AzureClient, type Removal } from '@lz/azure';
import type { Names } from '@lz/config';
import { API_MANAGEMENT_VERSION } from './desired-state.ts';

interface Service {
  readonly properties: { readonly provisioningState?: string };
}

/**
 * What a spoke has on the gateway: its API, with every revision, operation and policy, then the backend that the policy
 * names. DNS record, logger and diagnostics stay, because they are the hub's and every spoke's.
 */
export async function spokeChildren(client: AzureClient, { hub, gateway }: Names): Promise<readonly Removal[]> {
  const service = await client.find<Service>(hub.apimId, API_MANAGEMENT_VERSION);
  // A service that is still being made, or is going, has no children that could be deleted.
  if (!/^(succeeded|updating)$/i.test(service?.properties.provisioningState ?? '')) return [];
  const children = [
    removal(`${hub.apimId}/apis/${gateway.apiId}`, {
      query: { deleteRevisions: 'true' },
      details: ['with its revisions, operations and policy'],
    }),
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
