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
  const callers = received.find(([name]) => name.toLowerCase() === 'host')?.[1];
  if (headers.first('Host') === callers) headers.delete('Host');
}
