import type { DesiredResource } from '../desired-state.ts';

/**
 * Types in the order in which API Management wants them: it checks references when a resource is saved, and the other way
 * round when one is deleted (dependency graph of Azure/apiops-cli). The policy comes right after its API, so that no
 * operation can ever be there before it.
 */
const ORDER: readonly RegExp[] = [
  /\/privateDnsZones\//i,
  ofService('namedValues'),
  ofService('loggers'),
  ofService('caches'),
  ofService('backends'),
  ofService('policyFragments'),
  ofService('diagnostics'),
  ofService('products'),
  ofService('apis'),
  ofService('apis', 'policies'),
  ofService('apis', 'diagnostics'),
  ofService('products', '(?:apis|apiLinks)'),
  ofService('subscriptions'),
];

/** Desired resources in the order in which they are written; of one type as they were given, a pool after its members. */
export function inWritingOrder(resources: readonly DesiredResource[]): readonly DesiredResource[] {
  return resources.toSorted((a, b) => rankOf(a.id) - rankOf(b.id) || poolRank(a) - poolRank(b));
}

/** Place of a type among the others; what is deleted goes from the last to the first. */
export function rankOf(id: string): number {
  const rank = ORDER.findIndex((pattern) => pattern.test(id));
  return rank === -1 ? ORDER.length : rank;
}

/** A pool comes after its members. */
export function poolRank({ properties }: Pick<DesiredResource, 'properties'>): number {
  return String(properties['type']).toLowerCase() === 'pool' ? 1 : 0;
}

function ofService(...types: readonly string[]): RegExp {
  return new RegExp(`/service/[^/]+${types.map((type) => `/${type}/[^/]+`).join('')}$`, 'i');
}
