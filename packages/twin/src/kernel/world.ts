import type { VirtualClock } from './clock.ts';
import type { RequestLog } from './request-log.ts';
import type { Place } from './http.ts';
import type { ResourceStore } from './store.ts';

/** One subscription of the tenant. */
export interface Subscription {
  readonly id: string;
  readonly name: string;
}

/** The people and workloads that exist before the first request, so that a client can sign in. */
export interface Tenant {
  readonly tenantId: string;
  readonly subscriptionId: string;
  /** All subscriptions; the first is the one of `subscriptionId`, in which a client works that is told of no other. */
  readonly subscriptions: readonly Subscription[];
  /** The deployer: a user-assigned identity with a federated credential, Owner of every subscription. */
  readonly deploy: { readonly clientId: string; readonly objectId: string };
  /** A service principal with a secret, for clients that know nothing of GitHub. */
  readonly client: { readonly clientId: string; readonly objectId: string; readonly secret: string };
}

/** What every part of the twin shares. Parts get the world and nothing else, so that state lives in one place. */
export interface World {
  readonly clock: VirtualClock;
  readonly store: ResourceStore;
  readonly log: RequestLog;
  readonly tenant: Tenant;
  /** Same seed, same durations and generated values, on any machine. */
  readonly seed: number;
  /** `typical`: every operation takes its most likely time, whatever the seed. */
  readonly durations: 'drawn' | 'typical';
  /** A number in [0, 1) that depends on the seed and `key` alone, never on the order of calls. */
  chance(key: string): number;
  /** A GUID that depends on the seed and `key` alone. */
  guid(key: string): string;
  /** Environment variables with which a child process speaks to the twin from `place` (a job in the spoke's network). */
  processEnvironment(place: Place): Readonly<Record<string, string>>;
}

/** The subscription of an id, without regard to case; undefined where the tenant has none of it. */
export function subscriptionNamed({ subscriptions }: Tenant, id: string): Subscription | undefined {
  return subscriptions.find((subscription) => subscription.id.toLowerCase() === id.toLowerCase());
}
