import { createHash } from 'node:crypto';
import type { VirtualClock } from '../kernel/clock.ts';
import type { TwinRequest, TwinResponse } from '../kernel/http.ts';
import { Parties } from './parties.ts';
import { placeKey } from './places.ts';

/**
 * Real milliseconds that a waiting client is held while a container of the twin runs. Held until it ends, a client asks
 * as often on a slow machine as on a fast one; the container itself must not wait for its own end.
 */
const REAL_LIMIT_MS = { outside: 10_000, inside: 100 } as const;

/** Virtual milliseconds that a party waits before it repeats a refused request: most clients double theirs up to this. */
const PAUSE_MS = 32_000;

/**
 * Makes waiting move the clock. A client waits when it asks again for something unfinished and would be shown what it
 * saw last time, or when it repeats a request that was refused for a reason only time can cure. Nothing else moves
 * virtual time, so it does not depend on how fast, or how often in real time, a client asks. Of several parties all must
 * wait.
 */
export class Patience {
  readonly parties: Parties;
  readonly #clock: VirtualClock;
  readonly #lastLook = new Map<string, string>();
  readonly #refused = new Set<string>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    this.parties = new Parties(clock);
  }

  /** Answers `request` by `handle`, letting virtual time pass where the client has shown that it waits. */
  async answer(request: TwinRequest, handle: () => Promise<TwinResponse>): Promise<TwinResponse> {
    const key = `${clientKey(request)} ${request.method} ${request.url.href.toLowerCase()}`;
    const { party } = request.place.kind === 'internet' ? request.place : {};
    if (party !== undefined) this.parties.join(party);
    const repeated = this.#refused.delete(key);
    const waitedFrom = this.#clock.now;
    if (repeated) await this.#wait(request);
    let response = await handle();
    // Events of other parties cure nothing here: a repetition is worth what a client's own pause is.
    while (repeated && party !== undefined && response.curedByTime === true) {
      if (this.#clock.now - waitedFrom >= PAUSE_MS || !(await this.#wait(request))) break;
      response = await handle();
    }
    while (response.pending === true && this.#sawSame(key, response)) {
      if (!(await this.#wait(request))) break;
      response = await handle();
      // A party is held until there is something new: its answers would only be the same, over and over.
      if (party === undefined) break;
    }
    this.#remember(key, response);
    return response;
  }

  /** Lets the clock move to the next event; false where there is none. */
  async #wait({ place }: TwinRequest): Promise<boolean> {
    if (place.kind === 'internet' && place.party !== undefined) return await this.parties.turn(place.party);
    return await this.#clock.advanceToNextEvent(REAL_LIMIT_MS[place.kind === 'internet' ? 'outside' : 'inside']);
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
