import { createHash } from 'node:crypto';
import type { VirtualClock } from '../kernel/clock.ts';
import type { TwinRequest, TwinResponse } from '../kernel/http.ts';
import { placeKey } from './places.ts';

/**
 * Real milliseconds that a waiting client is held while a container of the twin runs. Held until it ends, a client asks
 * as often on a slow machine as on a fast one; the container itself must not wait for its own end.
 */
const REAL_LIMIT_MS = { outside: 10_000, inside: 100 } as const;

/**
 * Makes waiting move the clock. A client waits when it asks again for something unfinished and would be shown what it
 * saw last time, or when it repeats a request that was refused for a reason only time can cure. Nothing else moves
 * virtual time, so it does not depend on how fast, or how often in real time, a client asks.
 */
export class Patience {
  readonly #clock: VirtualClock;
  readonly #lastLook = new Map<string, string>();
  readonly #refused = new Set<string>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Answers `request` by `handle`, letting virtual time pass where the client has shown that it waits. */
  async answer(request: TwinRequest, handle: () => Promise<TwinResponse>): Promise<TwinResponse> {
    const key = `${clientKey(request)} ${request.method} ${request.url.href.toLowerCase()}`;
    const limit = REAL_LIMIT_MS[request.place.kind === 'internet' ? 'outside' : 'inside'];
    if (this.#refused.delete(key)) await this.#clock.advanceToNextEvent(limit);
    let response = await handle();
    if (response.pending === true && this.#sawSame(key, response)) {
      if (await this.#clock.advanceToNextEvent(limit)) response = await handle();
    }
    this.#remember(key, response);
    return response;
  }

  #sawSame(key: string, response: TwinResponse): boolean {
    return this.#lastLook.get(key) === fingerprint(response);
  }

  #remember(key: string, response: TwinResponse): void {
    if (response.pending === true) this.#lastLook.set(key, fingerprint(response));
    else this.#lastLook.delete(key);
    if (response.curedByTime === true) this.#refused.add(key);
  }
}

function fingerprint(response: TwinResponse): string {
  const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body ?? null);
  return createHash('sha256').update(`${response.status} ${text}`).digest('base64');
}

/**
 * Who asks: the token, by its id (not verified here, the service does that), and the place. Two processes of one
 * identity have tokens of their own, and so the second does not wait merely because it reads what the first has read.
 */
function clientKey(request: TwinRequest): string {
  return `${placeKey(request.place)} ${tokenId(request.headers.authorization)}`;
}

function tokenId(authorization: string | undefined): string {
  const payload = authorization?.split('.')[1];
  if (payload === undefined) return '';
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return '';
    const { oid, uti } = claims as { oid?: unknown; uti?: unknown };
    return `${String(oid)} ${String(uti)}`;
  } catch {
    return '';
  }
}
