import type { PolicyElement } from '../../document/policy-document.ts';
import type { ScopedPolicy } from '../run.ts';

/** Thrown where the answer came from a cache: the backend is left out, and outbound goes on after the policy that stores. */
export class CacheHit extends Error {
  override readonly name = 'CacheHit';
  /** Names of the policies that store what this look-up finds. */
  readonly stores: readonly string[];

  constructor(stores: readonly string[]) {
    super('The answer is in the cache.');
    this.stores = stores;
  }
}

/** What of a section comes after the policy that stores; all of it where none does. */
export function afterStore(policies: readonly ScopedPolicy[], { stores }: CacheHit): readonly ScopedPolicy[] {
  return policies.slice(policies.findIndex(({ element }) => holds(element, stores)) + 1);
}

function holds(element: PolicyElement, names: readonly string[]): boolean {
  return names.includes(element.name) || element.children.some((child) => holds(child, names));
}
