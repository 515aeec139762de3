import { isIP } from 'node:net';
import type { Place } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { listens } from './listeners.ts';

/**
 * What a caller meets at a door: `does not resolve`: the name leads nowhere from there; `refused`: no route, a closed
 * port, or a firewall that turns the first request away; `reachable`: somebody answers, and then asks who is there.
 */
export type Knock = 'reachable' | 'refused' | 'does not resolve';

/** Knocks at `host` (a name or an address) on a TCP port, from a place in the network. */
export function knock(world: World, place: Place, host: string, port: number): Knock {
  const [address] = isIP(host) === 0 ? resolveHost(world, place, host) : [host];
  if (address === undefined) return 'does not resolve';
  const open = canReach(world, place, address, port) && listens(world, { place, host, address, port });
  return open ? 'reachable' : 'refused';
}
