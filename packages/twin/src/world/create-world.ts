import { VirtualClock } from '../kernel/clock.ts';
import type { Place } from '../kernel/http.ts';
import { RequestLog } from '../kernel/request-log.ts';
import { ResourceStore } from '../kernel/store.ts';
import type { Tenant, World } from '../kernel/world.ts';
import { chance, guid } from './random.ts';

/** A new, empty world. Everything in it that looks random comes from `seed`. */
export function createWorld(
  seed: number,
  processEnvironment: World['processEnvironment'],
  durations: World['durations'] = 'drawn',
): World {
  return {
    clock: new VirtualClock(),
    store: new ResourceStore(),
    log: new RequestLog(),
    tenant: createTenant(seed),
    seed,
    durations,
    chance: (key) => chance(seed, key),
    guid: (key) => guid(seed, key),
    processEnvironment: (place: Place) => processEnvironment(place),
  };
}

function createTenant(seed: number): Tenant {
  const id = (key: string): string => guid(seed, `tenant:${key}`);
  return {
    tenantId: id('tenantId'),
    subscriptionId: id('subscriptionId'),
    subscriptions: [
      { id: id('subscriptionId'), name: 'Twin' },
      { id: id('otherSubscriptionId'), name: 'Twin platform' },
    ],
    deploy: { clientId: id('deploy:clientId'), objectId: id('deploy:objectId') },
    client: { clientId: id('client:clientId'), objectId: id('client:objectId'), secret: `twin~${id('client:secret')}` },
  };
}
