import type { TwinHost, TwinRequest, TwinResponse } from '../kernel/http.ts';

/** What data planes need of the twin besides the world. */
export interface DataPlanePorts {
  /**
   * Sends a request to another service of the twin, in this process, from the place the request names. Throws
   * UnreachableError where that place cannot reach the host.
   */
  callHost(request: TwinRequest): Promise<TwinResponse>;
}

/** A connection that does not come about: no such name, no route, a closed port. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A `callHost` among the hosts that `list` gives when it is called. */
export function callAmong(list: () => readonly TwinHost[]): DataPlanePorts['callHost'] {
  return async (request) => {
    const name = request.url.hostname;
    const host = list().find((candidate) => candidate.serves(name, request.address));
    if (host === undefined) throw new UnreachableError(`The host name ${name} cannot be resolved.`);
    const reason = host.unreachable?.(name, request.place);
    if (reason !== undefined) throw new UnreachableError(reason);
    return await host.handle(request);
  };
}
