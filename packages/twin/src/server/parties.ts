import type { VirtualClock } from '../kernel/clock.ts';

/** Real milliseconds without a word after which a party is taken to have gone: nobody waits longer for it. */
const SILENCE_MS = 10_000;

/**
 * Runs that go on at the same moment, each under a name that its processes carry in the proxy's address. While one of
 * them works, the clock stands still for all: as in Azure, nobody's hour passes because somebody else is waiting. A
 * client without a name is no party; it waits, and moves the clock, by itself.
 */
export class Parties {
  readonly #clock: VirtualClock;
  /** When each party was last heard of, in real time. */
  readonly #heard = new Map<string, number>();
  /** Those that wait, and how to let them look again. */
  readonly #waiting = new Map<string, (moved: boolean) => void>();
  #silence: NodeJS.Timeout | undefined;
  #moving = false;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Counts a party in: from now on the others wait for it. Every request of its own says it again. */
  join(name: string): void {
    this.#heard.set(name, performance.now());
  }

  /** Lets a party go, and the others on. */
  leave(name: string): void {
    this.#heard.delete(name);
    this.#waiting.get(name)?.(false);
    this.#waiting.delete(name);
    void this.#moveIfAllWait();
  }

  /** A party waits for something new. Resolves once the clock has moved; false where there is nothing to wait for. */
  turn(name: string): Promise<boolean> {
    return new Promise((resolve) => {
      // A second request of one party at the same time waits with the first.
      const before = this.#waiting.get(name);
      this.#waiting.set(name, (moved) => {
        before?.(moved);
        resolve(moved);
      });
      void this.#moveIfAllWait();
    });
  }

  async #moveIfAllWait(): Promise<void> {
    if (this.#moving || this.#waiting.size === 0) return;
    const now = performance.now();
    const working = [...this.#heard.keys()].filter((name) => !this.#waiting.has(name));
    const oldest = Math.min(...working.map((name) => this.#heard.get(name) ?? now));
    if (working.length > 0 && now - oldest < SILENCE_MS) {
      this.#lookAgainIn(SILENCE_MS - (now - oldest));
      return;
    }
    for (const name of working) if (now - (this.#heard.get(name) ?? now) >= SILENCE_MS) this.#heard.delete(name);
    if ([...this.#heard.keys()].some((name) => !this.#waiting.has(name))) {
      void this.#moveIfAllWait();
      return;
    }
    await this.#move();
  }

  async #move(): Promise<void> {
    this.#moving = true;
    const moved = await this.#clock.advanceToNextEvent(SILENCE_MS);
    this.#moving = false;
    const waiters = [...this.#waiting];
    this.#waiting.clear();
    for (const [name, resume] of waiters) {
      this.join(name);
      resume(moved);
    }
  }

  #lookAgainIn(milliseconds: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void this.#moveIfAllWait(), milliseconds);
    this.#silence.unref();
  }
}
