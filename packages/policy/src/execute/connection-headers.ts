import type { Pairs } from '../ports.ts';
import type { NameValues } from './header-list.ts';

/** Headers of one connection, which never travel on. */
const HOP_BY_HOP = ['Connection', 'Keep-Alive', 'Proxy-Authorization', 'TE', 'Trailer', 'Transfer-Encoding', 'Upgrade'];

/**
 * Takes away what belongs to the connection with the caller. `Host` is that of the address that is called, unless a
 * policy has set another one.
 */
export function dropConnectionHeaders(headers: NameValues, received: Pairs): void {
  for (const name of HOP_BY_HOP) headers.delete(name);
  // A policy that sets the caller's own host name makes a header of its own of it: that one goes on to the backend.
  const callers = received.find(isHost);
  if (callers !== undefined && headers.pairs.includes(callers)) headers.delete('Host');
}

function isHost([name]: Pairs[number]): boolean {
  return name.toLowerCase() === 'host';
}
