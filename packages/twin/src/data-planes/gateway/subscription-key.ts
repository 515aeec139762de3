import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { productsOf } from '../../providers/api-management/products.ts';
import { subscriptionKey } from '../../providers/api-management/subscriptions.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { sameId } from '../../providers/common/ids.ts';
import { textAt } from '../../providers/common/json.ts';
import type { TwinRequest } from '../../kernel/http.ts';
import { needsKey } from './match-api.ts';

/** Who calls as far as API Management's own keys tell, or why the key is refused. */
export type KeyVerdict =
  | { readonly kind: 'accepted'; readonly product?: Resource; readonly subscription?: Resource; readonly key?: string }
  | {
      readonly kind: 'refused';
      readonly reason: 'SubscriptionKeyNotFound' | 'SubscriptionKeyInvalid';
      readonly message: string;
      readonly challenge: string;
    };

const MISSING =
  'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.';
const INVALID =
  'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.';

/** Checks the subscription key of a request for `api` (facts/apim.md section 1.8). */
export function checkKey(world: World, service: Resource, api: Resource, request: TwinRequest): KeyVerdict {
  const names = {
    header: textAt(api.properties, 'subscriptionKeyParameterNames.header') ?? 'Ocp-Apim-Subscription-Key',
    query: textAt(api.properties, 'subscriptionKeyParameterNames.query') ?? 'subscription-key',
  };
  const key = keyOf(request, api, names);
  const products = productsOf(world, service, api);
  const found = key === undefined ? undefined : subscriptionOf(world, service, api, products, key);
  if (key !== undefined && found !== undefined) return { kind: 'accepted', key, ...found };
  const open = products.find((product) => product.properties['subscriptionRequired'] === false && isPublished(product));
  if (!needsKey(api) || (key === undefined && open !== undefined))
    return { kind: 'accepted', ...(open === undefined ? {} : { product: open }) };
  const challenge = `AzureApiManagementKey realm="https://${request.url.host}/${textAt(api.properties, 'path') ?? ''}",name="${names.header}",type="header"`;
  return key === undefined
    ? { kind: 'refused', reason: 'SubscriptionKeyNotFound', message: MISSING, challenge }
    : { kind: 'refused', reason: 'SubscriptionKeyInvalid', message: INVALID, challenge };
}

/** By header, by query, or as bearer token where the API says so (facts/apim.md section 0). */
function keyOf(
  request: TwinRequest,
  api: Resource,
  names: { readonly header: string; readonly query: string },
): string | undefined {
  const header = request.headers[names.header.toLowerCase()];
  if (typeof header === 'string' && header !== '') return header;
  const query = request.url.searchParams.get(names.query);
  if (query !== null && query !== '') return query;
  if (textAt(api.properties, 'subscriptionKeyParameterNames.bearer') !== 'enabled') return undefined;
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function childrenOf(world: World, service: Resource, below: string): readonly Resource[] {
  const type = `${SERVICE}/${below}`.toLowerCase();
  return world.store.below(service.id).filter((item) => item.type.toLowerCase() === type);
}

function isPublished(product: Resource): boolean {
  return textAt(product.properties, 'state') === 'published';
}

function subscriptionOf(
  world: World,
  service: Resource,
  api: Resource,
  products: readonly Resource[],
  key: string,
): { readonly subscription: Resource; readonly product?: Resource } | undefined {
  const root = api.id.replace(/;rev=.*$/i, '');
  for (const subscription of childrenOf(world, service, 'subscriptions')) {
    if (textAt(subscription.properties, 'state') !== 'active') continue;
    const keys = [
      subscriptionKey(world, subscription.id, 'primaryKey'),
      subscriptionKey(world, subscription.id, 'secondaryKey'),
    ];
    if (!keys.includes(key)) continue;
    const scope = (textAt(subscription.properties, 'scope') ?? '').replace(/\/$/, '');
    const product = products.find((candidate) => sameId(candidate.id, scope));
    if (product !== undefined) return { subscription, product };
    if (sameId(scope, root) || sameId(scope, `${service.id}/apis`) || sameId(scope, service.id))
      return { subscription };
  }
  return undefined;
}
