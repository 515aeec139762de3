import type { Environment, Names, Product } from '@lz/config';
import { API_MANAGEMENT_VERSION as apiVersion } from './api-version.ts';
import type { DesiredResource } from './desired-state.ts';

/**
 * Products with the API in them, and their subscriptions. Each product asks for a key: one that did not would make keys
 * needless for the API itself, whatever the API says (facts/apim.md section 1.8). The API asks for none, since the token
 * decides; a key that is sent along tells API Management which application calls.
 */
export function desiredProducts(environment: Environment, names: Names): readonly DesiredResource[] {
  return environment.api.products.flatMap((product) => {
    const id = productId(names, product);
    return [
      productResource(id, product),
      linkOf(id, product, names),
      ...product.subscriptions.map((name) => subscription(id, product, name, names)),
    ];
  });
}

/** Bears the API's name, so that spokes of one hub may have products of the same name. */
function productId({ hub, gateway }: Names, { name }: Product): string {
  return `${hub.apimId}/products/${gateway.apiId}--${name}`;
}

function productResource(id: string, { name, description, approvalRequired }: Product): DesiredResource {
  return {
    title: `product ${name}`,
    id,
    apiVersion,
    properties: { displayName: name, description, subscriptionRequired: true, approvalRequired, state: 'published' },
  };
}

function linkOf(id: string, { name }: Product, { gateway }: Names): DesiredResource {
  return {
    title: `API ${gateway.apiId} in product ${name}`,
    id: `${id}/apis/${gateway.apiId}`,
    apiVersion,
    link: true,
    properties: {},
  };
}

/** Without `state` it would wait for an approval that nobody gives. Without keys API Management makes them. */
function subscription(product: string, { name: productName }: Product, name: string, names: Names): DesiredResource {
  return {
    title: `subscription ${name} of product ${productName}`,
    id: `${names.hub.apimId}/subscriptions/${names.gateway.apiId}--${productName}--${name}`,
    apiVersion,
    properties: { displayName: `${productName}: ${name}`, scope: product, state: 'active', allowTracing: false },
  };
}
