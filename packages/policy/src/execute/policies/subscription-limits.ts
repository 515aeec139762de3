import type { PolicyElement } from '../../document/policy-document.ts';
import type { Run } from '../run.ts';

/** A limit that counts for the request at hand, and what it is counted under. */
export interface SubscriptionLimit {
  /** The policy itself, or one of its `api` and `operation` elements. */
  readonly limit: PolicyElement;
  readonly key: string;
}

/**
 * The limits of `rate-limit` or `quota` that this request falls under. None without a subscription: these policies apply
 * to calls with a key only.
 */
export function limitsFor(run: Run, element: PolicyElement): readonly SubscriptionLimit[] {
  const { subscription, api, operation } = run.call;
  if (subscription === undefined) return [];
  const base = `subscription:${subscription.id}`;
  const limits: SubscriptionLimit[] = [{ limit: element, key: `${base}:${scopeKey(run)}` }];
  for (const ofApi of element.children.filter((child) => child.name === 'api' && names(child, api))) {
    limits.push({ limit: ofApi, key: `${base}:api:${api?.id ?? ''}:inner` });
    for (const ofOperation of ofApi.children.filter((child) => names(child, operation)))
      limits.push({ limit: ofOperation, key: `${base}:operation:${api?.id ?? ''}:${operation?.id ?? ''}:inner` });
  }
  return limits;
}

/** One counter for what the policy stands at. */
function scopeKey({ current, call: { product, api, operation } }: Run): string {
  if (current?.scope === 'operation') return `operation:${api?.id ?? ''}:${operation?.id ?? ''}`;
  if (current?.scope === 'api') return `api:${api?.id ?? ''}`;
  return `product:${product?.id ?? ''}`;
}

/** By id; by name only where no id is given. */
function names(element: PolicyElement, entity: { readonly id: string; readonly name: string } | undefined): boolean {
  const id = element.attributes.get('id')?.text;
  return id === undefined ? element.attributes.get('name')?.text === entity?.name : id === entity?.id;
}
